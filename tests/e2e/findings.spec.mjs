// The rules: what is wrong or unwise about a token is told by its id, how bad it is, why, and where that is written;
// the worst first, nothing twice, and nothing of a token that is good.
import * as crypto from 'node:crypto';
import { test, expect, box, check, enter, expectVerdict, open, verdictWords } from './page.mjs';
import { NOW, SECRET, byHand, hmac, pair, rsaPair, signed } from './tokens.mjs';

const findings = page => page.locator('[data-finding]');
const finding = (page, id) => page.locator(`[data-finding="${id}"]`);

const KEPT = 'pass policy.kept';
const WARNING = 'warn policy.warning';
const BROKEN = 'fail policy.broken';

const EC = pair('ES256');
const SMALL = rsaPair(1024);

/** All that an access token has. */
const CLAIMS = {
  iss: 'https://issuer.example', sub: 'alice', aud: 'https://api.example', client_id: 'app', jti: 'one',
  iat: NOW - 60, exp: NOW + 1800,
};

/** The claims of any token, of which an access token's rules are not asked. */
const { client_id: _, ...PLAIN } = CLAIMS;

const TYPED = { typ: 'at+jwt' };
const OTHER = { typ: 'example+jwt' };

/** A token that breaks no rule but by what is changed, and its key. */
const access = async (claims = {}, header = {}) => ({ token: await signed('ES256', { ...CLAIMS, ...claims }, { header: { ...TYPED, ...header } }), key: EC.spki });

const without = name => ({ [name]: undefined });

/** The same for other algorithms. */
const by = async (alg, key) => ({ token: await signed(alg, CLAIMS, { header: TYPED }), key });

const bySecret = (secret, claims = CLAIMS, header = TYPED) => ({ token: byHand({ alg: 'HS256', ...header }, claims, input => hmac(input, secret)), key: secret });

const bySmallKey = () => ({
  token: byHand({ alg: 'RS256', ...TYPED }, CLAIMS, input => crypto.sign('sha256', Buffer.from(input), SMALL.privateKey)),
  key: SMALL.spki,
});

const shared = ['ALG05', 'info'];

/**
 * What it is, what is found, in this order and nothing else, what the policy says; then the words of the first, or of
 * the one named last: what it is called, what was found, why it matters and what to do, and where that is written; and
 * how to make it.
 */
