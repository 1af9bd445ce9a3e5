// Why it fails: each mistake that people make is named, a click mends it, undo takes that back, and nothing is claimed
// of a token that is good or a key that is just wrong. The verdict never waits for it.
import * as crypto from 'node:crypto';
import { test, expect, box, edit, enter, expectVerdict, load, open, readVerdict, spokenVerdict, verdictWords } from './page.mjs';
import { CLAIMS, NOW, SECRET, base64url, byHand, hmac, pair, signed, tampered } from './tokens.mjs';

const doctor = page => page.getByRole('status', { name: 'Why it fails' });
const heading = (page, name) => doctor(page).getByRole('heading', { name, exact: true });

const VERIFIED = 'pass signature.verified';
const PAYLOAD = '{"sub":"x","name":"Zoë","n":[1,{}]}';

/** A token under the MAC of a secret. */
const bySecret = (secret, header = { alg: 'HS256' }, payload = PAYLOAD) => byHand(header, payload, input => hmac(input, secret));

/** A token under a signature of node's, which does whatever it is told. */
const byKey = (header, { privateKey }, hash, options = {}) =>
  byHand(header, PAYLOAD, input => crypto.sign(hash, Buffer.from(input), { key: privateKey, ...options }));

const JOSE = { dsaEncoding: 'ieee-p1363' };
const PSS = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

const [EC, EC_OTHER, P521, RSA] = [pair('ES256'), pair('ES256', 'other'), pair('ES512'), pair('RS256')];
const ES256 = () => byKey({ alg: 'ES256' }, EC, 'sha256', JOSE);

const message = token => token.slice(0, token.lastIndexOf('.'));
const signatureOf = token => token.split('.')[2];
const bytesOf = token => Buffer.from(signatureOf(token), 'base64url');

/** A token with the text of another signature, or of its own made from its bytes. */
const resigned = (token, change) => {
  const made = typeof change === 'function' ? change(bytesOf(token)) : change;
  return `${message(token)}.${typeof made === 'string' ? made : base64url(made)}`;
};

/** A token as it became: signed over texts, and written with others. */
const rewritten = (signedAs, now) => resigned(bySecret(SECRET, now.header, now.payload), signatureOf(bySecret(SECRET, signedAs.header, signedAs.payload)));

/** A token with something in its middle. */
const withInside = (token, inside) => `${token.slice(0, 40)}${inside}${token.slice(40)}`;

/** A token of ES512 whose r begins with a zero, which every other one does. */
function withLeadingZero() {
  for (;;) {
    const token = byKey({ alg: 'ES512' }, P521, 'sha512', JOSE);
    if (bytesOf(token)[0] === 0) return token;
  }
}

/** Header and payload signed over as other base64, and written as base64url. */
function signedOver(change) {
  const parts = ['{"alg":"ES256","signer":"arn:aws:elasticloadbalancing"}', '{"sub":"??????>>>>>>"}'].map(base64url);
  const over = parts.map(change).join('.');
  return `${parts.join('.')}.${base64url(crypto.sign('sha256', Buffer.from(over), { key: EC.privateKey, ...JOSE }))}`;
}

const padded = part => part.padEnd(Math.ceil(part.length / 4) * 4, '=');
const standard = part => part.replaceAll('-', '+').replaceAll('_', '/');

/** As Microsoft signs for Graph: the hash of the nonce was signed, and the nonce is shown. */
function forGraph(key) {
  const payload = JSON.stringify({ aud: '00000003-0000-0000-c000-000000000000', iss: 'https://sts.windows.net/1/' });
  const hash = crypto.createHash('sha256').update('abc').digest('base64url');
  const made = byHand({ alg: 'RS256', nonce: hash }, payload, input => crypto.sign('sha256', Buffer.from(input), key.privateKey));
  return resigned(byHand({ alg: 'RS256', nonce: 'abc' }, payload, () => ''), signatureOf(made));
}

const set = (...keys) => JSON.stringify({ keys });

/** The base64 of a PEM. */
const bodyOf = pem => pem.replace(/-----[^-]+-----|\s/g, '');

/** The last character with bits set that belong to no byte. */
const withUnusedBits = token => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + letters[letters.indexOf(token.at(-1)) | 1];
};

