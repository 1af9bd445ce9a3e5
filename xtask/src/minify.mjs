// Minifies the scripts that Trunk has put together, in the folder it names.
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const scripts = readdirSync(folder).filter(name => name.endsWith(".js"));

await build({
  entryPoints: scripts.map(name => join(folder, name)),
  outdir: folder,
  allowOverwrite: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  logLevel: "warning",
});
