// "Verify this in your code": the snippets for Node, Python and Rust run as they are handed out, and accept and refuse
// what they must.
// Run: cargo xtask test snippets

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = join(root, 'tests/snippets');
const made = join(root, 'target/snippets');
const cargo = process.env.CARGO ?? 'cargo';
const python = process.env.PYTHON ?? 'python3';

const run = (program, args, options) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
const { cases } = JSON.parse(run(cargo, ['run', '--quiet', '--example', 'snippets'], { cwd: root }));

for (const { name, pem, jwks, snippets } of cases) {
  rmSync(join(made, name), { recursive: true, force: true });
  mkdirSync(join(made, name), { recursive: true });
  const write = (file, text) => text && writeFileSync(join(made, name, file), text);
  write('public-key.pem', pem);
  write('jwks.json', jwks && JSON.stringify(jwks));
  write('snippet.mjs', snippets.node);
  write('snippet.py', snippets.python);
}

/** One program for all cases of Rust, as each takes seconds to link. */
function built() {
  const mine = cases.filter(({ snippets }) => snippets.rust);
  const modules = mine.map(({ snippets }, index) => `#[allow(dead_code)]\nmod case${index} {\n${snippets.rust}}\n`);
  const arms = mine.map(({ name, jwks }, index) => {
    const keys = jwks ? `, &serde_json::from_str(${JSON.stringify(JSON.stringify(jwks))})?` : '';
    return `${JSON.stringify(name)} => case${index}::verify(token${keys}),\n`;
  });
  const verify = 'fn verify(case: &str, token: &str) -> Result<Value, Box<dyn Error>> {\n';
  writeFileSync(join(made, 'cases.rs'), `${modules.join('')}${verify}match case {\n${arms.join('')}_ => unreachable!(),\n}\n}\n`);
  const target = join(made, 'build');
  const args = ['build', '--quiet', '--locked', '--manifest-path', join(here, 'rust/Cargo.toml'), '--target-dir', target];
  run(cargo, args, { cwd: root });
  return join(target, 'debug/snippets');
}

let program;
const languages = {
  node: () => [process.execPath, [join(here, 'run.mjs')]],
  python: () => [python, [join(here, 'run.py')]],
  rust: ({ name }) => [(program ??= built()), [name]],
};

test('most algorithms have a snippet', () => {
  const counts = Object.keys(languages).map((language) => cases.filter(({ snippets }) => snippets[language]).length);
  assert.deepEqual(counts, [27, 27, 25]);
});

for (const [language, command] of Object.entries(languages)) {
  for (const each of cases.filter(({ snippets }) => snippets[language])) {
    test(`${language} verifies ${each.name}`, () => {
      const [program, args] = command(each);
      const env = { ...process.env, JWT_SECRET: each.secret };
      const input = each.tokens.map(({ token }) => `${token}\n`).join('');
      const lines = run(program, args, { cwd: join(made, each.name), env, input }).split('\n');
      each.tokens.forEach(({ name, accepted = false }, index) => {
        assert.equal(lines[index] === '', accepted, `${name}: ${lines[index] || 'accepted'}`);
      });
    });
  }
}
