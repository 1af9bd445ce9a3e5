// node weigh.mjs FOLDER: what a first visit downloads, as it is and as a static host compresses it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = process.argv[2];
const row = (name, raw, brotli) =>
  console.log(`${name.padEnd(48)} ${String(raw).padStart(9)} ${String(brotli).padStart(9)}`);

const files = readdirSync(folder, { recursive: true }).filter(name => statSync(join(folder, name)).isFile()).sort();
const sum = { raw: 0, brotli: 0 };
row('', 'bytes', 'brotli');
for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(bytes).length;
  row(name, bytes.length, brotli);
  sum.raw += bytes.length;
  sum.brotli += brotli;
}
row('together', sum.raw, sum.brotli);
