// Minifies the scripts that Trunk has put together, in the folder it names, and the names by which they and the wasm
// know each other.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const files = extension => readdirSync(folder).filter(name => name.endsWith(extension)).map(name => join(folder, name));
const scripts = files(".js");

// Each imported function has a hash of 16 digits in its name, which nothing makes smaller. A new name has the length of
// the old one, so that no length in the wasm changes.
const HASHED = /__wbg_\w+?_[0-9a-f]{16}/g;
const names = new Map();
const numbered = name => `${"_".repeat(name.length - 3)}${names.size.toString(36).padStart(3, "0")}`;

for (const file of [...files(".wasm"), ...scripts]) {
  const renamed = readFileSync(file, "latin1").replace(HASHED, name => {
    if (!names.has(name)) names.set(name, numbered(name));
    return names.get(name);
  });
  writeFileSync(file, renamed, "latin1");
}

await build({
  entryPoints: scripts,
  outdir: folder,
  allowOverwrite: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  logLevel: "warning",
});
