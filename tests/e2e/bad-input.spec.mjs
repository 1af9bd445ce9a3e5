// Whatever is pasted, the page answers, keeps it as it is, and never says that it holds. Every test here also fails if
// the page reports an error.
import { test, unguarded, expect, box, check, enter, expectVerdict, load, open, typeCodeUnits } from './page.mjs';
import { CLAIMS, SECRET, base64url, byHand, hmac, keyText, pair, signed } from './tokens.mjs';

for (const [name, text, format] of [
  ['words', 'this is not a token', 'fail format.parts'],
  ['one part', 'eyJhbGciOiJIUzI1NiJ9', 'fail format.parts'],
  ['two parts', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0', 'fail format.parts'],
  ['four parts', 'eyJhbGciOiJIUzI1NiJ9.e30.AA.AA', 'fail format.parts'],
  ['two dots alone', '..', 'fail format.header'],
  ['three words', 'a.b.c', 'fail format.base64url'],
  ['a header that is an array', `${base64url('[]')}.e30.AA`, 'fail format.header'],
  ['a header in bytes', `${base64url(Buffer.from([0xff, 0xfe]))}.e30.AA`, 'fail format.header'],
  ['the other alphabet', 'eyJhbGciOiJIUzI1NiJ9.e30.+/+/', 'fail format.base64url'],
  ['padding', 'eyJhbGciOiJIUzI1NiJ9.e30=.AA', 'fail format.base64url'],
  ['a JSON number', '1e400', 'fail format.parts'],
  ['5 MB of a letter', 'a'.repeat(5e6), 'fail format.too-long'],
  ['a million dots', '.'.repeat(1e6), 'fail format.parts'],
]) {
  test(`says that it is no token: ${name}`, async ({ page }) => {
    await open(page);
    await enter(page, { key: SECRET, token: text });
    await expectVerdict(page, { verdict: 'rejected', format });
    expect(await box(page, 'token').inputValue() === text).toBe(true);
    await enter(page, { token: await signed('HS256') });
    await expectVerdict(page, { verdict: 'verified' });
  });
}

const LARGE = {
  '100,000 nested brackets': '['.repeat(1e5) + ']'.repeat(1e5),
  '100,000 nested objects': `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`,
  'a megabyte of emoji': JSON.stringify({ emoji: '🦀👩‍👩‍👧'.repeat(7e4) }),
  '2,000 claims': JSON.stringify(Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`claim ${at}`, at]))),
};

for (const [name, payload] of Object.entries(LARGE)) {
  test(`reads a payload of ${name}`, async ({ page }) => {
    test.slow();
    await open(page);
    await enter(page, { key: SECRET, token: byHand({ alg: 'HS256' }, payload, hmac) });
    await expectVerdict(page, { signature: 'pass signature.verified' });
    const shown = await box(page, 'payload-json').inputValue();
    const bare = text => text.replace(/\s/g, '');
    expect(bare(shown) === bare(payload)).toBe(true);
    await expect(page.locator('#crash')).toBeHidden();
  });
}

test.describe('half a character', () => {
  const HALVES = [0x61, 0xd800, 0x62, 0xdc00];

  const unitsOf = (page, id) => box(page, id).evaluate(element => Array.from(element.value, (_, at) => element.value.charCodeAt(at)));

  for (const id of ['token', 'key']) {
    test(`typed into ${id} stays there`, async ({ page }) => {
      await open(page);
      await enter(page, { token: await signed('HS256'), key: SECRET });
      await typeCodeUnits(page, id, HALVES);
      await expect(check(page, 'signature')).not.toHaveAttribute('data-state', 'pass');
      expect(await unitsOf(page, id)).toEqual(HALVES);
      await page.getByLabel('Required algorithm').focus();
      expect(await unitsOf(page, id)).toEqual(HALVES);
    });
  }

  test('typed into payload-json stays there, and out of the token', async ({ page }) => {
    await open(page);
    const token = await signed('HS256');
    await enter(page, { token, key: SECRET });
    const units = [...'{"a":"', 0xd800, ...'"}'].map(unit => typeof unit === 'number' ? unit : unit.charCodeAt(0));
    await typeCodeUnits(page, 'payload-json', units);
    await expect(page.getByText('half a character').first()).toBeVisible();
    await expect(box(page, 'payload-json')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Required algorithm').focus();
    expect(await unitsOf(page, 'payload-json')).toEqual(units);
    await expect(box(page, 'token')).toHaveValue(token);
  });

  test('in a secret is not taken for another character', async ({ page }) => {
    await open(page);
    await enter(page, { token: byHand({ alg: 'HS256' }, CLAIMS, input => hmac(input, 'a\uFFFD')) });
    await typeCodeUnits(page, 'key', [0x61, 0xd800]);
    await expect(page.getByText('half a character').first()).toBeVisible();
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.unreadable' });
    await typeCodeUnits(page, 'key', [0x61, 0xfffd]);
    await expectVerdict(page, { verdict: 'verified' });
  });
});

test('HTML in a token stays text', async ({ page }) => {
  await open(page);
  const html = '<img src=x onerror="alert(1)"><script>alert(2)</script><b id="intruder">bold</b></textarea>';
  const kinds = () => page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map(element => element.localName))].sort());
  const [elements, boxes] = [await kinds(), await page.locator('textarea').count()];
  await enter(page, { token: await signed('HS256', { [html]: html, exp: html, sub: html }, { header: { kid: html } }), key: SECRET });
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.malformed' });
  await enter(page, { token: byHand({ alg: html, kid: html }, { sub: html }, hmac), key: html });
  await expectVerdict(page, { signature: 'unknown alg.unsupported' });
  await expect(page.locator('#intruder, #app img, #app script')).toHaveCount(0);
  expect(await page.locator('textarea').count()).toBe(boxes);
  expect(await kinds()).toEqual(elements);
});

