// Makes target/style/ for Trunk: the one stylesheet of the files in style/, as Trunk itself does not resolve @import,
// and the one face that is not the system's.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import subset from "subset-font";

// The oldest browsers that know light-dark().
const BROWSERS = ["chrome123", "firefox120", "safari17.5"];

// JetBrains Mono, under the SIL Open Font License 1.1: node_modules/@fontsource/jetbrains-mono/LICENSE.
const FACE = "@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2";

// What tokens, keys and JSON are written in, and the marks that the page puts between: … “ ” · – and the replacement
// character. Anything else a payload holds falls back to the system's face.
const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
const MARKS = "\u2026\u201c\u201d\u00b7\u2013\ufffd";

// Copyright and licence stay in the file, as the licence asks.
const COPYRIGHT = 0, LICENSE_URL = 14;

await build({
  entryPoints: ["style/index.css"],
  outfile: "target/style/index.css",
  bundle: true,
  minify: true,
  external: ["*.woff2"],
  target: BROWSERS,
  logLevel: "warning",
});

const whole = await readFile(createRequire(import.meta.url).resolve(FACE));
const face = await subset(whole, ASCII + MARKS, {
  targetFormat: "woff2",
  // No feature, so no ligature: "!=" in a token is two characters.
  keepFeatures: [],
  preserveNameIds: [COPYRIGHT, LICENSE_URL],
});
await writeFile("target/style/mono.woff2", face);
