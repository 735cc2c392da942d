// The faults panel: what Discord does on a bad day, each in one sentence. Closed until someone is curious.

import { html, nothing } from "lit-html";

import { api } from "../api";
import { icon } from "../icons";
import { attempt, changed, state, togglePanel } from "../store";

const KINDS: [kind: string, name: string, about: string][] = [
  ["limit", "Rate limit", "Discord answers the next three requests with “too many”; Inkling waits and asks again."],
  ["errors", "Server errors", "Discord's next two answers are errors (502); Inkling tries again by itself."],
  ["slow", "Slow network", "Every answer from Discord takes two seconds longer, until you make all well."],
  ["drop", "Cut the connection", "Inkling loses its live connection once, takes it up again and reads what it missed."],
  ["session", "Forget the session", "The connection is cut and cannot be resumed; Inkling has to log in anew."],
  ["expire", "Expire all tokens", "Buttons and commands asked so far count as 15 minutes old; results come another way."],
];
const POLL_MS = 1000;
const DONE_MS = 2500;
let polling: ReturnType<typeof setTimeout> | undefined;
let done = ""; // what happened at once, said for a moment

const names = () => KINDS.filter(([kind]) => state.trouble[kind]).map(([, name]) => name.toLowerCase()).join(", ");

export async function lookForTrouble(): Promise<void> {
  clearTimeout(polling);
  state.trouble = await api.troubles().catch(() => ({}));
  changed();
  if (Object.keys(state.trouble).length) polling = setTimeout(() => void lookForTrouble(), POLL_MS);
}

async function make(kind: string): Promise<void> {
  const active = await attempt(api.trouble(kind));
  if (!active) return;
  state.trouble = active;
  done = active[kind] ? "" : kind;
  setTimeout(() => { if (done === kind) { done = ""; changed(); } }, DONE_MS);
  await lookForTrouble();
}

export function toggleTrouble(): void {
  togglePanel("trouble");
  if (state.panel === "trouble") void lookForTrouble();
}

function mark(kind: string) {
  const left = state.trouble[kind];
  if (left) return html`<span class="left">${kind === "slow" ? "on" : `${left} left`}</span>`;
  return done === kind ? html`<span class="left" role="status">done</span>` : nothing;
}

export function troubleBar() {
  const active = names();
  if (state.panel !== "trouble") return active ? html`<div class="banner made" role="status">${icon("trouble")}<span>Trouble is on: ${active}.</span>${well()}</div>` : nothing;
  return html`<section class="made-panel" aria-label="Trouble">
    <div class="made-head"><h2>${icon("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${well(!active)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${toggleTrouble}>${icon("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${KINDS.map(([kind, name, about]) => html`<button type="button" class="kind ${state.trouble[kind] ? "on" : ""}" @click=${() => void make(kind)}><span class="kind-name">${name}${mark(kind)}</span> <span class="kind-about">${about}</span></button>`)}</div></section>`;
}

const well = (idle = false) => html`<button type="button" class="button button-secondary" ?disabled=${idle} @click=${() => void make("well")}>Make all well</button>`;