test('characters that turn the direction are made visible in sentences', async ({ page }) => {
  await open(page);
  await enter(page, { token: byHand({ alg: 'evil\u202Egla\u0000' }, CLAIMS, hmac), key: SECRET });
  await expectVerdict(page, { signature: 'unknown alg.unsupported' });
  // The copies in colours are the texts themselves.
  const words = (await page.locator('#verdict, .findings, .notes, p.note, p.hint').allInnerTexts()).join('\n');
  expect(words).toContain('\\u{202E}');
  expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

/** Puts every beginning of a text into the key box; the lengths at which the signature passed. */
function cuts(page, text) {
  return page.evaluate(async text => {
    const key = document.getElementById('key');
    const signature = document.querySelector('[data-check="signature"]');
    const task = () => new Promise(done => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
    const passed = [];
    for (let length = 1; length <= text.length; length++) {
      key.value = text.slice(0, length);
      key.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await task();
      if (signature.dataset.state === 'pass') passed.push(length);
    }
    return passed;
  }, text);
}

for (const [form, alg, text] of [
  ['a PEM', 'ES256', keyText('ES256').trimEnd()],
  ['a private PEM', 'RS256', pair('RS256').pkcs8.trimEnd()],
  ['a JWK', 'ES256', JSON.stringify(pair('ES256').jwk)],
  ['a JWKS', 'Ed25519', JSON.stringify({ keys: [pair('Ed25519').jwk] })],
]) {
  test(`${form} verifies only when it is whole`, async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed(alg) });
    const passed = await cuts(page, text);
    expect(passed.at(-1)).toBe(text.length);
    // What comes after the key itself, PEM's last line, may be cut.
    expect(passed[0]).toBeGreaterThan(text.startsWith('{') ? text.length - 1 : text.indexOf('-----END'));
    await expectVerdict(page, { verdict: 'verified' });
  });
}

test('a token verifies only when it is whole', async ({ page }) => {
  await open(page);
  const token = await signed('ES256');
  await enter(page, { key: keyText('ES256') });
  for (let length = token.length - 100; length < token.length; length += 9) {
    await enter(page, { token: token.slice(0, length) });
    await expect(check(page, 'signature')).not.toHaveAttribute('data-state', 'pass');
  }
});

unguarded('a crash says so, and leaves what was typed where it is', async ({ page }) => {
  await page.addInitScript(() => addEventListener('TrunkApplicationStarted', event => { window.instance = event.detail.wasm; }));
  await load(page);
  const texts = { token: await signed('HS256'), key: SECRET };
  await enter(page, texts);
  await enter(page, { 'payload-json': '{"half":' });
  await expect(page.locator('#crash')).toBeHidden();
  // A job at an address that does not exist: the machine itself traps, as it does where memory is damaged.
  await page.evaluate(() => { setTimeout(() => window.instance.worker_run(0xfffffff0, 0xffff)); });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('What you typed is still in its boxes');
  for (const [id, text] of Object.entries({ ...texts, 'payload-json': '{"half":' })) {
    await expect(box(page, id)).toHaveValue(text);
    await expect(box(page, id)).toBeVisible();
  }
});
