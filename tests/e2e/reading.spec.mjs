// Reading in front of others: what is shown, hidden, copied and indented.
import { test, expect, box, choose, enter, expectVerdict, open, visit } from './page.mjs';
import { byHand, hmac, signed, SECRET } from './tokens.mjs';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const copied = page => page.evaluate(() => navigator.clipboard.readText());

test('a key is hidden from those who look on, and goes on verifying', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256'), key: SECRET });
  const hide = page.getByRole('button', { name: 'Hide', exact: true });
  const plain = await box(page, 'key').screenshot({ animations: 'disabled' });
  await hide.click();
  await expect(hide).toBeHidden();
  await expect(box(page, 'key')).toHaveCSS('-webkit-text-security', 'disc');
  expect((await box(page, 'key').screenshot({ animations: 'disabled' })).equals(plain)).toBe(false);
  await expectVerdict(page, { verdict: 'verified' });
  await expect(box(page, 'key')).toHaveValue(SECRET);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(box(page, 'key')).toHaveCSS('-webkit-text-security', 'none');
});

test('a part is copied as it is shown, and as it was signed', async ({ page }) => {
  await open(page);
  const payload = '{"a":1.0,"b":[1,2]}';
  await enter(page, { token: byHand('{"alg":"HS256"}', payload, hmac) });
  await expect(box(page, 'payload-json')).toHaveValue('{\n  "a": 1.0,\n  "b": [\n    1,\n    2\n  ]\n}');
  await page.getByRole('button', { name: 'Copy the payload as displayed' }).click();
  await expect.poll(() => copied(page)).toBe(await box(page, 'payload-json').inputValue());
  await page.getByRole('button', { name: 'Copy the payload as signed' }).click();
  await expect.poll(() => copied(page)).toBe(payload);
  await page.getByRole('button', { name: 'Copy the header as signed' }).click();
  await expect.poll(() => copied(page)).toBe('{"alg":"HS256"}');
});

test('a large payload is indented only when asked, and the token stays as it is', async ({ page }) => {
  await visit(page);
  await choose(page, 'Examples', /500 kB/);
  const indent = page.getByRole('button', { name: 'Indent' });
  await expect(indent).toBeVisible();
  const token = await box(page, 'token').inputValue();
  expect(await box(page, 'payload-json').inputValue()).not.toContain('\n');
  await indent.click();
  await expect.poll(async () => (await box(page, 'payload-json').inputValue()).includes('\n  "')).toBe(true);
  await expect(indent).toBeHidden();
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, { verdict: 'verified' });
});
