// Message components, version 2 and the rows of before. https://docs.discord.com/developers/components/reference

import { html, nothing } from "lit-html";

import { press, select } from "../actions";
import { channels, mentionables, people, roles } from "../entities";
import { icon } from "../icons";
import { safeLink } from "../markdown";
import { state } from "../store";
import type { Component, Message, Option } from "../types";
import { emoji, fileName, hex, local, property, text } from "./bits";
import { file, gallery, resolve, thumbnail } from "./media";

const STYLES = ["", "primary", "secondary", "success", "danger", "link", "premium"];

export function components(all: Component[], message: Message): unknown {
  return all.map((each) => component(each, message));
}

function component(each: Component, message: Message): unknown {
  switch (each.type) {
    case 1: return html`<div class="row">${components(each.components ?? [], message)}</div>`;
    case 2: return button(each, message);
    case 3: case 5: case 6: case 7: case 8: return menu(each, message);
    case 9: return html`<div class="section"><div class="section-words">${components(each.components ?? [], message)}</div>
      <div class="section-side">${each.accessory ? component(each.accessory, message) : nothing}</div></div>`;
    case 10: return html`<div class="text prose">${text(each.content)}</div>`;
    case 11: return thumbnail(each.media, each.description, message, each.spoiler);
    case 12: return gallery(each.items ?? [], message);
    case 13: {
      const media = resolve(each.file, message), url = local(media);
      return file(url ?? "", each.name ?? fileName(media?.url ?? ""), each.size);
    }
    case 14: return html`<div class="separator ${each.divider === false ? "bare" : ""} ${each.spacing === 2 ? "wide" : ""}"
      role="separator"></div>`;
    case 17: return html`<div class="container ${hex(each.accent_color) ? "accented" : ""}" ${property("--accent-bar", hex(each.accent_color))}>${
      each.spoiler ? html`<button type="button" class="veil" @click=${(event: Event) => (event.currentTarget as Element).remove()}>Spoiler</button>` : nothing}${
      components(each.components ?? [], message)}</div>`;
    default: return html`<div class="unknown">A component of kind ${each.type} is not shown here yet.</div>`;
  }
}

function button(each: Component, message: Message) {
  const label = html`${emoji(each.emoji)}${each.label ? html`<span>${each.label}</span>` : nothing}`;
  const named = each.label || each.emoji?.name || "Button";
  if (each.style === 5) {
    const href = safeLink(each.url ?? "");
    return html`<a class="button button-link" href=${href ?? nothing} target="_blank" rel="noopener noreferrer">${label}${icon("externalLink")}</a>`;
  }
  const busy = state.busy.has(`${message.id}:${each.custom_id}`);
  return html`<button type="button" class="button button-${STYLES[each.style ?? 2] ?? "secondary"} ${busy ? "busy" : ""}"
    ?disabled=${!!each.disabled} aria-busy=${busy ? "true" : nothing} aria-label=${named}
    @click=${() => { if (!busy) void press(message, each.custom_id ?? ""); }}>${label}</button>`;
}

/** What a menu offers; in one of people, roles or channels the bot may have chosen some beforehand. */
export function offers(each: Component): Option[] {
  const named = { 5: people, 6: roles, 7: mentionables, 8: () => channels(each.channel_types) }[each.type];
  if (!named) return each.options ?? [];
  const chosen = new Set(each.default_values?.map((one) => one.id));
  return named().map(({ label, value, about }) => ({ label, value, description: about, default: chosen.has(value) }));
}

function menu(each: Component, message: Message) {
  const busy = state.busy.has(`${message.id}:${each.custom_id}`);
  const options = offers(each);
  const label = each.placeholder || "Make a selection";
  const many = (each.max_values ?? 1) > 1;
  const send = (values: string[]) => void select(message, each.custom_id ?? "", values);
  if (many) return manyMenu(each, options, label, busy, send);
  return html`<span class="menu ${busy ? "busy" : ""}"><select aria-label=${label} ?disabled=${!!each.disabled || busy}
      @change=${(event: Event) => send([(event.target as HTMLSelectElement).value])}>
      ${options.some((option) => option.default) ? nothing : html`<option value="" disabled selected hidden>${label}</option>`}
      ${options.map((option) => html`<option value=${option.value} ?selected=${!!option.default}>${
        option.emoji?.name && !option.emoji.id ? `${option.emoji.name} ` : ""}${option.label}${option.description ? ` — ${option.description}` : ""}</option>`)}
    </select>${icon("chevronDown")}</span>`;
}

function manyMenu(each: Component, options: Option[], label: string, busy: boolean, send: (values: string[]) => void) {
  const apply = (event: Event) => {
    const box = (event.currentTarget as Element).closest("details")!;
    send([...box.querySelectorAll<HTMLInputElement>("input:checked")].map((input) => input.value));
    box.open = false;
  };
  const limit = (event: Event) => {
    const box = (event.currentTarget as Element).closest("details")!;
    const chosen = box.querySelectorAll("input:checked").length;
    box.querySelector("button")!.disabled = chosen < (each.min_values ?? 1) || chosen > (each.max_values ?? 1);
  };
  return html`<details class="menu many ${busy ? "busy" : ""}"><summary aria-label=${label}>${label}${icon("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${label}>${options.map((option) => html`<label><input type="checkbox" value=${option.value}
      ?checked=${!!option.default} @change=${limit}><span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span></label>`)}
      <button type="button" class="button button-primary" @click=${apply} ?disabled=${(each.min_values ?? 1) > options.filter((option) => option.default).length}>Choose</button></div></details>`;
}
