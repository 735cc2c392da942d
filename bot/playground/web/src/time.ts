// Times as Discord writes them, and <ink-time>, which keeps relative ones ticking. All on the playground's clock, which
// may have been moved.

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1],
];
const ticking = new Set<InkTime>();
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

let offset = 0; // milliseconds that the playground's clock is ahead of this computer's
export const now = (): number => Date.now() + offset;
export function setClock(seconds: number): void {
  offset = seconds * 1000;
  ticking.forEach((element) => element.refresh());
}

export function formatTime(date: Date, style: string): string {
  if (Number.isNaN(date.getTime())) return "Invalid date";
  if (style !== "R") return new Intl.DateTimeFormat(undefined, formats[style] ?? formats.f).format(date);
  const seconds = Math.round((date.getTime() - now()) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** "6 days 12 hours": a span in its two largest units. */
export function spell(seconds: number): string {
  const said: string[] = [];
  let left = Math.round(seconds / 60) * 60;
  for (const [unit, size] of steps.slice(2)) {
    const count = Math.floor(left / size);
    if (count) said.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
    left -= count * size;
    if (said.length === 2) break;
  }
  return said.join(" ") || "less than a minute";
}

/** The stamp beside a name: the clock today, the date before. */
export function stamp(iso: string): string {
  const date = new Date(iso), today = new Date(now());
  return date.toDateString() === today.toDateString() ? formatTime(date, "t") : `${formatTime(date, "d")}, ${formatTime(date, "t")}`;
}

setInterval(() => ticking.forEach((element) => element.refresh()), 1000);

class InkTime extends HTMLElement {
  static observedAttributes = ["unix", "format"];
  connectedCallback() { if (this.format === "R") ticking.add(this); this.refresh(); }
  disconnectedCallback() { ticking.delete(this); }
  attributeChangedCallback() { if (this.isConnected) this.refresh(); }
  private get format() { return this.getAttribute("format") || "f"; }
  refresh() {
    const date = new Date(Number(this.getAttribute("unix")) * 1000);
    const text = formatTime(date, this.format);
    if (this.textContent !== text) this.textContent = text;
    this.title = formatTime(date, "F");
  }
}
customElements.define("ink-time", InkTime);
