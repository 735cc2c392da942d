// What can be done with one message: a menu beside the pointer, a sheet from below on the phone.

import { html, nothing } from "lit-html";
import { createRef, ref } from "lit-html/directives/ref.js";

import { deleteMessage, dismiss, forward, menuCommand, react, reply, startEdit } from "../actions";
import { icon, type IconName } from "../icons";
import { changed, channel, may, menus, place, state } from "../store";
import { EPHEMERAL, type Message } from "../types";
import { focusMessage } from "./bits";

export const QUICK = ["👍", "❤️", "😂", "🎉", "👀", "🙏", "✅", "🔥"];
const NAMES = { all: "Message actions", react: "Add a reaction", forward: "Forward to", delete: "Delete this message?" };
const box = createRef<HTMLDialogElement>();
let opener: Element | null = null;

export function openSheet(message: Message, kind: "all" | "react", at: { x: number; y: number }): void {
  opener = document.activeElement;
  state.sheet = { message: message.id, kind };
  changed();
  if (box.value && !box.value.open) box.value.showModal();
  settle(at.x, at.y);
}

/** As near to the point as the window allows. */
function settle(x: number, y: number): void {
  const dialog = box.value;
  if (!dialog) return;
  dialog.style.setProperty("--x", `${Math.max(8, Math.min(x, innerWidth - dialog.offsetWidth - 8))}px`);
  dialog.style.setProperty("--y", `${Math.max(8, Math.min(y, innerHeight - dialog.offsetHeight - 8))}px`);
}

/** Beside the button that was pressed. */
export const below = (event: Event) => {
  const place = (event.currentTarget as Element).getBoundingClientRect();
  return { x: place.right - 240, y: place.bottom + 4 };
};

export function closeSheet(): void {
  state.sheet = null;
  box.value?.close();
  changed();
  if (!(opener instanceof HTMLElement) || !opener.isConnected || document.activeElement !== document.body) return;
  if (opener.matches("article")) focusMessage(opener);
  else opener.focus();
}

/** Right click, the menu key, or a long press. Links, fields and marked words keep the browser's own menu. */
export function summon(event: MouseEvent, message: Message): void {
  const target = event.target as Element;
  if (state.sheet) return event.preventDefault();
  if (target.closest("a, textarea, input, select") || (getSelection()?.toString() && !matchMedia("(hover: none)").matches)) return;
  event.preventDefault();
  const place = (event.currentTarget as Element).getBoundingClientRect();
  const pointed = event.clientX || event.clientY; // the menu key points nowhere
  openSheet(message, "all", pointed ? { x: event.clientX, y: event.clientY } : { x: place.left + 72, y: place.top + 24 });
}

const LONG_PRESS_MS = 450;
let press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null;

export function touched(event: PointerEvent, message: Message): void {
  if (event.pointerType !== "touch" || (event.target as Element).closest("a, button, select, textarea, input")) return;
  released();
  const { clientX: x, clientY: y } = event;
  press = { x, y, timer: setTimeout(() => { press = null; if (!state.sheet) openSheet(message, "all", { x, y }); }, LONG_PRESS_MS) };
}
export function moved(event: PointerEvent): void {
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 10) released();
}
export function released(): void {
  if (press) clearTimeout(press.timer);
  press = null;
}

function keys(event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>("button")];
  all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus();
}

export function sheet() {
  const open = state.sheet;
  const message = open && state.messages.get(state.current)?.find((each) => each.id === open.message);
  if (!open || !message) return nothing;
  return html`<dialog ${ref(box)} class="sheet" aria-label=${NAMES[open.kind]} @close=${() => { if (state.sheet) closeSheet(); }}
    @keydown=${keys} @click=${(event: Event) => { if (event.target === event.currentTarget) closeSheet(); }}
    @contextmenu=${(event: Event) => event.preventDefault()}><div class="sheet-body">${
      open.kind === "delete" ? confirmation(message) : open.kind === "forward" ? targets(message)
        : html`${quick(message)}${open.kind === "all" ? actions(message) : nothing}`}</div></dialog>`;
}

function quick(message: Message) {
  if ((message.flags ?? 0) & EPHEMERAL) return nothing;
  return html`<div class="quick" role="group" aria-label="Quick reactions">${QUICK.map((emoji) => {
    const mine = !!message.reactions?.some((each) => each.emoji.name === emoji && each.me);
    return html`<button type="button" class=${mine ? "mine" : ""} aria-label="React with ${emoji}" aria-pressed=${mine} @click=${() => { closeSheet(); void react(message, emoji, mine); }}>${emoji}</button>`;
  })}</div>`;
}

function actions(message: Message) {
  const own = may(message), apps = own.use ? menus() : [];
  return html`<div class="doings">
    ${own.answer ? action("reply", "Reply", () => reply(message)) : nothing}
    ${own.forward ? html`<button type="button" class="doing" @click=${() => turn("forward")}>${icon("forward")}<span>Forward</span></button>` : nothing}
    ${own.edit ? action("pencil", "Edit message", () => startEdit(message)) : nothing}
    ${message.content ? action("copy", "Copy text", () => void navigator.clipboard?.writeText(message.content)) : nothing}
    ${own.dismiss ? action("eye", "Dismiss message", () => void dismiss(message)) : nothing}
    ${own.delete ? html`<button type="button" class="doing danger" @click=${() => turn("delete")}>${icon("trash")}<span>Delete message</span></button>` : nothing}
    ${apps.length ? html`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${apps.map((name) =>
      action("grid", name, () => void menuCommand(message, name), state.users.get(state.bot)?.name))}</div>` : nothing}</div>`;
}

function action(picture: IconName, name: string, act: () => void, by?: string, label?: string) {
  return html`<button type="button" class="doing" aria-label=${label ?? nothing} @click=${() => { closeSheet(); act(); }}>${icon(picture)}<span>${name}</span>${by ? html`<small aria-hidden="true">${by}</small>` : nothing}</button>`;
}

function turn(kind: "forward" | "delete") {
  if (state.sheet) state.sheet.kind = kind;
  changed();
  const { left, top } = box.value!.getBoundingClientRect();
  settle(left, top);
  box.value?.querySelector<HTMLElement>("button")?.focus();
}

function targets(message: Message) {
  return html`<p class="sheet-ask">Forward to</p><div class="doings">${state.channels.map((each) =>
    action(each.kind === "dm" ? "atSign" : each.hidden ? "lock" : "hash", each.name, () => void forward(message, each.id), undefined, place(each)))}</div>`;
}

function confirmation(message: Message) {
  return html`<p class="sheet-ask">Delete this message${channel()?.kind === "dm" ? "" : " for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${closeSheet}>Keep it</button>
    <button type="button" class="button button-danger" @click=${() => { closeSheet(); void deleteMessage(message); }}>Delete</button></div>`;
}
