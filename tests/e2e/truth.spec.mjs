// What is shown is what is there: every digit, every duplicate, every byte; and it stays so when something else is
// edited. Keys are taken as people have them.
import { test, expect, box, enter, expectVerdict, open } from './page.mjs';
import { CLAIMS, SECRET, byHand, decoded, hmac, keyText, pair, signed } from './tokens.mjs';

const LITERALS = [
  '100002348117421473', '18446744073709551615', '-0', '1e400', '1.0', '1E+2', '0.1000000000000000055511151231257827',
  '"\\u00e9"', '"\\/"', '"\\ud800"', '123456789012345678901234567890.0e-7',
];

for (const literal of LITERALS) {
  test(`shows ${literal} as it is, and keeps it when another member is edited`, async ({ page }) => {
    await open(page);
    const payload = `{"kept":${literal},"name":"Alice","again":[${literal}]}`;
    const token = byHand({ alg: 'HS256' }, payload, hmac);
    await enter(page, { token, key: SECRET });
    await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
    const shown = await box(page, 'payload-json').inputValue();
    expect(shown).toContain(`"kept": ${literal},`);
    await enter(page, { 'payload-json': shown.replace('Alice', 'Bob') });
    await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
    expect(decoded(await box(page, 'token').inputValue(), 1)).toBe(payload.replace('Alice', 'Bob'));
  });
}

test('shows every one of duplicate members, says so, and keeps them', async ({ page }) => {
  await open(page);
  const payload = '{"role":"user","name":"Alice","role":"admin"}';
  await enter(page, { token: byHand({ alg: 'HS256' }, payload, hmac), key: SECRET });
  await expectVerdict(page, { verdict: 'verified', format: 'warn format.duplicate' });
  const shown = await box(page, 'payload-json').inputValue();
  expect(shown).toContain('"role": "user"');
  expect(shown).toContain('"role": "admin"');
  await expect(page.locator('[data-finding="STR07"]')).toContainText('role');
  await enter(page, { 'payload-json': shown.replace('Alice', 'Bob') });
  expect(decoded(await box(page, 'token').inputValue(), 1)).toBe(payload.replace('Alice', 'Bob'));
});

test('shows bytes that are no UTF-8 as bytes', async ({ page }) => {
  await open(page);
  const payload = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xc0]), Buffer.from('"}')]);
  const token = byHand({ alg: 'HS256' }, payload, hmac);
  await enter(page, { token, key: SECRET });
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified', time: 'idle time.nothing' });
  const shown = await box(page, 'payload-json').inputValue();
  expect(shown).not.toContain('\uFFFD');
  expect(Buffer.from(shown.replace(/\s/g, ''), 'hex').equals(payload)).toBe(true);
  await expect(box(page, 'payload-json')).not.toBeEditable();
  await expect(page.getByText('Bytes that are not text, in hexadecimal.')).toBeVisible();
  const header = await box(page, 'header-json').inputValue();
  await enter(page, { 'header-json': header.replace('HS256', 'HS384') });
  expect((await box(page, 'token').inputValue()).split('.')[1]).toBe(token.split('.')[1]);
});

test('shows a payload that is text as text', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', 'not claims, but words'), key: SECRET });
  await expectVerdict(page, { verdict: 'verified', time: 'idle time.nothing' });
  await expect(box(page, 'payload-json')).toHaveValue('not claims, but words');
});

test('takes a secret with every space in it', async ({ page }) => {
  await open(page);
  const [bare, spaced] = ['a secret', 'a secret '];
  await enter(page, { token: byHand({ alg: 'HS256' }, CLAIMS, input => hmac(input, spaced)), key: spaced });
  await expectVerdict(page, { verdict: 'verified' });
  await enter(page, { key: bare });
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
});

