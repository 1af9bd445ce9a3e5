// A part as base64url characters, bytes and text, one above the other; and whatever is pointed at lights up wherever
// else it stands: in the token, in the JSON, in the bytes, in the explanations and in the findings.
import { test, expect, box, edit, enter, expectVerdict, open, paste } from './page.mjs';
import { fold, line, unfold, unfoldAll } from './folds.mjs';
import { CLAIMS, SECRET, base64url, byHand, decoded, hmac, signed } from './tokens.mjs';

const BYTES = 'Bytes';
const EXPLAINED = 'Every claim explained';
const HINT = 'Four characters carry three bytes, so neighbours share one. Point at anything.';

const bytes = (page, panel = 'payload') => fold(page, BYTES, panel);

/** Opens the page with a payload, and its bytes. */
async function withBytes(page, payload = CLAIMS) {
  await open(page);
  await enter(page, { token: byHand({ alg: 'HS256' }, payload, hmac), key: SECRET });
  await unfold(page, BYTES, 'payload');
  await expect(bytes(page).locator('li').first()).toBeVisible();
}

const rows = { letters: '.letter', octets: '.octet', text: ':not(.letter, .octet)' };

/** The three rows, group by group: `[letters, octets, text]`. */
const groups = (page, panel) => bytes(page, panel).locator('li').evaluateAll((items, rows) => items.map(
  item => Object.values(rows).map(row => [...item.querySelectorAll(`:scope > span${row}`)].map(cell => cell.textContent)),
), rows);

test('four characters stand over three bytes, and those over what they read as', async ({ page }) => {
  await withBytes(page, { sub: 'Zoë 1' });
  const token = await box(page, 'token').inputValue();
  const all = await groups(page);
  expect(all.flatMap(([letters]) => letters).join('')).toBe(token.split('.')[1]);
  expect(all.flatMap(([, octets]) => octets).join('')).toBe(Buffer.from('{"sub":"Zoë 1"}').toString('hex'));
  // Both bytes of the umlaut are there; the second goes on with the first.
  expect(all.flatMap(([, , text]) => text).join('')).toBe('{"sub":"Zoë…␣1"}');
  for (const [letters, octets, text] of all.slice(0, -1)) expect([letters.length, octets.length, text.length]).toEqual([4, 3, 3]);
});

for (const [left, payload] of [[1, '{"ab":1}12'], [2, '{"abc":1}12'], [0, '{"abcd":1}12']]) {
  test(`the last group of a part with ${left || 'no'} bytes over has as many characters as carry them`, async ({ page }) => {
    await withBytes(page, payload);
    const [letters, octets] = (await groups(page)).at(-1);
    expect([letters.length, octets.length]).toEqual(left ? [left + 1, left] : [4, 3]);
  });
}

test('the rows are aligned: every byte is as wide as a third of its characters', async ({ page }) => {
  await withBytes(page);
  const boxes = await bytes(page).locator('li').first().locator('span').evaluateAll(cells => cells.map(cell => {
    const { left, right, top } = cell.getBoundingClientRect();
    return { kind: ['letter', 'octet'].find(kind => cell.classList.contains(kind)) ?? 'text', left, right, top };
  }));
  const of = kind => boxes.filter(box => box.kind === kind);
  const tops = ['letter', 'octet', 'text'].map(kind => [...new Set(of(kind).map(({ top }) => top))]);
  expect(tops.map(row => row.length)).toEqual([1, 1, 1]);
  expect(tops.flat()).toEqual(tops.flat().toSorted((one, other) => one - other));
  const edges = kind => [of(kind)[0].left, of(kind).at(-1).right];
  expect(edges('octet')).toEqual(edges('letter'));
  expect(edges('text')).toEqual(edges('letter'));
  expect(of('octet').map(({ left }) => left)).toEqual(of('text').map(({ left }) => left));
});

