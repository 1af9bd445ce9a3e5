// Everybody can use it: axe finds nothing, whatever the verdict, the colours and the width.
import { test, expect, box, check, edit, enter, expectVerdict, open, overflowing, verdictWords, violations, visit } from './page.mjs';
import { line, unfoldAll } from './folds.mjs';
import { EXPIRED, NOW, SECRET, pair, signed, tampered } from './tokens.mjs';

const VERDICTS = {
  empty: ['empty', async () => ({})],
  verified: ['verified', async () => ({ token: await signed('HS256'), key: SECRET })],
  unverified: ['unverified', async () => ({ token: await signed('RS256') })],
  expired: ['rejected', async () => ({ token: await signed('HS256', EXPIRED), key: SECRET })],
  mismatch: ['rejected', async () => ({ token: tampered(await signed('HS256')), key: SECRET })],
  'no token': ['rejected', async () => ({ token: 'words', key: SECRET })],
  draft: ['verified', async () => ({ token: await signed('HS256'), key: SECRET, 'payload-json': '{"half":' })],
};

const LOOKS = {
  light: { colorScheme: 'light', width: 1440 },
  dark: { colorScheme: 'dark', width: 1440 },
  'a phone in the dark': { colorScheme: 'dark', width: 390 },
  'a small phone': { colorScheme: 'light', width: 320 },
};

for (const [name, [verdict, texts]] of Object.entries(VERDICTS)) {
  test(`with ${name}, axe finds nothing in light, dark and narrow`, async ({ page }) => {
    test.slow();
    await open(page);
    await enter(page, await texts());
    await expectVerdict(page, { verdict });
    for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      expect(await violations(page), look).toEqual([]);
      expect(await overflowing(page), look).toBe('');
    }
  });
}

for (const menu of ['Examples', 'Generate', 'Copy as']) {
  test(`with the menu "${menu}" open, axe finds nothing`, async ({ page }) => {
    test.slow();
    await visit(page);
    for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      const summary = page.locator('summary', { hasText: menu });
      await summary.click();
      await expect(summary.locator('+ ul')).toBeVisible();
      expect(await violations(page), look).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(summary.locator('+ ul')).toBeHidden();
    }
  });
}

test('with everything unfolded, axe finds nothing', async ({ page }) => {
  test.slow();
  await open(page);
  // Lines of every tone, at every depth, and a byte of every kind.
  const claims = { sub: 'alice', exp: NOW - 60, nbf: NOW * 1000, act: { act: { sub: 'é' } }, scope: 'a b' };
  await enter(page, { token: await signed('PS256', claims, { header: { kid: 'a', jku: 'https://keys.example/' } }), key: pair('PS256').spki });
  expect(await unfoldAll(page)).toBeGreaterThanOrEqual(6);
  await edit(page, 'payload-json', '"alice"', '"mallory"');
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  await line(page, 'Every claim explained', 'sub').getByRole('button').focus();
  await expect(page.locator('[data-pointed]').first()).toBeAttached();
  for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    expect(await violations(page), look).toEqual([]);
    expect(await overflowing(page), look).toBe('');
  }
});

test('with an edited token and all its marks, axe finds nothing', async ({ page }) => {
  test.slow();
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"ro\u202Eot"');
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    expect(await violations(page), look).toEqual([]);
  }
});

test('long words of a token do not widen the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const long = 'w'.repeat(300);
  await enter(page, { token: await signed('HS256', { [long]: long, exp: long }, { header: { kid: long } }), key: SECRET });
  await expectVerdict(page, { time: 'fail time.malformed' });
  expect(await overflowing(page)).toBe('');
  await enter(page, { token: await signed('ES256', {}, { header: { kid: long } }), key: `{"keys":[{"kty":"EC","kid":"${long}"}]}` });
  await expectVerdict(page, { signature: 'unknown key.no-match' });
  expect(await overflowing(page)).toBe('');
});

test('text enlarged to four times its size needs no scrolling sideways', async ({ page }) => {
  // As WCAG 1.4.10 has it: 1280 px at 400 % is a window of 320.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, `#token=${await signed('HS256')}`);
  expect(await overflowing(page)).toBe('');
  await expect(box(page, 'payload-json')).toBeVisible();
});

test('the verdict is above the fold', async ({ page }) => {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await open(page, `#token=${tampered(await signed('HS256'))}`);
    await enter(page, { key: SECRET });
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
    await page.evaluate(() => scrollTo(0, 0));
    // Of a narrow page the parts of the verdict stand by themselves.
    for (const part of [page.getByRole('heading', { level: 2 }).first(), page.locator('.checks'), page.locator('.detail')]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    await page.goto('about:blank');
  }
});

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await enter(page, { token: await signed('HS256'), key: SECRET });
  await expectVerdict(page, { verdict: 'verified' });
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter(element => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration.split(',').some(time => parseFloat(time) > 0);
  }).map(element => element.outerHTML.slice(0, 80)));
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('states differ in words that can be seen, when the colours are the reader\'s own', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const seen = { verdict: new Set(), signature: new Set() };
  for (const [verdict, texts] of [VERDICTS.verified, VERDICTS.unverified, VERDICTS.mismatch]) {
    await enter(page, { token: '', key: '', ...await texts() });
    await expectVerdict(page, { verdict });
    seen.verdict.add(await verdictWords(page).getByRole('heading').innerText());
    seen.signature.add(await check(page, 'signature').innerText());
  }
  expect(seen.verdict.size).toBe(3);
  expect(seen.signature.size).toBe(3);
});

test('every field has a name, and every state a word', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}`);
  for (const name of ['Token', 'Header', 'Payload', 'Verify with']) {
    await expect(page.getByRole('textbox', { name, exact: true })).toHaveCount(1);
  }
  for (const name of ['Secret as', 'When I edit']) {
    await expect(page.getByRole('group', { name })).toHaveCount(1);
  }
  await expect(page.getByRole('region', { name: 'Verdict' })).toHaveCount(1);
  await expect(check(page, 'format')).toContainText('passes');
  await expect(check(page, 'signature')).toContainText('could not be checked');
  await expect(check(page, 'policy')).toContainText('warning');
});
