// One message: who, when, what, and what can be done with it.

import { html, nothing } from "lit-html";

import { dismiss, forget, react, reply, saveEdit, startEdit, stopEdit } from "../actions";
import { avatar, icon, inkDrop } from "../icons";
import { plain, safeLink } from "../markdown";
import { may, openChannel, person, place, type Pending, state } from "../store";
import { formatTime, stamp } from "../time";
import { COMPONENTS_V2, type Embed, EPHEMERAL, LOADING, type Message, VOICE } from "../types";
import { emoji, hex, jump, local, property, text } from "./bits";
import { components } from "./components";
import { attachments, gallery, thumbnail } from "./media";
import { voicePlayer } from "./player";
import { below, moved, openSheet, released, summon, touched } from "./sheet";

const GROUP_MS = 7 * 60 * 1000;
const has = (message: Message, flag: number) => ((message.flags ?? 0) & flag) !== 0;

/** Follows the message before it without a new head, as one person's quick messages do. */
export function follows(message: Message, before: Message | undefined): boolean {
  return !!before && before.author.id === message.author.id && !message.referenced_message && !message.interaction_metadata
    && !has(message, EPHEMERAL) && !has(before, EPHEMERAL)
    && new Date(message.timestamp).getTime() - new Date(before.timestamp).getTime() < GROUP_MS;
}