test('bytes that are no text are said to be none, one by one', async ({ page }) => {
  await withBytes(page, Buffer.from([0x61, 0xff, 0xc3, 0x62, 0x09, 0x7f]));
  const all = await groups(page);
  expect(all.flatMap(([, octets]) => octets)).toEqual(['61', 'ff', 'c3', '62', '09', '7f']);
  expect(all.flatMap(([, , text]) => text)).toEqual(['a', '·', '·', 'b', '␉', '␡']);
});

test('a token that is broken shows the bytes that can be read', async ({ page }) => {
  await open(page);
  const [header, payload, mac] = (await signed('HS256')).split('.');
  await enter(page, { token: `${header}.${payload.slice(0, 8)}*${payload.slice(8)}.${mac}`, key: SECRET });
  await expectVerdict(page, { verdict: 'rejected' });
  await unfold(page, BYTES, 'payload');
  await expect.poll(async () => (await groups(page)).flatMap(([letters]) => letters).join('')).toBe(payload);
});

test('more is shown on demand', async ({ page }) => {
  await withBytes(page, { sub: 'a'.repeat(1000) });
  const cells = bytes(page).locator('li');
  const more = bytes(page).getByRole('button', { name: 'Show more' });
  await expect(cells).toHaveCount(96);
  await more.click();
  await expect(cells).toHaveCount(192);
  await more.click();
  await more.click();
  await expect(cells).toHaveCount(Math.ceil('{"sub":""}'.length / 3 + 1000 / 3));
  await expect(more).toBeHidden();
});

test('a megabyte is not shown at once', async ({ page }) => {
  await withBytes(page, { sub: 'a'.repeat(1_000_000) });
  await expect(bytes(page).locator('li')).toHaveCount(96);
  await expectVerdict(page, { signature: 'pass signature.verified' });
});

test('the header has its bytes too, and they follow an edit', async ({ page }) => {
  await withBytes(page);
  await unfold(page, BYTES, 'header');
  await edit(page, 'header-json', 'HS256', 'HS384');
  await expect.poll(async () => (await groups(page, 'header')).flatMap(([, octets]) => octets).join(''))
    .toBe(Buffer.from('{"alg":"HS384"}').toString('hex'));
  await enter(page, { token: '' });
  await expect.poll(() => groups(page, 'header')).toEqual([]);
  await expect.poll(() => groups(page)).toEqual([]);
});

/** What is lit in the boxes, from the token to the payload. */
const lit = page => page.evaluate(() => {
  const ranges = [...CSS.highlights.get('pointed') ?? []];
  const box = range => range.startContainer.parentElement.closest('.field').querySelector('textarea').id;
  return Object.fromEntries(ranges.map(range => [box(range), range.toString()]));
});

/** What of the bytes is lit: the characters, those of them that a neighbour shares, and the bytes. */
const litBytes = (page, panel = 'payload') => bytes(page, panel).locator('ol').evaluate(list => {
  const text = wanted => [...list.querySelectorAll(wanted)].map(cell => cell.textContent).join('');
  return { letters: text('.letter[data-pointed]'), shared: text('.letter[data-pointed="shared"]'), octets: text('.octet[data-pointed]') };
});

/** The characters that carry a stretch of a payload, as they stand in the token, and the first and last of them where they carry more. */
function carried(token, text) {
  const payload = Buffer.from(decoded(token, 1));
  const start = payload.indexOf(text);
  const end = start + Buffer.byteLength(text);
  const [first, last] = [Math.floor(start * 8 / 6), Math.ceil(end * 8 / 6)];
  const letters = token.split('.')[1].slice(first, last);
  const shared = (start % 3 ? letters[0] : '') + (end % 3 && end < payload.length ? letters.at(-1) : '');
  return { letters, shared, octets: payload.subarray(start, end).toString('hex') };
}

/** In all places the same member of the payload is lit, and nothing else. */
async function expectLit(page, member, inBox = member) {
  const wanted = carried(await box(page, 'token').inputValue(), member);
  await expect.poll(() => lit(page)).toEqual({ token: wanted.letters, 'payload-json': inBox });
  await expect.poll(() => litBytes(page)).toEqual(wanted);
}

