// A first visit begins with an example that works, and whose key goes with it.
import { test, expect, box, enter, expectVerdict, open, paste, verdictWords, visit } from './page.mjs';
import { SECRET, decoded, keyText, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', format: 'pass format.conforming', signature: 'pass signature.verified', time: 'pass time.in-time' };

const ofToken = page => page.locator('#token-note').filter({ hasText: 'an example' });
const ofKey = page => page.getByText('of the example: it goes with it');

test('the example is there, verified and in time, and called an example', async ({ page }) => {
  await visit(page);
  await expectVerdict(page, VERIFIED);
  await expect(verdictWords(page)).toContainText('Verified and in time');
  await expect(ofToken(page)).toBeVisible();
  await expect(ofKey(page)).toBeVisible();
  const token = await box(page, 'token').inputValue();
  expect(JSON.parse(decoded(token, 0))).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(JSON.parse(decoded(token, 1))).toMatchObject({ sub: '1234567890', role: 'user' });
  // Nothing to undo yet: the example was not the visitor's doing.
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(token);
});

for (const [how, put] of Object.entries({
  'typed over it': (page, token) => enter(page, { token }),
  'pasted into its box': (page, token) => paste(page, '#token', token),
  'pasted outside of every box': (page, token) => paste(page, 'body', token),
})) {
  test(`another token, ${how}, takes the example's key away`, async ({ page }) => {
    await visit(page);
    const token = await signed('RS256');
    await put(page, token);
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(box(page, 'key')).toHaveValue('');
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.missing' });
    await expect(ofToken(page)).toBeHidden();
    await expect(ofKey(page)).toBeHidden();
  });
}

test('a key typed by hand stays when another token comes', async ({ page }) => {
  await visit(page);
  await enter(page, { key: keyText('ES256') });
  await expect(ofKey(page)).toBeHidden();
  await enter(page, { token: await signed('ES256') });
  await expect(box(page, 'key')).toHaveValue(keyText('ES256'));
  await expectVerdict(page, VERIFIED);
});

test('an example that is edited stays one, with its key', async ({ page }) => {
  await visit(page);
  await enter(page, { 'payload-json': '{"sub":"bob"}' });
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  await expect(ofToken(page)).toBeVisible();
  await expect(ofKey(page)).toBeVisible();
});

test('undo brings the example back with its key', async ({ page }) => {
  await visit(page);
  const [token, key] = [await box(page, 'token').inputValue(), await box(page, 'key').inputValue()];
  await enter(page, { token: await signed('RS256') });
  await expect(box(page, 'key')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue(key);
  await expect(ofToken(page)).toBeVisible();
  await expectVerdict(page, VERIFIED);
});

test('a link shows its token, and no example', async ({ page }) => {
  const token = await signed('HS256');
  await open(page, `#token=${token}`);
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue('');
  await expect(ofToken(page)).toBeHidden();
  await enter(page, { key: SECRET });
  await expectVerdict(page, VERIFIED);
});

test('a link with a clock or a key alone shows no example either', async ({ page }) => {
  await open(page, '#now=1000000000');
  await expectVerdict(page, { verdict: 'empty' });
  await expect(box(page, 'key')).toHaveValue('');
  await expect(ofToken(page)).toBeHidden();
});
