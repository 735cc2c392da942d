// Time travel: moves the playground's Discord and its bot ahead together, and says so for as long as it lasts.

import { html, nothing } from "lit-html";

import { api } from "../api";
import { icon } from "../icons";
import { attempt, changed, state, togglePanel } from "../store";
import { formatTime, now, spell } from "../time";

const HOUR = 3600, DAY = 24 * HOUR, MORNING = 9;

/** Seconds until it is nine in the morning, on the clock of this browser. */
function untilMorning(): number {
  const next = new Date(now());
  if (next.getHours() >= MORNING) next.setDate(next.getDate() + 1);
  next.setHours(MORNING, 0, 1, 0);
  return (next.getTime() - now()) / 1000;
}

const STEPS: [name: string, about: string, seconds: () => number][] = [
  ["+1 hour", "What was put off comes up.", () => HOUR],
  ["Next morning", "To nine o'clock: reminders, a new day for habits.", untilMorning],
  ["+1 week", "A week without an entry, and what that does to a streak.", () => 7 * DAY],
];
let busy = false;

async function travel(change: { advance: number } | { back: true }): Promise<void> {
  if (busy) return;
  busy = true;
  changed();
  await attempt(api.clock(change));
  busy = false;
  changed();
}

const back = (idle = false) => html`<button type="button" class="button button-secondary" ?disabled=${idle || busy} @click=${() => void travel({ back: true })}>Back to now</button>`;

/** Told when it changes; the minutes that pass are not. */
const far = () => html`<span role="status">${spell(state.offset)}</span>`;

export function clockBar() {
  const ahead = state.offset > 0;
  const where = html`<b>${formatTime(new Date(now()), "F")}</b>`;
  if (state.panel !== "clock") return ahead ? html`<div class="banner made" role="region" aria-label="Time travel is on">${icon("clock")}<span>Time travel: it is ${where} here, ${far()} ahead.</span>${back()}</div>` : nothing;
  return html`<section class="made-panel" aria-label="Time travel">
    <div class="made-head"><h2>${icon("clock")}Time travel</h2><span class="spacer"></span>${back(!ahead)}<button type="button" class="ghost" aria-label="Close the time panel"
      @click=${() => togglePanel("clock")}>${icon("x")}</button></div>
    <p>${ahead ? html`It is ${where} here, ${far()} ahead of your clock.` : html`It is ${where}. Go ahead, and see what reminders and streaks do then.`}</p>
    <div class="kinds few">${STEPS.map(([name, about, seconds]) => html`<button type="button" class="kind" ?disabled=${busy} @click=${() => void travel({ advance: seconds() })}><span class="kind-name">${name}</span> <span class="kind-about">${about}</span></button>`)}</div></section>`;
}

/** The clock in the banner goes on; nothing else needs a tick. */
setInterval(() => { if (state.offset > 0) changed(); }, 20_000);