async function expectDark(page) {
  await expect.poll(() => lit(page)).toEqual({});
  await expect(page.locator('[data-pointed]')).toHaveCount(0);
}

/** Points at the middle of a text that a panel's box shows. */
async function pointAt(page, panel, text) {
  const place = () => page.locator(`.${panel} .paint`).evaluate((paint, text) => {
    const pieces = [...paint.querySelectorAll(':scope > :not(.note)')].map(piece => piece.firstChild).filter(Boolean);
    const start = pieces.map(piece => piece.data).join('').indexOf(text);
    const range = document.createRange();
    for (let at = 0, [index, before] = [0, 0]; at <= 1; at += 1) {
      const sought = at ? start + text.length : start;
      while (before + pieces[index].length < sought + (at ? 0 : 1)) before += pieces[index++].length;
      if (at) range.setEnd(pieces[index], sought - before);
      else range.setStart(pieces[index], sought - before);
    }
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    const [{ left, right, top, bottom }] = range.getClientRects();
    return [(left + right) / 2, (top + bottom) / 2];
  }, text);
  await page.mouse.move(...await place());
}

/** Puts the caret of a box before a text, and goes on by a key. */
async function caretAt(page, id, text) {
  await box(page, id).evaluate((element, text) => {
    element.focus();
    const at = element.value.indexOf(text);
    element.setSelectionRange(at, at);
  }, text);
  await page.keyboard.press('ArrowRight');
}

const away = page => page.mouse.move(2, 2);

test('nothing is lit while nothing is pointed at', async ({ page }) => {
  await withBytes(page);
  await away(page);
  await box(page, 'token').evaluate(() => document.activeElement.blur());
  await expectDark(page);
  await expect(bytes(page)).toContainText(HINT);
});

test('pointing at a claim lights up its characters and its bytes, and says how many they are', async ({ page }) => {
  await withBytes(page);
  await pointAt(page, 'payload', '"alice"');
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
  await expect(bytes(page)).toContainText('13 bytes, in 18 characters; the first and the last character also carry bits of their neighbours.');
  await away(page);
  await expectDark(page);
  await expect(bytes(page)).toContainText(HINT);
});

test('pointing at a claim with letters of several bytes does', async ({ page }) => {
  await withBytes(page, { first: '😀é', name: 'Müller', last: 'ß' });
  await pointAt(page, 'payload', '"Müller"');
  await expectLit(page, '"name":"Müller"', '"name": "Müller"');
});

test('pointing at characters of the token lights up the claim that they carry', async ({ page }) => {
  await withBytes(page);
  const token = await box(page, 'token').inputValue();
  await pointAt(page, 'token', carried(token, '"alice"').letters);
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
});

test('pointing at a claim of a long payload does, wherever it is scrolled to', async ({ page }) => {
  await withBytes(page, { ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`claim${index}`, index])), last: 'here' });
  await pointAt(page, 'payload', '"here"');
  const { letters } = carried(await box(page, 'token').inputValue(), '"last":"here"');
  await expect.poll(() => lit(page)).toEqual({ token: letters, 'payload-json': '"last": "here"' });
});

test('a half-typed payload lights nothing up', async ({ page }) => {
  await withBytes(page);
  await edit(page, 'payload-json', '"alice"', '"alice');
  await pointAt(page, 'payload', 'alice');
  await expectDark(page);
});

test('a payload that is not encoded stands as it is over its bytes', async ({ page }) => {
  await open(page);
  const payload = 'pay 1 €';
  const header = base64url('{"alg":"HS256","b64":false,"crit":["b64"]}');
  const input = `${header}.${payload}`;
  await enter(page, { token: `${input}.${base64url(hmac(input))}`, key: SECRET });
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await unfold(page, BYTES, 'payload');
  await expect.poll(async () => (await groups(page)).flatMap(([letters]) => letters).join('')).toBe(payload);
  expect((await groups(page)).flatMap(([, octets]) => octets).join('')).toBe(Buffer.from(payload).toString('hex'));
  await bytes(page).locator('.octet').first().hover();
  await expect(bytes(page)).toContainText('1 byte, written as they are: the payload is not encoded.');
});

