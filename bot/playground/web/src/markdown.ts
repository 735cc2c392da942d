// Discord's Markdown -> syntax tree (discord-markdown-parser) -> lit templates. At no point is there a string of
// HTML: what people write ends up in text nodes, and links are only made of http and https addresses.

import { html, nothing, type TemplateResult } from "lit-html";
import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";

import { formatTime } from "./time";

type Node = { type: string; content?: any; [key: string]: any };
export interface Names { user(id: string): string | undefined; channel(id: string): string | undefined; role(id: string): string | undefined; go?(channel: string, message?: string): void }

const LIST = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/;
const HEADING = /^(#{1,3}) +([^\n]+?)(\n|$)/;
const SUBTEXT = /^-# +([^\n]+?)(\n|$)/;
const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

const atLineStart = (state: any) => !state.prevCapture || /\n$/.test(state.prevCapture[0]);
const lineRule = (pattern: RegExp) => (source: string, state: any) => (atLineStart(state) ? pattern.exec(source) : null);

// The parser sees these only after a bare line break, not after a quote or a list.
const heading = { ...rulesExtended.heading!, match: lineRule(HEADING) };
const subtext = { ...rulesExtended.subtext!, match: lineRule(SUBTEXT) };

// The parser lacks lists; Discord has them, nested by indentation.
const list = {
  order: SimpleMarkdown.defaultRules.blockQuote.order,
  match: lineRule(LIST),
  parse: (capture: string[], parse: (source: string, state: any) => Node[], state: any) => {
    const lines = capture[0]!.trimEnd().split("\n").map((line) => ITEM.exec(line)!);
    return {
      items: lines.map(([, indent, mark, text]) => ({
        depth: Math.min(Math.floor(indent!.length / 2), 4),
        ordered: mark!.length > 1,
        number: Number.parseInt(mark!, 10),
        content: parse(text!, { ...state, prevCapture: null }),
      })),
    };
  },
};

const parse = SimpleMarkdown.parserFor({ ...rulesExtended, heading, subtext, list } as any);

// No text of Discord's is longer (4,000 in components, 4,096 in embeds); what comes after stays as it was written.
const PARSED = 4096; // characters
// The parser's time for link openings grows with their square: 1,300 of them take a second, 150 no time.
const LINKS = 150;

export function markdown(text: string, names: Names): unknown {
  if (!text) return nothing;
  if (text.length > PARSED) return [markdown(text.slice(0, PARSED), names), text.slice(PARSED)];
  if (text.split("](").length > LINKS) return text;
  let tree: Node[];
  try {
    tree = parse(text, { inline: true }) as Node[];
  } catch {
    return text; // a parser's surprise must not cost the words
  }
  return render(tree, names);
}

/** The words alone, for labels and reply lines. */
export function plain(text: string): string {
  return text.replace(/<a?:(\w+):\d+>/g, ":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g, (_, unix, style) =>
    formatTime(new Date(Number(unix) * 1000), style ?? "f")).replace(/[*_~`|>#]+/g, "").replace(/\s+/g, " ").trim();
}

function render(nodes: unknown, names: Names): unknown {
  if (typeof nodes === "string") return nodes;
  if (!Array.isArray(nodes)) return nothing;
  return nodes.map((node: Node) => one(node, names));
}

export function safeLink(target: string): string | null {
  try {
    const url = new URL(target);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

const MESSAGE = /^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;

/** A link to a message of this Discord leads there; any other to its site. */
function link(target: string, content: unknown, names: Names): unknown {
  const [, channel, message] = MESSAGE.exec(target) ?? [];
  const known = channel && names.go && names.channel(channel);
  if (known) return html`<button type="button" class="mention jump" @click=${() => names.go!(channel, message)}>#${known}${message ? " › message" : ""}</button>`;
  const href = safeLink(target);
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${content}</a>` : content;
}

function reveal(event: Event) {
  if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  const box = event.currentTarget as HTMLElement;
  box.classList.add("revealed");
  box.removeAttribute("role");
  box.removeAttribute("tabindex");
  box.removeAttribute("aria-label");
}

const mention = (text: string): TemplateResult => html`<span class="mention">${text}</span>`;

function one(node: Node, names: Names): unknown {
  const inside = () => render(node.content, names);
  switch (node.type) {
    case "text": return node.content;
    case "strong": return html`<strong>${inside()}</strong>`;
    case "em": return html`<em>${inside()}</em>`;
    case "underline": return html`<u>${inside()}</u>`;
    case "strikethrough": return html`<s>${inside()}</s>`;
    case "inlineCode": return html`<code>${node.content}</code>`;
    case "codeBlock": return html`<pre tabindex="0"><code>${node.content}</code></pre>`;
    case "blockQuote": return html`<blockquote>${inside()}</blockquote>`;
    case "link": case "url": case "autolink": return link(node.target, inside(), names);
    case "spoiler":
      return html`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${reveal}
        @keydown=${reveal}><span>${inside()}</span></span>`;
    case "heading":
      return html`<div class="heading heading-${node.level}" role="heading" aria-level=${node.level + 2}>${inside()}</div>`;
    case "subtext": return html`<div class="subtext">${inside()}</div>`;
    case "list":
      return html`<div class="list" role="list">${node.items.map((item: any) => html`<div class="item depth-${item.depth}"
        role="listitem"><span class="bullet">${item.ordered ? `${item.number}.` : item.depth ? "◦" : "•"}</span><span>${
        render(item.content, names)}</span></div>`)}</div>`;
    case "user": return mention(`@${names.user(node.id) ?? "unknown-user"}`);
    case "channel": return mention(`#${names.channel(node.id) ?? "unknown"}`);
    case "role": return mention(`@${names.role(node.id) ?? "unknown-role"}`);
    case "everyone": return mention("@everyone");
    case "here": return mention("@here");
    case "slashCommand": return mention(`/${node.fullName}`);
    case "guildNavigation": return mention(`#${node.navigation}`);
    case "emoji": return html`<span title=":${node.name}:">:${node.name}:</span>`;
    case "twemoji": return node.name;
    case "timestamp":
      return html`<ink-time class="timestamp" unix=${node.timestamp} format=${node.format ?? "f"}></ink-time>`;
    case "br": case "newline": return "\n";
    default: return inside();
  }
}
