// The frame: the playground's mark, server rail, channels, header, people.

import { html, nothing } from "lit-html";

import { avatar, icon, inkDrop } from "../icons";
import { changed, channel, openChannel, state } from "../store";
import type { Channel, Person } from "../types";
import { composer, fill } from "./composer";
import { lightBox } from "./media";
import { modal } from "./modal";
import { messageList } from "./messages";
import { sheet } from "./sheet";
import { toggleTrouble, troubleBar } from "./trouble";

export const SUGGESTIONS: Record<Channel["kind"], string[]> = {
  text: [
    "/imagine prompt: a red apple on a blue background",
    "/imagine prompt: a green tree in the snow count: 4",
    "/help",
  ],
  dm: ["/imagine prompt: a yellow moon over the sea", "/help"],
};

export function app() {
  const here = channel();
  return html`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — a Discord on this computer.<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${state.drawer ? `drawer-${state.drawer}` : ""} ${state.membersShown ? "with-members" : ""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${state.guildName} aria-current="true" title=${state.guildName}
        @click=${() => { const first = state.channels[0]; if (first) void openChannel(first.id); }}>${inkDrop()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${state.guildName}</h2></div>
        <nav class="channels" aria-label="Channels">${channelGroup("Text channels", "text")}${channelGroup("Direct messages", "dm")}</nav>
        ${panel()}
      </div>
      <main class="chat" aria-label=${here ? (here.kind === "dm" ? here.name : `#${here.name}`) : "Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone" aria-label="Show channels" @click=${() => toggleDrawer("channels")}>${icon("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${icon(here?.kind === "dm" ? "atSign" : "hash")}</span><h1>${here?.name}</h1>
          <span class="topic">${here?.kind === "dm" ? "Only you and Inkling" : "Pictures, tried and shared"}</span>
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${state.troubleShown} @click=${toggleTrouble}>${icon("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${state.logShown} @click=${() => { state.logShown = !state.logShown; changed(); }}>${icon("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${state.membersShown} @click=${toggleMembers}>${icon("users")}</button>
        </header>
        ${banner()}${troubleBar()}
        ${messageList(SUGGESTIONS, fill)}
        ${composer()}
        ${typing()}
        ${state.logShown ? logPanel() : nothing}
      </main>
      <aside class="members" aria-label="Members">${members()}</aside>
      <div class="scrim" @click=${() => { state.drawer = ""; changed(); }}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${state.toasts.map((each) => html`<div class="toast">${icon("alert")}<span>${each.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${() => { state.toasts = state.toasts.filter((other) => other !== each); changed(); }}>${icon("x")}</button></div>`)}</div>
    ${lightBox()}${modal()}${sheet()}`;
}

const phone = () => matchMedia("(max-width: 760px)").matches;

function toggleDrawer(which: "channels" | "members") {
  state.drawer = state.drawer === which ? "" : which;
  changed();
}

function toggleMembers() {
  if (phone()) return toggleDrawer("members");
  state.membersShown = !state.membersShown;
  changed();
}

function channelGroup(title: string, kind: Channel["kind"]) {
  const all = state.channels.filter((each) => each.kind === kind);
  return html`<section><h2>${title}</h2>${all.map((each) => {
    const current = each.id === state.current, bot = state.users.get(state.bot);
    return html`<button type="button" class="channel ${current ? "current" : ""} ${state.unread.has(each.id) ? "unread" : ""}" aria-current=${current ? "page" : nothing}
      @click=${() => openChannel(each.id)}>${kind === "dm" && bot ? html`<span class="with-status">${avatar(bot)}${presence()}</span>` : icon("hash")}<span>${each.name}</span>${
      state.unread.has(each.id) ? html`<span class="sr">, new messages</span>` : nothing}</button>`;
  })}</section>`;
}

const awake = () => state.online && (state.status.phase === "ready" || state.status.phase === "loading");
const presence = () => html`<i class="presence ${awake() ? "here" : ""}" aria-hidden="true"></i>`;

function panel() {
  const me = state.users.get(state.me);
  if (!me) return nothing;
  const others = [...state.users.values()].filter((each) => !each.bot && each.id !== me.id);
  return html`<div class="panel"><span class="with-status">${avatar(me)}<i class="presence here" aria-hidden="true"></i></span>
    <span class="panel-name"><b>${me.name}</b><small>${me.id === state.owner ? "Owns this server" : "A visitor"}</small></span>
    ${others.map((each) => html`<a class="ghost" href="/?as=${each.id}" target="_blank" rel="noopener" title="Open a tab as ${each.name}" aria-label="Open a tab as ${each.name}">${avatar(each)}</a>`)}</div>`;
}

function banner() {
  const { phase, detail } = state.status;
  if (!state.online) return html`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;
  const words: Record<string, string> = {
    starting: "Inkling is starting… Its model loads in about 15 s; you can already look around.",
    loading: "Inkling is here. Its model is still loading; what you ask for now waits its turn.",
    restarting: "Inkling stopped and is being started again. Nothing that was accepted is lost.",
    stopped: "Inkling does not run. Its log says why.",
  };
  if (!words[phase]) return nothing;
  return html`<div class="banner ${phase === "stopped" || phase === "restarting" ? "trouble" : ""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${words[phase]}${detail ? html` <small>${detail}</small>` : nothing}</span></div>`;
}

function typing() {
  const shown = (state.typing.get(state.current) ?? 0) > Date.now();
  return html`<div class="typing" role="status">${shown ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><b>${state.users.get(state.bot)?.name}</b> is typing…` : nothing}</div>`;
}

function members() {
  const all = [...state.users.values()];
  const group = (title: string, some: Person[]) => (some.length ? html`<section><h2>${title} — ${some.length}</h2>${some.map((each) => html`<div class="member">
    <span class="with-status">${avatar(each)}${each.bot ? presence() : html`<i class="presence here" aria-hidden="true"></i>`}</span><span class=${each.bot ? "by-bot" : ""}>${each.name}</span>${
    each.bot ? html`<span class="tag">App</span>` : nothing}${each.id === state.me ? html`<small>you</small>` : nothing}</div>`)}</section>` : nothing);
  return html`${group("People", all.filter((each) => !each.bot))}${group("Apps", all.filter((each) => each.bot))}`;
}

function logPanel() {
  return html`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${() => { state.logShown = false; changed(); }}>${icon("x")}</button></div>
    <pre tabindex="0">${state.log.length ? state.log.join("\n") : "Nothing yet."}</pre></section>`;
}
