// What other pages get wrong: each reason has its own answer, and "could not check" is never "invalid".
import * as crypto from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { test, expect, box, check, enter, expectVerdict, open, policies, verdictWords } from './page.mjs';
import { CLAIMS, EXPIRED, NOW, SECRET, byHand, hmac, keyText, pair, rsaPair, signed, tampered } from './tokens.mjs';

test('keeps the key, whatever happens to the token', async ({ page }) => {
  await open(page);
  const [token, { spki }] = [await signed('RS256'), pair('RS256')];
  await enter(page, { token, key: spki });
  for (const text of [tampered(token), token.slice(0, 20), '', token]) {
    await enter(page, { token: text });
    await expect(box(page, 'key')).toHaveValue(spki);
  }
  await expectVerdict(page, { verdict: 'verified' });
});

for (const alg of ['HS256', 'RS256', 'ES256', 'Ed25519']) {
  test(`calls a fresh ${alg} token neither verified nor invalid`, async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed(alg) });
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.missing', time: 'pass time.in-time' });
    await expect(verdictWords(page)).toContainText('not verified');
    await expect(check(page, 'signature')).toContainText('could not be checked');
  });
}

test('says of an expired token that it is expired, and that its signature holds', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('ES256', EXPIRED), key: keyText('ES256') });
  await expectVerdict(page, { verdict: 'rejected', signature: 'pass signature.verified', time: 'fail time.expired' });
  await expect(verdictWords(page)).toContainText('The signature holds, but the token has expired');
  await expect(verdictWords(page)).toContainText('It expired 1 hour ago, on 15 Jan 2027, 07:00:00 UTC.');
});

test('says both of an expired token with a wrong signature', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', EXPIRED), key: `${SECRET}!` });
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch', time: 'fail time.expired' });
});

for (const [claims, time, verdict] of [
  [{ sub: 'a' }, 'warn time.no-expiry', 'verified'],
  [{ exp: NOW }, 'fail time.expired', 'rejected'],
  [{ exp: NOW + 1 }, 'pass time.in-time', 'verified'],
  [{ exp: NOW + 60, nbf: NOW + 1 }, 'fail time.not-yet', 'rejected'],
  [{ exp: NOW + 60, nbf: NOW }, 'pass time.in-time', 'verified'],
  [{ exp: NOW + 60, iat: NOW + 30 }, 'warn time.issued-in-future', 'verified'],
  [{ exp: String(NOW + 60) }, 'fail time.malformed', 'rejected'],
  [{ exp: NOW + 0.5 }, 'pass time.in-time', 'verified'],
]) {
  test(`judges the times of ${JSON.stringify(claims)}`, async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', claims), key: SECRET });
    await expectVerdict(page, { verdict, signature: 'pass signature.verified', time });
  });
}

test('does not trust a key that only the token itself brings', async ({ page }) => {
  await open(page);
  const { jwk, privateKey } = pair('ES256', 'of a stranger');
  await enter(page, { token: await signed('ES256', CLAIMS, { header: { jwk }, key: privateKey }) });
  await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.self-asserted' });
  await expect(verdictWords(page)).toContainText('brings its own key');
  await enter(page, { key: pair('ES256').spki });
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
});

test('fetches nothing that a token names', async ({ page }) => {
  await open(page);
  const requests = [];
  page.on('request', request => requests.push(request.url()));
  const header = { jku: 'https://example.com/jwks.json', x5u: 'https://example.com/cert.pem' };
  const claims = { ...CLAIMS, iss: 'https://example.com', picture: 'https://example.com/alice.png' };
  await enter(page, { token: await signed('RS256', claims, { header }) });
  await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.missing' });
  await expect(policies(page)).toHaveCount(2);
  expect(requests).toEqual([]);
});