const RULES = [
  ['a claim that stands twice', [['STR07', 'warning'], shared], KEPT,
    'A claim stands twice', '“role” stands twice in one object of the payload.', 'Two services may see two different tokens.', 'RFC 7519 §4',
    () => bySecret(SECRET, `{"role":"user",${JSON.stringify(CLAIMS).slice(1, -1)},"role":"root"}`)],
  ['a number beyond doubles', [['STR08', 'warning'], shared], KEPT,
    'A number too large for many readers', 'The whole number “9007199254740993” is beyond 2⁵³ − 1.', 'JavaScript and others read numbers as doubles', 'RFC 8259 §6',
    () => bySecret(SECRET, `{"n":9007199254740993,${JSON.stringify(CLAIMS).slice(1)}`)],
  ['padding', [['STR03', 'error']], KEPT,
    'Standard base64', 'In the signature, ', 'JOSE writes base64url without padding', 'RFC 7515 §2',
    async () => { const made = await access(); return { ...made, token: `${made.token}==` }; }],
  ['“Bearer” before it', [['STR10', 'info']], KEPT,
    'Cleaned before reading', 'Taken off: ', 'Another program may not take it off.', '',
    async () => { const made = await access(); return { ...made, token: `Bearer ${made.token}` }; }],
  ['two parts', [['STR01', 'error']], 'idle policy.nothing',
    'Not a token', 'A token has three parts, with dots between them; this text has 2.', 'An encrypted token has five parts.', 'RFC 7519 §7.2',
    async () => { const made = await access(); return { ...made, token: made.token.replace(/\.[^.]*$/, '') }; }],
  ['no signature at all', [['ALG02', 'error'], ['AT02', 'error']], BROKEN,
    'Not signed', '“alg” is “none”.', 'Nothing protects such a token', 'RFC 8725 §3.2',
    () => ({ token: byHand({ alg: 'none', ...TYPED }, CLAIMS, () => ''), key: EC.spki })],
  ['an algorithm in other letters', [['ALG03', 'error']], KEPT,
    'An algorithm in other letters', '“alg” is “hs256”; the registered name is “HS256”.', 'Names of algorithms are case-sensitive', 'RFC 7515 §4.1.1',
    () => ({ token: byHand({ alg: 'hs256', ...TYPED }, CLAIMS, hmac), key: SECRET })],
  ['a shared secret', [shared], KEPT,
    'A shared secret', '“HS256” signs and verifies with the same secret.', 'Whoever can verify such a token can also make one.', 'RFC 7518 §3.2',
    () => bySecret(SECRET)],
  ['an older RSA signature', [['ALG06', 'info']], KEPT,
    'An older RSA signature', '“RS256” is RSASSA-PKCS1-v1_5.', 'RSASSA-PSS is the one for new applications', 'RFC 8017 §8',
    () => by('RS256', pair('RS256').spki)],
  ['a name for two curves', [['ALG07', 'info']], KEPT,
    'EdDSA names no curve', '“alg” is “EdDSA”.', 'The name is deprecated.', 'RFC 9864 §2.2',
    () => by('EdDSA', pair('EdDSA').spki)],
  ['a public key for an HMAC', [['ALG10', 'error'], shared], KEPT,
    'A key of another type', 'The header says “HS256”; the key is an RSA key.', 'anybody can forge: such a mixture must be refused', 'RFC 8725 §2.1',
    () => ({ ...bySecret(SECRET), key: pair('RS256').spki })],
  ['half a signature', [['SIG01', 'error']], KEPT,
    'A signature of another length', 'It has 32 bytes; of “ES256” and this key every signature has 64.', 'Most often it was cut or changed while copying.', 'RFC 7518 §3',
    () => ({ token: byHand({ alg: 'ES256', ...TYPED }, CLAIMS, () => Buffer.alloc(32, 1)), key: EC.spki })],
  ['a signature in DER', [['SIG02', 'error']], KEPT,
    'A signature in DER', 'bytes in DER, where r and s are expected in 64.', 'JOSE wants r and s one after the other', 'RFC 7518 §3.4',
    () => ({ token: byHand({ alg: 'ES256', ...TYPED }, CLAIMS, input => crypto.sign('sha256', Buffer.from(input), EC.privateKey)), key: EC.spki })],
  ['a signature of zeros', [['SIG03', 'error']], KEPT,
    'A signature out of range', 'r or s is 0, or not below the order of the curve.', '(CVE-2022-21449)', 'FIPS 186-5 §6.4.2',
    () => ({ token: byHand({ alg: 'ES256', ...TYPED }, CLAIMS, () => Buffer.alloc(64)), key: EC.spki })],
  ['a short secret', [['KEY01', 'error'], shared], BROKEN,
    'A short secret', 'The secret has 64 bits; this algorithm wants 256 or more.', 'Whoever has one token can try secrets on it', 'RFC 7518 §3.2',
    () => bySecret('Tr0ub4d&')],
  ['a secret that everybody knows', [['KEY01', 'error'], ['KEY02', 'error'], shared], BROKEN,
    'A short secret', 'The secret has 48 bits', 'One as short as this can be guessed.', 'RFC 7518 §3.2',
    () => bySecret('secret')],
  ['a public key that is the secret', [['KEY03', 'error'], shared], KEPT,
    'A key used as a secret', 'The bytes of the secret are a key, as PEM, JWK or DER.', 'This is how tokens are forged', 'RFC 8725 §2.1',
    () => ({ ...bySecret(EC.spki), key: JSON.stringify({ kty: 'oct', k: Buffer.from(EC.spki).toString('base64url') }) })],
  ['a small RSA key', [['KEY04', 'error'], ['ALG06', 'info']], BROKEN,
    'A small RSA key', 'The modulus has 1,024 bits; 2,048 or more are required.', 'Who factors a key can sign with it.', 'RFC 7518 §3.3',
    bySmallKey],
  ['a key on another curve', [['KEY06', 'error']], KEPT,
    'A key on another curve', 'The key is on the curve “P-384”; the algorithm wants “P-256”.', 'ES256 with P-256', 'RFC 7518 §3.4',
    async () => ({ ...await access(), key: pair('ES384').spki })],
  ['a key to encrypt with', [['KEY08', 'error']], KEPT,
    'The key is not for signatures', 'The JWK’s “use” is “enc”.', 'a verifier should not use it', 'RFC 7517 §4.2',
    async () => ({ ...await access(), key: JSON.stringify({ ...EC.jwk, use: 'enc' }) })],
  ['several keys and no name', [['KEY12', 'info']], KEPT,
    'No name for the key', 'The set has 2 keys, and the token has no “kid”.', 'A verifier has to try them one by one.', 'RFC 7517 §4.5',
    async () => ({ ...await access(), key: JSON.stringify({ keys: [EC.jwk, pair('ES384').jwk] }) })],
  ['a private key in a set', [['KEY07', 'warning']], WARNING,
    'A private key in a set', 'Key 1 of the set is private, or a secret.', 'Whoever gets this one can sign.', 'RFC 7517 §9.2',
    async () => ({ ...await access(), key: JSON.stringify({ keys: [EC.privateJwk] }) })],
  ['an address of a key', [['HDR01', 'warning']], WARNING,
    'An address to fetch a key from', '“jku” is “https://keys.example/set”.', 'make a verifier fetch from it', 'RFC 8725 §3.10',
    () => access({}, { jku: 'https://keys.example/set' })],
  ['an address inside the network', [['HDR01', 'error']], BROKEN,
    'A key from an unprotected or internal address', '“jku” is “http://169.254.169.254/”.', 'Keys must come over https.', 'RFC 7515 §4.1.2',
    () => access({}, { jku: 'http://169.254.169.254/' })],
  ['a key that the token brings', [['HDR02', 'warning']], WARNING,
    'The token brings its own key', 'The header has “jwk”.', 'whoever changes the token changes the key as well', 'RFC 7515 §6',
    () => access({}, { jwk: EC.jwk })],
  ['a dangerous name of a key', [['HDR03', 'error']], BROKEN,
    'A key name that could do harm', '“kid” is “../../dev/null”.', 'Look the key up by comparing names', 'RFC 8725 §3.10',
    () => access({}, { kid: '../../dev/null' })],
  ['an extension', [['HDR05', 'error']], KEPT,
    'An extension that must be understood', '', 'Whoever does not understand it must refuse the token', 'RFC 7515 §4.1.11',
    async () => ({ token: await signed('ES256', CLAIMS, { header: { ...TYPED, b64x: true, crit: ['b64x'] }, crit: { b64x: true } }), key: EC.spki })],
  ['a type that says little', [['HDR08', 'info']], KEPT,
    'A type that says little', '“typ” is just “JWT”.', 'can be passed off as another kind', 'RFC 8725 §3.11',
    async () => ({ token: await signed('ES256', PLAIN, { header: { typ: 'JWT' } }), key: EC.spki })],
  ['a time that is a text', [['CLM01', 'error']], KEPT,
    'A time that is no number', '“exp” is "soon".', 'Times in a token are JSON numbers', 'RFC 7519 §2',
    () => access({ exp: 'soon' })],
  ['milliseconds', [['CLM02', 'warning']], KEPT,
    'Milliseconds instead of seconds', '“exp” counts milliseconds, by its size; JWT counts seconds.', 'Let the issuer divide by 1,000.', 'RFC 7519 §2',
    () => access({ exp: (NOW + 1800) * 1000 })],
  ['an expired token', [['CLM03', 'error']], KEPT,
    'Expired', 'It expired 30 minutes ago, on 15 Jan 2027, 07:30:00 UTC.', 'From that moment on no verifier may accept it.', 'RFC 7519 §4.1.4',
    () => access({ iat: NOW - 3600, exp: NOW - 1800 })],
  ['a token of tomorrow', [['CLM04', 'error']], KEPT,
    'Not valid yet', 'It becomes valid in 1 minute, on 15 Jan 2027, 08:01:00 UTC.', 'Before that moment no verifier may accept it.', 'RFC 7519 §4.1.5',
    () => access({ nbf: NOW + 60 })],
  ['a token issued in the future', [['CLM05', 'warning']], KEPT,
    'Issued in the future', 'It was issued on 15 Jan 2027, 08:10:00 UTC, 10 minutes from now.', 'Either a clock is wrong, or the time was made up.', 'RFC 7519 §4.1.6',
    () => access({ iat: NOW + 600 })],
  ['no end', [['CLM07', 'warning'], ['HDR08', 'info']], WARNING,
    'No expiry', 'It has no “exp”.', 'Whoever gets hold of it can use it for ever.', 'RFC 7519 §4.1.4',
    async () => ({ token: await signed('ES256', { ...PLAIN, exp: undefined }), key: EC.spki })],
  ['a long life', [['CLM08', 'warning']], WARNING,
    'A long life', 'It lives for 3 hours; the policy allows 1 hour.', 'A stolen token works until it expires', 'RFC 6750 §5.3',
    () => access({ iat: NOW - 3600, exp: NOW + 7200 })],
  ['neither audience nor issuer', [['CLM09', 'warning'], ['CLM10', 'warning'], ['HDR08', 'info']], WARNING,
    'No audience', 'It has no “aud”.', 'Any service that trusts the issuer may take it', 'RFC 8725 §3.9',
    async () => ({ token: await signed('ES256', { ...PLAIN, aud: undefined, iss: undefined }), key: EC.spki })],
  ['a subject that is a number', [['CLM11', 'error']], BROKEN,
    'A claim of another type', '“sub” is 42.', '“iss”, “sub” and “jti” are strings', 'RFC 7519 §4.1',
    () => access({ sub: 42 })],
  ['a password', [['CLM12', 'warning']], WARNING,
    'Secret or personal data', 'By their names or forms, secrets or a person’s data: “password”.', 'A signed token is not encrypted', 'RFC 7519 §12',
    () => access({ user: { password: 'hunter2' } })],
  ['half an ID token', [['OID01', 'error'], ['HDR08', 'info']], BROKEN,
    'Not a whole ID token', 'It lacks “sub” and “iat”.', 'An ID token must say who logged in where', 'OpenID Connect Core §2',
    async () => ({ token: await signed('ES256', { ...PLAIN, sub: undefined, iat: undefined, nonce: 'n' }), key: EC.spki })],
  ['half an access token', [['AT01', 'error']], BROKEN,
    'Not a whole access token', 'It lacks “jti”.', 'Tokens of type “at+jwt” must be complete', 'RFC 9068 §2.2',
    () => access(without('jti'))],
  ['an access token that does not say so', [['AT03', 'warning'], ['HDR08', 'info']], WARNING,
    'An access token that does not say so', 'It looks like an access token, and its “typ” is not “at+jwt”.', 'An API that takes it by its looks may take an ID token as well.', 'RFC 9068 §2.1',
    async () => ({ token: await signed('ES256', { ...CLAIMS, scope: 'read' }), key: EC.spki })],
  ['half a proof', [['DP01', 'error']], BROKEN,
    'Not a whole proof', 'It lacks “jwk” and “jti”.', 'A DPoP proof shows its public key', 'RFC 9449 §4.2',
    async () => ({ token: await signed('ES256', { htm: 'GET', htu: 'https://api.example/', iat: NOW, exp: NOW + 60 }, { header: { typ: 'dpop+jwt' } }), key: EC.spki })],
  ['an address with a query', [['DP02', 'error']], BROKEN,
    'An address with query or fragment', '“htu” is “https://api.example/?a=1”.', 'is compared without query and fragment', 'RFC 9449 §4.2',
    async () => ({ token: await signed('ES256', { htm: 'GET', htu: 'https://api.example/?a=1', iat: NOW, exp: NOW + 60, jti: 'one' }, { header: { typ: 'dpop+jwt', jwk: EC.jwk } }), key: EC.spki })],
];