/** What came of JSON on the way: what was signed, what is there now, and how it is written when it verifies. */
const REWRITTEN = '{"b":"ë/<","a":{"d":[],"c":[1,2.50]}}';
const FORMS = [
  ['lost its last line break', `${REWRITTEN}\n`, 'with a line break at its end'],
  ['lost the order of its names', '{"a":{"c":[1,2.50],"d":[]},"b":"ë/<"}', 'without white space, its members sorted by name'],
  ['lost its spaces', '{"b": "ë/<", "a": {"d": [], "c": [1, 2.50]}}', 'with a space after every comma and colon'],
  ['lost what Python made', '{"a": {"c": [1, 2.50], "d": []}, "b": "\\u00eb/<"}', 'with a space after every comma and colon, its members sorted by name, everything but ASCII escaped'],
  ['lost what PHP made', '{"b":"\\u00eb\\/<","a":{"d":[],"c":[1,2.50]}}', 'without white space, “/” and everything but ASCII escaped'],
  ['lost what Go made', '{"b":"ë/\\u003c","a":{"d":[],"c":[1,2.50]}}', 'without white space, “<”, “>” and “&” escaped'],
  ['lost its lines', JSON.stringify(JSON.parse(REWRITTEN), null, 2).replace('2.5', '2.50'), 'over several lines, indented by two spaces'],
  ['lost its wide lines', JSON.stringify(JSON.parse(REWRITTEN), null, 4).replace('2.5', '2.50'), 'over several lines, indented by four spaces'],
];

