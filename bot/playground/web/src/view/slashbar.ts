// A chosen slash command: its options as typed chips, what each offers, and the keys that move between them.

import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";

import { checkSlash, FILE_LIMIT, sendSlash, slashValues } from "../actions";
import { api } from "../api";
import { channels, mentionables, people, roles } from "../entities";
import { icon } from "../icons";
import { ATTACHMENT, BOOLEAN, CHANNEL, INTEGER, MENTIONABLE, NUMBER, optionNamed, remaining, ROLE, type SlashDraft, USER } from "../slash";
import { changed, draft, state, toast } from "../store";
import type { Choice, CommandOption } from "../types";
import { bytes, popup } from "./bits";

type Offer = { name: string; value: Choice["value"] | boolean; about?: string };
const MORE = ":more"; // the field after the last chip, where optional ones are found

let focused: string | null = null;
let highlighted = -1;
let moreText = "";
let found: { key: string; offers: Offer[]; waiting: boolean } = { key: "", offers: [], waiting: false };
let asked = 0;

const selector = (name: string) => `[data-chip="${CSS.escape(name)}"]`;

export function focusChip(name: string | null): void {
  const target = document.querySelector<HTMLElement>(`.slash ${selector(name ?? MORE)}`);
  target?.focus();
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")) {
    target.setSelectionRange(target.value.length, target.value.length);
  }
}

function strict(option: CommandOption): boolean {
  return !!option.choices?.length || option.type === BOOLEAN || (option.type >= USER && option.type < NUMBER);
}

function offers(slash: SlashDraft, option: CommandOption): Offer[] {
  const typed = slash.values[option.name]?.picked === undefined ? (slash.values[option.name]?.text ?? "").trim().toLowerCase() : "";
  const among = (all: Offer[]) => all.filter((each) => each.name.toLowerCase().includes(typed)).slice(0, 25);
  if (option.autocomplete) return found.key === `${slash.entry.path} ${option.name}` ? found.offers : [];
  if (option.choices?.length) return among(option.choices);
  if (option.type === BOOLEAN) return among([{ name: "True", value: true }, { name: "False", value: false }]);
  const named = { [USER]: people, [CHANNEL]: () => channels(option.channel_types), [ROLE]: roles, [MENTIONABLE]: mentionables }[option.type];
  return named ? among(named().map(({ label, ...each }) => ({ name: label, ...each }))) : [];
}

async function ask(slash: SlashDraft, option: CommandOption): Promise<void> {
  const turn = ++asked, key = `${slash.entry.path} ${option.name}`;
  if (found.key !== key) found = { key, offers: [], waiting: true };
  await new Promise((resolve) => setTimeout(resolve, 150));
  if (turn !== asked) return;
  const values = { ...slashValues(slash, option.name), [option.name]: typedValue(option, slash) };
  const choices = await api.autocomplete(state.current, slash.entry.path, values, option.name).catch(() => []);
  if (turn !== asked) return;
  found = { key, offers: choices, waiting: false };
  changed();
}

/** An unfinished value as Discord sends it for autocomplete: always text. */
const typedValue = (option: CommandOption, slash: SlashDraft) => slash.values[option.name]?.text ?? "";

function pick(slash: SlashDraft, option: CommandOption, offer: Offer): void {
  slash.values[option.name] = { text: offer.name, picked: offer.value };
  if (slash.error?.name === option.name) slash.error = undefined;
  onward(slash, option.name);
}

/** To the next chip without a value, else to the field for more options. */
function onward(slash: SlashDraft, from: string): void {
  const rest = slash.chips.slice(slash.chips.indexOf(from) + 1);
  const next = rest.find((name) => !slash.values[name]?.text && !slash.values[name]?.file);
  changed();
  focusChip(next ?? null);
}

function add(slash: SlashDraft, option: CommandOption): void {
  slash.chips.push(option.name);
  moreText = "";
  changed();
  focusChip(option.name);
}

function drop(slash: SlashDraft, name: string): void {
  const at = slash.chips.indexOf(name);
  slash.chips.splice(at, 1);
  delete slash.values[name];
  if (slash.error?.name === name) slash.error = undefined;
  changed();
  focusChip(slash.chips[at - 1] ?? slash.chips[at] ?? null);
}

function leave(text = ""): void {
  draft().slash = null;
  draft().text = text;
  focused = null;
  changed();
  document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();
}

/** Words that were typed instead of picked count when they are exactly those of the list. */
function resolveTyped(slash: SlashDraft): void {
  for (const name of slash.chips) {
    const option = optionNamed(slash.entry, name)!, value = slash.values[name];
    if (!value || value.picked !== undefined || !strict(option)) continue;
    const words = value.text.trim().toLowerCase();
    const exact = offers({ ...slash, values: {} }, option).find((each) => each.name.toLowerCase() === words);
    if (exact) slash.values[name] = { text: exact.name, picked: exact.value };
  }
}

