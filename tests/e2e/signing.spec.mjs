// Edits that are signed again: npm's jose says whether the signature is one.
import { test, expect, box, enter, expectVerdict, open } from './page.mjs';
import { ALGORITHMS, CLAIMS, SECRET, accepted, decoded, pair, signed, signingKeyText } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };
const KEPT = { verdict: 'rejected', signature: 'fail signature.mismatch' };

const notSigned = page => page.getByRole('status').filter({ hasText: 'Not signed again' });

const named = name => JSON.stringify({ ...CLAIMS, name });

/** Opens the page with a token and a key, ready to sign what is edited. */
async function ready(page, alg, key = signingKeyText(alg)) {
  await open(page);
  const token = await signed(alg);
  await enter(page, { token, key });
  await page.getByRole('radio', { name: 'Sign again' }).check();
  // What is there is signed at once.
  await expectVerdict(page, {});
  return token;
}

/** Notes from now on whether the page is busy, as it changes. */
function watchBusy(page) {
  return page.evaluate(() => {
    const verdict = document.getElementById('verdict');
    window.busy = [];
    new MutationObserver(() => window.busy.push(verdict.ariaBusy)).observe(verdict, { attributeFilter: ['aria-busy'] });
  });
}

test('an edit keeps the signature unless the page is told otherwise', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('radio', { name: 'Keep the signature' })).toBeChecked();
});

// jose knows no ES256K.
for (const alg of ALGORITHMS.filter(alg => alg !== 'ES256K')) {
  test(`${alg} is signed again so that jose accepts it`, async ({ page }) => {
    const before = await ready(page, alg);
    await enter(page, { 'payload-json': named('Bob') });
    await expectVerdict(page, VERIFIED);
    const token = await box(page, 'token').inputValue();
    expect(await accepted(token, alg)).toEqual({ ...CLAIMS, name: 'Bob' });
    expect(token.split('.')[0]).toBe(before.split('.')[0]);
    await expect(notSigned(page)).toBeHidden();
  });
}

test('ES256K is signed again so that the page accepts it', async ({ page }) => {
  await ready(page, 'ES256K');
  await enter(page, { 'payload-json': named('Bob') });
  await expectVerdict(page, VERIFIED);
});

for (const alg of ['RS256', 'PS256']) {
  test(`the page is busy while ${alg} is computed, and answers meanwhile`, async ({ page }) => {
    await ready(page, alg);
    await watchBusy(page);
    await enter(page, { 'payload-json': named('Bob') });
    await expectVerdict(page, VERIFIED);
    expect(await page.evaluate(() => window.busy)).toEqual(['true', 'false']);
  });
}

test('a header that is edited is signed too', async ({ page }) => {
  await ready(page, 'ES256');
  await enter(page, { 'header-json': '{"alg":"ES256","kid":"new"}' });
  await expectVerdict(page, VERIFIED);
  const token = await box(page, 'token').inputValue();
  expect(JSON.parse(decoded(token, 0))).toEqual({ alg: 'ES256', kid: 'new' });
  await accepted(token, 'ES256');
});

test('another algorithm in the header signs with that one', async ({ page }) => {
  await ready(page, 'HS256');
  await enter(page, { 'header-json': '{"alg":"HS512"}' });
  await expectVerdict(page, VERIFIED);
  expect(await accepted(await box(page, 'token').inputValue(), 'HS512')).toEqual(CLAIMS);
});

for (const [name, alg, key, why] of [
  ['a public key', 'RS256', pair('RS256').spki, 'this key can only verify; signing needs the private key'],
  ['a public JWK', 'ES256', JSON.stringify(pair('ES256').jwk), 'this key can only verify; signing needs the private key'],
  ['no key', 'HS256', '', 'Without a key'],
  ['a key of another curve', 'ES256', pair('ES384').pkcs8, 'The token needs an EC key on P-256'],
]) {
  test(`with ${name} it says why it does not sign, and keeps the signature`, async ({ page }) => {
    const token = await ready(page, alg, key);
    await enter(page, { 'payload-json': named('Bob') });
    await expect(notSigned(page)).toContainText(why);
    const edited = await box(page, 'token').inputValue();
    expect(JSON.parse(decoded(edited, 1)).name).toBe('Bob');
    expect(edited.split('.')[2]).toBe(token.split('.')[2]);
  });
}

