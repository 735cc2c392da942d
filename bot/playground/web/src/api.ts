// The page's requests to its own server. Each throws Refused with a sentence that may be shown as it is.

import type { Choice, Command, LiveEvent, Message } from "./types";

export class Refused extends Error {}

const actor = new URLSearchParams(location.search).get("as");
const query = actor && /^\d+$/.test(actor) ? `?as=${actor}` : "";

async function call<T>(path: string, body?: object, files: [string, File][] = []): Promise<T> {
  let init: RequestInit = {};
  if (body && files.length) {
    const form = new FormData();
    form.append("payload", JSON.stringify(body));
    for (const [name, file] of files) form.append(name, file, file.name);
    init = { method: "POST", body: form };
  } else if (body) {
    init = { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  }
  let answer: Response;
  try {
    answer = await fetch(`/api${path}${query}`, init);
  } catch {
    throw new Refused("The playground has stopped. Start it again in the console.");
  }
  if (answer.status === 413) throw new Refused("These files are too large together.");
  const data = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(data?.message ?? "That did not work. The console says more.");
  if (data?.refused) throw new Refused(data.refused);
  return data as T;
}

type Interaction = { interaction: string };

export const api = {
  state: () => call<any>("/state"),
  messages: (channel: string) => call<Message[]>(`/channels/${channel}/messages`),
  commands: (channel: string) => call<Command[]>(`/channels/${channel}/commands`),
  send: (channel: string, content: string, files: File[], replyTo?: string) =>
    call<Message>(`/channels/${channel}/messages`, { content, reply_to: replyTo ?? null },
      files.map((file, index) => [`files[${index}]`, file])),
  voice: (channel: string, file: File, duration_secs: number, waveform: string) =>
    call<Message>(`/channels/${channel}/voice`, { duration_secs, waveform }, [["files[0]", file]]),
  typing: (channel: string) => call<object>(`/channels/${channel}/typing`, {}),
  forward: (message: string, channel: string) => call<Message>(`/messages/${message}/forward`, { channel }),
  sample: (kind: string) => call<object>("/samples", { kind }),
  clock: (change: { advance: number } | { back: true }) => call<{ offset: number }>("/clock", change),
  slash: (channel: string, path: string, options: object, files: [string, File][]) =>
    call<Interaction>(`/channels/${channel}/slash`, { path, options },
      files.map(([name, file]) => [`option:${name}`, file])),
  autocomplete: (channel: string, path: string, options: object, focused: string) =>
    call<Choice[]>(`/channels/${channel}/autocomplete`, { path, options, focused }),
  press: (message: string, customId: string) =>
    call<Interaction>(`/messages/${message}/press`, { custom_id: customId }),
  select: (message: string, customId: string, values: string[]) =>
    call<Interaction>(`/messages/${message}/select`, { custom_id: customId, values }),
  dismiss: (message: string) => call<object>(`/messages/${message}/dismiss`, {}),
  react: (message: string, emoji: string, remove: boolean) => call<object>(`/messages/${message}/react`, { emoji, remove }),
  edit: (message: string, content: string) => call<Message>(`/messages/${message}/edit`, { content }),
  delete: (message: string) => call<object>(`/messages/${message}/delete`, {}),
  menu: (message: string, name: string) => call<Interaction>(`/messages/${message}/menu`, { name }),
  troubles: () => call<Record<string, number>>("/trouble"),
  trouble: (kind: string) => call<Record<string, number>>("/trouble", { kind }),
  submit: (modal: string, values: object, files: [string, File][]) =>
    call<Interaction>(`/modals/${modal}`, { values }, files.map(([name, file]) => [`field:${name}`, file])),
};

/** Listens until the page goes, reconnecting; ``onOpen`` runs each time nothing can be missed any more. */
export function listen(onEvent: (event: LiveEvent) => void, onOpen: () => void, onLost: () => void): void {
  let pause = 500;
  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/api/live${query}`);
    socket.onmessage = (packet) => {
      const event = JSON.parse(packet.data) as LiveEvent;
      if (event.t === "HELLO") { pause = 500; onOpen(); }
      onEvent(event);
    };
    socket.onclose = () => {
      onLost();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 8000);
    };
  };
  connect();
}