/** By what is said first, and the button under it: what happened, when it verifies, and how to make it happen. */
const CURES = [
  {
    title: 'the secret is base64',
    button: 'Read it as Base64',
    advice: 'Whoever signs and whoever verifies must read the secret alike.',
    cases: [
      ['a secret pasted in base64', 'the secret is read as base64', () => ({ token: bySecret('secret'), key: 'c2VjcmV0' })],
      ['a secret pasted in base64url', 'the secret is read as base64', () => ({ token: bySecret(Buffer.from([255, 239])), key: '_-8' })],
    ],
  },
  {
    title: 'the secret is hexadecimal',
    button: 'Read it as Hex',
    cases: [
      ['a secret pasted in hexadecimal', 'the secret is read as hexadecimal', () => ({ token: bySecret('secret'), key: '736563726574' })],
      ['hexadecimal read as base64', 'the secret is read as hexadecimal', () => ({ token: bySecret('secret'), key: '736563726574', encoding: 'base64' })],
    ],
  },
  {
    title: 'the secret is plain text',
    button: 'Read it as UTF-8',
    cases: [
      ['a text read as base64', 'the secret is read as UTF-8', () => ({ token: bySecret('c2VjcmV0'), key: 'c2VjcmV0', encoding: 'base64' })],
      ['a text read as hexadecimal', 'the secret is read as UTF-8', () => ({ token: bySecret('not hex'), key: 'not hex', encoding: 'hex' })],
    ],
  },
  {
    title: 'a line break too many',
    button: 'Drop the line break',
    advice: 'Whoever signs and whoever verifies must use the same bytes',
    cases: [
      ['a line break after the secret', 'the line break at the end of the secret is left out', () => ({ token: bySecret('secret'), key: 'secret\n' })],
      ['spaces around the secret', 'the white space around the secret is left out', () => ({ token: bySecret('secret'), key: ' secret ' }), 'white space around the secret', 'Drop the white space'],
      ['a line break that was signed with', 'the secret ends with a line break', () => ({ token: bySecret('secret\n'), key: 'secret' }), 'a line break is missing', 'Add a line break'],
      ['a line break of Windows that was signed with', 'the secret ends with a line break of Windows (CR LF)', () => ({ token: bySecret('secret\r\n'), key: 'secret' }), 'a line break is missing', 'Add a line break'],
      ['quotes around the secret', 'the quotes around the secret are left out', () => ({ token: bySecret('secret'), key: '"secret"' }), 'quotes around the secret', 'Drop the quotes'],
      ['an escaped line break', '“\\n” in the secret is read as a line break', () => ({ token: bySecret('two\nlines'), key: 'two\\nlines' }), 'a line break in the secret is escaped', 'Unescape it'],
      ['a line of a settings file', 'only what follows the name is taken for the secret', () => ({ token: bySecret('secret'), key: 'export JWT_SECRET=\'secret\';' }), 'more than the secret', 'Take the value alone'],
      ['a percent-encoded secret', 'the secret is percent-decoded', () => ({ token: bySecret('a+b/c'), key: 'a%2Bb%2Fc' }), 'the secret is percent-encoded', 'Decode it'],
    ],
  },
  {
    title: 'the text of “k” is the secret',
    button: 'Take the text',
    advice: 'The signer does not decode the JWK.',
    cases: [
      ['the text of “k” as the secret', 'the text of the JWK\'s “k” is the secret, and not the bytes it stands for', () => ({ token: bySecret('c2VjcmV0'), key: '{"kty":"oct","k":"c2VjcmV0"}' })],
    ],
  },
  {
    title: 'the secret is base64',
    button: 'Read it as Base64',
    cases: [
      ['quotes around base64', 'the quotes around the secret are left out and the secret is read as base64', () => ({ token: bySecret('secret'), key: '\'c2VjcmV0\'' })],
    ],
  },
  {
    title: 'another algorithm is required',
    button: 'Require no algorithm',
    advice: 'A server that requires it refuses this token, and is right to.',
    cases: [
      ['another algorithm required', 'HS512 is not required', () => ({ token: bySecret('secret'), key: 'secret', required: 'HS512' })],
    ],
  },
  {
    title: 'a line break too many',
    button: 'Drop the line break',
    cases: [
      ['another algorithm required, and a line break too many', 'HS512 is not required and the line break at the end of the secret is left out', () => ({ token: bySecret('secret'), key: 'secret\n', required: 'HS512' })],
    ],
  },
  {
    title: 'characters that do not belong',
    button: 'Clean the token',
    advice: 'A strict server refuses it as it was pasted.',
    cases: [
      ['a space in the token', 'white space and invisible characters are taken out of the token', () => ({ token: withInside(bySecret('secret'), ' '), key: 'secret' })],
      ['an escaped line break in the token', 'white space and invisible characters are taken out of the token', () => ({ token: withInside(bySecret('secret'), '\\n'), key: 'secret' })],
      ['characters that cannot be seen', 'white space and invisible characters are taken out of the token', () => ({ token: withInside(bySecret('secret'), '\t\u200B\u00AD'), key: 'secret' })],
      ['brackets and a comma around it', 'what stands around the token is left out', () => ({ token: `(${bySecret('secret')}),`, key: 'secret' })],
      ['padding', 'the padding “=” is taken out of the token', () => ({ token: `${bySecret('secret')}=`, key: 'secret' })],
      ['percent-encoded padding', 'percent-encoding in the token is undone and the padding “=” is taken out of the token', () => ({ token: `${bySecret('secret')}%3D`, key: 'secret' })],
      ['the standard alphabet', '“+” and “/” in the token are written “-” and “_”', () => {
        const token = bySecret(SECRET, { alg: 'HS256' }, '{"sub":"??????>>>>>>"}');
        return { token: standard(token), key: SECRET };
      }],
    ],
  },
  {
    title: 'another of your keys fits',
    button: 'Use this key',
    advice: 'The header\'s “kid” asks for another key, so a server that goes by it refuses this token.',
    cases: [
      ['a key of another name', 'the key “new” of those you pasted is used', () => ({
        token: byKey({ alg: 'ES256', kid: 'old' }, EC, 'sha256', JOSE),
        key: set({ ...EC_OTHER.jwk, kid: 'old' }, { ...RSA.jwk, kid: 'r' }, { ...EC.jwk, kid: 'new' }),
      })],
      ['a key without a name where another has it', 'key 2 of those you pasted is used', () => ({
        token: byKey({ alg: 'ES256', kid: 'old' }, EC, 'sha256', JOSE),
        key: set({ ...EC_OTHER.jwk, kid: 'old' }, EC.jwk),
      })],
    ],
  },
  {
    title: 'your key fits all the same',
    button: 'Use this key',
    advice: 'The key says that it is for something else',
    cases: [
      ['a key to encrypt with', 'your key is used all the same', () => ({ token: ES256(), key: JSON.stringify({ ...EC.jwk, use: 'enc' }) })],
      ['a key to sign with', 'your key is used all the same', () => ({ token: ES256(), key: JSON.stringify({ ...EC.jwk, key_ops: ['sign'] }) })],
      ['a key for another algorithm', 'your key is used all the same', () => ({ token: ES256(), key: JSON.stringify({ ...EC.jwk, alg: 'ES384' }) })],
    ],
  },
  {
    title: 'another of your keys fits',
    button: 'Use this key',
    advice: 'There are more keys than are tried',
    cases: [
      ['the fifty-first key', 'key 51 of those you pasted is used', () => ({ token: ES256(), key: set(...Array(50).fill(EC_OTHER.jwk), EC.jwk) })],
    ],
  },
  {
    title: 'text around the key',
    button: 'Take the key alone',
    cases: [
      ['a key in a setting', 'the key alone is read, without the text around it', () => ({ token: ES256(), key: `PUBLIC_KEY="${bodyOf(EC.spki)}"` })],
      ['a key in a list', 'the key alone is read, without the text around it', () => ({ token: ES256(), key: `["${bodyOf(EC.spki)}"]` })],
      ['a PEM without its first line', 'the key alone is read, without the text around it', () => ({ token: ES256(), key: EC.spki.replace(/^.*\n/, '') })],
      ['a PEM with fewer hyphens', 'the key alone is read, without the text around it', () => ({ token: ES256(), key: EC.spki.replaceAll('-----', '---') })],
    ],
  },
  {
    title: 'the signature is written otherwise',
    button: 'Rewrite the signature',
    advice: 'A conforming server refuses it as it is',
    cases: [
      ['ECDSA in DER', 'the signature is written as r and s, and not in DER', () => ({ token: byKey({ alg: 'ES256' }, EC, 'sha256'), key: EC.spki })],
      ['s before r', 'r and s of the signature change places', () => ({ token: resigned(ES256(), bytes => Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)])), key: EC.spki })],
      ['a leading zero lost', 'every number of the signature has its full length', () => ({ token: resigned(withLeadingZero(), bytes => bytes.subarray(1)), key: P521.spki })],
      ['a zero too many', 'every number of the signature has its full length', () => ({ token: resigned(ES256(), bytes => Buffer.concat([Buffer.of(0), bytes])), key: EC.spki })],
      ['a signature in hexadecimal', 'the signature is written in base64url, and not in hexadecimal', () => ({ token: resigned(bySecret(SECRET), bytes => bytes.toString('hex')), key: SECRET })],
      ['a signature encoded twice', 'the signature is encoded once, and not twice', () => ({ token: resigned(ES256(), bytes => Buffer.from(bytes.toString('base64url'))), key: EC.spki })],
    ],
  },
  {
    title: 'the signature was cut',
    button: 'Mend the signature',
    cases: [
      ['the last character doubled', 'the last character of the signature, which is doubled, is written once', async () => {
        const token = await signed('Ed25519');
        return { token: token + token.at(-1), key: pair('Ed25519').spki };
      }, 'the last character twice'],
      ['a character too many', 'the last character of the signature, one too many, is left out', () => {
        const token = ES256();
        return { token: token + (token.endsWith('x') ? 'y' : 'x'), key: EC.spki };
      }, 'more than the signature'],
      ['two characters too many', 'the last 2 characters of the signature are left out', () => ({ token: `${ES256()}xy`, key: EC.spki }), 'more than the signature'],
      ['the last character lost', 'the last character of the signature, which is missing, is put back', async () => ({ token: (await signed('RS256')).slice(0, -1), key: RSA.spki })],
      ['twelve characters lost', 'the last 12 characters of the signature, which are missing, are put back', () => ({ token: bySecret(SECRET).slice(0, -12), key: SECRET })],
      ['bits that belong to no byte', 'the last character of the signature is the one that an encoder writes', () => ({ token: withUnusedBits(bySecret(SECRET)), key: SECRET }), 'the last character was changed'],
    ],
  },
  {
    title: 'made for Microsoft Graph alone',
    button: 'Put the hash in',
    advice: 'Microsoft signs its tokens for Graph like this, so that they verify nowhere else.',
    cases: [
      ['the nonce of Graph', 'the “nonce” in the header is replaced by its SHA-256 hash', () => ({ token: forGraph(RSA), key: RSA.spki })],
    ],
  },
  {
    title: 'the JSON was reformatted after signing',
    button: 'Write it as it was',
    advice: 'A token must be passed on character for character.',
    cases: [
      ...FORMS.map(([what, payload, form]) => [`a payload that ${what}`, `the payload is written ${form}`, () => ({
        token: rewritten({ header: { alg: 'HS256' }, payload }, { header: { alg: 'HS256' }, payload: REWRITTEN }),
        key: SECRET,
      })]),
      ['a payload with needless escapes', 'the payload is written without white space, without needless escapes', () => ({
        token: rewritten({ header: '{"alg":"HS256"}', payload: '{"a":"ë"}' }, { header: '{"alg":"HS256"}', payload: '{ "a": "\\u00EB" }' }),
        key: SECRET,
      })],
      ['a header that lost its spaces', 'the header is written with a space after every comma and colon', () => ({
        token: rewritten({ header: '{"alg": "HS256", "typ": "JWT"}', payload: '{"b": 1}' }, { header: '{"alg":"HS256","typ":"JWT"}', payload: '{"b": 1}' }),
        key: SECRET,
      })],
      ['header and payload that lost their spaces', 'header and payload are written with a space after every comma and colon', () => ({
        token: rewritten({ header: '{"alg": "HS256", "typ": "JWT"}', payload: '{"b": 1, "a": 2}' }, { header: '{"alg":"HS256","typ":"JWT"}', payload: '{"b":1,"a":2}' }),
        key: SECRET,
      })],
    ],
  },
];