function submit(slash: SlashDraft): void {
  resolveTyped(slash);
  if (checkSlash(slash)) {
    focused = null;
    void sendSlash(slash).then(() => document.querySelector<HTMLElement>(".composer textarea")?.focus());
  } else {
    changed();
    focusChip(slash.error!.name);
  }
}

/** Typing ``count:`` inside another option begins that option, as a command typed or pasted whole would. */
function named(slash: SlashDraft, option: CommandOption, text: string): boolean {
  const found = /(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(text);
  const next = found && optionNamed(slash.entry, found[1]!);
  if (!next) return false;
  const before = text.slice(0, found.index).trim();
  if (next !== option || !before) slash.values[option.name] = { text: before };
  if (!slash.chips.includes(next.name)) slash.chips.push(next.name);
  changed();
  focusChip(next.name);
  return true;
}

function change(slash: SlashDraft, option: CommandOption, text: string): void {
  if (named(slash, option, text)) return;
  slash.values[option.name] = { text };
  if (slash.error?.name === option.name) slash.error = undefined;
  highlighted = strict(option) ? 0 : -1;
  if (option.autocomplete) void ask(slash, option);
  changed();
}

function keys(event: KeyboardEvent, slash: SlashDraft, option: CommandOption | null): void {
  if (event.isComposing) return;
  const list: (Offer | CommandOption)[] = option ? offers(slash, option) : moreOffers(slash);
  const take = (item: Offer | CommandOption) => option ? pick(slash, option, item as Offer) : add(slash, item as CommandOption);
  const input = event.target as HTMLInputElement;
  if (list.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    highlighted = event.key === "ArrowDown" ? (highlighted + 1) % list.length : (Math.max(highlighted, 0) - 1 + list.length) % list.length;
    changed();
    return document.getElementById(`offer-${highlighted}`)?.scrollIntoView({ block: "nearest" });
  }
  if (event.key === "Enter") {
    event.preventDefault();
    const value = option && slash.values[option.name];
    const chosen = highlighted >= 0 && (!option || value?.picked === undefined) ? list[highlighted] : undefined;
    if (chosen) return take(chosen);
    return submit(slash);
  }
  if (event.key === "Tab" && !event.shiftKey && highlighted >= 0 && list[highlighted] && input.value && (!option || slash.values[option.name]?.picked === undefined)) {
    event.preventDefault();
    return take(list[highlighted]!);
  }
  if (event.key === "Escape") { event.preventDefault(); return leave(); }
  if (event.key === "Backspace" && !input.value && (input.type !== "file")) {
    event.preventDefault();
    if (!option) return slash.chips.length ? focusChip(slash.chips.at(-1)!) : leave(`/${slash.entry.path}`);
    if (!option.required) return drop(slash, option.name);
    const at = slash.chips.indexOf(option.name);
    if (at > 0) focusChip(slash.chips[at - 1]!);
    else leave(`/${slash.entry.path}`);
  }
}

function searchMore(slash: SlashDraft, text: string): void {
  const exact = text.endsWith(":") && remaining(slash).find((option) => option.name === text.slice(0, -1).trim());
  if (exact) return add(slash, exact);
  moreText = text;
  highlighted = text ? 0 : -1;
  changed();
}

const moreOffers = (slash: SlashDraft) =>
  remaining(slash).filter((option) => option.name.includes(moreText.trim().toLowerCase().replace(/:$/, "")));

function gain(name: string, slash: SlashDraft): void {
  focused = name;
  const option = optionNamed(slash.entry, name);
  highlighted = option && strict(option) ? 0 : -1;
  if (option?.autocomplete) void ask(slash, option);
  changed();
}

export function slashBar(slash: SlashDraft) {
  const option = focused && focused !== MORE ? optionNamed(slash.entry, focused) : undefined;
  const rest = remaining(slash);
  return html`${option ? offerList(slash, option) : focused === MORE && rest.length ? moreList(slash) : nothing}
    <div class="slash-head" id="slash-about"><b>/${slash.entry.path}</b><span>${slash.error ? html`<span class="failure" role="alert">${slash.error.name}: ${slash.error.text}</span>`
      : option ? html`${option.name}${option.description !== "…" ? ` — ${option.description}` : nothing}` : slash.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${slash.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${() => leave()}>${icon("x")}</button>
      <div class="chips"><span class="slash-name">/${slash.entry.path}</span>${repeat(slash.chips, (name) => name, (name) => chip(slash, optionNamed(slash.entry, name)!))}
        ${rest.length || !slash.chips.length ? html`<input type="text" class="chip-more" data-chip=${MORE} autocomplete="off" aria-label="Add an option" placeholder=${rest.length ? `+${rest.length} optional` : "Press Enter to send"}
          .value=${live(moreText)} @input=${(event: Event) => searchMore(slash, (event.target as HTMLInputElement).value)}
          @focus=${() => gain(MORE, slash)} @blur=${() => blur()} @keydown=${(event: KeyboardEvent) => keys(event, slash, null)}>` : nothing}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${() => submit(slash)}>${icon("send")}</button>
    </div>`;
}

function blur(): void {
  setTimeout(() => {
    if (document.activeElement?.closest(".slash, .popup")) return;
    focused = null;
    changed();
  }, 100);
}

function chip(slash: SlashDraft, option: CommandOption) {
  const value = slash.values[option.name], wrong = slash.error?.name === option.name;
  const common = `chip ${wrong ? "wrong" : ""} ${focused === option.name ? "focused" : ""}`;
  if (option.type === ATTACHMENT) {
    return html`<label class="${common} chip-file"><span class="chip-name">${option.name}</span><span class="chip-value">${value?.file ? `${value.file.name} · ${bytes(value.file.size)}` : "Choose a file"}</span>
      <input type="file" data-chip=${option.name} aria-label=${option.name} @focus=${() => gain(option.name, slash)} @blur=${blur} @keydown=${(event: KeyboardEvent) => { if (event.key !== "Enter" || value?.file) keys(event, slash, option); }}
        @change=${(event: Event) => chooseFile(slash, option, (event.target as HTMLInputElement).files?.[0])}></label>`;
  }
  const list = focused === option.name && offers(slash, option).length > 0;
  const grow = ref((element) => { if (element) fit(element as HTMLTextAreaElement); });
  return html`<label class=${common}><span class="chip-name">${option.name}</span><textarea rows="1" data-chip=${option.name} aria-label=${option.name} aria-describedby="slash-about"
    aria-invalid=${wrong ? "true" : nothing} aria-haspopup=${strict(option) || option.autocomplete ? "listbox" : nothing}
    aria-controls=${list ? "offers" : nothing} aria-activedescendant=${list && highlighted >= 0 ? `offer-${highlighted}` : nothing} spellcheck="false" inputmode=${option.type === INTEGER ? "numeric" : option.type === NUMBER ? "decimal" : nothing}
    .value=${live(value?.text ?? "")} ${grow} @input=${(event: Event) => { const area = event.target as HTMLTextAreaElement; change(slash, option, area.value.replace(/\s*\n\s*/g, " ")); fit(area); }}
    @focus=${() => gain(option.name, slash)} @blur=${blur} @keydown=${(event: KeyboardEvent) => keys(event, slash, option)}></textarea></label>`;
}

/** As wide as its words, in browsers that cannot do so by themselves. */
function fit(area: HTMLTextAreaElement): void {
  if (!CSS.supports("field-sizing", "content")) area.style.width = `${Math.min(Math.max(area.value.length + 1, 4), 60)}ch`;
}

function chooseFile(slash: SlashDraft, option: CommandOption, file: File | undefined): void {
  if (!file) return;
  if (file.size > FILE_LIMIT) return toast(`${file.name} is too large: files may have up to 10 MB.`);
  slash.values[option.name] = { text: file.name, file };
  onward(slash, option.name);
}

function offerList(slash: SlashDraft, option: CommandOption) {
  const list = offers(slash, option);
  const waiting = option.autocomplete && found.waiting;
  if (slash.values[option.name]?.picked !== undefined && !option.autocomplete) return nothing;
  if (!list.length) return waiting ? html`<div class="popup quiet">Asking Inkling…</div>` : strict(option) ? html`<div class="popup quiet">Nothing here matches.</div>` : nothing;
  return popup("", html`<div class="popup-head">${option.name}</div><div id="offers" role="listbox" aria-label=${option.name}>${list.map((each, index) => row(index, each.name, each.about ?? "", () => pick(slash, option, each)))}</div>`, blur);
}

function moreList(slash: SlashDraft) {
  const list = moreOffers(slash);
  if (!list.length) return html`<div class="popup quiet">No option has this name.</div>`;
  return popup("", html`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${list.map((each, index) => row(index, each.name, each.description, () => add(slash, each)))}</div>`, blur);
}

function row(index: number, name: string, about: string, choose: () => void) {
  return html`<div id="offer-${index}" role="option" class="choice" aria-selected=${index === highlighted ? "true" : "false"}
    @pointermove=${() => { if (highlighted !== index) { highlighted = index; changed(); } }} @click=${choose}><span class="choice-line"><b>${name}</b></span>${about && about !== "…" ? html`<span class="choice-about">${about}</span>` : nothing}</div>`;
}

