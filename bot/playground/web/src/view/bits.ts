// Small parts that several views share.

import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";

import { names, openChannel, state } from "../store";
import { markdown } from "../markdown";
import type { Emoji, Media } from "../types";

/** Shows a message of the open channel, and marks it for a moment. */
export function jump(id: string): void {
  const target = document.querySelector(`[data-message="${CSS.escape(id)}"]`);
  target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  target?.classList.add("found");
  setTimeout(() => target?.classList.remove("found"), 1600);
}

async function go(channel: string, message?: string): Promise<void> {
  if (channel !== state.current) await openChannel(channel);
  if (message) jump(message);
}

export const text = (words: string | undefined | null) => markdown(words ?? "", { ...names, go: (channel, message) => void go(channel, message) });

/** Sets a custom property through the CSSOM: the page's policy allows no style attributes. */
export const property = (name: string, value: string | null) =>
  ref((element) => { if (element && value) (element as HTMLElement).style.setProperty(name, value); });

export const hex = (colour: number | null | undefined) =>
  colour === null || colour === undefined ? null : `#${colour.toString(16).padStart(6, "0")}`;

export function emoji(each: Emoji | undefined) {
  if (!each?.name) return nothing;
  return each.id ? html`<span class="emoji" title=":${each.name}:">:${each.name}:</span>` : html`<span class="emoji">${each.name}</span>`;
}

export const bytes = (size: number) =>
  size < 1024 ? `${size} bytes` : size < 1048576 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1048576).toFixed(1)} MB`;

/** Media of our own origin; anything else would mean leaving this computer. */
export const local = (media: Media | undefined): string | null => (media?.url?.startsWith("/cdn/") ? media.url : null);

export const fileName = (url: string): string => {
  try {
    return decodeURIComponent(new URL(url, location.origin).pathname.split("/").pop() || "file");
  } catch {
    return "file";
  }
};

export const PICTURE = /\.(png|jpe?g|gif|webp)$/i;
export const SOUND = /\.(ogg|oga|opus|mp3|m4a|wav|flac)$/i;
export const downloadLink = (url: string) => `${url}${url.includes("?") ? "&" : "?"}download=1`;

/** Puts the keys on one message. A click does not: typing after it still begins a message. */
export function focusMessage(article: HTMLElement | null): void {
  if (!article) return;
  article.tabIndex = -1;
  article.addEventListener("blur", () => article.removeAttribute("tabindex"), { once: true });
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "nearest" });
}

/** Opens a dialog when it was drawn, and gives the keys back to where they were when it is gone. */
export class Stage {
  private opener: HTMLElement | null = null;
  show(box: HTMLDialogElement | undefined, first?: string): void {
    if (!box || box.open) return;
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) this.opener = document.activeElement;
    box.showModal();
    if (first) box.querySelector<HTMLElement>(first)?.focus();
  }
  leave(): void {
    const { opener } = this;
    this.opener = null;
    if (opener) queueMicrotask(() => { if (document.activeElement === document.body && opener.isConnected) opener.focus(); });
  }
}

/** What is offered above the composer. It can be focused, so that the keyboard alone reaches its end. */
export function popup(kind: string, content: unknown, left: () => void = () => {}) {
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    (event.currentTarget as Element).closest(".composer")?.querySelector<HTMLElement>("textarea, .chip-more")?.focus();
  };
  return html`<div class="popup ${kind}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${keys} @blur=${left}
    @mousedown=${(event: Event) => event.preventDefault()}>${content}</div>`;
}
