// Who is here: the member list by role, and below the channels oneself, with the way to be someone else.

import { html, nothing } from "lit-html";

import { avatar, icon } from "../icons";
import { state } from "../store";
import type { Person, Role } from "../types";
import { hex, property } from "./bits";

const awake = () => state.online && (state.status.phase === "ready" || state.status.phase === "loading");
export const presence = (who: Person) => html`<i class="presence ${!who.bot || awake() ? "here" : ""}" aria-hidden="true"></i>`;

const roleOf = (who: Person): Role | undefined => state.roles.find((role) => role.hoist && who.roles.includes(role.id));
export const standing = (who: Person): string =>
  (who.id === state.owner ? "Owner" : roleOf(who)?.name ?? "Visitor");

function member(who: Person) {
  const colour = roleOf(who)?.color;
  return html`<div class="member"><span class="with-status">${avatar(who)}${presence(who)}</span><span class="member-name ${who.bot ? "by-bot" : ""} ${colour ? "coloured" : ""}"
    ${property("--role", hex(colour))}>${who.name}</span>${who.id === state.owner ? html`<span class="crown" title="Owns this server">${icon("crown")}<span class="sr">owner</span></span>` : nothing}${
    who.bot ? html`<span class="tag">App</span>` : nothing}${who.id === state.me ? html`<small>you</small>` : nothing}</div>`;
}

export function members() {
  const all = [...state.users.values()], people = all.filter((each) => !each.bot);
  const group = (title: string, some: Person[]) => (some.length ? html`<section><h2>${title} — ${some.length}</h2>${some.map(member)}</section>` : nothing);
  const hoisted = state.roles.filter((role) => role.hoist);
  return html`${hoisted.map((role) => group(`${role.name}s`, people.filter((each) => roleOf(each)?.id === role.id)))}
    ${group("Members", people.filter((each) => !roleOf(each)))}${group("Apps", all.filter((each) => each.bot))}`;
}

export function panel() {
  const me = state.users.get(state.me);
  if (!me) return nothing;
  const others = [...state.users.values()].filter((each) => !each.bot && each.id !== me.id);
  return html`<div class="panel"><div class="panel-me"><span class="with-status">${avatar(me)}${presence(me)}</span>
      <span class="panel-name"><b>${me.name}</b><small>${standing(me)}</small></span></div>
    <nav class="panel-others" aria-label="Be someone else"><span>Open a tab as</span>${others.map((each) => html`<a href="/?as=${each.id}" target="_blank" rel="noopener"
      title="${each.name}: ${standing(each).toLowerCase()}" aria-label="Open a tab as ${each.name}, ${standing(each).toLowerCase()}">${each.name}</a>`)}</nav></div>`;
}
