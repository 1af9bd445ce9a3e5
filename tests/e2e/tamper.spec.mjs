// Tampering is seen: what was changed, where it shows in the token, what the right signature would be, and the way back.
import { test, expect, box, edit, enter, expectVerdict, load, marks, note, open, signature, verdictWords, visit } from './page.mjs';
import { keyText, pair, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };
const MISMATCH = { verdict: 'rejected', signature: 'fail signature.mismatch' };

const restore = page => page.getByRole('button', { name: 'Restore the original' });
const signNow = page => page.getByRole('button', { name: 'Sign again with this key' });

/** Where the characters of two texts of one length differ. */
const differing = (before, now) => [...now].flatMap((character, at) => character === before[at] ? [] : [at]);

/** Where the marked characters of the token stand. */
const markedPlaces = (page, wanted) => page.locator('.token .paint').evaluate((paint, wanted) => {
  const places = [];
  let at = 0;
  for (const span of paint.children) {
    const { length } = span.textContent;
    if (span.dataset.mark === wanted) places.push(...Array.from({ length }, (_, index) => at + index));
    at += length;
  }
  return places;
}, wanted);

/** The text of the marked first difference, and the text before it. */
const firstDifference = (page, label) => signature(page, label).evaluate(dd => {
  const mark = dd.querySelector('[data-mark="edited"]');
  const before = document.createRange();
  before.setStart(dd, 0);
  before.setEndBefore(mark);
  return { before: before.toString(), mark: mark.textContent };
});

const ofContent = 'HMAC-SHA-256 of this content';
const inToken = 'Signature in the token';

test('a changed role turns the verdict at once, and says since when', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  await expectVerdict(page, MISMATCH);
  await expect(verdictWords(page).getByRole('heading')).toHaveText('The signature does not match: the payload was changed after signing');
  await expect(verdictWords(page)).toContainText('5 characters of the payload differ from the token as it was signed.');
  expect(await marks(page, 'payload')).toEqual([['edited', '"root"']]);
  await expect(note(page, 'payload', 'role')).toHaveText('was "user" when it was signed');
  await expect(page.getByRole('list', { name: 'Parts of the token' })).toContainText(/Payload 115\s*· edited/);
});

test('exactly the characters of the token that differ are marked, and the signature as broken', async ({ page }) => {
  await visit(page);
  const before = await box(page, 'token').inputValue();
  await edit(page, 'payload-json', '"user"', '"root"');
  await expectVerdict(page, MISMATCH);
  const now = await box(page, 'token').inputValue();
  expect(await markedPlaces(page, 'edited')).toEqual(differing(before, now));
  expect(await markedPlaces(page, 'moved')).toEqual([]);
  expect(await marks(page, 'token')).toContainEqual(['broken', now.split('.')[2]]);
  // The coloured copy is the token, character for character.
  expect(await page.locator('.token .paint').evaluate(paint => paint.textContent)).toBe(now);
});

test('after one more character the rest is marked as moved, not as edited', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"users"');
  await expectVerdict(page, MISMATCH);
  const kinds = (await marks(page, 'token')).map(([mark]) => mark);
  expect(kinds).toEqual(['edited', 'moved', 'broken']);
  const [[, edited], [, moved]] = await marks(page, 'token');
  expect(edited.length).toBeLessThanOrEqual(3);
  expect(moved.length).toBeGreaterThan(30);
  await expect(note(page, 'payload', 'role')).toHaveText('was "user" when it was signed');
});

test('the computed signature stands over the carried one, and their first difference is marked', async ({ page }) => {
  await visit(page);
  const carried = (await box(page, 'token').inputValue()).split('.')[2];
  await expect(signature(page, ofContent)).toHaveText(carried);
  await expect(signature(page, inToken)).toHaveText(carried);
  await expect(page.locator('dl.signatures [data-mark]')).toHaveCount(0);
  await edit(page, 'payload-json', '"user"', '"root"');
  await expect(signature(page, ofContent)).not.toHaveText(carried);
  await expect(signature(page, inToken)).toHaveText(carried);
  const computed = await signature(page, ofContent).innerText();
  const at = [...computed].findIndex((character, at) => character !== carried[at]);
  expect(await firstDifference(page, ofContent)).toEqual({ before: computed.slice(0, at), mark: computed[at] });
  expect(await firstDifference(page, inToken)).toEqual({ before: carried.slice(0, at), mark: carried[at] });
  const [above, below] = [await signature(page, ofContent).boundingBox(), await signature(page, inToken).boundingBox()];
  expect(below.x).toBe(above.x);
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
});

