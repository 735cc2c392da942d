// The composer: plain messages, files, and the doorway to slash commands.

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { addFiles, sendMessage, sendSlash, sendVoice, startEdit, tellTyping } from "../actions";
import { avatar, icon } from "../icons";
import { begin, matching, readTyped } from "../slash";
import { changed, channel, draft, entries, may, person, place, state } from "../store";
import type { Entry } from "../types";
import { bytes, PICTURE, popup, SOUND } from "./bits";
import { isRecording, record, recorder } from "./recorder";
import { focusChip, slashBar } from "./slashbar";

let highlighted = 0;
let closed = ""; // the text for which Escape put the picker away

const commandText = () => (draft().text.startsWith("/") && draft().text !== closed ? draft().text.slice(1) : null);
const offered = (): Entry[] => {
  const typed = commandText();
  return typed === null || typed.includes("\n") ? [] : matching(entries(), typed);
};

export function take(entry: Entry): void {
  const current = draft();
  current.slash = begin(entry);
  current.text = "";
  changed();
  focusChip(current.slash.chips[0] ?? null);
}

/** Puts text into the composer as if it had been typed; commands become chips. */
export function fill(text: string): void {
  const current = draft();
  current.slash = readTyped(text, entries());
  current.text = current.slash ? "" : text;
  changed();
  if (current.slash) focusChip(current.slash.chips[0] ?? null);
  else document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();
}

function typed(event: InputEvent) {
  const area = event.target as HTMLTextAreaElement, current = draft();
  current.text = area.value;
  if (area.value && !area.value.startsWith("/")) tellTyping();
  highlighted = 0;
  current.slash = readTyped(area.value, entries());
  if (current.slash) {
    current.text = "";
    const chips = current.slash.chips;
    changed();
    focusChip(chips.findLast((name) => current.slash?.values[name]) ?? chips[0] ?? null);
  } else changed();
}

function keys(event: KeyboardEvent) {
  if (event.isComposing) return;
  const list = offered();
  if (list.length) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      highlighted = (highlighted + (event.key === "ArrowDown" ? 1 : -1) + list.length) % list.length;
      event.preventDefault();
      changed();
      return document.getElementById(`command-${highlighted}`)?.scrollIntoView({ block: "nearest" });
    }
    if ((event.key === "Tab" && !event.shiftKey) || event.key === "Enter") {
      event.preventDefault();
      const entry = list[highlighted]!;
      return event.key === "Enter" && !entry.options.length ? void sendSlash(begin(entry)) : take(entry);
    }
  }
  if (event.key === "ArrowUp" && !draft().text) {
    const own = (state.messages.get(state.current) ?? []).findLast((each) => may(each).edit);
    if (own) { event.preventDefault(); startEdit(own); }
    return;
  }
  if (event.key === "Escape") {
    closed = draft().text;
    draft().reply = null;
    return changed();
  }
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    void sendMessage();
  }
}

function pasted(event: ClipboardEvent) {
  const files = event.clipboardData?.files;
  if (files?.length) { event.preventDefault(); addFiles(files); }
}

export function composer() {
  const here = channel(), current = draft();
  const list = offered(), empty = !current.text.trim() && !current.files.length;
  if (highlighted >= list.length) highlighted = 0;
  const label = here ? `Message ${place(here)}` : "Message";
  if (isRecording()) return html`<div class="composer">${recorder()}</div>`;
  if (current.slash) return html`<div class="composer">${slashBar(current.slash)}</div>`;
  return html`<div class="composer">
    ${list.length ? picker(list) : commandText() !== null && !list.length ? html`<div class="popup quiet">${
      entries().length ? "No command matches. Press Enter to send this as a message." : "Inkling has not registered its commands yet."}</div>` : nothing}
    ${current.reply ? html`<div class="reply-bar"><span>Replying to <b>${person(current.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${() => { current.reply = null; changed(); }}>${icon("x")}</button></div>` : nothing}
    ${current.files.length ? html`<ul class="trays" aria-label="Files to send">${current.files.map(tray)}</ul>` : nothing}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${icon("plus")}<input type="file" multiple aria-label="Attach files" @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        addFiles(input.files ?? []);
        input.value = "";
        if (!matchMedia("(hover: none)").matches) document.querySelector<HTMLElement>(".composer textarea")?.focus();
      }}></label>
      <textarea rows="1" aria-label=${label} placeholder=${label} aria-haspopup="listbox" aria-controls=${list.length ? "commands" : nothing}
        aria-autocomplete="list" aria-activedescendant=${list.length ? `command-${highlighted}` : nothing} spellcheck="false" .value=${live(current.text)}
        @input=${typed} @keydown=${keys} @paste=${pasted}></textarea>
      ${empty ? html`<button type="button" class="ghost" aria-label="Record a voice message" title="Record a voice message" @click=${() => void record()}>${icon("mic")}</button>` : nothing}
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${empty} @click=${() => sendMessage()}>${icon("send")}</button>
    </div></div>`;
}

function picker(list: Entry[]) {
  const bot = state.users.get(state.bot);
  return popup("picker", html`<div class="popup-head">${bot ? avatar(bot) : nothing}${bot?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${list.map((entry, index) => html`<div id="command-${index}" role="option" class="choice"
      aria-selected=${index === highlighted ? "true" : "false"} @pointermove=${() => { if (highlighted !== index) { highlighted = index; changed(); } }}
      @click=${() => take(entry)}>
      <span class="choice-line"><b>/${entry.path}</b>${entry.options.filter((option) => option.required).map((option) => html`<span class="hint">${option.name}</span>`)}${
        entry.options.some((option) => !option.required) ? html`<span class="more">+${entry.options.filter((option) => !option.required).length} optional</span>` : nothing}</span>
      <span class="choice-about">${entry.description}</span></div>`)}</div>`);
}

const previews = new WeakMap<File, string>();
export function preview(file: File): string {
  let url = previews.get(file);
  if (!url) previews.set(file, (url = URL.createObjectURL(file)));
  return url;
}

function tray(file: File) {
  const remove = () => { draft().files = draft().files.filter((each) => each !== file); changed(); };
  const sound = SOUND.test(file.name);
  const speak = () => { remove(); void sendVoice(state.current, file); };
  return html`<li class="tray">${PICTURE.test(file.name) ? html`<img src=${preview(file)} alt="">` : icon(sound ? "volume" : "fileText")}
    <span class="tray-words"><span class="file-name" title=${file.name}>${file.name}</span>${sound ? html`<button type="button" class="link" @click=${speak}>Send as voice message</button>`
      : html`<span class="file-size">${bytes(file.size)}</span>`}</span>
    <button type="button" class="ghost" aria-label="Remove ${file.name}" @click=${remove}>${icon("x")}</button></li>`;
}