/** What is listed, from top to bottom. */
const listed = page => findings(page).evaluateAll(rows => rows.map(row => [row.dataset.finding, row.dataset.severity]));

for (const [name, wanted, policy, title, found, why, source, make] of RULES) {
  test(`${name}: ${wanted[0][0]}`, async ({ page }) => {
    await open(page);
    await enter(page, await make());
    await expectVerdict(page, { policy });
    await expect.poll(() => listed(page)).toEqual(wanted);
    const first = finding(page, wanted[0][0]);
    await expect(first.getByRole('heading')).toContainText(title);
    await expect(first).toContainText(found);
    await expect(first).toContainText(why);
    await expect(first.locator('.source')).toHaveText(source);
  });
}

test('of a good token nothing is found, and that is told', async ({ page }) => {
  await open(page);
  await enter(page, await access());
  await expectVerdict(page, { verdict: 'verified', format: 'pass format.conforming', signature: 'pass signature.verified', time: 'pass time.in-time', policy: KEPT });
  await expect(findings(page)).toHaveCount(0);
  await expect(page.getByText('The checks made so far report nothing.')).toBeVisible();
  await expect(verdictWords(page).getByRole('heading')).toHaveText('Verified and in time');
  await expect(check(page, 'policy')).toContainText('no objections');
});

