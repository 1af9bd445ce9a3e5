// Verifies tokens with the snippet of the folder it runs in: see run.test.mjs. One token a line on standard input; a
// line on standard output for each: empty where it was accepted, or why it was refused.

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

if (existsSync('jwks.json')) {
  // No request leaves the machine: whatever address is asked for, this is its answer.
  globalThis.fetch = async () => new Response(readFileSync('jwks.json'));
}

const { verify } = await import(pathToFileURL('snippet.mjs'));
for (const token of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  try {
    await verify(token);
    console.log();
  } catch (error) {
    console.log(String(error));
  }
}
