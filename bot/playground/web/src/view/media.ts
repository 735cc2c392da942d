// Pictures and files in messages: galleries in Discord's layouts, attachments, and the light box they open.

import { html, nothing } from "lit-html";
import { createRef, ref } from "lit-html/directives/ref.js";

import { icon } from "../icons";
import { changed, type Picture, state } from "../store";
import type { Attachment, GalleryItem, Media, Message } from "../types";
import { bytes, downloadLink, fileName, local, PICTURE, property, SOUND, Stage } from "./bits";

interface Shown extends Picture { width?: number | null; height?: number | null; spoiler?: boolean; outside?: string }

/** ``attachment://name`` stands for one of the message's own files. */
export function resolve(media: Media | undefined, message: Message): Media | undefined {
  if (!media?.url?.startsWith("attachment://")) return media;
  const name = media.url.slice("attachment://".length);
  return message.attachments.find((each) => each.filename === name) ?? media;
}

export function gallery(items: GalleryItem[], message: Message) {
  return grid(items.map((item): Shown => {
    const media = resolve(item.media, message), url = local(media);
    const name = fileName(media?.url ?? "");
    return { url: url ?? "", alt: item.description ?? "", name, caption: item.description ?? name, width: media?.width,
      height: media?.height, spoiler: item.spoiler, outside: url ? undefined : media?.url ?? "" };
  }));
}

export function attachments(all: Attachment[]) {
  if (!all.length) return nothing;
  const pictures = all.filter((each) => PICTURE.test(each.filename));
  const files = all.filter((each) => !PICTURE.test(each.filename));
  return html`
    ${pictures.length ? grid(pictures.map((each) => ({ url: each.url, alt: each.description ?? "", name: each.filename,
      caption: each.description ?? each.filename, width: each.width, height: each.height, spoiler: each.filename.startsWith("SPOILER_") }))) : nothing}
    ${files.map((each) => file(each.url, each.filename, each.size, SOUND.test(each.filename)))}`;
}

export function file(url: string, name: string, size?: number, sound = false) {
  return html`<div class="file ${sound ? "file-sound" : ""}">
    ${icon("fileText")}
    <div class="file-words"><span class="file-name" title=${name}>${name}</span>${size ? html`<span class="file-size">${bytes(size)}</span>` : nothing}</div>
    ${url ? html`<a class="ghost" href=${downloadLink(url)} download=${name} aria-label="Download ${name}">${icon("download")}</a>` : nothing}
    ${sound ? html`<audio controls preload="none" src=${url} aria-label=${name}></audio>` : nothing}
  </div>`;
}

function grid(all: Shown[]) {
  const shown = all.filter((each) => !each.outside);
  const open = (picture: Shown) => { state.picture = { all: shown, at: shown.indexOf(picture) }; changed(); };
  const press = (event: Event, picture: Shown) => {
    const button = event.currentTarget as HTMLElement;
    if (button.classList.contains("veiled")) button.classList.remove("veiled");
    else open(picture);
  };
  return html`<div class="gallery gallery-${Math.min(all.length, 10)}">${all.map((each) => each.outside !== undefined
    ? html`<div class="outside">${icon("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(each.outside) ? html`<a href=${each.outside} target="_blank" rel="noopener noreferrer">Open it</a>` : nothing}</div>`
    : html`<button type="button" class=${each.spoiler ? "picture veiled" : "picture"} aria-label=${each.alt ? `Open picture: ${each.alt}` : `Open picture ${each.name}`}
        @click=${(event: Event) => press(event, each)}
        ${property("--ratio", each.width && each.height ? `${each.width} / ${each.height}` : null)}>
        <img src=${each.url} alt=${each.alt} loading="lazy" decoding="async" width=${each.width ?? nothing} height=${each.height ?? nothing}>
        ${each.alt ? html`<span class="alt-mark" aria-hidden="true" title=${each.alt}>ALT</span>` : nothing}
        ${each.spoiler ? html`<span class="veil-word">Spoiler</span>` : nothing}
      </button>`)}</div>`;
}

export function thumbnail(media: Media | undefined, description: string | null | undefined, message: Message, spoiler = false) {
  const url = local(resolve(media, message));
  if (!url) return nothing;
  const picture: Shown = { url, alt: description ?? "", name: fileName(url), caption: description ?? fileName(url) };
  return html`<button type="button" class="thumbnail ${spoiler ? "veiled" : ""}" aria-label="Open picture: ${picture.caption}"
    @click=${() => { state.picture = { all: [picture], at: 0 }; changed(); }}><img src=${url} alt=${picture.alt} loading="lazy"></button>`;
}

const box = createRef<HTMLDialogElement>();
const stage = new Stage();

export function lightBox() {
  const open = state.picture;
  if (!open) { stage.leave(); return nothing; }
  const picture = open.all[open.at]!;
  const close = () => { state.picture = null; changed(); };
  const turn = (by: number) => { open.at = (open.at + by + open.all.length) % open.all.length; changed(); };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  };
  queueMicrotask(() => stage.show(box.value));
  return html`<dialog ${ref(box)} class="light-box" aria-label="Picture" @close=${close} @keydown=${keys}
      @click=${(event: Event) => { if ((event.target as Element).matches("dialog, .light-stage")) close(); }}>
    <div class="light-bar">
      <span class="light-count">${open.all.length > 1 ? `${open.at + 1} of ${open.all.length}` : nothing}</span>
      <a class="ghost" href=${downloadLink(picture.url)} download=${picture.name} aria-label="Download picture">${icon("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${close}>${icon("x")}</button>
    </div>
    <div class="light-stage">
      ${open.all.length > 1 ? html`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${() => turn(-1)}>‹</button>` : nothing}
      <img src=${picture.url} alt=${picture.alt}>
      ${open.all.length > 1 ? html`<button type="button" class="ghost turn" aria-label="Next picture" @click=${() => turn(1)}>›</button>` : nothing}
    </div>
    <p class="light-caption">${picture.caption}</p>
  </dialog>`;
}