test('of no token nothing is found, and nothing is told', async ({ page }) => {
  await open(page);
  await enter(page, { token: '', key: 'secret' });
  await expectVerdict(page, { verdict: 'empty', policy: 'idle policy.nothing' });
  await expect(findings(page)).toHaveCount(0);
  await expect(page.getByText('The checks made so far report nothing.')).toBeHidden();
  await expect(check(page, 'policy')).toContainText('nothing to check');
});

test('a verified token that breaks a rule is verified, and the headline says both', async ({ page }) => {
  await open(page);
  await enter(page, bySmallKey());
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified', policy: BROKEN });
  await expect(verdictWords(page).getByRole('heading')).toHaveText('Verified, but one rule is broken');
  await expect(verdictWords(page)).toContainText('One rule is broken.');
  await expect(check(page, 'policy')).toContainText('1 rule broken');
});

test('two broken rules are counted, and warnings beside them', async ({ page }) => {
  await open(page);
  await enter(page, bySecret('secret', PLAIN, OTHER));
  await expect(verdictWords(page).getByRole('heading')).toHaveText('Verified, but two rules are broken');
  await expect(check(page, 'policy')).toContainText('2 rules broken');
  await enter(page, bySecret('secret', { ...PLAIN, aud: undefined }, {}));
  await expect(verdictWords(page)).toContainText('Two rules are broken, and there is reason for 1 warning.');
});

