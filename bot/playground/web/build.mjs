// Bundles src/ into ../page: one script, one style sheet, two fonts, and the licences of all that is inside.

import * as esbuild from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const page = path.join(here, "..", "page");
const assets = path.join(page, "assets");
const FONT = "figtree-latin-wght-normal.woff2";

const options = {
  absWorkingDir: here,
  entryPoints: { main: "src/main.ts" },
  outdir: assets,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome115", "firefox115", "safari16.4"],
  loader: { ".svg": "text", ".woff2": "file" },
  assetNames: "[name]",
  legalComments: "none", // their texts are in LICENCES.txt, whole
  logLevel: "info",
};

async function licences() {
  const lock = JSON.parse(await readFile(path.join(here, "package-lock.json"), "utf8"));
  const parts = ["What the playground's page is built from, with its licences.\n"];
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (!folder || entry.dev || entry.optional) continue;
    const files = await readdir(path.join(here, folder));
    const name = files.find((file) => /^licen[cs]e/i.test(file));
    const text = name ? await readFile(path.join(here, folder, name), "utf8") : `Licence: ${entry.license}`;
    parts.push(`${"=".repeat(100)}\n${folder.replace(/^.*node_modules\//, "")} ${entry.version}\n${"=".repeat(100)}\n${text.trim()}\n`);
  }
  return parts.join("\n");
}

async function still() {
  await mkdir(assets, { recursive: true });
  const html = await readFile(path.join(here, "src/index.html"), "utf8");
  await writeFile(path.join(page, "index.html"), html.replace("@FONT@", FONT));
  await cp(path.join(here, "src/icon.svg"), path.join(assets, "icon.svg"));
  await writeFile(path.join(page, "LICENCES.txt"), await licences());
}

if (process.argv.includes("--watch")) {
  await still();
  await (await esbuild.context(options)).watch();
} else {
  await rm(page, { recursive: true, force: true });
  await still();
  await esbuild.build(options);
}
