// Recording a voice message, and measuring any recording: its length and how loud it is where.

import { oggOf } from "./ogg";

export const LONGEST_MS = 20 * 60 * 1000; // what Discord takes
const BITS_PER_SECOND = 32_000; // as in Discord; twenty minutes stay below its limit for files
const SAMPLES = 256, SAMPLE_MS = 100; // the finest that Discord draws
const FORMATS: [mime: string, ending: string][] = [
  ["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"],
];

export interface Measured { seconds: number; waveform: string }

export class Recording {
  private chunks: Blob[] = [];
  private context = new AudioContext();
  private analyser = this.context.createAnalyser();
  private frame = new Uint8Array(this.analyser.fftSize);
  readonly began = performance.now();

  private constructor(private stream: MediaStream, private recorder: MediaRecorder, private ending: string) {
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    recorder.ondataavailable = (event) => { if (event.data.size) this.chunks.push(event.data); };
    recorder.start(1000);
  }

  /** Throws an Error with a sentence that may be shown. */
  static async begin(): Promise<Recording> {
    const format = FORMATS.find(([mime]) => globalThis.MediaRecorder?.isTypeSupported(mime));
    if (!format || !navigator.mediaDevices) throw new Error("This browser cannot record here. Attach a recording instead.");
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      throw new Error((error as DOMException).name === "NotFoundError" ? "No microphone was found. Attach a recording instead."
        : "The microphone is not allowed here. Allow it beside the address, or attach a recording instead.");
    }
    return new Recording(stream, new MediaRecorder(stream, { mimeType: format[0], audioBitsPerSecond: BITS_PER_SECOND }), format[1]);
  }

  get milliseconds(): number { return performance.now() - this.began; }

  /** Loudness at this moment, from 0 to 1. */
  level(): number {
    this.analyser.getByteTimeDomainData(this.frame);
    let peak = 0;
    for (const sample of this.frame) peak = Math.max(peak, Math.abs(sample - 128));
    return Math.min(peak / 100, 1);
  }

  async finish(): Promise<File> {
    const stopped = new Promise((resolve) => { this.recorder.onstop = resolve; });
    this.recorder.stop();
    await stopped;
    this.release();
    const recorded = new Blob(this.chunks, { type: this.recorder.mimeType });
    const ogg = this.ending === "webm" ? oggOf(new Uint8Array(await recorded.arrayBuffer())) : null;
    return new File([ogg ?? recorded], `voice-message.${ogg ? "ogg" : this.ending}`, { type: (ogg ?? recorded).type });
  }

  discard(): void {
    if (this.recorder.state !== "inactive") this.recorder.stop();
    this.release();
  }

  private release(): void {
    for (const track of this.stream.getTracks()) track.stop();
    void this.context.close();
  }
}

/** Throws where the browser cannot read the file as sound. */
export async function measure(file: File): Promise<Measured> {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return { seconds: sound.duration, waveform: drawn(sound.getChannelData(0), sound.duration) };
  } finally {
    void context.close();
  }
}

function drawn(samples: Float32Array, seconds: number): string {
  const count = Math.max(1, Math.min(SAMPLES, Math.round((seconds * 1000) / SAMPLE_MS)));
  const peaks = Array.from({ length: count }, (_, index) => {
    let peak = 0;
    const end = Math.floor(((index + 1) * samples.length) / count);
    for (let at = Math.floor((index * samples.length) / count); at < end; at += 1) peak = Math.max(peak, Math.abs(samples[at]!));
    return peak;
  });
  const loudest = Math.max(...peaks, 0.05); // silence stays flat
  return btoa(String.fromCharCode(...peaks.map((peak) => Math.round((peak / loudest) * 255))));
}

export const clockText = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};
