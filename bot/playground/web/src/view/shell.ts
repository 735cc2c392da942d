// The frame: the playground's mark, server rail, channels, header, people.

import { html, nothing } from "lit-html";

import { avatar, icon, inkDrop } from "../icons";
import { changed, channel, openChannel, place, state, togglePanel, typers } from "../store";
import type { Channel } from "../types";
import { clockBar } from "./clock";
import { composer } from "./composer";
import { guideDialog, openGuide } from "./guide";
import { lightBox } from "./media";
import { modal } from "./modal";
import { members, panel, presence, standing } from "./members";
import { messageList } from "./messages";
import { sheet } from "./sheet";
import { toggleTrouble, troubleBar } from "./trouble";

export function app() {
  const here = channel();
  return html`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — ${someoneElse()}<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${state.drawer ? `drawer-${state.drawer}` : ""} ${state.membersShown ? "with-members" : ""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${state.guildName} aria-current="true" title=${state.guildName}
        @click=${() => { const first = state.channels[0]; if (first) void openChannel(first.id); }}>${inkDrop()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${state.guildName}</h2></div>
        <button type="button" class="channel begin" @click=${openGuide}>${icon("compass")}<span>Start here</span></button>
        <nav class="channels" aria-label="Channels">${channelGroup("Text channels", "text")}${channelGroup("Direct messages", "dm")}</nav>
        ${panel()}
      </div>
      <main class="chat" aria-label=${here ? place(here) : "Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone ${state.unread.size ? "news" : ""}" aria-label=${`Show channels${state.unread.size ? ", new messages" : ""}`} @click=${() => toggleDrawer("channels")}>${icon("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${here ? icon(signOf(here)) : nothing}</span><h1>${here?.name}</h1>
          ${here?.topic ? html`<span class="topic" title=${here.topic}>${here.topic}</span>` : nothing}
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Time travel" title="Time travel" aria-expanded=${state.panel === "clock"} @click=${() => togglePanel("clock")}>${icon("clock")}</button>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${state.panel === "trouble"} @click=${toggleTrouble}>${icon("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${state.logShown} @click=${() => { state.logShown = !state.logShown; changed(); }}>${icon("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${state.membersShown} @click=${toggleMembers}>${icon("users")}</button>
        </header>
        ${banner()}${clockBar()}${troubleBar()}
        ${messageList()}
        ${composer()}
        ${typing()}
        ${state.logShown ? logPanel() : nothing}
      </main>
      <aside class="members" aria-label="Members">${members()}</aside>
      <div class="scrim" @click=${() => { state.drawer = ""; changed(); }}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${state.toasts.map((each) => html`<div class="toast">${icon(each.good ? "check" : "alert")}<span>${each.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${() => { state.toasts = state.toasts.filter((other) => other !== each); changed(); }}>${icon("x")}</button></div>`)}</div>
    ${lightBox()}${modal()}${sheet()}${guideDialog()}`;
}

function someoneElse() {
  const me = state.users.get(state.me);
  return me && me.id !== state.owner ? html`in this tab you are <b>${me.name}</b>, ${standing(me).toLowerCase()}.` : "a Discord on this computer.";
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
      @click=${() => openChannel(each.id)}>${kind === "dm" && bot ? html`<span class="with-status">${avatar(bot)}${presence(bot)}</span>` : icon(signOf(each))}<span>${each.name}</span>${
      each.hidden && kind === "text" ? html`<span class="sr">, not for everyone</span>` : nothing}${state.unread.has(each.id) ? html`<span class="sr">, new messages</span>` : nothing}</button>`;
  })}</section>`;
}

/** What stands before a channel's name. */
const signOf = (each: Channel) => (each.kind === "dm" ? "atSign" : each.hidden ? "lock" : "hash");

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
  const who = typers();
  const words = who.length > 2 ? html`<b>Several people</b> are typing…` : html`${who.map((name, index) => html`${index ? " and " : nothing}<b>${name}</b>`)} ${who.length > 1 ? "are" : "is"} typing…`;
  return html`<div class="typing" role="status">${who.length ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${words}</span>` : nothing}</div>`;
}

function logPanel() {
  return html`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${() => { state.logShown = false; changed(); }}>${icon("x")}</button></div>
    <pre tabindex="0">${state.log.length ? state.log.join("\n") : "Nothing yet."}</pre></section>`;
}
