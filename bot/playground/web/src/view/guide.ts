// The first minute: three things to try, and a lived-in notebook and habits for those who would rather look around.

import { html, nothing } from "lit-html";
import { createRef, ref } from "lit-html/directives/ref.js";

import { api } from "../api";
import { icon, type IconName } from "../icons";
import { attempt, changed, entries, openChannel, state, toast } from "../store";
import { fill } from "./composer";

interface Step { sign: IconName; title: string; shown: string; needs: string; go: () => void }

const direct = () => state.channels.find((each) => each.kind === "dm");

async function write(text: string): Promise<void> {
  const dm = direct();
  if (!dm) return;
  await openChannel(dm.id);
  fill(text);
}

const APPLE = "a red apple on a blue background";
const STEPS: Step[] = [
  { sign: "image", title: "Paint a picture", shown: `/imagine ${APPLE}`, needs: "imagine", go: () => fill(`/imagine prompt: ${APPLE}`) },
  { sign: "note", title: "Keep a note", shown: "Write Inkling a direct message", needs: "notes", go: () => void write("Idea: paint the harbour at dusk, with the lamps already on #ideas") },
  { sign: "sprout", title: "Begin a habit", shown: "/habit add Read before bed, daily", needs: "habit add", go: () => fill("/habit add name: Read before bed schedule: daily") },
];
const SAMPLES: { kind: string; name: string; needs: string; done: string }[] = [
  { kind: "notes", name: "a sample notebook", needs: "notes", done: "A notebook of twelve notes is yours. Type /notes to look into it." },
  { kind: "habits", name: "a year of habits", needs: "habit", done: "Four habits and a year of entries are yours. Type /habit today." },
];
const loading = new Set<string>();
const box = createRef<HTMLDialogElement>();

const knows = (path: string) => entries().some((entry) => entry.path === path || entry.path.startsWith(`${path} `));

async function load(sample: (typeof SAMPLES)[number]): Promise<void> {
  loading.add(sample.kind);
  changed();
  if (await attempt(api.sample(sample.kind))) {
    state.samples = [...state.samples, sample.kind];
    toast(sample.done, true);
  }
  loading.delete(sample.kind);
  changed();
}

/** Only what this bot can do is offered. */
export function guide() {
  const steps = STEPS.filter((step) => knows(step.needs)), samples = SAMPLES.filter((sample) => knows(sample.needs));
  const go = (step: Step) => { closeGuide(); step.go(); };
  return html`${steps.length ? html`<div class="steps">${steps.map((step) => html`<button type="button" class="step" @click=${() => go(step)}>${icon(step.sign)}<span><b>${step.title}</b> <span class="step-shown">${step.shown}</span></span></button>`)}</div>` : nothing}
    ${samples.length ? html`<p class="samples"><span>Rather look around? Load</span>${samples.map((sample) => html`<button type="button" class="sample" aria-busy=${loading.has(sample.kind) ? "true" : nothing}
      ?disabled=${loading.has(sample.kind) || state.samples.includes(sample.kind)} @click=${() => void load(sample)}>${state.samples.includes(sample.kind) ? icon("check") : nothing}${loading.has(sample.kind) ? `loading ${sample.name}…` : sample.name}</button>`)}</p>` : nothing}`;
}

export function openGuide(): void {
  state.drawer = "";
  state.guideShown = true;
  changed();
  if (box.value && !box.value.open) box.value.showModal();
}

function closeGuide(): void {
  if (!state.guideShown) return;
  state.guideShown = false;
  box.value?.close();
  changed();
}

export function guideDialog() {
  if (!state.guideShown) return nothing;
  return html`<dialog ${ref(box)} class="modal guide" aria-labelledby="guide-title" @close=${closeGuide} @click=${(event: Event) => { if (event.target === event.currentTarget) closeGuide(); }}>
    <header><h2 id="guide-title">Three things to try</h2><button type="button" class="ghost" aria-label="Close" @click=${closeGuide}>${icon("x")}</button></header>
    <div class="modal-body">${guide()}</div></dialog>`;
}