test('pointing at an element of a list lights up that element', async ({ page }) => {
  await withBytes(page, { aud: ['one', 'two', 'three'] });
  await pointAt(page, 'payload', '"two"');
  await expectLit(page, '"two"');
});

test('pointing at a byte lights up its claim', async ({ page }) => {
  await withBytes(page);
  await bytes(page).locator('.octet').nth(9).hover();
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
});

test('pointing at a character over the bytes does', async ({ page }) => {
  await withBytes(page);
  await bytes(page).locator('.letter').nth(10).hover();
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
});

test('pointing at what is explained lights up its value, and the other way round', async ({ page }) => {
  await withBytes(page);
  await unfold(page, EXPLAINED);
  const row = line(page, EXPLAINED, 'sub');
  await row.locator('code').hover();
  await expectLit(page, '"alice"');
  await expect(row).toHaveAttribute('data-pointed', 'whole');
  await pointAt(page, 'payload', '"Alice Müller"');
  await expect(line(page, EXPLAINED, 'name')).toHaveAttribute('data-pointed', 'whole');
  await expect(row).not.toHaveAttribute('data-pointed');
});

test('the focus in what is explained does as the mouse', async ({ page }) => {
  await withBytes(page);
  await unfold(page, EXPLAINED);
  await away(page);
  await line(page, EXPLAINED, 'sub').getByRole('button').focus();
  await expectLit(page, '"alice"');
});

// When the page scrolls under a mouse that rests, the browser tells that the mouse is over what is there now.
test('what has the focus goes before what comes to lie under a mouse that rests', async ({ page }) => {
  await withBytes(page);
  await unfold(page, EXPLAINED);
  await line(page, EXPLAINED, 'name').scrollIntoViewIfNeeded();
  const { x, y } = await line(page, EXPLAINED, 'name').boundingBox();
  const [clientX, clientY] = [Math.round(x) + 9, Math.round(y) + 9];
  await page.mouse.move(clientX, clientY);
  await line(page, EXPLAINED, 'sub').getByRole('button').focus();
  await expectLit(page, '"alice"');
  await line(page, EXPLAINED, 'exp').dispatchEvent('mouseover', { clientX, clientY });
  await expectLit(page, '"alice"');
});

test('after an edit, pointing goes on while the box has the focus', async ({ page }) => {
  await withBytes(page);
  await box(page, 'payload-json').focus();
  await edit(page, 'payload-json', '"alice"', '"bob"');
  await pointAt(page, 'payload', '"Alice Müller"');
  await expectLit(page, '"name":"Alice Müller"', '"name": "Alice Müller"');
});

test('pointing at a finding lights up what it is about', async ({ page }) => {
  await withBytes(page, { ...CLAIMS, exp: 'soon' });
  const finding = page.locator('[data-finding="CLM01"]');
  await finding.getByRole('heading').hover();
  await expectLit(page, '"soon"');
  await expect(finding).toHaveAttribute('data-pointed', 'whole');
  await away(page);
  await expectDark(page);
  await pointAt(page, 'payload', '"soon"');
  await expect(finding).toHaveAttribute('data-pointed', 'whole');
});

test('where a finding is, is shown in its box', async ({ page }) => {
  await withBytes(page, { ...CLAIMS, exp: 'soon' });
  for (const [finding, id, text] of [['CLM01', 'payload-json', '"soon"'], ['ALG05', 'header-json', '"HS256"']]) {
    await page.getByRole('button', { name: `Show ${finding}` }).click();
    await expect(box(page, id)).toBeFocused();
    expect(await box(page, id).evaluate(element => element.value.slice(element.selectionStart, element.selectionEnd))).toBe(text);
  }
});

