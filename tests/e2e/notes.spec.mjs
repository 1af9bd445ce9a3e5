// Beside claims and header parameters stands what they mean; beside times, what they are in UTC, here, and from now.
import { test, expect, box, edit, enter, expectVerdict, load, note, open } from './page.mjs';
import { CLAIMS, NOW, SECRET, signed } from './tokens.mjs';

/** Opens the page with a token of claims. */
async function withClaims(page, claims, header = {}) {
  await open(page);
  await enter(page, { token: await signed('HS256', claims, { header }), key: SECRET });
  await expectVerdict(page, { signature: 'pass signature.verified' });
}

/** The note that is drawn at the end of a value's line. */
const drawn = (page, panel, text) => page.locator(`.${panel} .paint .note`, { hasText: text });

test('what header parameters and claims mean is told in words', async ({ page }) => {
  await withClaims(page, { iss: 'me', sub: 'you', aud: 'them', jti: '1', mine: 1 }, { typ: 'at+jwt', kid: 'a' });
  for (const [panel, name, words] of [
    ['header', 'alg', 'HMAC with SHA-256: one shared secret signs and verifies'],
    ['header', 'typ', 'media type: an OAuth access token'],
    ['header', 'kid', 'key ID: which key to verify with'],
    ['payload', 'iss', 'issuer: who made the token'],
    ['payload', 'sub', 'subject: who the token is about'],
    ['payload', 'aud', 'audience: who may accept the token'],
    ['payload', 'jti', 'ID of this token: tells when it is used twice'],
  ]) {
    await expect(note(page, panel, name)).toHaveText(words);
    await expect(drawn(page, panel, words)).toBeVisible();
  }
  // Nothing is made up of what is not known.
  await expect(note(page, 'payload', 'mine')).toHaveCount(0);
});

test('a note stands on the line of its value, after it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await withClaims(page, CLAIMS);
  const value = await page.locator('.payload .paint .string', { hasText: '"alice"' }).boundingBox();
  const beside = await drawn(page, 'payload', 'subject: who the token is about').boundingBox();
  expect(beside.x).toBeGreaterThanOrEqual(value.x + value.width);
  expect(Math.abs(beside.y + beside.height / 2 - value.y - value.height / 2)).toBeLessThan(6);
});

test('a note whose line has no room for it stands below instead, whole, and no note is cut', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await withClaims(page, {
    iss: 'https://login.example/tenants/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0', aud: 'https://api.example', sub: 'you',
    iat: NOW * 1000, exp: NOW + 3600,
  });
  const beside = page.locator('.payload .paint .note');
  await expect(beside.filter({ hasText: 'issuer' })).toBeHidden();
  await expect(note(page, 'payload', 'iss')).toBeVisible();
  for (const [name, words] of [['aud', 'audience: who may accept the token'], ['sub', 'subject'], ['exp', 'expires in 1 hour']]) {
    await expect(beside.filter({ hasText: words })).toBeVisible();
    await expect(note(page, 'payload', name)).toBeHidden();
  }
  for (const width of [1440, 1280, 1100]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await beside.evaluateAll(notes => {
      const field = document.querySelector('.payload .field').getBoundingClientRect();
      const shown = notes.filter(note => note.clientWidth > 0);
      return shown.filter(note => note.scrollWidth > note.clientWidth || note.getBoundingClientRect().right > field.right).map(note => note.textContent);
    });
    expect(cut, String(width)).toEqual([]);
    // Each stands in one of the two places.
    const seen = await page.evaluate(() => ['.paint .note', '.notes dd'].map(place =>
      [...document.querySelectorAll(`.payload ${place}`)].filter(note => note.clientWidth * note.clientHeight > 0).length));
    expect(seen[0] + seen[1], String(width)).toBe(5);
  }
});

test('on a narrow page the notes are a list under the text', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await withClaims(page, CLAIMS);
  await expect(drawn(page, 'payload', 'subject')).toBeHidden();
  await expect(note(page, 'payload', 'sub')).toBeVisible();
  const [list, field] = [await page.locator('.payload .notes').boundingBox(), await page.locator('.payload .field').boundingBox()];
  expect(list.y).toBeGreaterThanOrEqual(field.y + field.height);
});

test('what is wrong with a claim is told beside it', async ({ page }) => {
  await withClaims(page, { exp: 'soon', nbf: NOW + 60, iat: NOW * 1000 }, { jwk: { kty: 'oct', k: 'AA' } });
  await expect(note(page, 'payload', 'exp')).toHaveText('not a number: "soon"');
  await expect(note(page, 'payload', 'exp')).toHaveAttribute('data-mark', 'bad');
  await expect(note(page, 'payload', 'nbf')).toContainText('becomes valid in 1 minute');
  await expect(note(page, 'payload', 'iat')).toHaveText('looks like milliseconds; seconds are meant · as milliseconds 15 Jan 2027, 08:00:00 UTC');
  await expect(note(page, 'header', 'jwk')).toHaveText('a key brought by the token itself: proves only that the sender holds it');
});

test('notes follow what is typed', async ({ page }) => {
  await withClaims(page, CLAIMS);
  await edit(page, 'payload-json', '"sub"', '"iss"');
  await expect(note(page, 'payload', 'sub')).toHaveCount(0);
  await expect(note(page, 'payload', 'iss')).toBeAttached();
});

for (const [timezoneId, here] of [
  ['UTC', null],
  ['Europe/Berlin', '10:00:00 here'],
  ['Asia/Kolkata', '14:30:00 here'],
  ['Pacific/Auckland', '22:00:00 here'],
  ['Pacific/Honolulu', '14 Jan, 23:00:00 here'],
]) {
  test.describe(`in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test(`a time is told in UTC${here ? ' and as the clocks show it here' : ', which the clocks show here'}`, async ({ page }) => {
      await withClaims(page, CLAIMS);
      await expect(note(page, 'payload', 'exp'))
        .toHaveText(`expires in 1 hour · 15 Jan 2027, 09:00:00 UTC${here ? ` · ${here}` : ''}`);
    });
  });
}

test.describe('with summer time', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('a time is told by the clocks as they are then, not as they are now', async ({ page }) => {
    await withClaims(page, { exp: Date.UTC(2027, 6, 1, 12) / 1000 });
    await expect(note(page, 'payload', 'exp')).toContainText('1 Jul 2027, 12:00:00 UTC · 14:00:00 here');
  });
});

test('the relative time goes on with the clock, and turns as the token expires', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await load(page);
  await enter(page, { token: await signed('HS256', { iat: NOW - 59, exp: NOW + 3 }), key: SECRET });
  const [iat, exp] = [note(page, 'payload', 'iat'), note(page, 'payload', 'exp')];
  await page.clock.pauseAt((NOW + 10) * 1000);
  await expect(exp).toContainText('expired 7 seconds ago');
  await expect(exp).toHaveAttribute('data-mark', 'bad');
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.expired' });
  await expect(iat).toContainText('issued 1 minute');
  await page.clock.runFor(60_000);
  await expect(exp).toContainText('expired 1 minute');
  await expect(box(page, 'payload-json')).toHaveValue(/"iat"/);
});

test('the tolerance is told where it is what decides', async ({ page }) => {
  await withClaims(page, { exp: NOW - 20 });
  await expect(note(page, 'payload', 'exp')).toContainText('expired 20 seconds ago ·');
  await page.getByLabel('Clock tolerance').selectOption('30');
  await expect(note(page, 'payload', 'exp')).toContainText('expired 20 seconds ago, within the clock tolerance');
  await expect(note(page, 'payload', 'exp')).toHaveAttribute('data-mark', 'warn');
});