test('a warning breaks no rule, and the headline stays', async ({ page }) => {
  await open(page);
  await enter(page, await access({ password: 'hunter2' }));
  await expectVerdict(page, { verdict: 'verified', policy: WARNING });
  await expect(verdictWords(page).getByRole('heading')).toHaveText('Verified and in time');
  await expect(verdictWords(page)).toContainText('The policy gives 1 warning.');
  await expect(check(page, 'policy')).toContainText('1 warning');
  // What looks like a secret is not repeated.
  await expect(finding(page, 'CLM12')).not.toContainText('hunter2');
});

test('a token that never expires and breaks a rule says both in its headline', async ({ page }) => {
  await open(page);
  await enter(page, bySecret('secret', { ...PLAIN, exp: undefined }, {}));
  await expect(verdictWords(page).getByRole('heading')).toHaveText('Verified, but it never expires, and two rules are broken');
});

test('the worst is first, whatever rule it is of', async ({ page }) => {
  await open(page);
  const claims = { ...PLAIN, aud: undefined, sub: 42, exp: NOW - 60, iat: NOW - 600 };
  await enter(page, { token: byHand({ alg: 'HS256', typ: 'JWT', jku: 'https://keys.example/set' }, claims, input => hmac(input, 'secret')), key: 'secrets' });
  await expect.poll(() => listed(page)).toEqual([
    ['signature.mismatch', 'error'],
    ['KEY01', 'error'], ['CLM03', 'error'], ['CLM11', 'error'],
    ['HDR01', 'warning'], ['CLM09', 'warning'],
    ['ALG05', 'info'], ['HDR08', 'info'],
  ]);
});