/** What is known, and can be mended by nobody here. */
const EXPLAINED = [
  ['another algorithm of the same key', 'signed with another algorithm', 'With this key it is a valid RS512 signature, but the header says “RS256”.', 'RFC 7515 §4.1.1',
    () => ({ token: byKey({ alg: 'RS256' }, RSA, 'sha512'), key: RSA.spki })],
  ['PSS under the name of PKCS #1', 'signed with another algorithm', 'With this key it is a valid PS256 signature, but the header says “RS256”.', 'RFC 7515 §4.1.1',
    () => ({ token: byKey({ alg: 'RS256' }, RSA, 'sha256', PSS), key: RSA.spki })],
  ['a signature that the header denies', 'signed with another algorithm', 'With this key it is a valid RS512 signature, but the header says “none”.', 'RFC 7515 §4.1.1',
    () => ({ token: byKey({ alg: 'none' }, RSA, 'sha512'), key: RSA.spki })],
  ['an algorithm in other letters', 'signed with another algorithm', 'With this key it is a valid RS512 signature, but the header says “rs512”, and case counts.', 'RFC 7515 §4.1.1',
    () => ({ token: byKey({ alg: 'rs512' }, RSA, 'sha512'), key: RSA.spki })],
  ['no algorithm', 'signed with another algorithm', 'With this key it is a valid RS512 signature, but the header names no algorithm.', 'RFC 7515 §4.1.1',
    () => ({ token: byKey({}, RSA, 'sha512'), key: RSA.spki })],
  ['an HMAC under another name', 'signed with another algorithm', 'With this key it is a valid HS256 signature, but the header says “HS512”.', 'RFC 7515 §4.1.1',
    () => ({ token: bySecret(SECRET, { alg: 'HS512' }), key: SECRET })],
  ['an HMAC under another name, and its secret in hexadecimal', 'signed with another algorithm', 'With this key, the secret read as hexadecimal, it is a valid HS256 signature, but the header says “HS512”.', 'RFC 7515 §4.1.1',
    () => ({ token: bySecret(SECRET, { alg: 'HS512' }), key: Buffer.from(SECRET).toString('hex') })],
  ['a public key as the secret', 'a public key used as a secret', 'This is an HS256 signature whose secret is the text of the public key that you pasted.', 'RFC 8725 §2.1',
    () => ({ token: bySecret(RSA.spki), key: RSA.spki })],
  ['a private key as the secret', 'a private key used as a secret', 'This is an HS256 signature whose secret is the text of the key that you pasted.', 'RFC 8725 §3.1',
    () => ({ token: bySecret(EC.pkcs8), key: EC.pkcs8 })],
  ['padding that was signed over', 'not base64url when it was signed', 'The signature holds with this key, but over base64 with the padding “=”.', 'RFC 7515 §2',
    () => ({ token: signedOver(padded), key: EC.spki })],
  ['the standard alphabet signed over', 'not base64url when it was signed', 'The signature holds with this key, but over base64 in the standard alphabet, with “+” and “/”.', 'RFC 7515 §2',
    () => ({ token: signedOver(standard), key: EC.spki })],
  ['both signed over', 'not base64url when it was signed', 'The signature holds with this key, but over base64 in the standard alphabet and with the padding “=”.', 'RFC 7515 §2',
    () => ({ token: signedOver(part => padded(standard(part))), key: EC.spki })],
  ['the nonce of Graph and another key', 'only Graph can verify it', 'This is a token of Microsoft\'s for Graph, and its header has a “nonce”: what was signed has the hash of it in its place.', '',
    () => ({ token: forGraph(RSA), key: pair('RS256', 'other').spki })],
  ['a short signature without a key', 'the signature is too short', 'Every ES256 signature has 86 characters; this one has 66: 20 are missing, or another algorithm made it.', 'RFC 7515 §5.2',
    () => ({ token: ES256().slice(0, -20), key: '' })],
  ['a short signature and another secret', 'the signature is too short', 'Every HS256 signature has 43 characters; this one has 23: 20 are missing, or another algorithm made it.', 'RFC 7515 §5.2',
    () => ({ token: bySecret(SECRET).slice(0, -20), key: 'a wrong secret' })],
  ['a short RSA signature', 'the signature is too short', 'Every RS256 signature by this key has 342 characters; this one has 322: 20 are missing, or another algorithm made it.', 'RFC 7515 §5.2',
    async () => ({ token: (await signed('RS256')).slice(0, -20), key: RSA.spki })],
];

