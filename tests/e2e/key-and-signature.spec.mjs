// What the key is, and what is in the signature: each piece, beside what it had to be, so that one sees where it differs.
import * as crypto from 'node:crypto';
import { test, expect, box, edit, enter, expectVerdict, open } from './page.mjs';
import { fold, line, lines, unfold } from './folds.mjs';
import { CLAIMS, SECRET, base64url, byHand, hmac, pair, signed } from './tokens.mjs';
import { calculateJwkThumbprint } from 'jose';

const KEY = 'About this key';
const SIGNATURE = 'The signature, opened';

/** Opens the page with a token and a key, and what explains the key or the signature. */
async function opened(page, title, texts) {
  await open(page);
  await enter(page, texts);
  await unfold(page, title);
}

const THUMBPRINT = 'The SHA-256 of the public half as a JWK, by which anybody can name the key. | RFC 7638 §3';
const PUBLIC = 'The public half: it verifies, and may be known to everybody.';
const PRIVATE = 'The private half is there: it signs, and is to be kept secret.';

const RSA = pair('RS256');
const EC = pair('ES256');
const ED = pair('EdDSA');

/** Of an RSA key of 2,048 bits. */
const rsaLines = async (jwk, form) => [
  '  Modulus | 2,048 bits | At least 2,048 are needed. | RFC 7518 §3.3',
  '  Exponent | 65,537 | The public one, e. | RFC 7518 §6.3.1.2',
  `  Thumbprint | ${await calculateJwkThumbprint(jwk)} | ${THUMBPRINT}`,
  `  Form | ${form}`,
];

const curveLines = async (jwk, source, form) => [
  `  Curve | ${jwk.crv} |  | ${source}`,
  `  Thumbprint | ${await calculateJwkThumbprint(jwk)} | ${THUMBPRINT}`,
  `  Form | ${form}`,
];

const KEYS = {
  'RSA in PEM': async () => [RSA.spki, [`Key | RSA public key, 2,048 bits | ${PUBLIC}`, ...await rsaLines(RSA.jwk, 'PEM SPKI')]],
  'an EC key as JWK': async () => [JSON.stringify(EC.jwk), [`Key | EC public key, curve P-256 | ${PUBLIC}`, ...await curveLines(EC.jwk, 'RFC 7518 §6.2.1.1', 'JWK')]],
  'a private EC key': async () => [EC.pkcs8, [`Key | EC private key, curve P-256 | ${PRIVATE}`, ...await curveLines(EC.jwk, 'RFC 7518 §6.2.1.1', 'PEM PKCS#8')]],
  'Ed25519': async () => [ED.spki, [`Key | Ed25519 public key | ${PUBLIC}`, ...await curveLines(ED.jwk, 'RFC 8037 §2', 'PEM SPKI')]],
  'a set of keys': async () => [JSON.stringify({ keys: [{ ...EC.jwk, kid: 'one', use: 'sig', alg: 'ES256' }, RSA.jwk, { kty: 'EC' }] }), [
    `Key 1 | EC public key, curve P-256 | ${PUBLIC}`,
    ...await curveLines(EC.jwk, 'RFC 7518 §6.2.1.1', 'JWK'),
    '  kid | one | Its name, by which a header asks for it. | RFC 7517 §4.5',
    '  use | sig | What it is for: “sig” for signatures, “enc” for encryption. | RFC 7517 §4.2',
    '  alg | ES256 | The one algorithm it is for. | RFC 7517 §4.4',
    `Key 2 | RSA public key, 2,048 bits | ${PUBLIC}`,
    ...await rsaLines(RSA.jwk, 'JWK'),
    'Key 3 | not readable | The JWK has no “crv”.',
  ]],
  'a secret': async () => [SECRET, [
    'Key | Secret, 536 bits | It signs and verifies: whoever has it can make tokens.',
    '  Size | 536 bits | HS256 needs 256 bits at least, HS384 384 and HS512 512. | RFC 7518 §3.2',
    '  Thumbprint | none | Of a secret it is not shown: who has it could test guesses. | RFC 7638 §7',
    '  Read as | UTF-8',
  ]],
};