test('does not say that it cannot sign once the key can', async ({ page }) => {
  await ready(page, 'ES256', pair('ES256').spki);
  await enter(page, { 'payload-json': named('Bob') });
  await expect(notSigned(page)).toBeVisible();
  await enter(page, { key: pair('ES256').pkcs8, 'payload-json': named('Carol') });
  await expectVerdict(page, VERIFIED);
  await expect(notSigned(page)).toBeHidden();
});

test('a reason of the key before does not stand under another key', async ({ page }) => {
  await ready(page, 'ES256', pair('ES256').spki);
  await enter(page, { 'payload-json': named('Bob') });
  await expect(notSigned(page)).toContainText('this key can only verify');
  await enter(page, { key: pair('ES256').pkcs8 });
  // Whatever it says now, it is no longer so that this key can only verify.
  await expect(notSigned(page).filter({ hasText: 'this key can only verify' })).toBeHidden();
});

test('half-typed JSON is not signed', async ({ page }) => {
  const token = await ready(page, 'RS256');
  await watchBusy(page);
  await enter(page, { 'payload-json': '{"sub":' });
  await expect(box(page, 'payload-json')).toHaveAttribute('aria-invalid', 'true');
  await expectVerdict(page, VERIFIED);
  await expect(box(page, 'token')).toHaveValue(token);
  expect(await page.evaluate(() => window.busy)).toEqual([]);
});

test('of many edits in a row, the last is the one that ends up signed', async ({ page }) => {
  await ready(page, 'RS256');
  const texts = [...'Bobby'].map((_, count) => named('Bobby'.slice(0, count + 1)));
  await page.evaluate(texts => {
    const element = document.getElementById('payload-json');
    for (const text of texts) {
      element.value = text;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }, texts);
  await expectVerdict(page, VERIFIED);
  expect((await accepted(await box(page, 'token').inputValue(), 'RS256')).name).toBe('Bobby');
});

test('typing quickly ends with what was typed, signed', async ({ page }) => {
  await ready(page, 'PS256');
  const payload = box(page, 'payload-json');
  await payload.focus();
  const at = (await payload.inputValue()).indexOf('alice');
  await payload.evaluate((element, at) => element.setSelectionRange(at, at), at);
  await page.keyboard.type('not ');
  await expect(payload).toHaveValue(/"not alice"/);
  await expectVerdict(page, VERIFIED);
  expect((await accepted(await box(page, 'token').inputValue(), 'PS256')).sub).toBe('not alice');
});

test('an edit that is taken back while it is being signed leaves a token that holds', async ({ page }) => {
  await ready(page, 'RS256');
  const original = await box(page, 'payload-json').inputValue();
  await enter(page, { 'payload-json': named('Bob') });
  await enter(page, { 'payload-json': original });
  await expectVerdict(page, VERIFIED);
  expect(await accepted(await box(page, 'token').inputValue(), 'RS256')).toEqual(CLAIMS);
});

test('a token that is pasted while another is being signed stays', async ({ page }) => {
  await ready(page, 'RS256');
  const pasted = await signed('HS256');
  await page.evaluate(([payload, pasted]) => {
    for (const [id, text] of [['payload-json', payload], ['token', pasted]]) {
      document.getElementById(id).value = text;
      document.getElementById(id).dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }, [named('Bob'), pasted]);
  await enter(page, { key: SECRET });
  await expectVerdict(page, VERIFIED);
  await expect(box(page, 'token')).toHaveValue(pasted);
  // A job after it is answered after it: nothing of the first can come any more.
  await enter(page, { key: signingKeyText('RS256'), token: await signed('RS256'), 'payload-json': named('Carol') });
  await expectVerdict(page, VERIFIED);
  expect((await accepted(await box(page, 'token').inputValue(), 'RS256')).name).toBe('Carol');
});