/** Puts what somebody has into the page. */
async function give(page, { token, key, encoding, required }) {
  await enter(page, { token, key });
  if (encoding) await page.locator(`input[name="key-encoding"][value="${encoding}"]`).check();
  if (required) await page.getByLabel('Required algorithm').selectOption(required);
}

/** What is in the page. */
const given = page => page.evaluate(() => ({
  ...Object.fromEntries(['token', 'key', 'algorithm'].map(id => [id, document.getElementById(id).value])),
  encoding: document.querySelector('[name="key-encoding"]:checked').value,
}));

for (const { title, button, advice = '', cases } of CURES) {
  for (const [name, clause, make, own = title, ownButton = button] of cases) {
    test(`${name}: it is told, a click mends it, and undo takes that back`, async ({ page }) => {
      await open(page);
      await give(page, await make());
      const before = await given(page);
      await expect(heading(page, own)).toBeVisible();
      await expect(doctor(page)).toContainText(`It verifies when ${clause}.`);
      await expect(doctor(page)).toContainText(advice);
      await expect(doctor(page)).not.toContainText('None of these helped');
      const { verdict, signature } = await readVerdict(page);
      expect(signature).not.toBe(VERIFIED);
      await doctor(page).getByRole('button').and(page.getByRole('button', { name: ownButton, exact: true })).click();
      await expectVerdict(page, { signature: VERIFIED });
      await expect(doctor(page)).toHaveText('');
      expect(await given(page)).not.toEqual(before);
      await page.keyboard.press('Control+z');
      await expectVerdict(page, { verdict, signature });
      expect(await given(page)).toEqual(before);
      await expect(heading(page, own)).toBeVisible();
    });
  }
}

