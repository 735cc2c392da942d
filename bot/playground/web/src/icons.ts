// Icons from Lucide (ISC), inlined at build time; the bot's own mark is ours.

import { html, svg } from "lit-html";
import { unsafeSVG } from "lit-html/directives/unsafe-svg.js";

import arrowDown from "lucide-static/icons/arrow-down.svg";
import atSign from "lucide-static/icons/at-sign.svg";
import check from "lucide-static/icons/check.svg";
import clock from "lucide-static/icons/clock.svg";
import crown from "lucide-static/icons/crown.svg";
import forward from "lucide-static/icons/forward.svg";
import mic from "lucide-static/icons/mic.svg";
import pause from "lucide-static/icons/pause.svg";
import play from "lucide-static/icons/play.svg";
import volume from "lucide-static/icons/volume-2.svg";
import chevronDown from "lucide-static/icons/chevron-down.svg";
import copy from "lucide-static/icons/copy.svg";
import download from "lucide-static/icons/download.svg";
import ellipsis from "lucide-static/icons/ellipsis.svg";
import externalLink from "lucide-static/icons/external-link.svg";
import eye from "lucide-static/icons/eye.svg";
import fileText from "lucide-static/icons/file-text.svg";
import compass from "lucide-static/icons/compass.svg";
import hash from "lucide-static/icons/hash.svg";
import image from "lucide-static/icons/image.svg";
import note from "lucide-static/icons/notebook-pen.svg";
import sprout from "lucide-static/icons/sprout.svg";
import grid from "lucide-static/icons/layout-grid.svg";
import trouble from "lucide-static/icons/cloud-alert.svg";
import lock from "lucide-static/icons/lock.svg";
import menu from "lucide-static/icons/menu.svg";
import pencil from "lucide-static/icons/pencil.svg";
import plus from "lucide-static/icons/plus.svg";
import reply from "lucide-static/icons/reply.svg";
import scrollText from "lucide-static/icons/scroll-text.svg";
import send from "lucide-static/icons/send-horizontal.svg";
import smile from "lucide-static/icons/smile-plus.svg";
import trash from "lucide-static/icons/trash-2.svg";
import alert from "lucide-static/icons/circle-alert.svg";
import upload from "lucide-static/icons/upload.svg";
import users from "lucide-static/icons/users.svg";
import x from "lucide-static/icons/x.svg";

const texts = { arrowDown, atSign, check, chevronDown, clock, compass, copy, crown, download, ellipsis, externalLink, eye, fileText, forward,
  grid, hash, image, lock, menu, mic, note, pause, pencil, play, plus, reply, scrollText, send, smile, sprout, trash, trouble, alert, upload, users, volume, x };

const inner = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, text.slice(text.indexOf(">", text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>"))]),
) as Record<keyof typeof texts, string>;

export type IconName = keyof typeof texts;

/** A decorative icon; the control around it carries the name. */
export function icon(name: IconName) {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${unsafeSVG(inner[name])}</svg>`;
}

/** Inkling's mark: a drop of ink with a light in it. */
export function inkDrop() {
  return svg`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`;
}

const tones = new Map<string, number>(); // people differ in colour, in the order in which they are first seen

export function avatar(user: { id: string; name: string; bot: boolean }) {
  if (user.bot) return html`<span class="avatar avatar-bot" aria-hidden="true">${inkDrop()}</span>`;
  let tone = tones.get(user.id);
  if (tone === undefined) tones.set(user.id, (tone = tones.size % 6));
  return html`<span class="avatar tone-${tone}" aria-hidden="true">${[...user.name][0]?.toUpperCase() ?? "?"}</span>`;
}
