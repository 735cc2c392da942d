// A form that the bot opened: text, selects, radio buttons, check boxes, files.

import { html, nothing } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { createRef, ref } from "lit-html/directives/ref.js";

import { submitModal } from "../actions";
import { icon, inkDrop } from "../icons";
import { changed, state } from "../store";
import type { Component } from "../types";
import { Stage, text } from "./bits";
import { offers } from "./components";

const TEXT_INPUT = 4, FILE_UPLOAD = 19, RADIO = 21, BOXES = 22, BOX = 23;
const SELECTS = new Set([3, 5, 6, 7, 8]);
const box = createRef<HTMLDialogElement>();
const stage = new Stage();

export function modal() {
  const open = state.modal;
  if (!open) { stage.leave(); return nothing; }
  queueMicrotask(() => stage.show(box.value, ".modal-body :is(textarea, input, select)"));
  const close = () => { if (state.modal === open) { state.modal = null; changed(); } };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!state.modalBusy) void submitModal(...read(open.components, event.currentTarget as HTMLFormElement));
  };
  return keyed(open.id, html`<dialog ${ref(box)} class="modal" aria-labelledby="modal-title" @close=${close}>
    <form @submit=${submit} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${inkDrop()}</span><h2 id="modal-title">${open.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${close}>${icon("x")}</button></header>
      <div class="modal-body">
        ${open.components.map(row)}
        ${state.modalError ? html`<p class="failure" role="alert">${icon("alert")}${state.modalError}</p>` : nothing}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${close}>Cancel</button>
        <button type="submit" class="button button-primary ${state.modalBusy ? "busy" : ""}" aria-busy=${state.modalBusy ? "true" : nothing}>Submit</button></footer>
    </form></dialog>`);
}

function row(each: Component): unknown {
  if (each.type === 10) return html`<div class="text prose">${text(each.content)}</div>`;
  if (each.type === 18 && each.component) return field(each.component, each.label ?? "", each.description ?? "");
  return (each.components ?? []).map((inner) => field(inner, inner.label ?? "", ""));
}

function field(each: Component, label: string, description: string) {
  const id = `field-${each.custom_id}`;
  const required = each.required !== false && each.type !== BOX;
  const star = required ? html`<span class="star" aria-hidden="true">*</span>` : nothing;
  const about = description ? html`<p class="about" id="${id}-about">${description}</p>` : nothing;
  if (each.type === RADIO || ticked(each)) {
    return html`<fieldset class="field"><legend>${label}${star}</legend>${about}${each.type !== RADIO && each.placeholder ? html`<p class="about">${each.placeholder}</p>` : nothing}${offers(each).map((option) => html`<label class="tick">
      <input type=${each.type === RADIO ? "radio" : "checkbox"} name=${each.custom_id!} value=${option.value} ?checked=${!!option.default}>
      <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span></label>`)}</fieldset>`;
  }
  if (each.type === BOX) {
    return html`<div class="field"><label class="tick"><input type="checkbox" name=${each.custom_id!} ?checked=${!!each.default}><span>${label}</span></label>${about}</div>`;
  }
  return html`<div class="field"><label for=${id}>${label}${star}</label>${about}${control(each, id, required, description)}</div>`;
}

function control(each: Component, id: string, required: boolean, description: string) {
  const described = description ? `${id}-about` : nothing;
  if (each.type === TEXT_INPUT && each.style === 2) {
    return html`<textarea id=${id} name=${each.custom_id!} rows="5" ?required=${required} placeholder=${each.placeholder ?? ""} aria-describedby=${described}
      maxlength=${each.max_length ?? nothing} .value=${each.value ?? ""}></textarea>`;
  }
  if (each.type === TEXT_INPUT) {
    return html`<input id=${id} name=${each.custom_id!} type="text" autocomplete="off" ?required=${required} placeholder=${each.placeholder ?? ""}
      aria-describedby=${described} maxlength=${each.max_length ?? nothing} .value=${each.value ?? ""}>`;
  }
  if (each.type === FILE_UPLOAD) {
    const most = each.max_values ?? 1;
    const show = (event: Event) => {
      const input = event.target as HTMLInputElement;
      input.parentElement!.querySelector(".drop-words")!.textContent = [...(input.files ?? [])].map((one) => one.name).join(", ") || dropWords(most);
    };
    return html`<span class="drop-box">${icon("upload")}<span class="drop-words">${dropWords(most)}</span><input id=${id} name=${each.custom_id!} type="file" ?multiple=${most > 1} aria-describedby=${described} @change=${show}></span>`;
  }
  const options = offers(each);
  return html`<span class="menu"><select id=${id} name=${each.custom_id!} ?required=${required} aria-describedby=${described}>
    ${options.some((option) => option.default) && required ? nothing : html`<option value="" ?disabled=${required} ?selected=${!options.some((option) => option.default)}>${each.placeholder || "Make a selection"}</option>`}
    ${options.map((option) => html`<option value=${option.value} ?selected=${!!option.default}>${option.label}</option>`)}</select>${icon("chevronDown")}</span>`;
}

/** Menus with several choices are boxes to tick in a form, where nothing can hang over its edge. */
const ticked = (each: Component) => each.type === BOXES || (SELECTS.has(each.type) && (each.max_values ?? 1) > 1);
const dropWords = (most: number) => (most > 1 ? `Choose up to ${most} files, or drop them here` : "Choose a file, or drop it here");

type Values = Record<string, unknown>;

function read(all: Component[], form: HTMLFormElement): [Values, [string, File][]] {
  const values: Values = {}, files: [string, File][] = [];
  const named = (name: string) => [...form.elements].filter((element) => (element as HTMLInputElement).name === name) as HTMLInputElement[];
  for (const each of all.flatMap((part) => part.component ?? part.components ?? [])) {
    const name = each.custom_id;
    if (!name) continue;
    const [first] = named(name);
    if (!first) continue;
    if (each.type === TEXT_INPUT) values[name] = first.value;
    else if (each.type === BOX) values[name] = first.checked;
    else if (each.type === RADIO) values[name] = named(name).find((input) => input.checked)?.value ?? null;
    else if (ticked(each)) values[name] = named(name).filter((input) => input.checked).map((input) => input.value);
    else if (each.type === FILE_UPLOAD) {
      values[name] = [];
      for (const file of first.files ?? []) files.push([name, file]);
    } else values[name] = [...(first as unknown as HTMLSelectElement).selectedOptions].map((option) => option.value).filter(Boolean);
  }
  return [values, files];
}
