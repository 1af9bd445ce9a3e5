// A token and a key are pasted: what does the token say, and how far can it be trusted?
import { test, expect, box, check, enter, expectVerdict, open, signature, verdictWords, visit } from './page.mjs';
import { ALGORITHMS, CLAIMS, keyText, signed, tampered } from './tokens.mjs';

const VERIFIED = {
  verdict: 'verified',
  format: 'pass format.conforming',
  signature: 'pass signature.verified',
  time: 'pass time.in-time',
  // It says neither who issued it nor for whom.
  policy: 'warn policy.warning',
};

for (const alg of ['HS256', 'RS256', 'ES256', 'Ed25519']) {
  test(`says what a token of ${alg} says, and that it holds`, async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed(alg, CLAIMS, { header: { typ: 'JWT', kid: 'a key' } }), key: keyText(alg) });
    await expectVerdict(page, VERIFIED);
    await expect(verdictWords(page)).toContainText('Verified and in time');
    await expect(verdictWords(page)).toContainText(`The ${alg} signature holds with this key.`);
    await expect(verdictWords(page)).toContainText('It expires in 1 hour, on 15 Jan 2027, 09:00:00 UTC.');
    await expect(check(page, 'format')).toContainText('passes');
    await expect(check(page, 'signature')).toContainText(`${alg} holds`);
    await expect(check(page, 'time')).toContainText('1 h left');
    await expect(check(page, 'policy')).toContainText('2 warnings');
    expect(JSON.parse(await box(page, 'header-json').inputValue())).toEqual({ alg, typ: 'JWT', kid: 'a key' });
    expect(JSON.parse(await box(page, 'payload-json').inputValue())).toEqual(CLAIMS);
  });
}

for (const alg of ALGORITHMS) {
  test(`verifies ${alg}, and refuses it with one character changed`, async ({ page }) => {
    await open(page);
    const token = await signed(alg);
    await enter(page, { token, key: keyText(alg) });
    await expectVerdict(page, VERIFIED);
    await enter(page, { token: tampered(token) });
    await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
    await expect(verdictWords(page)).toContainText('The signature does not match');
    await enter(page, { token });
    await expectVerdict(page, VERIFIED);
  });
}

test('takes the key before the token as well', async ({ page }) => {
  await open(page);
  await enter(page, { key: keyText('ES256') });
  await expectVerdict(page, { verdict: 'empty', format: 'idle format.empty', signature: 'idle signature.nothing' });
  await enter(page, { token: await signed('ES256') });
  await expectVerdict(page, VERIFIED);
});

test('says what to do while there is no token', async ({ page }) => {
  await open(page);
  await expectVerdict(page, { verdict: 'empty', time: 'idle time.nothing', policy: 'idle policy.nothing' });
  await expect(verdictWords(page)).toContainText('Paste a token');
  await enter(page, { token: await signed('HS256'), key: keyText('HS256') });
  await expectVerdict(page, VERIFIED);
  await enter(page, { token: '' });
  await expectVerdict(page, { verdict: 'empty' });
  await expect(box(page, 'payload-json')).toHaveValue('');
});

test('shows the right signature beside the one in the token', async ({ page }) => {
  await open(page);
  const [right, wrong] = [await signed('HS256'), tampered(await signed('HS256'))];
  const carried = wrong.split('.')[2];
  await enter(page, { token: wrong, key: keyText('HS256') });
  await expect(signature(page, 'Signature in the token')).toHaveText(carried);
  // The signature that stands above it is the one that makes the token hold.
  const computed = await signature(page, 'HMAC-SHA-256 of this content').innerText();
  expect(computed).not.toBe(carried);
  await enter(page, { token: wrong.replace(carried, computed) });
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await enter(page, { token: right });
  await expect(signature(page, 'HMAC-SHA-256 of this content')).toHaveText(carried);
  await expect(signature(page, 'Signature in the token')).toHaveText(carried);
});