for (const [name, title, sentence, source, make] of EXPLAINED) {
  test(`${name}: it is explained, and no cure is offered`, async ({ page }) => {
    await open(page);
    await give(page, await make());
    await expect(heading(page, title)).toBeVisible();
    await expect(doctor(page)).toContainText(sentence);
    await expect(doctor(page).locator('.source')).toHaveText(source);
    await expect(doctor(page).getByRole('button')).toHaveCount(0);
    expect((await readVerdict(page)).verdict).not.toBe('verified');
  });
}

test('whoever forges with a public key is called by name', async ({ page }) => {
  await open(page);
  await give(page, { token: bySecret(RSA.spki), key: RSA.spki });
  await expect(doctor(page)).toContainText('anybody can have signed this. It is the attack called algorithm confusion. Refuse the token');
});

/** Its base64 would have padding, so that it may have been signed over. */
const UNEVEN = '{"a":1}';

for (const [name, make, key, tried] of [
  ['secret', () => signed('HS256', UNEVEN), 'another/secret00', ['other encodings of the secret', 'white space, quotes and line breaks of the secret']],
  ['EC key', () => signed('ES256', UNEVEN), EC_OTHER.spki, ['other forms of the signature']],
  ['RSA key', () => signed('RS256', UNEVEN), pair('RS256', 'other').spki, ['other algorithms of the key']],
]) {
  test(`of a wrong ${name} it is told what was tried, and nothing else`, async ({ page }) => {
    await open(page);
    await give(page, { token: await make(), key });
    await expect(doctor(page)).toHaveText(/^None of these helped: .*\.$/);
    const always = ['padding or the standard alphabet signed over', 'the payload in other layouts and escapes, or sorted by name', 'the header in other layouts and escapes, or sorted by name'];
    for (const attempt of [...tried, ...always]) await expect(doctor(page)).toContainText(attempt);
    await expect(doctor(page).getByRole('button')).toHaveCount(0);
    await expect(doctor(page).getByRole('heading')).toHaveCount(0);
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
  });
}

test('a changed payload is no mistake of those that are mended', async ({ page }) => {
  await open(page);
  await give(page, { token: tampered(bySecret(SECRET, { alg: 'HS256' }, CLAIMS)), key: SECRET });
  await expect(doctor(page)).toContainText('None of these helped');
  await expect(doctor(page).getByRole('button')).toHaveCount(0);
});

test('what would take too long is not tried, and that is told', async ({ page }) => {
  await open(page);
  await give(page, { token: bySecret(SECRET, { alg: 'HS256' }, JSON.stringify({ a: 'x'.repeat(40_000) })), key: 'another' });
  await expect(doctor(page)).toContainText('Not tried, or not all of it, because it would take too long: the payload in other layouts and escapes, or sorted by name; the header in other layouts and escapes, or sorted by name.');
  await expect(doctor(page)).toContainText('None of these helped: other encodings of the secret');
});

/** Opens the page, on a clock that goes on only when it is told to. */
async function openWithClock(page) {
  await page.clock.install({ time: NOW * 1000 });
  await load(page);
  await page.clock.pauseAt((NOW + 60) * 1000);
  await enter(page, { token: '', key: '' });
}

for (const [name, make] of [
  ['a good token', async () => ({ token: await signed('ES256'), key: EC.spki })],
  ['a token without a key', async () => ({ token: await signed('ES256'), key: '' })],
  ['nothing', () => ({ token: '', key: SECRET })],
]) {
  test(`about ${name} nobody is asked, and nothing is told`, async ({ page }) => {
    await openWithClock(page);
    await give(page, await make());
    await page.clock.runFor(10_000);
    await expectVerdict(page, {});
    expect(page.workers()).toEqual([]);
    await expect(doctor(page)).toHaveText('');
  });
}

