// Sharing: what is in a link is shown beforehand, and nothing secret ever is.
import { test, unguarded, expect, box, enter, expectVerdict, load, open } from './page.mjs';
import { SECRET, keyText, pair, signed, signingKeyText } from './tokens.mjs';

const button = page => page.getByRole('button', { name: 'Share', exact: true });
const dialog = page => page.getByRole('dialog', { name: 'Share a link' });
const field = page => dialog(page).getByRole('textbox', { name: 'The link' });
const contents = page => dialog(page).getByText(/^The (token|public key|required algorithm|clock)|^Not the key/);

/** What the link says, by name. */
async function linked(page) {
  const [address, fragment] = (await field(page).inputValue()).split('#');
  return { address, ...Object.fromEntries(new URLSearchParams(fragment)) };
}

test('a link holds the token, the public key, the algorithm and the frozen clock, and opens as such', async ({ page, baseURL }) => {
  const token = await signed('ES256');
  await open(page, `#token=${token}&alg=ES256&now=1800000100`);
  await enter(page, { key: keyText('ES256') });
  await expectVerdict(page, { verdict: 'verified' });
  await button(page).click();
  await expect(contents(page)).toHaveText([
    /^The token\. Whoever has the link has the token/,
    'The public key: EC public key, curve P-256, PEM SPKI',
    'The required algorithm: ES256',
    'The clock, standing on 15 Jan 2027, 08:01:40 UTC',
  ]);
  expect(await linked(page)).toEqual({ address: baseURL, token, key: keyText('ES256'), alg: 'ES256', now: '1800000100' });
  const link = await field(page).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue(keyText('ES256'));
  await expect(page.getByText('Required by the link.')).toBeVisible();
  await expect(page.getByText('Clock frozen by the link at')).toBeVisible();
});

test('the key and the clock can be left out', async ({ page }) => {
  await open(page, `#token=${await signed('ES256')}&now=1800000100`);
  await enter(page, { key: keyText('ES256') });
  await button(page).click();
  await dialog(page).getByRole('checkbox', { name: /^The public key/ }).uncheck();
  expect(Object.keys(await linked(page))).toEqual(['address', 'token', 'now']);
  await dialog(page).getByRole('checkbox', { name: /^The clock/ }).uncheck();
  expect(Object.keys(await linked(page))).toEqual(['address', 'token']);
});

for (const [what, key] of Object.entries({
  'a private key in PEM': signingKeyText('ES256'),
  'a private key in a JWK': JSON.stringify(pair('ES256').privateJwk),
  'a set with one private key': JSON.stringify({ keys: [pair('RS256').jwk, pair('ES256').privateJwk] }),
  'half a private key': signingKeyText('RS256').slice(0, 400),
})) {
  test(`${what} is never in a link, and that is said`, async ({ page, baseURL }) => {
    const token = await signed('HS256');
    await open(page);
    await enter(page, { token, key });
    await button(page).click();
    await expect(contents(page)).toHaveText([/^The token\./, /is never put into a link\.$/]);
    await expect(dialog(page).getByRole('checkbox')).toHaveCount(0);
    expect(await linked(page)).toEqual({ address: baseURL, token });
  });
}

for (const [what, key] of Object.entries({ 'a secret': SECRET, 'a secret in a JWK': '{"kty":"oct","k":"c2VjcmV0"}' })) {
  test(`${what} is in no link unless it is said to guard nothing, and that is said`, async ({ page, baseURL }) => {
    const token = await signed('HS256');
    await open(page);
    await enter(page, { token, key });
    await button(page).click();
    await expect(dialog(page)).toContainText('It is not in the link, unless you say below that it guards nothing.');
    await expect(dialog(page)).not.toContainText('never put into a link');
    await expect(dialog(page).getByRole('checkbox')).not.toBeChecked();
    expect(await linked(page)).toEqual({ address: baseURL, token });
  });
}

test('what cleaning takes off is not in the link', async ({ page }) => {
  const token = await signed('HS256');
  await open(page);
  await enter(page, { token: `Bearer ${token}\n` });
  await button(page).click();
  expect((await linked(page)).token).toBe(token);
});

test('without a token there is nothing to share', async ({ page }) => {
  await open(page);
  await button(page).click();
  await expect(dialog(page)).toContainText('There is no token to share yet.');
  await expect(field(page)).toBeHidden();
});

test('a link shows what is on the page when the dialog opens, each time', async ({ page }) => {
  await open(page);
  for (const alg of ['HS256', 'ES256']) {
    const token = await signed(alg);
    await enter(page, { token });
    await button(page).click();
    expect((await linked(page)).token).toBe(token);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
});

test('a link that programs may cut says so', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { blob: 'x'.repeat(20_000) }) });
  await button(page).click();
  await expect(dialog(page)).not.toContainText('Some programs cut');
  await page.keyboard.press('Escape');
  await enter(page, { token: await signed('HS256', { blob: 'x'.repeat(40_000) }) });
  await button(page).click();
  await expect(dialog(page)).toContainText(/Some programs cut links as long as this one: it has 5\d,\d{3} characters\./);
});

unguarded.describe('the button that copies', () => {
  const copy = page => dialog(page).getByRole('button', { name: 'Copy the link' });
  const said = page => copy(page).locator('+ [role="status"]');

  unguarded('copies the link, and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await load(page, `#token=${await signed('HS256')}`);
    await button(page).click();
    const before = await copy(page).boundingBox();
    await copy(page).click();
    await expect(said(page)).toHaveText('Copied');
    expect(await copy(page).boundingBox()).toEqual(before);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field(page).inputValue());
    await expect(said(page)).toHaveText('');
  });

  unguarded('says when the browser refuses', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await load(page, `#token=${await signed('HS256')}`);
    await button(page).click();
    await copy(page).click();
    await expect(said(page)).toHaveText('Not copied: the browser refused.');
    await expect(said(page)).toBeVisible();
  });

  unguarded('says so where there is no clipboard', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await load(page, `#token=${await signed('HS256')}`);
    await button(page).click();
    await copy(page).click();
    await expect(said(page)).toHaveText('Not copied: the browser refused.');
  });
});