test('pointing at a finding of the header lights up the header', async ({ page }) => {
  await withBytes(page);
  await unfold(page, BYTES, 'header');
  await page.locator('[data-finding="ALG05"]').getByRole('heading').hover();
  await expect.poll(async () => (await lit(page))['header-json']).toBe('"HS256"');
  await expect.poll(async () => (await litBytes(page, 'header')).octets).toBe(Buffer.from('"HS256"').toString('hex'));
  expect((await litBytes(page)).octets).toBe('');
});

test('the caret does as the mouse, in every box', async ({ page }) => {
  await withBytes(page);
  await unfold(page, BYTES, 'header');
  await caretAt(page, 'payload-json', '"alice"');
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
  const token = await box(page, 'token').inputValue();
  const { letters } = carried(token, '"sub":"alice"');
  await caretAt(page, 'token', letters.slice(4));
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
  await caretAt(page, 'header-json', '"HS256"');
  await expect.poll(async () => (await lit(page))['header-json']).toBe('"alg": "HS256"');
  await expect.poll(async () => (await litBytes(page, 'header')).octets).toBe(Buffer.from('"alg":"HS256"').toString('hex'));
  await page.keyboard.press('Control+Home');
  await expectLitHeaderOnly(page);
});

/** Nothing of the payload is lit. */
async function expectLitHeaderOnly(page) {
  await expect.poll(async () => (await litBytes(page)).octets).toBe('');
  expect((await lit(page))['payload-json']).toBeUndefined();
}

test('pointing at the signature lights up nothing but itself', async ({ page }) => {
  await withBytes(page);
  const token = await box(page, 'token').inputValue();
  const signature = token.split('.')[2];
  await caretAt(page, 'token', signature.slice(3));
  await expect.poll(() => lit(page)).toEqual({ token: signature });
  expect((await litBytes(page)).octets).toBe('');
});

test('a change of the token makes it dark', async ({ page }) => {
  await withBytes(page);
  await unfold(page, EXPLAINED);
  await pointAt(page, 'payload', '"alice"');
  await expectLit(page, '"sub":"alice"', '"sub": "alice"');
  // The mouse stays where it is.
  await paste(page, 'body', await signed('HS256', { role: 'admin', sub: 'bob' }));
  await expectVerdict(page, { verdict: 'verified' });
  await expectDark(page);
});

test('what is left of a claim while it is typed is not lit by old places', async ({ page }) => {
  await withBytes(page);
  await caretAt(page, 'payload-json', '"alice"');
  await page.keyboard.type('m');
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  const told = await lit(page);
  for (const text of Object.values(told)) expect(['', '"sub": "malice"', carried(await box(page, 'token').inputValue(), '"sub":"malice"').letters]).toContain(text);
});

test('in a token that is cleaned the right characters are lit', async ({ page }) => {
  await open(page);
  const token = byHand({ alg: 'HS256' }, CLAIMS, hmac);
  const { letters } = carried(token, '"alice"');
  await enter(page, { token: `Bearer ${token.slice(0, 30)}\n${token.slice(30)}`, key: SECRET });
  await unfold(page, EXPLAINED);
  await line(page, EXPLAINED, 'sub').locator('code').hover();
  await expect.poll(async () => (await lit(page)).token?.replace('\n', '')).toBe(letters);
});

test('a keystroke with everything open is judged in its frame', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { ...CLAIMS, roles: Array.from({ length: 100 }, (_, index) => ({ index, name: `role ${index}` })) }), key: SECRET });
  await expectVerdict(page, { verdict: 'verified' });
  expect(await unfoldAll(page)).toBeGreaterThanOrEqual(6);
  await caretAt(page, 'payload-json', '"alice"');
  await page.evaluate(() => {
    window.turned = new Promise(done => {
      document.addEventListener('input', () => requestAnimationFrame(() => done(document.getElementById('verdict').dataset.state)), { once: true, capture: true });
    });
  });
  await page.keyboard.type('m');
  expect(await page.evaluate(() => window.turned)).toBe('rejected');
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
  await page.keyboard.press('Backspace');
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
});
