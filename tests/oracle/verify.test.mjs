// The other direction of tests/oracle.rs: tokens that our core signs, and keys that it makes and hands out, are taken
// by libraries that are not ours.
// Run: node --test tests/oracle/verify.test.mjs

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK, importPKCS8, importSPKI } from 'jose';

/** What jose does not verify, by its own choice: secp256k1, and RSA keys below 2048 bits. */
const BY_NODE = ['secp256k1', 'rsa-1024', 'rsa-512'];

const root = new URL('../../', import.meta.url);
const fixtures = JSON.parse(readFileSync(new URL('tests/fixtures/jose.json', root), 'utf8'));
const cargo = process.env.CARGO ?? 'cargo';
const made = execFileSync(cargo, ['run', '--quiet', '--example', 'sign'], { cwd: root, encoding: 'utf8' });
const { signed, keys } = JSON.parse(made);

function publicKey(name) {
  const { public_jwk, private_jwk } = fixtures.keys[name];
  return public_jwk ? createPublicKey({ key: public_jwk, format: 'jwk' }) : Buffer.from(private_jwk.k, 'base64url');
}

const jose = {
  async verifies(alg, token, key) {
    const { protectedHeader } = await compactVerify(token, key, { algorithms: [alg] });
    return protectedHeader.alg === alg;
  },
  sign: (alg, key) => new CompactSign(Buffer.from('{}')).setProtectedHeader({ alg }).sign(key),
  privateKeys: ({ alg, private_jwk, pkcs8 }) => [importJWK(private_jwk, alg), ...(pkcs8 ? [importPKCS8(pkcs8, alg)] : [])],
  publicKeys: ({ alg, private_jwk, public_jwk, spki }) =>
    public_jwk ? [importJWK(public_jwk, alg), importSPKI(spki, alg)] : [importJWK(private_jwk, alg)],
};

const node = {
  verifies(_alg, token, key) {
    const end = token.lastIndexOf('.');
    const signature = Buffer.from(token.slice(end + 1), 'base64url');
    return verify('sha256', Buffer.from(token.slice(0, end)), { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
  sign(alg, key) {
    const input = `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.e30`;
    return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  },
  privateKeys: ({ private_jwk, pkcs8 }) => [createPrivateKey({ key: private_jwk, format: 'jwk' }), createPrivateKey(pkcs8)],
  publicKeys: ({ public_jwk, spki }) => [createPublicKey({ key: public_jwk, format: 'jwk' }), createPublicKey(spki)],
};

test('a token was signed for every algorithm', () => {
  assert.equal(signed.length, 18);
  assert.equal(new Set(signed.map(({ alg }) => alg)).size, 15);
});

for (const { alg, key, token } of signed) {
  test(`${alg} signed with ${key} verifies elsewhere`, async () => {
    const library = BY_NODE.includes(key) ? node : jose;
    assert.equal(await library.verifies(alg, token, publicKey(key)), true);
  });
}

test('a key was handed out for every algorithm', () => {
  assert.equal(new Set(keys.map(({ alg }) => alg)).size, 14);
});

for (const key of keys) {
  const { alg, token, private_jwk, thumbprint } = key;
  test(`a key for ${alg} is taken elsewhere in every form`, async () => {
    const library = alg === 'ES256K' ? node : jose;
    const publicKeys = await Promise.all(library.publicKeys(key));
    const privateKeys = await Promise.all(library.privateKeys(key));
    const theirs = await Promise.all(privateKeys.map((privateKey) => library.sign(alg, privateKey)));
    for (const publicKey of publicKeys) {
      for (const each of [token, ...theirs]) {
        assert.equal(await library.verifies(alg, each, publicKey), true);
      }
    }
    assert.equal(await calculateJwkThumbprint(private_jwk), thumbprint);
  });
}
