// What a press, a choice or Enter does. Every one ends in the server's interface.

import { api } from "./api";
import { attempt, changed, draft, place, remove, state, toast, touch, watch } from "./store";
import { ATTACHMENT, complaint, optionNamed, type SlashDraft, wireValue } from "./slash";
import { measure } from "./voice";
import type { Message } from "./types";

const FAILED = "This interaction failed";
export const FILE_LIMIT = 10 * 1024 * 1024; // bytes, what Discord allows without a subscription

export async function sendMessage(): Promise<void> {
  const current = draft(), channel = state.current;
  const text = current.text.trim();
  if (!text && !current.files.length) return;
  if (text.length > 2000) return toast(`Your message is too long: ${text.length} of 2000 characters.`);
  state.drafts.set(channel, { text: "", files: [], reply: null, slash: null });
  lastTyping = 0;
  changed();
  const sent = await attempt(api.send(channel, text, current.files, current.reply?.id));
  if (!sent) {
    state.drafts.set(channel, current); // refused: nothing that was typed is lost
    changed();
  }
}

/** Sends a recording with its waveform; what could not be sent lies among the files to send, so that it is not lost. */
export async function sendVoice(channel: string, file: File): Promise<void> {
  const measured = await measure(file).catch(() => null);
  if (measured && (await attempt(api.voice(channel, file, measured.seconds, measured.waveform)))) return;
  if (!measured) toast(`${file.name} cannot be read as sound in this browser.`);
  layBy(channel, file);
}

/** Puts a file among those to send, in whatever channel. */
export function layBy(channel: string, file: File): void {
  draft(channel).files = [...draft(channel).files, file];
  changed();
}

export async function forward(message: Message, channel: string): Promise<void> {
  const target = state.channels.find((each) => each.id === channel);
  if ((await attempt(api.forward(message.id, channel))) && target) toast(`Forwarded to ${place(target)}.`, true);
}

const TYPING_EVERY_MS = 8000;
let lastTyping = 0;
export function tellTyping(): void {
  if (Date.now() - lastTyping < TYPING_EVERY_MS) return;
  lastTyping = Date.now();
  void api.typing(state.current).catch(() => {});
}

/** False where an option still needs attention; the draft then says which. */
export function checkSlash(slash: SlashDraft): boolean {
  for (const name of slash.chips) {
    const text = complaint(optionNamed(slash.entry, name)!, slash.values[name]);
    if (text) {
      slash.error = { name, text };
      return false;
    }
  }
  slash.error = undefined;
  return true;
}

export function slashValues(slash: SlashDraft, skip?: string): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const name of slash.chips) {
    const option = optionNamed(slash.entry, name)!, value = slash.values[name];
    if (name === skip || option.type === ATTACHMENT || !value || complaint(option, value)) continue;
    options[name] = wireValue(option, value);
  }
  return options;
}

export async function sendSlash(slash: SlashDraft): Promise<void> {
  const channel = state.current;
  const files = slash.chips.flatMap((name): [string, File][] => {
    const file = slash.values[name]?.file;
    return file ? [[name, file]] : [];
  });
  const before = draft();
  state.drafts.set(channel, { text: "", files: [], reply: null, slash: null });
  changed();
  const sent = await attempt(api.slash(channel, slash.entry.path, slashValues(slash), files));
  if (!sent) {
    state.drafts.set(channel, { ...before, slash });
    return changed();
  }
  const pending = { id: sent.interaction, channel, path: slash.entry.path, failed: false };
  state.pending = [...state.pending, pending];
  watch(sent.interaction, (outcome) => {
    state.pending = outcome === "done"
      ? state.pending.filter((each) => each.id !== pending.id)
      : state.pending.map((each) => (each.id === pending.id ? { ...each, failed: true } : each));
    changed();
  });
  changed();
}

export const forget = (id: string): void => {
  state.pending = state.pending.filter((each) => each.id !== id);
  changed();
};

async function interact(message: Message, customId: string, work: Promise<{ interaction: string }>): Promise<void> {
  const key = `${message.id}:${customId}`;
  const release = (failure: string) => {
    state.busy.delete(key);
    if (failure) state.failures.set(message.id, failure);
    touch(message.id);
    changed();
  };
  state.busy.add(key);
  state.failures.delete(message.id);
  touch(message.id);
  changed();
  const sent = await attempt(work);
  if (sent) watch(sent.interaction, (outcome) => release(outcome === "failed" ? FAILED : ""));
  else release("");
}

export const press = (message: Message, customId: string) => interact(message, customId, api.press(message.id, customId));
export const select = (message: Message, customId: string, values: string[]) =>
  interact(message, customId, api.select(message.id, customId, values));

export const menuCommand = (message: Message, name: string) => interact(message, `menu:${name}`, api.menu(message.id, name));

export const react = (message: Message, emoji: string, remove: boolean) => attempt(api.react(message.id, emoji, remove));
export const deleteMessage = (message: Message) => attempt(api.delete(message.id));

export function reply(message: Message): void {
  draft().reply = message;
  changed();
  document.querySelector<HTMLElement>(".composer textarea")?.focus();
}

export function startEdit(message: Message): void {
  const before = state.editing;
  state.editing = message.id;
  for (const id of [before, message.id]) touch(id);
  changed();
  const area = document.querySelector<HTMLTextAreaElement>(".editing textarea");
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}

export function stopEdit(): void {
  const id = state.editing;
  state.editing = "";
  touch(id);
  changed();
  document.querySelector<HTMLElement>(".composer textarea")?.focus();
}

export async function saveEdit(message: Message, text: string): Promise<void> {
  const content = text.trim();
  if (content === message.content || (await attempt(api.edit(message.id, content)))) stopEdit();
}

export async function dismiss(message: Message): Promise<void> {
  if (await attempt(api.dismiss(message.id))) remove(message.channel_id, message.id);
  changed();
}

export async function submitModal(values: object, files: [string, File][]): Promise<void> {
  const modal = state.modal;
  if (!modal) return;
  state.modalBusy = true;
  state.modalError = "";
  changed();
  const fail = (text: string) => {
    if (state.modal === modal) Object.assign(state, { modalError: text, modalBusy: false });
    else toast(text);
    changed();
  };
  try {
    const sent = await api.submit(modal.id, values, files);
    watch(sent.interaction, (outcome) => {
      if (outcome === "failed") return fail("Something went wrong. Try again.");
      if (state.modal === modal) state.modal = null;
      changed();
    });
  } catch (error) {
    fail((error as Error).message);
  }
}

export function addFiles(files: Iterable<File>): void {
  const current = draft();
  for (const file of files) {
    if (file.size > FILE_LIMIT) toast(`${file.name} is too large: files may have up to 10 MB.`);
    else if (current.files.length >= 10) { toast("A message can carry 10 files."); break; }
    else current.files = [...current.files, file];
  }
  changed();
}
