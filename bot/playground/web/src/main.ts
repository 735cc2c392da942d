// Starts the page: one root, drawn again whenever the store says that something changed.

import { render } from "lit-html";

import { addFiles } from "./actions";
import { names, onChange, place, start, state } from "./store";
import { app } from "./view/shell";
import { lookForTrouble } from "./view/trouble";
import { settle } from "./view/messages";
import "./styles/page.css";

const root = document.getElementById("root")!;

function draw(): void {
  render(app(), root);
  settle();
  const here = state.channels.find((each) => each.id === state.current);
  const who = state.me === state.owner ? "" : `${names.user(state.me)} in `;
  document.title = here ? `${state.unread.size ? "● " : ""}${who}${place(here)} — Inkling playground` : "Inkling playground";
}

// Pictures arrive after the drawing and make messages taller: stay at the end then, too.
new ResizeObserver(settle).observe(root);
root.addEventListener("load", settle, true);

for (const kind of ["dragover", "drop"] as const) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (kind !== "drop" || !files?.length) return;
    if (!state.modal) return addFiles(files);
    const input = (event.target as Element).closest?.(".drop-box")?.querySelector("input");
    if (input) { input.files = files; input.dispatchEvent(new Event("change")); }
  });
}

// Typing anywhere begins a message, as in Discord.
document.addEventListener("keydown", (event) => {
  const idle = document.activeElement === document.body || document.activeElement?.matches(".scroller");
  if (idle && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();
  }
  if (event.key === "Escape" && state.drawer) { state.drawer = ""; draw(); }
});

onChange(draw);
draw();
start().then(lookForTrouble).catch((error: Error) => {
  document.querySelector("#root")!.textContent = error.message;
});
