// Slash commands as values: flattening, filtering, reading typed text, checking options. Knows no page.

import type { Choice, Command, CommandOption, Entry } from "./types";

export const SUBCOMMAND = 1, GROUP = 2, STRING = 3, INTEGER = 4, BOOLEAN = 5, USER = 6, CHANNEL = 7, ROLE = 8,
  MENTIONABLE = 9, NUMBER = 10, ATTACHMENT = 11;

/** What is typed into one chip; ``picked`` once a listed choice was taken. */
export interface ChipValue { text: string; picked?: Choice["value"] | boolean; file?: File }

export interface SlashDraft {
  entry: Entry;
  chips: string[]; // option names shown, in order
  values: Record<string, ChipValue>;
  error?: { name: string; text: string };
}

export function flatten(commands: Command[]): Entry[] {
  const entries: Entry[] = [];
  const walk = (path: string, description: string, options: CommandOption[]) => {
    const nested = options.filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
    if (!nested.length) entries.push({ path, description, options });
    for (const option of nested) walk(`${path} ${option.name}`, option.description, option.options ?? []);
  };
  for (const command of commands) {
    if ((command.type ?? 1) === 1) walk(command.name, command.description, command.options ?? []);
  }
  return entries.sort((a, b) => a.path.localeCompare(b.path));
}

/** Entries for what follows the slash; those that begin with it come first. */
export function matching(entries: Entry[], typed: string): Entry[] {
  const wanted = typed.trim().toLowerCase();
  const starts = entries.filter((entry) => entry.path.startsWith(wanted));
  const within = entries.filter((entry) => !entry.path.startsWith(wanted) && entry.path.includes(wanted));
  return [...starts, ...within];
}

export function begin(entry: Entry): SlashDraft {
  const required = entry.options.filter((option) => option.required).map((option) => option.name);
  return { entry, chips: required, values: {} };
}

export function optionNamed(entry: Entry, name: string): CommandOption | undefined {
  return entry.options.find((option) => option.name === name);
}

export function remaining(draft: SlashDraft): CommandOption[] {
  return draft.entry.options.filter((option) => !draft.chips.includes(option.name));
}

/**
 * ``/imagine prompt: a red apple count: 2`` as a draft; text before any ``name:`` fills the first required option.
 * Null unless the text begins with a whole command followed by a space.
 */
export function readTyped(text: string, entries: Entry[]): SlashDraft | null {
  const entry = entries
    .filter((candidate) => text.startsWith(`/${candidate.path} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (!entry) return null;
  const draft = begin(entry);
  const rest = text.slice(entry.path.length + 2);
  const names = entry.options.map((option) => option.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const marks = names.length ? [...rest.matchAll(new RegExp(`(?:^|\\s)(${names.join("|")}):\\s?`, "gu"))] : [];
  const put = (name: string, value: string) => {
    if (!draft.chips.includes(name)) draft.chips.push(name);
    draft.values[name] = { text: value.trim() };
  };
  const head = rest.slice(0, marks[0]?.index ?? rest.length).trim();
  const first = draft.chips[0] ?? entry.options[0]?.name;
  if (head && first) put(first, head);
  marks.forEach((mark, index) => {
    put(mark[1]!, rest.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? rest.length));
  });
  return draft;
}

/** The sentence that says why this option cannot be sent, or null. */
export function complaint(option: CommandOption, value: ChipValue | undefined): string | null {
  const text = value?.text.trim() ?? "";
  if (option.type === ATTACHMENT) return value?.file || !option.required ? null : "Choose a file.";
  if (!text && value?.picked === undefined) {
    return option.required ? "This option is required. Specify a value." : "Give it a value, or remove it.";
  }
  if (value?.picked !== undefined) return null;
  if (option.choices?.length || option.type === BOOLEAN || (option.type >= USER && option.type <= MENTIONABLE)) {
    return "Pick one from the list.";
  }
  if (option.type === INTEGER && !/^[+-]?\d+$/.test(text)) return "Write a whole number.";
  if (option.type === NUMBER && !Number.isFinite(Number(text))) return "Write a number.";
  if (option.type === INTEGER || option.type === NUMBER) {
    if (option.min_value !== undefined && Number(text) < option.min_value) return `The least is ${option.min_value}.`;
    if (option.max_value !== undefined && Number(text) > option.max_value) return `The most is ${option.max_value}.`;
  }
  if (option.min_length && text.length < option.min_length) return `Write at least ${option.min_length} characters.`;
  if (option.max_length && text.length > option.max_length) return `Write at most ${option.max_length} characters.`;
  return null;
}

/** The value as Discord sends it. Only for values without a complaint. */
export function wireValue(option: CommandOption, value: ChipValue): string | number | boolean {
  if (value.picked !== undefined) return value.picked;
  const text = value.text.trim();
  return option.type === INTEGER || option.type === NUMBER ? Number(text) : text;
}
