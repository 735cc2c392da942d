// What the page knows, and how events change it. Views read it; nothing here touches the document.

import { api, listen, Refused } from "./api";
import { flatten, type SlashDraft } from "./slash";
import { setClock } from "./time";
import { type BotStatus, type Channel, type Command, type Entry, EPHEMERAL, type LiveEvent, LOADING, type Message, type Modal, type Person, type Role, VOICE } from "./types";

export interface Draft { text: string; files: File[]; reply: Message | null; slash: SlashDraft | null }
export interface Pending { id: string; channel: string; path: string; failed: boolean }
export interface Picture { url: string; alt: string; name: string; caption: string }
export interface Toast { id: number; text: string; good: boolean }

export const state = {
  me: "", bot: "", owner: "", users: new Map<string, Person>(), roles: [] as Role[], guildName: "", channels: [] as Channel[],
  current: "", messages: new Map<string, Message[]>(), entries: new Map<string, Entry[]>(),
  drafts: new Map<string, Draft>(), pending: [] as Pending[], unread: new Set<string>(),
  typing: new Map<string, Map<string, number>>(), status: { phase: "starting", detail: "" } as BotStatus, log: [] as string[],
  busy: new Set<string>(), failures: new Map<string, string>(), online: true, loaded: false,
  modal: null as Modal | null, modalError: "", modalBusy: false, picture: null as { all: Picture[]; at: number } | null,
  sheet: null as { message: string; kind: "all" | "react" | "forward" | "delete" } | null, editing: "",
  menus: new Map<string, string[]>(), toasts: [] as Toast[], drawer: "" as "" | "channels" | "members", membersShown: true, logShown: false,
  trouble: {} as Record<string, number>, panel: "" as "" | "trouble" | "clock", offset: 0, samples: [] as string[], guideShown: false,
};

const TYPING_MS = 9500; // Discord tells it anew every eight seconds or so

let draw = () => {};
export function onChange(redraw: () => void): void { draw = redraw; }
export function changed(): void { draw(); }
export function togglePanel(which: "trouble" | "clock"): void {
  state.panel = state.panel === which ? "" : which;
  changed();
}

// ------------------------------------------------------------------ reading

export const draft = (channel = state.current): Draft => {
  let found = state.drafts.get(channel);
  if (!found) state.drafts.set(channel, (found = { text: "", files: [], reply: null, slash: null }));
  return found;
};
export const channel = (): Channel | undefined => state.channels.find((each) => each.id === state.current);
export const entries = (): Entry[] => state.entries.get(state.current) ?? [];
export const menus = (): string[] => state.menus.get(state.current) ?? [];

/** What this person may do with a message; the server has the last word. */
export function may(message: Message) {
  const hidden = ((message.flags ?? 0) & EPHEMERAL) !== 0, own = message.author.id === state.me;
  const settled = !hidden && ((message.flags ?? 0) & LOADING) === 0;
  return { answer: settled, use: settled, edit: settled && own && !message.message_snapshots && !((message.flags ?? 0) & VOICE), dismiss: hidden,
    forward: settled && !message.message_snapshots, delete: !hidden && (own || !!channel()?.moderates) };
}
export const names = {
  user: (id: string) => state.users.get(id)?.name,
  channel: (id: string) => state.channels.find((each) => each.id === id)?.name,
  role: (id: string) => state.roles.find((each) => each.id === id)?.name,
};
/** "#studio" or "@Inkling". */
export const place = (each: Channel): string => `${each.kind === "dm" ? "@" : "#"}${each.name}`;
export const person = (user: { id: string; username: string; global_name?: string | null; bot?: boolean }): Person =>
  state.users.get(user.id) ?? { id: user.id, name: user.global_name || user.username, bot: !!user.bot, roles: [] };

// ------------------------------------------------------------------ toasts

let toastCount = 0;
export function toast(text: string, good = false): void {
  const id = ++toastCount;
  state.toasts = [...state.toasts.filter((each) => each.text !== text), { id, text, good }];
  setTimeout(() => { state.toasts = state.toasts.filter((each) => each.id !== id); changed(); }, good ? 4000 : 8000);
  changed();
}

