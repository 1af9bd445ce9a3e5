// What is expected of a token is a matter of taste: it is set on the page, shared in a link, and taken back.
import { test, expect, box, check, enter, expectVerdict, load, open } from './page.mjs';
import { CLAIMS, SECRET, signed } from './tokens.mjs';

const GOOD = { ...CLAIMS, iss: 'https://issuer.example', aud: 'https://api.example' };

const finding = (page, id) => page.locator(`[data-finding="${id}"]`);

async function verified(page, claims) {
  await open(page);
  await enter(page, { token: await signed('HS256', claims), key: SECRET });
  await expectVerdict(page, { verdict: 'verified' });
  await page.getByText('What to expect').click();
}

/** Types as a person does, who leaves the box at the end. */
async function set(page, label, text) {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).blur();
}

test('an issuer and an audience that are not the expected ones break the policy, and no more', async ({ page }) => {
  await verified(page, GOOD);
  await expectVerdict(page, { policy: 'pass policy.kept' });
  await set(page, 'Issuer', 'https://other.example');
  await expectVerdict(page, { verdict: 'verified', policy: 'fail policy.broken' });
  await expect(finding(page, 'CLM10')).toHaveAttribute('data-severity', 'error');
  await set(page, 'Issuer', GOOD.iss);
  await set(page, 'Audience', 'https://elsewhere.example');
  await expect(finding(page, 'CLM10')).toBeHidden();
  await expect(finding(page, 'CLM09')).toHaveAttribute('data-severity', 'error');
  await set(page, 'Audience', GOOD.aud);
  await expectVerdict(page, { policy: 'pass policy.kept' });
});

test('claims that must be there, and how long a token may live', async ({ page }) => {
  await verified(page, GOOD);
  await set(page, 'Claims it must have', 'exp, aud, iss, jti');
  await expect(finding(page, 'CLM14')).toContainText('jti');
  await set(page, 'Claims it must have', 'exp');
  await expect(finding(page, 'CLM14')).toBeHidden();
  await set(page, 'Longest lifetime, in seconds', '60');
  await expect(finding(page, 'CLM08')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(finding(page, 'CLM08')).toBeHidden();
  await expect(page.getByLabel('Longest lifetime, in seconds')).toHaveValue('');
});

test('another kind of token is another set of rules', async ({ page }) => {
  await verified(page, GOOD);
  const kind = page.getByLabel('Kind of token');
  await expect(kind).toHaveValue('');
  await expect(kind.locator('option').first()).toHaveText('By its looks: Plain JWT');
  await kind.selectOption('Logout token');
  await expect(finding(page, 'OID06')).toBeVisible();
  await kind.selectOption({ index: 0 });
  await expect(finding(page, 'OID06')).toBeHidden();
});

test('what is expected goes into a link, is said there, and comes out of it', async ({ page }) => {
  await verified(page, GOOD);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).not.toContainText('What you expect of the token.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await set(page, 'Issuer', 'https://other.example');
  await page.getByLabel('Kind of token').selectOption('Access token');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog).toContainText('What you expect of the token.');
  const link = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
  await page.goto('about:blank');
  await load(page, new URL(link).hash);
  await page.getByText('What to expect').click();
  await expect(page.getByLabel('Issuer', { exact: true })).toHaveValue('https://other.example');
  await expect(page.getByLabel('Kind of token')).toHaveValue('access-token');
  await expect(finding(page, 'CLM10')).toBeVisible();
});

test('a finding shows its place, in a part and in the token', async ({ page }) => {
  await verified(page, { ...GOOD, password: 'hunter2' });
  await finding(page, 'CLM12').getByRole('button', { name: 'Show' }).click();
  const selected = id => box(page, id).evaluate(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
  await expect(box(page, 'payload-json')).toBeFocused();
  expect(await selected('payload-json')).toContain('hunter2');
  await enter(page, { token: `${await box(page, 'token').inputValue()}=` });
  await expect(check(page, 'format')).toHaveAttribute('data-state', 'fail');
  await finding(page, 'STR03').getByRole('button', { name: 'Show' }).click();
  await expect(box(page, 'token')).toBeFocused();
  expect(await selected('token')).toBe('=');
});