for (const alg of ['RS256', 'ES256']) {
  test(`of ${alg} it says that only the private key makes the right signature`, async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed(alg, { role: 'user' }), key: keyText(alg) });
    await expectVerdict(page, VERIFIED);
    await expect(signature(page, `${alg} signature of this content`)).toContainText('it holds. Only the private key can have made it.');
    await edit(page, 'payload-json', '"user"', '"root"');
    await expectVerdict(page, MISMATCH);
    await expect(signature(page, `${alg} signature of this content`))
      .toContainText('Only the private key makes the right signature.');
    // So there is no signing it either, until the private key is there.
    await expect(signNow(page)).toBeHidden();
    await enter(page, { key: pair(alg).pkcs8 });
    await signNow(page).click();
    await expectVerdict(page, VERIFIED);
    expect(JSON.parse(await box(page, 'payload-json').inputValue())).toEqual({ role: 'root' });
  });
}

test('the original comes back exactly, at a click', async ({ page }) => {
  await visit(page);
  const [token, key] = [await box(page, 'token').inputValue(), await box(page, 'key').inputValue()];
  await expect(restore(page)).toBeHidden();
  await edit(page, 'payload-json', '"user"', '"root"');
  await edit(page, 'header-json', '"JWT"', '"at+jwt"');
  await expect(verdictWords(page).getByRole('heading')).toContainText('the header and the payload were changed after signing');
  await restore(page).click();
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, VERIFIED);
  await expect(restore(page)).toBeHidden();
  await expect(box(page, 'key')).toHaveValue(key);
  expect(await marks(page, 'token')).toEqual([]);
  expect(await marks(page, 'payload')).toEqual([]);
});

test('a token edited in its own box comes back too', async ({ page }) => {
  await visit(page);
  const token = await box(page, 'token').inputValue();
  const at = token.indexOf('.') + 20;
  await enter(page, { token: `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}` });
  await expectVerdict(page, MISMATCH);
  expect(await markedPlaces(page, 'edited')).toEqual([at]);
  await restore(page).click();
  await expect(box(page, 'token')).toHaveValue(token);
});

test('the edited token is signed at a click, and what was said of the edit is gone', async ({ page }) => {
  await visit(page);
  const key = await box(page, 'key').inputValue();
  await expect(signNow(page)).toBeHidden();
  await edit(page, 'payload-json', '"user"', '"root"');
  await signNow(page).click();
  await expectVerdict(page, VERIFIED);
  await expect(signNow(page)).toBeHidden();
  expect(JSON.parse(await box(page, 'payload-json').inputValue()).role).toBe('root');
  expect(await marks(page, 'token')).toEqual([]);
  await expect(note(page, 'payload', 'role')).toHaveText('role of the subject');
  await expect(box(page, 'key')).toHaveValue(key);
});

test('of a token whose key is not there it is only known what was pasted', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { role: 'user' }), key: 'another key than the one it was signed with' });
  await edit(page, 'payload-json', '"user"', '"root"');
  await expectVerdict(page, MISMATCH);
  await expect(verdictWords(page).getByRole('heading')).toHaveText('The signature does not match');
  await expect(verdictWords(page)).toContainText('6 characters of the payload differ from the token as it was pasted.');
  await expect(verdictWords(page)).toContainText('or the token was signed with another key');
  await expect(note(page, 'payload', 'role')).toHaveText('was "user" as pasted');
});

test('a claim that was taken out is named', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', /\n\s*"role": "user",/.exec(await box(page, 'payload-json').inputValue())[0], '');
  await expectVerdict(page, MISMATCH);
  await expect(page.getByText(/^No longer in it: .*role/)).toBeVisible();
});