test('requires the algorithm that is chosen, whatever the header says', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('RS256'), key: keyText('RS256') });
  await page.getByLabel('Required algorithm').selectOption('PS256');
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail alg.not-allowed' });
  await expect(verdictWords(page)).toContainText('You require PS256; the header says RS256.');
  await page.getByLabel('Required algorithm').selectOption('RS256');
  await expectVerdict(page, VERIFIED);
});

for (const [name, other] of [['EdDSA', 'Ed25519'], ['Ed25519', 'EdDSA']]) {
  test(`takes ${name} for ${other}, which is the same`, async ({ page }) => {
    await open(page, `#alg=${other}`);
    await enter(page, { token: await signed(name), key: keyText(name) });
    await expectVerdict(page, VERIFIED);
  });
}

test.describe('by keyboard alone', () => {
  // Of the radio buttons of one name, Tab reaches the chosen one.
  const STOPS = [
    'Inspect', 'Learn', /since load/, 'Share', /^Theme/, 'Help',
    'examples', 'Copy the token', 'Clear', 'token',
    'generate', 'copy-key', 'Hide', 'Clear the key', 'key', 'key-encoding', 'About this key', 'The signature, opened', 'on-edit', 'algorithm',
    'skew', 'now',
    'Copy the header as displayed', 'Copy the header as signed', 'header-json', 'Every parameter explained', 'Bytes',
    'Copy the payload as displayed', 'Copy the payload as signed', 'payload-json', 'Every claim explained', 'Bytes',
  ];

  // A box is outlined with its field, and a radio button is what is drawn after it.
  const focused = page => page.evaluate(() => {
    const element = document.activeElement;
    const shown = [element, element.closest('.field'), element.type === 'radio' && element.nextElementSibling];
    const isOutlined = element => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    };
    const name = element.id || (element.localName === 'button' ? '' : element.name) || element.ariaLabel || element.innerText.trim().replace(/\s+/g, ' ');
    return { name, outline: shown.filter(Boolean).some(isOutlined) };
  });

  const tabTo = async (page, id) => {
    for (const stop of STOPS) {
      await page.keyboard.press('Tab');
      if (stop === id) break;
    }
    await expect(page.locator(`#${id}`)).toBeFocused();
  };

  const seen = name => ({ name: typeof name === 'string' ? name : expect.stringMatching(name), outline: true });

  test('everything is reached, in order, and can be seen to be', async ({ page }) => {
    await open(page, `#token=${await signed('HS256')}`);
    for (const name of STOPS) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toEqual(seen(name));
    }
    for (const name of STOPS.toReversed().slice(1)) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toEqual(seen(name));
    }
  });

  test('the main job can be done', async ({ page }) => {
    // As a first visit begins: what is pasted takes the place of the example.
    await visit(page);
    await tabTo(page, 'token');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(await signed('HS256'));
    for (const name of ['generate', 'copy-key', 'Hide', 'Clear the key', 'key']) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toEqual(seen(name));
    }
    await expect(box(page, 'key')).toHaveValue('');
    await page.keyboard.insertText(Buffer.from(keyText('HS256')).toString('base64'));
    await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.mismatch' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Base64', exact: true })).toBeChecked();
    await expectVerdict(page, VERIFIED);
    for (const name of ['About this key', 'The signature, opened', 'on-edit']) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toEqual(seen(name));
    }
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Sign again' })).toBeChecked();
  });

  test('a menu opens, is chosen from and closes', async ({ page }) => {
    await open(page);
    const menu = page.locator('summary#examples');
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Expired' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Expired' })).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(menu).toBeFocused();
    await expectVerdict(page, { signature: 'pass signature.verified' });
    expect(JSON.parse(await box(page, 'header-json').inputValue()).alg).toBe('HS384');
  });

  test('a frozen clock is let go', async ({ page }) => {
    await open(page, '#now=1000000000');
    await expect(page.getByText('Clock frozen by the link')).toBeVisible();
    await page.getByLabel('Clock tolerance').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Clock frozen by the link')).toBeHidden();
  });
});