test('the verdict does not wait for the doctor', async ({ page }) => {
  await openWithClock(page);
  await enter(page, { token: bySecret('secret') });
  await expectVerdict(page, { verdict: 'unverified' });
  await enter(page, { key: 'c2VjcmV0' });
  // One frame later.
  await page.clock.runFor(16);
  expect(await readVerdict(page)).toMatchObject({ verdict: 'rejected', signature: 'fail signature.mismatch', busy: false });
  expect(page.workers()).toEqual([]);
  await expect(doctor(page)).toHaveText('');
  await page.clock.runFor(1000);
  await expect(doctor(page)).toContainText('the secret is read as base64');
  expect(await readVerdict(page)).toMatchObject({ verdict: 'rejected', busy: false });
});

test('while somebody types, the doctor is not asked', async ({ page }) => {
  await openWithClock(page);
  await enter(page, { token: bySecret('secret') });
  for (const key of ['c2Vjc', 'c2Vjcm', 'c2VjcmV', 'c2VjcmV0']) {
    await enter(page, { key });
    await page.clock.runFor(100);
  }
  expect(page.workers()).toEqual([]);
  await page.clock.runFor(1000);
  await expect(doctor(page)).toContainText('the secret is read as base64');
});

test('a diagnosis goes with the keystroke after it', async ({ page }) => {
  await openWithClock(page);
  await give(page, { token: bySecret('secret'), key: 'c2VjcmV0' });
  await page.clock.runFor(1000);
  await expect(doctor(page)).toContainText('the secret is read as base64');
  await enter(page, { key: 'c2VjcmV0!' });
  await expect(doctor(page)).toHaveText('');
  await enter(page, { key: 'c2VjcmV0' });
  await page.clock.runFor(1000);
  await expect(doctor(page)).toContainText('the secret is read as base64');
});

/** Keeps the worker's answers back until they are let go. */
const holdAnswers = page => page.addInitScript(() => {
  window.answers = [];
  window.Worker = class extends Worker {
    set onmessage(take) {
      super.onmessage = event => window.answers.push(() => take.call(this, event));
    }
  };
});

const answers = page => page.evaluate(() => window.answers.length);
const letGo = page => page.evaluate(() => window.answers.splice(0).forEach(answer => answer()));

for (const [what, key, verdict] of [
  ['good', 'secret', { verdict: 'verified', signature: VERIFIED }],
  ['wrong in another way', 'secret\n', { verdict: 'rejected', signature: 'fail signature.mismatch' }],
  ['gone', '', { verdict: 'unverified', signature: 'unknown key.missing' }],
]) {
  test(`an answer is never told once the key is ${what}`, async ({ page }) => {
    await holdAnswers(page);
    await openWithClock(page);
    await give(page, { token: bySecret('secret'), key: 'c2VjcmV0' });
    await page.clock.runFor(1000);
    await expect.poll(() => answers(page)).toBe(1);
    await expect(doctor(page)).toHaveText('');
    await enter(page, { key });
    await letGo(page);
    await expectVerdict(page, verdict);
    await expect(doctor(page)).toHaveText('');
    await expect(doctor(page).getByRole('button')).toHaveCount(0);
  });
}

test('an answer is told when it comes, and the next one takes its place', async ({ page }) => {
  await holdAnswers(page);
  await openWithClock(page);
  await give(page, { token: bySecret('secret'), key: 'c2VjcmV0' });
  await page.clock.runFor(1000);
  await enter(page, { key: '"secret"' });
  await page.clock.runFor(1000);
  await expect.poll(() => answers(page)).toBe(1);
  await letGo(page);
  await expect(doctor(page)).toHaveText('');
  await expect.poll(() => answers(page)).toBe(1);
  await letGo(page);
  await expect(doctor(page)).toContainText('the quotes around the secret are left out');
});

test('the cure of an edited token brings back nothing of what was before', async ({ page }) => {
  await open(page);
  await give(page, { token: bySecret('secret', { alg: 'HS256' }, '{"role":"user"}'), key: '"secret"' });
  await expect(heading(page, 'quotes around the secret')).toBeVisible();
  await edit(page, 'payload-json', 'user', 'root');
  await expect(doctor(page)).toContainText('None of these helped');
  await expect(doctor(page).getByRole('button')).toHaveCount(0);
});

test('a text with a dot too many is examined too', async ({ page }) => {
  await open(page);
  await enter(page, { token: `${await signed('HS256')}.`, key: SECRET });
  await expectVerdict(page, { verdict: 'rejected' });
  await doctor(page).getByRole('button').click();
  await expectVerdict(page, { signature: 'pass signature.verified' });
});