test.describe('gives every reason its own code', () => {
  const small = rsaPair(1024);
  const garbage = pair('RS256').spki.replace(/\n.*\n/, '\nnot*base64\n');
  const crit = { b64x: true, crit: ['b64x'] };
  const dated = alg => (header = {}) => signed(alg, CLAIMS, header);
  for (const [name, make, key, verdict, signature] of [
    ['a garbage key', dated('RS256'), garbage, 'unverified', 'unknown key.unreadable'],
    ['a text that is no key', dated('RS256'), 'no key', 'unverified', 'unknown key.unreadable'],
    ['another curve', dated('ES256'), pair('ES384').spki, 'unverified', 'unknown key.wrong-type'],
    ['an RSA key for ECDSA', dated('ES256'), pair('RS256').spki, 'unverified', 'unknown key.wrong-type'],
    ['another key', dated('ES256'), pair('ES256', 'other').spki, 'rejected', 'fail signature.mismatch'],
    ['an unknown extension', () => signed('ES256', CLAIMS, { header: crit, crit: { b64x: true } }), pair('ES256').spki, 'rejected', 'fail header.crit'],
    ['a small RSA key', () => byHand({ alg: 'RS256' }, CLAIMS, input => crypto.sign('sha256', Buffer.from(input), small.privateKey)), small.spki, 'verified', 'pass signature.verified'],
    ['alg none', () => byHand({ alg: 'none' }, CLAIMS, () => ''), SECRET, 'rejected', 'fail alg.none'],
    ['no signature', async () => (await signed('ES256')).replace(/[^.]+$/, ''), pair('ES256').spki, 'rejected', 'fail signature.missing'],
    ['half a signature', async () => (await signed('ES256')).slice(0, -43), pair('ES256').spki, 'rejected', 'fail signature.malformed'],
    ['a signature in DER', () => byHand({ alg: 'ES256' }, CLAIMS, input => crypto.sign('sha256', Buffer.from(input), pair('ES256').privateKey)), pair('ES256').spki, 'rejected', 'fail signature.malformed'],
    ['no alg', () => byHand({ typ: 'JWT' }, CLAIMS, hmac), SECRET, 'unverified', 'unknown alg.missing'],
    ['an algorithm nobody knows', () => byHand({ alg: 'hs256' }, CLAIMS, hmac), SECRET, 'unverified', 'unknown alg.unsupported'],
    ['a header with alg twice', () => byHand('{"alg":"none","alg":"HS256"}', CLAIMS, hmac), SECRET, 'rejected', 'fail header.duplicate'],
    ['a public key used as a secret', () => byHand({ alg: 'HS256' }, CLAIMS, input => hmac(input, pair('RS256').spki)), pair('RS256').spki, 'unverified', 'unknown key.wrong-type'],
    ['a key to encrypt with', dated('ES256'), JSON.stringify({ ...pair('ES256').jwk, use: 'enc' }), 'unverified', 'unknown key.not-for-this'],
    ['a key for another algorithm', dated('RS256'), JSON.stringify({ ...pair('RS256').jwk, alg: 'PS256' }), 'unverified', 'unknown key.not-for-this'],
    ['a set without the key', () => signed('ES256', CLAIMS, { header: { kid: 'b' } }), JSON.stringify({ keys: [{ ...pair('ES256').jwk, kid: 'a' }] }), 'unverified', 'unknown key.no-match'],
  ]) {
    test(name, async ({ page }) => {
      await open(page);
      await enter(page, { token: await make(), key });
      await expectVerdict(page, { verdict, signature });
    });
  }
});

/** Opens the page with a JWE. */
async function encrypted(page) {
  await open(page);
  const header = { alg: 'dir', enc: 'A128GCM' };
  const token = await new CompactEncrypt(Buffer.from('hidden')).setProtectedHeader(header).encrypt(Buffer.alloc(16, 7));
  await enter(page, { token });
  await expectVerdict(page, { verdict: 'unverified', format: 'pass format.conforming' });
  return header;
}

test('shows the header of an encrypted token', async ({ page }) => {
  const header = await encrypted(page);
  expect(JSON.parse(await box(page, 'header-json').inputValue())).toEqual(header);
  await expect(box(page, 'payload-json')).toHaveValue('');
  await expect(check(page, 'format')).toContainText('JWE, encrypted');
});

test('says of an encrypted token that it is encrypted, not that its signature is odd', async ({ page }) => {
  await encrypted(page);
  await expect(verdictWords(page)).toContainText('is encrypted');
  await expect(verdictWords(page)).not.toContainText('case-sensitive');
});

for (const [name, around] of [
  ['white space', token => `\n  ${token} \t\n`],
  ['quotes', token => `"${token}",`.slice(0, -1)],
  ['a quote at its end', token => `${token}'`],
  ['Bearer', token => `Bearer ${token}`],
  ['zero-width characters', token => `\u200B${token}\u200B`],
  ['a byte-order mark', token => `\uFEFF${token}`],
  ['line breaks in it', token => token.replace(/.{60}/g, '$&\n')],
  ['percent-encoding', token => token.replaceAll('.', '%2E')],
]) {
  test(`reads a token with ${name}, and says so`, async ({ page }) => {
    await open(page);
    const text = around(await signed('HS256'));
    await enter(page, { token: text, key: SECRET });
    await expectVerdict(page, { verdict: 'verified', format: 'warn format.cleaned', signature: 'pass signature.verified' });
    await expect(box(page, 'token')).toHaveValue(text);
  });
}

test('does not read over a space in a part', async ({ page }) => {
  await open(page);
  const token = await signed('HS256');
  await enter(page, { token: `${token.slice(0, 60)} ${token.slice(60)}`, key: SECRET });
  await expectVerdict(page, { verdict: 'rejected', format: 'fail format.base64url' });
});
