// What a token says is text: it makes no elements, hides nothing, and however much it is, the page goes on.
import { test, expect, box, check, enter, expectVerdict, marks, open, overflowing } from './page.mjs';
import { CLAIMS, SECRET, byHand, hmac, keyText, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };

const HTML = [
  '<img src=x onerror="window.intruder = 1">', '<script>window.intruder = 2</script>', '</textarea><b id="intruder">',
  '"><svg onload=window.intruder=3>', '&lt;i&gt;', '{{7*7}}', "javascript:window.intruder=4",
];

/** How many elements of which kind there are in the page, but for those that a coloured copy or notes are of. */
const kinds = page => page.evaluate(() => {
  const counts = {};
  for (const { localName } of document.querySelectorAll('body *:not(.paint *, .notes *, .ruler *, .findings *)')) {
    counts[localName] = (counts[localName] ?? 0) + 1;
  }
  return counts;
});

test('HTML in names, values, header and key stays text', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { sub: 'x', role: 'y' }, { header: { kid: 'z' } }), key: SECRET });
  const before = await kinds(page);
  const claims = Object.fromEntries(HTML.map((text, index) => [`${text}${index}`, text]));
  const token = await signed('HS256', { ...claims, sub: HTML[0], exp: HTML[1] }, { header: { kid: HTML[2], typ: HTML[3], [HTML[0]]: 1 } });
  await enter(page, { token });
  await expectVerdict(page, { signature: 'pass signature.verified', time: 'fail time.malformed' });
  expect(JSON.parse(await box(page, 'payload-json').inputValue())).toMatchObject(claims);
  for (const panel of ['header', 'payload']) {
    const [painted, text] = await Promise.all([
      page.locator(`.${panel} .paint`).evaluate(paint => [...paint.childNodes].filter(node => node.className !== 'note').map(node => node.textContent).join('')),
      box(page, `${panel}-json`).inputValue(),
    ]);
    expect(painted).toBe(text);
    expect(await page.locator(`.${panel} .paint *:not(span), .${panel} .notes *:not(dt, dd)`).count()).toBe(0);
  }
  expect(await kinds(page)).toEqual(before);
  // As key, as edited value and as token too.
  await enter(page, { 'payload-json': JSON.stringify({ sub: HTML[2] }), key: HTML.join('\n') });
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  await enter(page, { key: `{"keys":[{"kty":"${HTML[1].replaceAll('"', '')}","kid":"<b>"}]}` });
  await enter(page, { token: HTML.join('.') });
  await expectVerdict(page, { verdict: 'rejected' });
  expect(await page.evaluate(() => window.intruder)).toBeUndefined();
  await expect(page.locator('#intruder, .paint img, .paint script')).toHaveCount(0);
});

test('characters that turn the text or cannot be seen are marked, and named in a sentence', async ({ page }) => {
  await open(page);
  const payload = JSON.stringify({ sub: 'ab\u202Ecd', role: 'ad\u200Bm\u200Bin', note: '\u2066x\u2069' });
  await enter(page, { token: byHand({ alg: 'HS256' }, payload, hmac), key: SECRET });
  await expectVerdict(page, VERIFIED);
  const said = page.locator('#payload-note');
  await expect(said).toContainText('Characters that cannot be seen are in it:');
  for (const code of ['U+202E (line 2)', '2 of U+200B (line 3)', 'U+2066 (line 4)', 'U+2069 (line 4)']) await expect(said).toContainText(code);
  const marked = (await marks(page, 'payload')).map(([, text]) => text).join('');
  expect(marked).toBe('\u202E\u200B\u200B\u2066\u2069');
  expect((await marks(page, 'payload')).every(([mark]) => mark === 'invisible')).toBe(true);
  // The text itself is as it was.
  expect(JSON.parse(await box(page, 'payload-json').inputValue())).toEqual(JSON.parse(payload));
  await expect(box(page, 'payload-json')).toHaveAccessibleDescription(/U\+202E/);
});

test('such characters in the header and around the token are told too', async ({ page }) => {
  await open(page);
  await enter(page, { token: byHand('{"alg":"HS256","kid":"a\u200Fb"}', CLAIMS_TEXT, hmac), key: SECRET });
  await expect(page.locator('#header-note')).toContainText('U+200F');
  expect(await marks(page, 'header')).toEqual([['invisible', '\u200F']]);
});

const CLAIMS_TEXT = JSON.stringify(CLAIMS);

test('what turns the text of a claim does not turn what the page says of it', async ({ page }) => {
  await open(page);
  const token = await signed('HS256', { sub: 'a', exp: '\u202Eevil' }, { header: { kid: '\u202Edik' } });
  await enter(page, { token, key: SECRET });
  await expectVerdict(page, { time: 'fail time.malformed' });
  for (const place of ['#verdict', '.findings', '.notes', '#key-note']) {
    for (const text of await page.locator(place).allInnerTexts()) expect(text, place).not.toContain('\u202E');
  }
});

const WIDTHS = [[1440, 900], [390, 844], [320, 640]];

for (const [name, claims] of Object.entries({
  'a megabyte of emoji': { sub: 'x', joy: '👩‍👩‍👧‍👦😀'.repeat(35_000) },
  '2,000 claims': Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`claim_${index}`, index % 3 ? `value ${index}` : { nested: [index, null, true] }])),
  'an emoji with many marks': { sub: 'x', zalgo: `a${'\u0301\u0489'.repeat(5000)}` },
  'one endless word': { sub: 'x', word: 'w'.repeat(60_000) },
})) {
  test(`${name}: the verdict is right, the page fits and answers`, async ({ page }) => {
    test.slow();
    await open(page);
    await enter(page, { key: SECRET, token: await signed('HS256', { ...claims, ...CLAIMS }) });
    await expectVerdict(page, VERIFIED);
    for (const [width, height] of WIDTHS) {
      await page.setViewportSize({ width, height });
      expect(await overflowing(page), String(width)).toBe('');
      await expect(check(page, 'signature')).toContainText('HS256 holds');
    }
    // It can still be edited, and left behind.
    const payload = box(page, 'payload-json');
    await payload.evaluate(element => {
      element.focus();
      const at = element.value.lastIndexOf('"alice"') + 1;
      element.setSelectionRange(at, at);
    });
    await page.keyboard.type('m');
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
    await page.keyboard.press('Control+z');
    await expectVerdict(page, VERIFIED);
    await enter(page, { token: await signed('HS256') });
    await expectVerdict(page, VERIFIED);
  });
}

test('a key as hostile as that does no harm', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256') });
  for (const key of ['\u202E\u200B', '😀'.repeat(100_000), '{'.repeat(50_000), `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(200_000)}`]) {
    await enter(page, { key });
    await expectVerdict(page, {});
    expect((await box(page, 'key').inputValue()).length).toBe(key.length);
    await expect(page.locator('#verdict')).not.toHaveAttribute('data-state', 'verified');
    expect(await overflowing(page)).toBe('');
  }
  await enter(page, { key: keyText('HS256') });
  await expectVerdict(page, VERIFIED);
});
