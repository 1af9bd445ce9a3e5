// Every example is what its label promises; a key can be made for every algorithm, and copied in every form it has.
import { test, expect, box, choose, edit, enter, expectVerdict, open, verdictWords } from './page.mjs';
import { decoded, hmac, pair, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', format: 'pass format.conforming', signature: 'pass signature.verified', time: 'pass time.in-time' };

const header = async page => JSON.parse(decoded(await box(page, 'token').inputValue(), 0));

// The menu says more than the name of each.
const ALGORITHMS = [
  'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512',
  'ES256', 'ES384', 'ES512', 'ES256K', 'Ed25519',
];

for (const alg of ALGORITHMS) {
  test(`the example of ${alg} verifies, and its key signs again`, async ({ page }) => {
    test.slow();
    await open(page);
    await choose(page, 'Examples', new RegExp(`^${alg} `));
    await expect(page.getByText('an example: paste your own over it')).toBeVisible({ timeout: 20_000 });
    await expectVerdict(page, VERIFIED);
    expect(await header(page)).toMatchObject({ alg, typ: 'JWT' });
    await edit(page, 'payload-json', '"user"', '"admin"');
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
    await page.getByRole('button', { name: 'Sign again with this key' }).click();
    await expectVerdict(page, VERIFIED);
  });
}

for (const [name, wanted, says] of [
  [/^Expired/, { verdict: 'rejected', signature: 'pass signature.verified', time: 'fail time.expired' }, 'The signature holds, but the token has expired'],
  [/^Tampered/, { verdict: 'rejected', signature: 'fail signature.mismatch' }, 'the payload was changed after signing'],
  [/^alg: none/, { verdict: 'rejected', signature: 'fail alg.none' }, 'Not signed at all'],
]) {
  test(`the example ${name.source} says so`, async ({ page }) => {
    await open(page);
    await choose(page, 'Examples', name);
    await expectVerdict(page, wanted);
    await expect(verdictWords(page)).toContainText(says);
  });
}

test('the tampered example can be brought back to what was signed', async ({ page }) => {
  await open(page);
  await choose(page, 'Examples', /^Tampered/);
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  await page.getByRole('button', { name: 'Restore the original' }).click();
  await expectVerdict(page, VERIFIED);
  expect(JSON.parse(await box(page, 'payload-json').inputValue()).role).toBe('user');
});

test('the example of a key set is verified with the one key that its kid names', async ({ page }) => {
  await open(page);
  await choose(page, 'Examples', /^JWKS/);
  await expectVerdict(page, VERIFIED);
  const { keys } = JSON.parse(await box(page, 'key').inputValue());
  const { kid } = await header(page);
  expect(keys.map(key => key.kid === kid)).toEqual([false, true, false]);
  await expect(page.locator('#key-note')).toContainText(kid);
});

test('the large example is verified, and says where its colours end', async ({ page }) => {
  test.slow();
  await open(page);
  await choose(page, 'Examples', /^Large/);
  await expectVerdict(page, VERIFIED);
  expect(decoded(await box(page, 'token').inputValue(), 1).length).toBeGreaterThan(490_000);
  const sentence = page.getByText('Too long or too varied to colour all of it');
  await expect(sentence.first()).toBeVisible();
  await expect(page.locator('#payload-note')).toContainText('colours and notes end');
});

test('an example takes the place of what was there, and undo brings it back', async ({ page }) => {
  await open(page);
  const token = await signed('HS256');
  await enter(page, { token, key: 'a key' });
  await choose(page, 'Examples', /^ES256 /);
  await expectVerdict(page, VERIFIED);
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue('a key');
});

for (const alg of ALGORITHMS) {
  test(`a key is made for ${alg}, and it signs what is there`, async ({ page }) => {
    test.slow();
    await open(page);
    await enter(page, { token: await signed('HS256', { sub: 'mine' }) });
    await choose(page, 'Generate', new RegExp(`^${alg}$`));
    await expect(box(page, 'key')).not.toHaveValue('', { timeout: 20_000 });
    await expectVerdict(page, { signature: 'pass signature.verified' });
    expect(await header(page)).toMatchObject({ alg });
    expect(JSON.parse(await box(page, 'payload-json').inputValue())).toEqual({ sub: 'mine' });
    await edit(page, 'payload-json', 'mine', 'yours');
    await page.getByRole('button', { name: 'Sign again with this key' }).click();
    await expectVerdict(page, { signature: 'pass signature.verified' });
  });
}

test('every key that is made is another one', async ({ page }) => {
  await open(page);
  const keys = new Set();
  for (const alg of ['HS256', 'HS256', 'ES256', 'ES256']) {
    await choose(page, 'Generate', new RegExp(`^${alg}$`));
    await expectVerdict(page, VERIFIED);
    keys.add(await box(page, 'key').inputValue());
  }
  expect(keys.size).toBe(4);
});

test.describe('a key is copied as', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  const status = page => page.locator('summary#copy-key').locator('xpath=../following-sibling::*[@role="status"]');

  /** Copies, and gives what is in the clipboard then. */
  async function copied(page, form) {
    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await choose(page, 'Copy as', form);
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('nothing yet');
    return page.evaluate(() => navigator.clipboard.readText());
  }

  for (const alg of ['RS256', 'ES256', 'Ed25519']) {
    test(`each form of a pair for ${alg}`, async ({ page }) => {
      await open(page);
      const { pkcs8, spki, jwk, privateJwk } = pair(alg);
      await enter(page, { token: await signed(alg), key: pkcs8 });
      expect((await copied(page, 'PEM, public')).trim()).toBe(spki.trim());
      expect((await copied(page, 'PEM, private')).trim()).toBe(pkcs8.trim());
      expect(JSON.parse(await copied(page, 'JWK, public'))).toEqual(jwk);
      expect(JSON.parse(await copied(page, 'JWK, private or secret'))).toEqual(privateJwk);
      await enter(page, { key: await copied(page, 'JWK, private or secret') });
      await expectVerdict(page, VERIFIED);
    });
  }

  test('a secret as a JWK, and as nothing that would be public', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256'), key: 'a secret' });
    const { kty, k } = JSON.parse(await copied(page, 'JWK, private or secret'));
    expect([kty, Buffer.from(k, 'base64url').toString()]).toEqual(['oct', 'a secret']);
    for (const form of ['JWK, public', 'PEM, public', 'PEM, private']) {
      await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
      await choose(page, 'Copy as', form);
      await expect(status(page)).toBeVisible();
      await expect(status(page)).toHaveText('Not copied: this key has no such form.');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('nothing yet');
    }
  });

  test('a JWK with its name and its algorithm', async ({ page }) => {
    await open(page);
    const key = { ...pair('ES256').jwk, kid: 'of May', alg: 'ES256' };
    await enter(page, { key: JSON.stringify(key) });
    expect(JSON.parse(await copied(page, 'JWK, public'))).toEqual(key);
  });

  test('nothing private of a public key', async ({ page }) => {
    await open(page);
    await enter(page, { key: pair('ES256').spki });
    for (const form of ['JWK, private or secret', 'PEM, private']) {
      await choose(page, 'Copy as', form);
      await expect(status(page)).toHaveText('Not copied: this key has no such form.');
    }
  });
});

test('a token that the page signed is one that others verify', async ({ page }) => {
  await open(page);
  await choose(page, 'Examples', /^HS256 /);
  await expectVerdict(page, VERIFIED);
  const [token, key] = [await box(page, 'token').inputValue(), await box(page, 'key').inputValue()];
  const [input, signature] = [token.slice(0, token.lastIndexOf('.')), token.slice(token.lastIndexOf('.') + 1)];
  expect(hmac(input, key).toString('base64url')).toBe(signature);
});