for (const [name, make] of Object.entries(KEYS)) {
  test(`what a key is, is told: ${name}`, async ({ page }) => {
    const [key, wanted] = await make();
    await opened(page, KEY, { key });
    await expect.poll(() => lines(page, KEY)).toEqual(wanted);
  });
}

test('the thumbprint of a JWK is that of RFC 7638 section 3.1', async ({ page }) => {
  const key = JSON.stringify({
    kty: 'RSA',
    n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs'
      + 'tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91'
      + 'CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
    e: 'AQAB', alg: 'RS256', kid: '2011-04-29',
  });
  await opened(page, KEY, { key });
  await expect(line(page, KEY, 'Thumbprint').locator('code')).toHaveText('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
});

/** Made with OpenSSL: of an authority, for 2026 and 2027. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBVDCB+wIBKjAKBggqhkjOPQQDAjAtMRYwFAYDVQQKDA1FeGFtcGxlIFRydXN0
MRMwEQYDVQQDDApFeGFtcGxlIENBMB4XDTI2MDEwMTAwMDAwMFoXDTI4MDEwMTAw
MDAwMFowQDELMAkGA1UEBhMCREUxFzAVBgNVBAoMDkvDpHNlIHVuZCBCcm90MRgw
FgYDVQQDDA9hcGkuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AARH/+HHx+SOzq9tP1495R8DMJJ/o08h7HBYnZsJEhV+BekGJ/f2RFbTRGyfciA9
GgP3eSji6mXW2b7LjIJVSrX6MAoGCCqGSM49BAMCA0gAMEUCIAmSOCSal4YFfc0b
7NGFWjCn1dtZRNF3ss914iMgXLSvAiEA4VXaofhi4pfhs6UEDjJWmzgaik3548Mf
CNTTOKb/TSQ=
-----END CERTIFICATE-----`;

const CERTIFIED_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg0JI8imscw3nCsPjF
Kczv29jtRn3BT5kqSjAPxu76KeChRANCAARH/+HHx+SOzq9tP1495R8DMJJ/o08h
7HBYnZsJEhV+BekGJ/f2RFbTRGyfciA9GgP3eSji6mXW2b7LjIJVSrX6
-----END PRIVATE KEY-----`;

test('of a certificate it is told whose it is, who issued it, and for how long', async ({ page }) => {
  await opened(page, KEY, { key: CERTIFICATE });
  const { fingerprint256 } = new crypto.X509Certificate(CERTIFICATE);
  const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  await expect.poll(async () => (await lines(page, KEY)).slice(3)).toEqual([
    '  Form | PEM X.509 certificate',
    '  Certificate | X.509 | Only its key is used: who signed it is not checked, and its dates do not change the verdict. | RFC 5280 §4.1',
    '    Subject | CN=api.example.com, O=Käse und Brot, C=DE | Whose key it says it is. | RFC 5280 §4.1.2.6',
    '    Issuer | CN=Example CA, O=Example Trust | Who it says has issued it. | RFC 5280 §4.1.2.4',
    '    Valid from | 1 Jan 2026, 00:00:00 UTC | 1 year 14 days ago. | RFC 5280 §4.1.2.5',
    '    Valid until | 1 Jan 2028, 00:00:00 UTC | In 350 days. | RFC 5280 §4.1.2.5',
    '    Serial number | 2a |  | RFC 5280 §4.1.2.2',
    `    x5t#S256 | ${thumbprint} | The SHA-256 of the certificate, by which a header names it. | RFC 7515 §4.1.8`,
  ]);
});

test('a certificate that has expired says so, and does not change the verdict', async ({ page }) => {
  const later = Date.UTC(2028, 0, 11) / 1000;
  const token = await signed('ES256', { ...CLAIMS, iat: later - 60, exp: later + 60 }, { key: crypto.createPrivateKey(CERTIFIED_KEY) });
  await open(page, `#token=${token}&now=${later}`);
  await enter(page, { key: CERTIFICATE });
  await unfold(page, KEY);
  await expect(line(page, KEY, 'Valid until')).toContainText('It expired 10 days ago.');
  await expect(line(page, KEY, 'Valid until')).toHaveAttribute('data-mark', 'warn');
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
});

test('nothing of a secret or a private half is told', async ({ page }) => {
  const { privateJwk } = RSA;
  for (const [alg, key, hidden] of [
    ['HS256', SECRET, [SECRET]],
    ['RS256', RSA.pkcs8, ['d', 'p', 'q', 'dp', 'dq', 'qi'].map(name => privateJwk[name])],
    ['ES256', JSON.stringify(EC.privateJwk), [EC.privateJwk.d]],
    ['EdDSA', JSON.stringify(ED.privateJwk), [ED.privateJwk.d]],
  ]) {
    await page.goto('about:blank');
    await opened(page, KEY, { token: await signed(alg), key });
    await unfold(page, SIGNATURE);
    await expectVerdict(page, { signature: 'pass signature.verified' });
    await expect(line(page, SIGNATURE, alg.startsWith('HS') ? 'MAC' : /./)).toBeVisible();
    const said = (await page.locator('body').evaluate(body => body.textContent)).toLowerCase();
    for (const text of hidden) {
      const bytes = Buffer.from(text, alg.startsWith('HS') ? 'utf8' : 'base64url');
      for (const form of [text, bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')]) {
        expect(said, alg).not.toContain(form.toLowerCase());
      }
    }
  }
});

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash('sha256')).digest();
const signatureOf = token => Buffer.from(token.split('.')[2], 'base64url');
const inputOf = token => token.slice(0, token.lastIndexOf('.'));

/** What is marked in a line as not what it had to be. */
const marked = row => row.locator('code [data-mark="edited"]');

const JUDGED = (page, name, mark) => expect(line(page, SIGNATURE, name)).toHaveAttribute('data-mark', mark);

const REFUSED = { signature: 'fail signature.mismatch' };

/** Opens a token of an algorithm, edits its payload, and says what the token is then. */
async function edited(page, alg, key) {
  const token = await signed(alg);
  await opened(page, SIGNATURE, { token, key });
  await expectVerdict(page, { verdict: 'verified' });
  const before = await lines(page, SIGNATURE);
  await edit(page, 'payload-json', 'alice', 'mallory');
  await expectVerdict(page, REFUSED);
  return { token, before, after: await box(page, 'token').inputValue() };
}

test('HMAC: the MAC, and after an edit the one it had to be', async ({ page }) => {
  const { token, before, after } = await edited(page, 'HS256', SECRET);
  const mac = signatureOf(token).toString('hex');
  expect(before).toEqual([
    'HMAC with SHA-256 | 32 bytes | Computed with this secret it comes out the same, byte for byte.',
    `  MAC | ${mac} | The keyed hash of header and payload, as the token has it. | RFC 7518 §3.2`,
  ]);
  await expect.poll(() => lines(page, SIGNATURE)).toEqual([
    expect.stringContaining('Computed with this secret it is another one.'),
    expect.stringContaining(`  MAC | ${mac} | `),
    `    Expected | ${hmac(inputOf(after)).toString('hex')}`,
  ]);
  await JUDGED(page, 'MAC', 'bad');
});

test('HMAC: where it differs is told and marked', async ({ page }) => {
  const token = await signed('HS256');
  const bytes = signatureOf(token);
  bytes[4] ^= 0x80;
  bytes[6] ^= 0x01;
  await opened(page, SIGNATURE, { token: `${inputOf(token)}.${base64url(bytes)}`, key: SECRET });
  await expect(line(page, SIGNATURE, 'MAC')).toContainText('It differs from byte 5 on.');
  await expect(marked(line(page, SIGNATURE, 'MAC'))).toHaveText(bytes.subarray(4, 7).toString('hex'));
  await expect(line(page, SIGNATURE, 'Expected').locator('code')).toHaveText(hmac(inputOf(token)).toString('hex'));
});

test('RSA PKCS#1: padding, hash identifier and hash, and after an edit the hash it had to be', async ({ page }) => {
  const { token, before, after } = await edited(page, 'RS256', RSA.spki);
  const hash = sha256(inputOf(token)).toString('hex');
  const pieces = hash => [
    '  Start | 0001 | Says that the block is one of a signature. | RFC 8017 §9.2',
    '  Padding | ff × 202 | Fills the block up to the length of the modulus. | RFC 8017 §9.2',
    '  Separator | 00 | Ends the padding. | RFC 8017 §9.2',
    '  Hash identifier | 3031300d060960864801650304020105000420 | Says which hash follows: SHA-256. | RFC 8017 §9.2',
    `  Hash | ${hash} | The hash of header and payload, as the signer computed it. | RFC 8017 §9.2`,
  ];
  expect(before).toEqual([
    'RSA PKCS#1 v1.5 with SHA-256 | 256 bytes | The public key turns it into a block of padding and hash, and every byte of that is what it has to be.',
    ...pieces(hash),
  ]);
  await expect.poll(() => lines(page, SIGNATURE)).toEqual([
    expect.stringContaining('The padding is right, so this key\'s private half made it, but over another header or payload than these'),
    ...pieces(hash),
    `    Expected | ${sha256(inputOf(after)).toString('hex')}`,
  ]);
  await JUDGED(page, 'Padding', 'good');
  await JUDGED(page, 'Hash identifier', 'good');
  await JUDGED(page, 'Hash', 'bad');
});

test('RSA PKCS#1 with another hash: the identifier is what differs', async ({ page }) => {
  const token = byHand({ alg: 'RS256' }, CLAIMS, input => crypto.sign('sha512', Buffer.from(input), RSA.privateKey));
  await opened(page, SIGNATURE, { token, key: RSA.spki });
  await expect(line(page, SIGNATURE, 'Hash identifier')).toContainText('SHA-512');
  await JUDGED(page, 'Hash identifier', 'bad');
  await expect.poll(() => lines(page, SIGNATURE)).toContain('    Expected | 3031300d060960864801650304020105000420');
});

/** A token by RSA whose signature is a number below the modulus of another key; every few are not. */
async function signedBelow(spki) {
  const number = text => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
  const { n } = crypto.createPublicKey(spki).export({ format: 'jwk' });
  for (let attempt = 0; ; attempt++) {
    const token = await signed('RS256', { ...CLAIMS, attempt });
    if (number(token.split('.')[2]) < number(n)) return token;
  }
}

test('RSA by another key: what comes out is no padding', async ({ page }) => {
  const other = pair('RS256', 'other').spki;
  await opened(page, SIGNATURE, { token: await signedBelow(other), key: other });
  await JUDGED(page, 'Block', 'bad');
  await expect.poll(async () => (await lines(page, SIGNATURE))[0]).toContain('The key is most likely another one, or the signature was changed.');
});

test('RSA PSS: padding, salt and hash, and after an edit the hash it had to be', async ({ page }) => {
  const { token, before, after } = await edited(page, 'PS256', RSA.spki);
  const salt = before.find(told => told.startsWith('  Salt')).split(' | ')[1];
  // RFC 8017 section 9.1.1: 8 zeros, the hash of the message, the salt.
  const hash = token => sha256(Buffer.alloc(8), sha256(inputOf(token)), Buffer.from(salt, 'hex')).toString('hex');
  expect(before).toEqual([
    expect.stringMatching(/^RSA PSS with SHA-256 \| 256 bytes \| .* every byte of that is what it has to be\.$/),
    expect.stringContaining('  Start | 1 bit of 0 | '),
    expect.stringContaining('  Padding | 00 × 190, 01 | '),
    expect.stringContaining('| 32 bytes, fresh for every signature; JOSE has 32, as many as the hash has. | RFC 7518 §3.5'),
    expect.stringContaining(`  Hash | ${hash(token)} | `),
    expect.stringContaining('  End | bc | '),
  ]);
  await expect.poll(() => lines(page, SIGNATURE)).toContain(`    Expected | ${hash(after)}`);
  await JUDGED(page, 'Hash', 'bad');
  await JUDGED(page, 'Padding', 'good');
});

test('RSA PSS with a salt of another length: that is what differs', async ({ page }) => {
  const padding = { key: RSA.privateKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };
  const token = byHand({ alg: 'PS256' }, CLAIMS, input => crypto.sign('sha256', Buffer.from(input), padding));
  await opened(page, SIGNATURE, { token, key: RSA.spki });
  await expect(line(page, SIGNATURE, 'Salt')).toContainText('20 bytes');
  await JUDGED(page, 'Salt', 'bad');
});

test('ECDSA: r and s, and after an edit the x that is not r', async ({ page }) => {
  const { token, before } = await edited(page, 'ES256', EC.spki);
  const [r, s] = [0, 32].map(start => signatureOf(token).subarray(start, start + 32).toString('hex'));
  expect(before).toEqual([
    'ECDSA on P-256 | 64 bytes | With this key, header and payload its halves lead back to the first of them, as they have to.',
    expect.stringContaining(`  r | ${r} | `),
    expect.stringContaining(`  s | ${s} | `),
    expect.stringContaining(`  x of the point | ${r} | `),
  ]);
  await expect.poll(async () => (await lines(page, SIGNATURE)).at(-1)).toBe(`    Expected | ${r}`);
  await JUDGED(page, 'x of the point', 'bad');
  await expect(marked(line(page, SIGNATURE, 'x of the point'))).toHaveText(/^[0-9a-f]{40,64}$/);
});

test('ECDSA in DER: r and s are found, and the form is what is wrong', async ({ page }) => {
  let der;
  const token = byHand({ alg: 'ES256' }, CLAIMS, input => (der = crypto.sign('sha256', Buffer.from(input), EC.privateKey)));
  await opened(page, SIGNATURE, { token, key: EC.spki });
  await expect(line(page, SIGNATURE, 'Form')).toContainText('DER');
  await JUDGED(page, 'Form', 'bad');
  // A leading zero of DER is no digit of the number.
  const r = der.subarray(4, 4 + der[3]).toString('hex').replace(/^(00)+/, '').padStart(64, '0');
  await expect(line(page, SIGNATURE, 'r').locator('code')).toHaveText(r);
});

test('EdDSA: R and S, and after an edit that they do not lead back', async ({ page }) => {
  const { token, before } = await edited(page, 'EdDSA', ED.spki);
  const [R, S] = [0, 32].map(start => signatureOf(token).subarray(start, start + 32).toString('hex'));
  expect(before).toEqual([
    'Ed25519 | 64 bytes | With this key, header and payload its halves lead back to the first of them, as they have to.',
    expect.stringContaining(`  R | ${R} | `),
    expect.stringContaining(`  S | ${S} | `),
  ]);
  await expect.poll(async () => (await lines(page, SIGNATURE))[0])
    .toContain('Another key signed, or header, payload or signature were changed: its halves do not lead back to the first of them.');
  await JUDGED(page, 'Ed25519', 'bad');
});

test('which key of a set opened it is told', async ({ page }) => {
  await opened(page, SIGNATURE, { token: await signed('ES256'), key: JSON.stringify({ keys: [RSA.jwk, EC.jwk] }) });
  await expect.poll(() => lines(page, SIGNATURE)).toContain('  Opened with | key 2 of 2');
});

for (const [name, make, why] of [
  ['without a key', async () => ({ token: await signed('RS256') }), 'Not opened: without the key no more can be told of these bytes.'],
  ['of a token that is not signed', async () => ({ token: byHand({ alg: 'none' }, CLAIMS, () => '') }), 'There is no signature: the third part is empty.'],
  ['with a byte too few', async () => {
    const token = await signed('RS256');
    return { token: `${inputOf(token)}.${base64url(signatureOf(token).subarray(1))}`, key: RSA.spki };
  }, 'Not opened: with this length it is no signature of the algorithm and the key.'],
]) {
  test(`why a signature cannot be opened is told: ${name}`, async ({ page }) => {
    await opened(page, SIGNATURE, await make());
    await expect.poll(async () => (await lines(page, SIGNATURE))[0]).toContain(why);
  });
}

test('what is opened follows the key, and is gone with the token', async ({ page }) => {
  await opened(page, SIGNATURE, { token: await signed('HS256'), key: 'another secret' });
  await JUDGED(page, 'MAC', 'bad');
  await enter(page, { key: SECRET });
  await JUDGED(page, 'MAC', 'good');
  await enter(page, { token: '' });
  await expect.poll(() => lines(page, SIGNATURE)).toEqual([]);
  await unfold(page, KEY);
  await enter(page, { key: '' });
  await expect.poll(() => lines(page, KEY)).toEqual([]);
});

test('a line without a place has nothing to show', async ({ page }) => {
  await opened(page, KEY, { key: EC.spki });
  await expect(line(page, KEY, 'Curve')).toBeVisible();
  await expect(fold(page, KEY).getByRole('button')).toHaveCount(0);
});