/** Runs what a person asked for; a refusal becomes a toast. Resolves to undefined then. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    toast(error instanceof Refused ? error.message : "Something went wrong in the page.");
    if (!(error instanceof Refused)) console.error(error);
    return undefined;
  }
}

// ------------------------------------------------------------ interactions

// An acknowledgement can overtake the answer that tells its id: both orders end in the same place.
const settled = new Map<string, "done" | "failed">();
const watching = new Map<string, (outcome: "done" | "failed") => void>();

export function watch(id: string, then: (outcome: "done" | "failed") => void): void {
  const outcome = settled.get(id);
  if (outcome) then(outcome);
  else watching.set(id, then);
}

function settle(id: string, outcome: "done" | "failed"): void {
  settled.set(id, outcome);
  if (settled.size > 500) settled.delete(settled.keys().next().value!);
  watching.get(id)?.(outcome);
  watching.delete(id);
}

// ------------------------------------------------------------------ loading

export async function openChannel(id: string): Promise<void> {
  state.current = id;
  state.unread.delete(id);
  state.drawer = "";
  changed();
  await loadChannel(id);
}

async function loadChannel(id: string): Promise<void> {
  await attempt((async () => {
    const [messages, commands] = await Promise.all([api.messages(id), api.commands(id)]);
    state.messages.set(id, messages);
    register(id, commands);
    state.loaded = true;
    changed();
  })());
}

function register(id: string, commands: Command[]): void {
  state.entries.set(id, flatten(commands));
  state.menus.set(id, commands.filter((each) => each.type === 3).map((each) => each.name));
}

export async function refreshCommands(): Promise<void> {
  const id = state.current;
  if (id) register(id, await api.commands(id).catch(() => []));
  changed();
}

export async function start(): Promise<void> {
  const known = await api.state();
  learn(known);
  Object.assign(state, { status: known.status, log: known.log });
  state.current = known.channels[0].id;
  listen(receive, () => { state.online = true; void loadChannel(state.current); }, () => { state.online = false; changed(); });
  changed();
}

function learn(known: any): void {
  const { me, bot, owner, roles, channels, guild } = known;
  Object.assign(state, { me, bot, owner, roles, channels, guildName: guild.name });
  state.users = new Map(known.users.map((each: Person) => [each.id, each]));
  state.samples = known.samples ?? [];
  travelled(known.offset ?? 0);
}

let learning: ReturnType<typeof setTimeout> | undefined;
/** People, roles or channels changed: several such events come together and are read once. */
function learnAgain(): void {
  clearTimeout(learning);
  learning = setTimeout(() => void api.state().then(learn).catch(() => {}).then(changed), 150);
}

function travelled(offset: number): void {
  state.offset = offset;
  setClock(offset);
}

// ------------------------------------------------------------------- events

function receive({ t, d }: LiveEvent): void {
  switch (t) {
    case "MESSAGE_CREATE": put(d); break;
    case "MESSAGE_UPDATE": {
      const { reactions: _, ...rest } = d; // nobody's in particular; the page counts them itself
      update(rest);
      break;
    }
    case "MESSAGE_DELETE": remove(d.channel_id, d.id); break;
    case "MESSAGE_REACTION_ADD": react(d, 1); break;
    case "MESSAGE_REACTION_REMOVE": react(d, -1); break;
    case "MESSAGE_REACTION_REMOVE_ALL": update({ id: d.message_id, channel_id: d.channel_id, reactions: [] }); break;
    case "TYPING_START": if (d.user_id !== state.me) hearTyping(d.channel_id, d.user_id); break;
    case "INTERACTION_ACK": if (d.state !== "pending") settle(String(d.id), d.state); break;
    case "MODAL_OPEN": Object.assign(state, { modal: { ...d, id: String(d.id) }, modalError: "", modalBusy: false }); break;
    case "HELLO": state.status = d.status; break;
    case "BOT_STATUS":
      if (d.phase !== state.status.phase && (d.phase === "ready" || d.phase === "loading")) void refreshCommands();
      state.status = d;
      break;
    case "BOT_LOG": state.log = [...state.log.slice(-299), d.line]; break;
    case "CLOCK": travelled(d.offset); break;
    default: if (/^(CHANNEL|GUILD_MEMBER|GUILD_ROLE)_/.test(t)) learnAgain();
  }
  changed();
}

function put(message: Message): void {
  const known = state.messages.get(message.channel_id) ?? [];
  state.typing.get(message.channel_id)?.delete(message.author.id);
  if (known.some((each) => each.id === message.id)) return update(message);
  if (state.messages.has(message.channel_id)) state.messages.set(message.channel_id, [...known, message]);
  if (message.channel_id !== state.current) state.unread.add(message.channel_id);
}

function update(change: Partial<Message> & { id: string; channel_id: string }): void {
  const known = state.messages.get(change.channel_id);
  if (known) state.messages.set(change.channel_id, known.map((each) => (each.id === change.id ? { ...each, ...change } : each)));
}

export function remove(channelId: string, id: string): void {
  const known = state.messages.get(channelId);
  if (known) state.messages.set(channelId, known.filter((each) => each.id !== id));
}

/** Draws one message anew although its payload did not change (a button became busy). */
export function touch(id: string): void {
  for (const known of state.messages.values()) {
    const message = known.find((each) => each.id === id);
    if (message) return update({ ...message });
  }
}

function react(change: any, by: number): void {
  const message = state.messages.get(change.channel_id)?.find((each) => each.id === change.message_id);
  if (!message) return;
  const mine = change.user_id === state.me;
  const same = (emoji: any) => (emoji.id ?? emoji.name) === (change.emoji.id ?? change.emoji.name);
  const reactions = (message.reactions ?? []).map((each) =>
    same(each.emoji) ? { ...each, count: each.count + by, me: mine ? by > 0 : each.me } : each);
  if (by > 0 && !reactions.some((each) => same(each.emoji))) reactions.push({ emoji: change.emoji, count: 1, me: mine });
  update({ ...message, reactions: reactions.filter((each) => each.count > 0) });
}

function hearTyping(id: string, user: string): void {
  const here = state.typing.get(id) ?? new Map<string, number>();
  state.typing.set(id, here.set(user, Date.now() + TYPING_MS));
  setTimeout(changed, TYPING_MS + 100);
}

/** Who types in the open channel at this moment. */
export const typers = (): string[] =>
  [...(state.typing.get(state.current) ?? [])].filter(([, until]) => until > Date.now()).map(([user]) => names.user(user) ?? "Someone");
