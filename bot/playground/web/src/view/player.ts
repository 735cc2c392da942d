// <ink-voice>: a voice message as Discord draws it, with its waveform to jump in. Keeps its own place while it plays.

import { html, render, svg } from "lit-html";

import { icon } from "../icons";
import { clockText } from "../voice";

const BARS = 40;
let playing: HTMLAudioElement | null = null; // one at a time

/** Base64 of 0–255 samples as ``BARS`` heights from 0 to 1; what cannot be read is flat. */
function heights(waveform: string): number[] {
  let samples: number[] = [];
  try { samples = [...atob(waveform)].map((each) => each.charCodeAt(0)); } catch { /* flat */ }
  return Array.from({ length: BARS }, (_, bar) => {
    const part = samples.slice(Math.floor((bar * samples.length) / BARS), Math.max(Math.floor(((bar + 1) * samples.length) / BARS), Math.floor((bar * samples.length) / BARS) + 1));
    return part.length ? Math.max(...part) / 255 : 0;
  });
}

class InkVoice extends HTMLElement {
  static observedAttributes = ["src", "seconds", "waveform"];
  private audio = new Audio();
  private bars: number[] = [];

  connectedCallback() {
    this.audio.preload = "none";
    for (const kind of ["play", "pause", "ended", "timeupdate", "seeked"]) this.audio.addEventListener(kind, this.draw);
    this.audio.addEventListener("error", this.draw);
    this.attributeChangedCallback();
  }
  disconnectedCallback() { this.audio.pause(); }
  attributeChangedCallback() {
    if (!this.isConnected) return;
    const source = this.getAttribute("src") ?? "";
    if (this.audio.getAttribute("src") !== source) this.audio.setAttribute("src", source);
    this.bars = heights(this.getAttribute("waveform") ?? "");
    this.draw();
  }

  private get seconds() { return Number(this.getAttribute("seconds")) || 0; }

  private toggle = () => {
    if (!this.audio.paused) return this.audio.pause();
    if (playing !== this.audio) playing?.pause();
    playing = this.audio;
    void this.audio.play().catch(() => this.draw());
  };

  private jump = (event: Event) => {
    this.audio.currentTime = Number((event.target as HTMLInputElement).value);
    this.draw();
  };

  private draw = () => {
    const at = this.audio.ended ? 0 : this.audio.currentTime, going = !this.audio.paused && !this.audio.ended;
    const share = this.seconds ? at / this.seconds : 0;
    const shown = at > 0 ? `${clockText(at)} / ${clockText(this.seconds)}` : clockText(this.seconds);
    render(this.audio.error ? html`<span class="voice-words">This recording cannot be played here.</span>` : html`
      <button type="button" class="voice-play" aria-label=${going ? "Pause" : "Play voice message"} @click=${this.toggle}>${icon(going ? "pause" : "play")}</button>
      <span class="voice-wave"><svg viewBox="0 0 ${BARS * 4} 32" preserveAspectRatio="none" aria-hidden="true">${this.bars.map((height, bar) => svg`<rect class=${
        (bar + 0.5) / BARS <= share ? "heard" : ""} x=${bar * 4 + 0.5} width="2.5" rx="1.2" y=${16 - Math.max(height * 15, 1.5)} height=${Math.max(height * 30, 3)} />`)}</svg>
        <input type="range" min="0" max=${this.seconds} step="any" .value=${String(at)} aria-label="Place in the voice message" aria-valuetext=${shown} @input=${this.jump}></span>
      <span class="voice-time">${shown}</span>`, this);
  };
}
customElements.define("ink-voice", InkVoice);

export const voicePlayer = (url: string, seconds: number, waveform: string) =>
  html`<ink-voice class="voice" src=${url} seconds=${seconds} waveform=${waveform}></ink-voice>`;