/** What undo brings back: the texts, the choices, and what is said of them. */
const whole = page => page.evaluate(() => ({
  ...Object.fromEntries(['token', 'payload-json', 'header-json', 'key'].map(id => [id, document.getElementById(id).value])),
  encoding: document.querySelector('[name="key-encoding"]:checked').value,
  onEdit: document.querySelector('[name="on-edit"]:checked').value,
  algorithm: document.getElementById('algorithm').value,
  verdict: document.getElementById('verdict').dataset.state,
}));

test('undo goes back across token, payload, key and buttons, and redo forth', async ({ page }) => {
  await visit(page);
  const steps = [
    () => edit(page, 'payload-json', '"user"', '"root"'),
    () => signNow(page).click(),
    () => edit(page, 'header-json', '"JWT"', '"at+jwt"'),
    () => restore(page).click(),
    () => enter(page, { key: 'another key' }),
    () => page.getByRole('radio', { name: 'Hex', exact: true }).check(),
    () => page.getByLabel('Required algorithm').selectOption('HS512'),
    async () => enter(page, { token: await signed('ES256') }),
    () => page.getByRole('radio', { name: 'Sign again' }).check(),
    () => page.getByRole('button', { name: 'Clear', exact: true }).click(),
  ];
  const states = [await whole(page)];
  for (const step of steps) {
    await step();
    await expectVerdict(page, {});
    states.push(await whole(page));
  }
  await box(page, 'token').focus();
  for (const state of states.toReversed().slice(1)) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => whole(page)).toEqual(state);
  }
  // There is nothing before the first step.
  await page.keyboard.press('Control+z');
  expect(await whole(page)).toEqual(states[0]);
  await box(page, 'payload-json').focus();
  for (const state of states.slice(1)) {
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => whole(page)).toEqual(state);
  }
});

test('undo works wherever the focus is', async ({ page }) => {
  await visit(page);
  const before = await whole(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  for (const id of ['token', 'key', 'header-json', 'payload-json', 'examples']) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => whole(page), id).toEqual(before);
    await page.keyboard.press('Control+Shift+Z');
    await expectVerdict(page, MISMATCH);
  }
});

test('neither Caps Lock nor a Mac, where Shift leaves letters small, turns undo and redo around', async ({ page }) => {
  await visit(page);
  const before = await whole(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  const after = await whole(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => whole(page)).toEqual(before);
  // Playwright presses a small z with Shift held here, and a capital one without.
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => whole(page)).toEqual(after);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => whole(page)).toEqual(before);
});

test('typing without a rest is one step back, and after a rest another one', async ({ page }) => {
  await page.clock.install({ time: 1_800_000_000_000 });
  await load(page);
  await expectVerdict(page, VERIFIED);
  const payload = box(page, 'payload-json');
  await payload.evaluate(element => {
    const at = element.value.indexOf('user');
    element.focus();
    element.setSelectionRange(at, at);
  });
  await page.keyboard.type('super');
  await page.clock.runFor(2000);
  await page.keyboard.type('b');
  await expect(payload).toHaveValue(/"superbuser"/);
  await page.keyboard.press('Control+z');
  await expect(payload).toHaveValue(/"superuser"/);
  await page.keyboard.press('Control+z');
  await expect(payload).toHaveValue(/"user"/);
  await expectVerdict(page, VERIFIED);
});

test('the key survives everything that is done to the token', async ({ page }) => {
  await open(page);
  const key = keyText('HS256');
  await enter(page, { token: await signed('HS256', { role: 'user' }), key });
  await edit(page, 'payload-json', '"user"', '"root"');
  await restore(page).click();
  await edit(page, 'payload-json', '"user"', '"admin"');
  await signNow(page).click();
  await enter(page, { token: 'words' });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await enter(page, { token: await signed('HS256') });
  await expectVerdict(page, VERIFIED);
  await expect(box(page, 'key')).toHaveValue(key);
});