export function messageView(message: Message, compact: boolean) {
  const author = person(message.author);
  const ephemeral = has(message, EPHEMERAL), loading = has(message, LOADING);
  const at = new Date(message.timestamp);
  const mentioned = message.mentions?.some((user) => user.id === state.me) && message.author.id !== state.me;
  return html`<article class="message ${compact ? "compact" : ""} ${ephemeral ? "ephemeral" : ""} ${mentioned ? "mentions-me" : ""}"
      aria-label=${`${author.name}, ${formatTime(at, "t")}`} data-message=${message.id}
      @contextmenu=${(event: MouseEvent) => summon(event, message)} @pointerdown=${(event: PointerEvent) => touched(event, message)}
      @pointermove=${moved} @pointerup=${released} @pointercancel=${released} @keydown=${(event: KeyboardEvent) => keys(event, message)}>
    ${context(message)}
    ${compact ? html`<span class="gutter" aria-hidden="true">${formatTime(at, "t")}</span>` : html`<span class="gutter">${avatar(author)}</span>`}
    <div class="body">
      ${compact ? nothing : html`<header><span class="author ${author.bot ? "by-bot" : ""}">${author.name}</span>${
        author.bot ? html`<span class="tag">App</span>` : nothing}<time datetime=${message.timestamp} title=${formatTime(at, "F")}>${stamp(message.timestamp)}</time></header>`}
      ${loading ? html`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${author.name} is thinking…</p>` : state.editing === message.id ? editor(message) : content(message)}
      ${reactions(message)}
      ${state.failures.has(message.id) ? html`<p class="failure" role="alert">${icon("alert")}${state.failures.get(message.id)}</p>` : nothing}
      ${ephemeral ? html`<p class="only-you">${icon("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${() => dismiss(message)}>Dismiss message</button></p>` : nothing}
    </div>
    ${loading || state.editing === message.id ? nothing : tools(message, author.name)}
  </article>`;
}

function tools(message: Message, name: string) {
  const own = may(message);
  return html`<div class="tools" role="group" aria-label="Actions">
    ${own.answer ? html`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${(event: Event) => openSheet(message, "react", below(event))}>${icon("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${name}" title="Reply" @click=${() => reply(message)}>${icon("reply")}</button>` : nothing}
    ${own.edit ? html`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${() => startEdit(message)}>${icon("pencil")}</button>` : nothing}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${(event: Event) => openSheet(message, "all", below(event))}>${icon("ellipsis")}</button></div>`;
}

/** Keys for a chosen message; the arrows that choose it are the list's. */
function keys(event: KeyboardEvent, message: Message) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const own = may(message), place = (event.currentTarget as Element).getBoundingClientRect();
  const at = { x: place.left + 72, y: place.top + 24 };
  if (event.key === "Enter") openSheet(message, "all", at);
  else if (event.key === "r" && own.answer) reply(message);
  else if (event.key === "e" && own.edit) startEdit(message);
  else if (event.key === "+" && own.answer) openSheet(message, "react", at);
  else return;
  event.preventDefault();
}

function editor(message: Message) {
  const area = (event: Event) => (event.currentTarget as Element).closest(".editing")!.querySelector("textarea")!;
  const typed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") stopEdit();
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); void saveEdit(message, area(event).value); }
  };
  return html`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${message.content} @keydown=${typed}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${stopEdit}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${(event: Event) => void saveEdit(message, area(event).value)}>Save</button></div></div>`;
}

function content(message: Message): unknown {
  const edited = message.edited_timestamp ? html`<span class="edited" title=${formatTime(new Date(message.edited_timestamp), "F")}>(edited)</span>` : nothing;
  if (has(message, COMPONENTS_V2)) return html`<div class="parts">${components(message.components, message)}</div>${
    message.edited_timestamp ? html`<div class="edited-line">${edited}</div>` : nothing}`;
  if (message.message_snapshots?.length) return forwarded(message);
  const spoken = has(message, VOICE) ? message.attachments[0] : undefined;
  if (spoken) return voicePlayer(spoken.url, spoken.duration_secs ?? 0, spoken.waveform ?? "");
  return html`${message.content || message.edited_timestamp ? html`<div class="text prose">${text(message.content)}${message.edited_timestamp ? html` ${edited}` : nothing}</div>` : nothing}
    ${attachments(message.attachments ?? [])}
    ${(message.embeds ?? []).map((each) => embed(each, message))}
    ${message.components?.length ? html`<div class="parts">${components(message.components, message)}</div>` : nothing}`;
}

/** A copy of a message from elsewhere, and the way there for those who may see it. */
function forwarded(message: Message) {
  const from = state.channels.find((each) => each.id === message.message_reference?.channel_id);
  return html`<div class="forwarded"><p class="forwarded-mark">${icon("forward")}Forwarded</p>
    ${message.message_snapshots!.map(({ message: copy }) => content({ ...message, message_snapshots: undefined, ...copy, id: message.id }))}
    ${from ? html`<button type="button" class="forwarded-from" @click=${() => void openChannel(from.id)}>${place(from)}<span aria-hidden="true">·</span>${
      stamp(message.message_snapshots![0]!.message.timestamp)}</button>` : nothing}</div>`;
}

function context(message: Message) {
  const source = message.interaction_metadata;
  const command = source?.name ?? message.interaction?.name;
  if (source && command && !message.referenced_message) {
    const user = person(source.user);
    return html`<div class="context">${avatar(user)}<span class="context-name">${user.name}</span> used <span class="mention">${source.command_type === 3 ? "" : "/"}${command}</span></div>`;
  }
  const answered = message.referenced_message;
  if (message.message_snapshots?.length || (!message.message_reference && !answered)) return nothing;
  if (!answered) return html`<div class="context"><em>Original message was deleted</em></div>`;
  const user = person(answered.author);
  const words = plain(answered.content) || firstWords(answered) || (has(answered, VOICE) ? "Voice message" : answered.attachments?.length ? "Click to see attachment" : "Click to see message");
  return html`<div class="context">${avatar(user)}<button type="button" class="context-jump" title="Go to this message"
    @click=${() => jump(answered.id)}><span class="context-name">${user.name}</span><span class="context-words">${words}</span></button></div>`;
}

function firstWords(message: Message): string {
  const queue = [...(message.components ?? [])];
  for (let each = queue.shift(); each; each = queue.shift()) {
    if (each.content) return plain(each.content);
    queue.unshift(...(each.components ?? []));
  }
  return "";
}

function reactions(message: Message) {
  if (!message.reactions?.length) return nothing;
  return html`<div class="reactions">${message.reactions.map((each) => html`<button type="button" class="reaction ${each.me ? "mine" : ""}" aria-pressed=${each.me}
    aria-label=${`${each.emoji.name}, ${each.count}`} ?disabled=${!!each.emoji.id} @click=${() => react(message, each.emoji.name ?? "", each.me)}>${emoji(each.emoji)}<b>${each.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${(event: Event) => openSheet(message, "react", below(event))}>${icon("smile")}</button></div>`;
}

function embed(each: Embed, message: Message) {
  const href = safeLink(each.url ?? "");
  const foot = [each.footer?.text, each.timestamp ? formatTime(new Date(each.timestamp), "f") : ""].filter(Boolean).join(" · ");
  return html`<div class="embed" ${property("--accent-bar", hex(each.color))}><div class="embed-words">
    ${each.author ? html`<div class="embed-author">${each.author.name}</div>` : nothing}
    ${each.title ? html`<div class="embed-title">${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${each.title}</a>` : text(each.title)}</div>` : nothing}
    ${each.description ? html`<div class="text prose">${text(each.description)}</div>` : nothing}
    ${each.fields?.length ? html`<dl class="fields">${each.fields.map((field) => html`<div class=${field.inline ? "inline" : ""}><dt>${text(field.name)}</dt><dd class="prose">${text(field.value)}</dd></div>`)}</dl>` : nothing}
    ${local(each.image) ? gallery([{ media: each.image! }], message) : nothing}
    ${foot ? html`<div class="embed-foot">${foot}</div>` : nothing}
    </div>${each.thumbnail ? thumbnail(each.thumbnail, null, message) : nothing}</div>`;
}

/** A command on its way: sent, but not answered yet, or never. */
export function pendingView(pending: Pending) {
  const me = state.users.get(state.me), bot = state.users.get(state.bot);
  return html`<article class="message pending" aria-label=${`/${pending.path}, ${pending.failed ? "failed" : "sending"}`}>
    <div class="context">${me ? avatar(me) : nothing}<span class="context-name">${me?.name}</span> used <span class="mention">/${pending.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${inkDrop()}</span></span>
    <div class="body"><header><span class="author by-bot">${bot?.name}</span><span class="tag">App</span></header>
      ${pending.failed ? html`<p class="failure" role="alert">${icon("alert")}The application did not respond</p>
        <p class="only-you">${icon("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${() => forget(pending.id)}>Dismiss message</button></p>`
      : html`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`;
}
