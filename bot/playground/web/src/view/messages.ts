// The message list of the open channel: days, messages, what is on its way, and the first minute's suggestions.

import { html, nothing } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";

import { icon, inkDrop } from "../icons";
import { changed, channel, entries, state } from "../store";
import { formatTime, now } from "../time";
import type { Channel, Message } from "../types";
import { focusMessage } from "./bits";
import { guide } from "./guide";
import { follows, messageView, pendingView } from "./message";

const NEAR_END = 120; // pixels: closer than this, the list follows new messages
const GESTURE_MS = 1500; // a scroll so soon after a wheel, key, touch or press is the reader's; others are the layout's
let atEnd = true;
let shown = "";
let lastTop = 0;
let lastGesture = -Infinity;
let lastOwn = "";
let watched: Element | null = null;
const grown = new ResizeObserver(() => settle());

export function messageList() {
  const here = channel();
  const all = state.messages.get(state.current) ?? [];
  const pending = state.pending.filter((each) => each.channel === state.current);
  const own = pending.at(-1)?.id ?? all.findLast((message) => message.author.id === state.me)?.id ?? "";
  if (own !== lastOwn) { lastOwn = own; atEnd = true; } // what I sent, I want to see
  return html`<div class="scroller" tabindex="0" @scroll=${scrolled} @keydown=${walk} @wheel=${{ handleEvent: gesture, passive: true }}
    @touchmove=${{ handleEvent: gesture, passive: true }} @pointerdown=${gesture}>
    <div class="messages" role="log" aria-label="Messages">
      ${here && state.loaded ? welcome(here, !all.length && !pending.length) : nothing}
      ${repeat(all, (message) => message.id, (message, index) => dated(message, all[index - 1]))}
      ${repeat(pending, (each) => each.id, pendingView)}
    </div></div>
    ${atEnd ? nothing : html`<button type="button" class="to-end" @click=${toEnd}>${icon("arrowDown")}<span>Newest messages</span></button>`}`;
}

function dated(message: Message, before: Message | undefined) {
  const day = new Date(message.timestamp).toDateString();
  const fresh = !before || new Date(before.timestamp).toDateString() !== day;
  const compact = !fresh && follows(message, before);
  return html`${fresh && before ? html`<div class="day" role="separator"><span>${formatTime(new Date(message.timestamp), "D")}</span></div>` : nothing}
    ${guard([message, compact, day, new Date(now()).toDateString()], () => messageView(message, compact))}`;
}

function welcome(here: Channel, empty: boolean) {
  return html`<div class="welcome ${empty ? "" : "small"}">
    <div class="welcome-mark" aria-hidden="true">${here.kind === "dm" ? html`<span class="avatar avatar-bot">${inkDrop()}</span>` : icon("hash")}</div>
    <h2>${here.kind === "dm" ? "Inkling" : `Welcome to #${here.name}`}</h2>
    <p>${here.kind === "dm" ? "Your direct messages with Inkling. Nobody else sees them."
      : html`Type <kbd>/</kbd> to see what Inkling can do${empty && entries().length ? ", or begin with one of these" : ""}.`}</p>
    ${empty ? guide() : nothing}
  </div>`;
}

function gesture() {
  lastGesture = performance.now();
}

/** Only a reader who scrolls up leaves the end; pictures that load and sizes that become known do not. */
function scrolled(event: Event) {
  const box = event.currentTarget as HTMLElement;
  const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  const left = box.scrollTop < lastTop && performance.now() - lastGesture < GESTURE_MS;
  lastTop = box.scrollTop;
  const now = near || (atEnd && !left);
  if (now !== atEnd) { atEnd = now; changed(); }
}

/** The arrows choose a message, as in Discord: up from the end, down from the start. Escape goes back to writing. */
function walk(event: KeyboardEvent) {
  gesture();
  const target = event.target as Element, scroller = event.currentTarget as Element;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (event.key === "Escape") return document.querySelector<HTMLElement>(".composer textarea")?.focus();
  if (!step || !(target === scroller || target.matches("article.message"))) return;
  const all = [...scroller.querySelectorAll<HTMLElement>("article[data-message]")];
  const at = all.indexOf(target as HTMLElement);
  const next = all[at < 0 ? (step < 0 ? all.length - 1 : 0) : at + step];
  if (!next) return;
  event.preventDefault();
  focusMessage(next);
}

function toEnd() {
  atEnd = true;
  settle();
  changed();
}

/** Keeps the newest message in view while the reader is at the end. Called after each drawing. */
export function settle(): void {
  const box = document.querySelector<HTMLElement>(".scroller");
  if (!box) return;
  const list = box.firstElementChild;
  if (list && list !== watched) { grown.disconnect(); grown.observe(list); watched = list; }
  if (shown !== state.current) { shown = state.current; atEnd = true; }
  if (atEnd) box.scrollTop = box.scrollHeight;
}