test.describe('a secret written in', () => {
  // In base64 it has both letters in which the alphabets differ.
  const bytes = Buffer.from('fbefbe3ffffe00010203040506070809fbefbe3ffffe000102030405060708', 'hex');
  for (const [encoding, text] of [
    ['base64', bytes.toString('base64')],
    ['base64', bytes.toString('base64').replaceAll('=', '')],
    ['base64', bytes.toString('base64url')],
    ['base64url', bytes.toString('base64url')],
    ['base64url', bytes.toString('base64')],
    ['hex', bytes.toString('hex')],
    ['hex', bytes.toString('hex').toUpperCase()],
    ['hex', bytes.toString('hex').replace(/..(?=.)/g, '$&:')],
  ]) {
    test(`${encoding}: ${text}`, async ({ page }) => {
      await open(page);
      await enter(page, { token: byHand({ alg: 'HS256' }, CLAIMS, input => hmac(input, bytes)), key: text });
      await expectVerdict(page, { signature: 'fail signature.mismatch' });
      await page.locator(`input[name="key-encoding"][value="${encoding}"]`).check();
      await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
    });
  }

  test('hex that is none is not called a wrong signature', async ({ page }) => {
    await open(page);
    await page.locator('input[name="key-encoding"][value="hex"]').check();
    await enter(page, { token: await signed('HS256'), key: 'no hex' });
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.unreadable' });
  });
});

test.describe('takes a public key as', () => {
  const ec = pair('ES256');
  const rsa = pair('RS256');
  const other = pair('ES256', 'other');
  const bare = pem => pem.replace(/-----[^-]+-----/g, '').replace(/\n/g, '');
  for (const [form, alg, text] of [
    ['JWK', 'ES256', JSON.stringify(ec.jwk)],
    ['JWK with its lines indented', 'RS256', JSON.stringify(rsa.jwk, null, 2)],
    ['JWK of Ed25519', 'Ed25519', JSON.stringify(pair('Ed25519').jwk)],
    ['private JWK', 'ES256', JSON.stringify(ec.privateJwk)],
    ['JWKS', 'ES256', JSON.stringify({ keys: [{ ...other.jwk, kid: 'a' }, { ...ec.jwk, kid: 'b' }, { ...rsa.jwk, kid: 'b' }] })],
    ['JWKS without names', 'ES256', JSON.stringify({ keys: [rsa.jwk, other.jwk, ec.jwk] })],
    ['PKCS#8', 'RS256', rsa.pkcs8],
    ['PKCS#1', 'RS256', rsa.publicKey.export({ type: 'pkcs1', format: 'pem' })],
    ['private PKCS#1', 'PS256', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' })],
    ['SEC 1', 'ES256', ec.privateKey.export({ type: 'sec1', format: 'pem' })],
    ['bare base64', 'RS256', bare(rsa.spki)],
    ['PEM with literal \\n', 'ES256', ec.spki.replaceAll('\n', '\\n')],
    ['PEM in quotes with literal \\n', 'ES256', JSON.stringify(ec.spki)],
    ['PEM on one line', 'ES256', ec.spki.replaceAll('\n', ' ')],
    ['PEM with text before and after it', 'RS256', `Our key, as of today:\n\n${rsa.spki}\nBest regards`],
    ['PEM indented', 'RS256', rsa.spki.replace(/^/gm, '    ')],
  ]) {
    test(form, async ({ page }) => {
      await open(page);
      await enter(page, { token: await signed(alg, CLAIMS, { header: { kid: 'b' } }), key: text });
      await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
    });
  }
});

test('says what kind of key it sees', async ({ page }) => {
  await open(page);
  for (const [text, said] of [
    [keyText('RS256'), 'RSA public key, 2,048 bits, PEM SPKI'],
    [pair('ES256').privateKey.export({ type: 'sec1', format: 'pem' }), 'EC private key, curve P-256, PEM SEC 1'],
    [JSON.stringify(pair('Ed25519').jwk), 'Ed25519 public key, JWK'],
    ['12345678', 'Secret, 64 bits, read as UTF-8'],
  ]) {
    await enter(page, { key: text });
    await expect(page.getByText(said, { exact: true })).toBeVisible();
  }
});
