// The composer while it records: how long, how loud, throw away or send.

import { html, nothing } from "lit-html";

import { layBy, sendVoice } from "../actions";
import { icon } from "../icons";
import { changed, state, toast } from "../store";
import { clockText, LONGEST_MS, Recording } from "../voice";
import { property } from "./bits";

const LEVELS = 48, TICK_MS = 100;
let recording: Recording | null = null;
let channel = "";
let levels: number[] = [];
let ticking: ReturnType<typeof setInterval> | undefined;
let starting = false;

export const isRecording = () => recording !== null && channel === state.current;

export async function record(): Promise<void> {
  if (recording || starting) return;
  starting = true;
  try {
    recording = await Recording.begin();
  } catch (error) {
    return toast((error as Error).message);
  } finally {
    starting = false;
  }
  channel = state.current;
  levels = [];
  ticking = setInterval(tick, TICK_MS);
  changed();
  document.querySelector<HTMLElement>(".recorder [data-send]")?.focus();
}

function tick() {
  if (!recording) return;
  if (channel !== state.current) return void park(); // the microphone is never open where nobody sees it
  levels = [...levels, recording.level()].slice(-LEVELS);
  if (recording.milliseconds >= LONGEST_MS) void send();
  else changed();
}

function end(): Recording | null {
  const ended = recording;
  clearInterval(ticking);
  recording = null;
  changed();
  if (channel === state.current) document.querySelector<HTMLElement>(".composer textarea")?.focus();
  return ended;
}

const discard = () => end()?.discard();

async function park(): Promise<void> {
  const target = channel, file = await end()?.finish();
  if (file) layBy(target, file);
}

async function send(): Promise<void> {
  const target = channel, file = await end()?.finish();
  if (file) await sendVoice(target, file);
}

export function recorder() {
  if (!recording) return nothing;
  const seconds = Math.floor(recording.milliseconds / 1000);
  return html`<div class="entry recorder" role="group" aria-label="Recording a voice message" @keydown=${(event: KeyboardEvent) => { if (event.key === "Escape") discard(); }}>
    <button type="button" class="ghost" aria-label="Throw this recording away" title="Throw away" @click=${discard}>${icon("trash")}</button>
    <span class="recorder-dot" aria-hidden="true"></span><span class="recorder-time" role="timer" aria-label="Recorded so far">${clockText(seconds)}</span>
    <span class="levels" aria-hidden="true">${levels.map((level) => html`<i ${property("--level", String(Math.max(level, 0.08)))}></i>`)}</span>
    <button type="button" class="ghost send" data-send aria-label="Send voice message" title="Send" @click=${() => void send()}>${icon("send")}</button></div>`;
}
