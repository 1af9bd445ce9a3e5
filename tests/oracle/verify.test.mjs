// The other direction of tests/oracle.rs: tokens that our core signs are verified by libraries that are not ours.
// Run: node --test tests/oracle/verify.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compactVerify } from 'jose';

/** What jose does not verify, by its own choice: secp256k1, and RSA keys below 2048 bits. */
const BY_NODE = ['secp256k1', 'rsa-1024', 'rsa-512'];

const root = new URL('../../', import.meta.url);
const { keys } = JSON.parse(readFileSync(new URL('tests/fixtures/jose.json', root), 'utf8'));
const cargo = process.env.CARGO ?? 'cargo';
const signed = JSON.parse(execFileSync(cargo, ['run', '--quiet', '--example', 'sign'], { cwd: root, encoding: 'utf8' }));

function publicKey(name) {
  const { public_jwk, private_jwk } = keys[name];
  return public_jwk ? createPublicKey({ key: public_jwk, format: 'jwk' }) : Buffer.from(private_jwk.k, 'base64url');
}

async function verifies({ alg, key, token }) {
  if (!BY_NODE.includes(key)) {
    const { protectedHeader } = await compactVerify(token, publicKey(key), { algorithms: [alg] });
    return protectedHeader.alg === alg;
  }
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  const how = { key: publicKey(key), dsaEncoding: 'ieee-p1363' };
  return verify('sha256', Buffer.from(token.slice(0, end)), how, signature);
}

test('a token was signed for every algorithm', () => {
  assert.equal(signed.length, 18);
  assert.equal(new Set(signed.map(({ alg }) => alg)).size, 15);
});

for (const entry of signed) {
  test(`${entry.alg} signed with ${entry.key} verifies elsewhere`, async () => {
    assert.equal(await verifies(entry), true);
  });
}
