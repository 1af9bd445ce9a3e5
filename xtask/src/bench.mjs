// Times the cases of benches/core.rs as wasm in Chromium, and prints a line a case: name, tab, microseconds.
import fs from "node:fs";
import { chromium } from "@playwright/test";

const measure = async base64 => {
  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const module = await WebAssembly.compile(bytes);
  // The cases call nothing of a page; what the compiler left among the imports is never reached.
  const imports = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    (imports[wanted.module] ??= {})[wanted.name] = () => { throw new Error("unreachable"); };
  }
  const { exports: wasm } = await WebAssembly.instantiate(module, imports);
  const name = index => new TextDecoder().decode(
    new Uint8Array(wasm.memory.buffer, wasm.bench_name(index), wasm.bench_name_length(index)));

  // As many runs as one time takes to be well above the clock's grain.
  const once = (index, runs) => {
    const begin = performance.now();
    if (wasm.bench_run(index, runs) !== 1) throw new Error(`${name(index)} does not come out as it must`);
    return (performance.now() - begin) / runs;
  };
  const median = index => {
    let runs = 1;
    while (once(index, runs) * runs < 5) runs *= 2;
    const times = [];
    for (const end = performance.now() + 200; times.length < 5 || performance.now() < end;) times.push(once(index, runs));
    return times.sort((a, b) => a - b)[times.length >> 1];
  };
  return Array.from({ length: wasm.bench_count() }, (_, index) => [name(index), median(index) * 1000]);
};

const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: [...sandbox, "--disable-gpu"] });
const page = await browser.newPage();
const times = await page.evaluate(measure, fs.readFileSync(process.argv[2]).toString("base64"));
for (const [name, time] of times) console.log(`${name}\t${time.toFixed(1)}`);
await browser.close();
