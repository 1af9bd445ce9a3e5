// Puts the files of style/ into the one stylesheet that Trunk takes: Trunk itself does not resolve @import.
import { build } from "esbuild";

await build({
  entryPoints: ["style/index.css"],
  outfile: "target/style/index.css",
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  logLevel: "warning",
});