test('what a rule says is not said by a check as well', async ({ page }) => {
  await open(page);
  for (const [make, checkName, code, id] of [
    [() => access({ iat: NOW - 3600, exp: NOW - 1800 }), 'time', 'time.expired', 'CLM03'],
    [() => access({ nbf: NOW + 60 }), 'time', 'time.not-yet', 'CLM04'],
    [() => access(without('exp')), 'time', 'time.no-expiry', 'AT01'],
    [() => ({ token: byHand({ alg: 'none', ...TYPED }, CLAIMS, () => ''), key: EC.spki }), 'signature', 'alg.none', 'ALG02'],
    [async () => ({ ...await access(), key: pair('RS256').spki }), 'signature', 'key.wrong-type', 'ALG10'],
    [async () => ({ ...await access(), key: JSON.stringify({ ...EC.jwk, use: 'enc' }) }), 'signature', 'key.not-for-this', 'KEY08'],
    [() => bySecret(SECRET, `{"a":1,"a":2,${JSON.stringify(CLAIMS).slice(1)}`), 'format', 'format.duplicate', 'STR07'],
  ]) {
    await enter(page, await make());
    await expect(check(page, checkName), code).toHaveAttribute('data-code', code);
    await expect(finding(page, id), id).toHaveCount(1);
    await expect(finding(page, code), code).toHaveCount(0);
  }
});

test('a check that no rule speaks for has a line of its own', async ({ page }) => {
  await open(page);
  await enter(page, { ...await access(), key: pair('ES256', 'other').spki });
  await expect.poll(() => listed(page)).toEqual([['signature.mismatch', 'error']]);
  await enter(page, { key: '' });
  await expect.poll(() => listed(page)).toEqual([['key.missing', 'info']]);
});

test('findings come and go with what is typed', async ({ page }) => {
  await open(page);
  await enter(page, await access());
  await expectVerdict(page, { verdict: 'verified', policy: KEPT });
  const payload = await box(page, 'payload-json').inputValue();
  await enter(page, { 'payload-json': payload.replace('"alice"', '42') });
  await expect(finding(page, 'CLM11')).toBeVisible();
  await expectVerdict(page, { policy: BROKEN });
  await enter(page, { 'payload-json': payload });
  await expect(finding(page, 'CLM11')).toHaveCount(0);
  await expectVerdict(page, { verdict: 'verified', policy: KEPT });
});

test('how bad it is stands there in words', async ({ page }) => {
  await open(page);
  await enter(page, bySecret('secret', { ...PLAIN, aud: undefined }, {}));
  await expect(finding(page, 'KEY02').getByRole('heading')).toHaveText('Error: A secret that everybody knows');
  await expect(finding(page, 'CLM09').getByRole('heading')).toHaveText('Warning: No audience');
  await expect(finding(page, 'ALG05').getByRole('heading')).toHaveText('Note: A shared secret');
});