test('of an edit that is known to be the reason nothing else is suspected', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { role: 'user' }), key: SECRET });
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await enter(page, { 'payload-json': '{"role":"root"}' });
  await expect(page.locator('#verdict')).toContainText('was changed after signing');
  await enter(page, { key: `${SECRET} ` });
  // Another key, and it is not known any more.
  await expect(doctor(page)).toContainText('None of these helped');
  await enter(page, { key: SECRET });
  await expect(doctor(page)).toHaveText('');
});

/** The buttons under the verdict that can be seen, in their order. */
const remedies = page => page.locator('.remedies').getByRole('button');

/** Where the panels above and beside the findings, and the buttons under the verdict, stand in the document. */
const places = page => page.evaluate(() => {
  const seen = [...document.querySelectorAll('.panel:not(.along), .check, .remedies button')].filter(element => element.checkVisibility());
  return Object.fromEntries(seen.map(element => {
    const { x, y } = element.getBoundingClientRect();
    return [element.className || element.textContent, [Math.round(x), Math.round(y + scrollY)]];
  }));
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  test(`the verdict says what was found out and offers the cure first, and nothing moves, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openWithClock(page);
    await give(page, { token: bySecret('secret'), key: 'c2VjcmV0' });
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
    await expect(remedies(page)).toHaveText(['Sign again with this key']);
    await expect(verdictWords(page)).toContainText('Either the content was changed after signing');
    const before = await places(page);
    await page.clock.runFor(1000);
    await expect(remedies(page)).toHaveText(['Read it as Base64', 'Sign again with this key']);
    await expect(verdictWords(page)).toContainText('It verifies when the secret is read as base64.');
    await expect(verdictWords(page)).not.toContainText('Either');
    expect(await places(page)).toMatchObject(before);
    await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
    await expect(spokenVerdict(page)).toHaveText('The signature does not match');
    // The first of them is in view without scrolling.
    await expect(remedies(page).first()).toBeInViewport({ ratio: 1 });
  });
}

/** What of the verdict gets the focus: on a narrow page its parts stand by themselves. */
const focusedOn = { 1440: '#verdict', 390: '#verdict .detail' };

for (const width of [1440, 390]) {
  for (const [where, button] of [['the verdict', page => remedies(page).and(page.getByText('Read it as Base64'))], ['the findings', page => doctor(page).getByRole('button')]]) {
    test(`a cure that is pressed in ${where} is told of in the verdict, which gets the focus, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page);
      await give(page, { token: bySecret('secret'), key: 'c2VjcmV0' });
      await button(page).press('Enter');
      await expectVerdict(page, { signature: VERIFIED });
      await expect(page.locator(focusedOn[width])).toBeFocused();
      await expect(page.locator('#verdict [aria-live="polite"]')).toHaveText('Done: the secret is read as base64.');
      await expect(remedies(page)).toHaveText(['Undo']);
      await expect(remedies(page)).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Tab');
      await expect(remedies(page)).toBeFocused();
      await page.keyboard.press('Enter');
      await expectVerdict(page, { signature: 'fail signature.mismatch' });
      await expect(page.locator(focusedOn[width])).toBeFocused();
      await expect(verdictWords(page)).not.toContainText('Done');
      await expect(remedies(page)).toHaveText(['Read it as Base64', 'Sign again with this key']);
    });
  }
}

test('a set that a cure took one key of comes back', async ({ page }) => {
  await open(page);
  const key = set({ ...EC_OTHER.jwk, kid: 'old' }, { ...EC.jwk, kid: 'new' });
  await give(page, { token: byKey({ alg: 'ES256', kid: 'old' }, EC, 'sha256', JOSE), key });
  await remedies(page).getByText('Use this key').click();
  await expect(verdictWords(page)).toContainText('Done: the key “new” of those you pasted is used.');
  await expect(box(page, 'key')).not.toHaveValue(key);
  await remedies(page).getByText('Undo').click();
  await expect(box(page, 'key')).toHaveValue(key);
});

test('what was done is told until anything else happens', async ({ page }) => {
  for (const change of [
    () => box(page, 'token').press('x'),
    () => page.getByLabel('Clock tolerance').selectOption('30'),
    () => page.keyboard.press('Control+z'),
  ]) {
    await open(page);
    await give(page, { token: bySecret('secret'), key: 'secret\n' });
    await doctor(page).getByRole('button').click();
    await expect(verdictWords(page)).toContainText('Done: the line break at the end of the secret is left out.');
    await change();
    await expect(verdictWords(page)).not.toContainText('Done');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  }
});

test('what is known and cannot be mended is said in the verdict, too, and an expired token says both', async ({ page }) => {
  await open(page);
  await give(page, { token: bySecret(RSA.spki, { alg: 'HS256' }, { exp: NOW - 3600 }), key: RSA.spki });
  await expect(verdictWords(page)).toContainText('This is an HS256 signature whose secret is the text of the public key that you pasted. It expired 1 hour ago');
});
