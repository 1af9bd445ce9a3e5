// Header and payload are edited: only what was edited changes in the token, at once, and what is half typed stays.
import { test, expect, box, edit, enter, expectVerdict, open } from './page.mjs';
import { CLAIMS, RFC7515_A1, SECRET, base64url, byHand, decoded, hmac, keyText, signed } from './tokens.mjs';

const MISMATCH = { verdict: 'rejected', format: 'pass format.conforming', signature: 'fail signature.mismatch' };
const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };

const tokenOf = page => box(page, 'token').inputValue();

/** Opens the page with a verified token of claims. */
async function verified(page, alg = 'HS256', claims = CLAIMS) {
  const token = await signed(alg, claims);
  await open(page);
  await enter(page, { token, key: keyText(alg) });
  await expectVerdict(page, VERIFIED);
  return token;
}

test('an edited payload changes the middle part alone, and the verdict at once', async ({ page }) => {
  const token = await verified(page, 'ES256');
  await edit(page, 'payload-json', 'Alice', 'Mallory');
  await expectVerdict(page, MISMATCH);
  const [header, payload, signature] = (await tokenOf(page)).split('.');
  expect([header, signature]).toEqual([token.split('.')[0], token.split('.')[2]]);
  expect(payload).toBe(base64url(JSON.stringify({ ...CLAIMS, name: 'Mallory Müller' })));
});

test('an edited header changes the first part alone', async ({ page }) => {
  const token = await verified(page, 'HS256');
  await edit(page, 'header-json', 'HS256', 'HS384');
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail signature.malformed' });
  const [header, ...rest] = (await tokenOf(page)).split('.');
  expect(header).toBe(base64url('{"alg":"HS384"}'));
  expect(rest).toEqual(token.split('.').slice(1));
});

test('typing the original back brings the token back, character for character', async ({ page }) => {
  const token = await verified(page);
  const original = await edit(page, 'payload-json', '"alice"', '"mallory"');
  await expectVerdict(page, MISMATCH);
  await enter(page, { 'payload-json': original });
  await expectVerdict(page, VERIFIED);
  await expect(box(page, 'token')).toHaveValue(token);
});

test('so does typing it back after the box was left', async ({ page }) => {
  const token = await verified(page);
  const original = await edit(page, 'payload-json', '"alice"', '"mallory"');
  await box(page, 'token').focus();
  await enter(page, { 'payload-json': original });
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, VERIFIED);
});

test('so does undo', async ({ page }) => {
  const token = await verified(page);
  await box(page, 'payload-json').focus();
  await box(page, 'payload-json').evaluate(element => {
    const at = element.value.indexOf('Alice');
    element.setSelectionRange(at, at);
  });
  await page.keyboard.type('X');
  await expect(box(page, 'token')).not.toHaveValue(token);
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, VERIFIED);
});

test('edits to both parts are both kept', async ({ page }) => {
  await verified(page);
  await edit(page, 'payload-json', 'Alice', 'Bob');
  await edit(page, 'header-json', '"HS256"', '"HS256",\n  "typ": "JWT"');
  const token = await tokenOf(page);
  expect(JSON.parse(decoded(token, 0))).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(JSON.parse(decoded(token, 1))).toEqual({ ...CLAIMS, name: 'Bob Müller' });
});

test('a half-typed payload survives an edit of the header, and then goes on from it', async ({ page }) => {
  await verified(page);
  const payload = box(page, 'payload-json');
  await payload.fill('{"sub":');
  await edit(page, 'header-json', '"HS256"', '"HS256",\n  "typ": "JWT"');
  await expect(payload).toHaveValue('{"sub":');
  await expect(payload).toHaveAccessibleDescription(/^Not JSON yet, so the token stays as it is/);
  await payload.fill('{"sub":"bob"}');
  const token = await tokenOf(page);
  expect(JSON.parse(decoded(token, 0))).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(JSON.parse(decoded(token, 1))).toEqual({ sub: 'bob' });
});

test('half-typed JSON stays as a draft, says where it is wrong, and leaves the token alone', async ({ page }) => {
  const token = await verified(page);
  const payload = box(page, 'payload-json');
  const remark = page.getByRole('status').filter({ hasText: 'Not JSON yet' });
  await expect(payload).toHaveAttribute('aria-invalid', 'false');
  await payload.fill('{\n  "sub": "alice",\n  "name": \n}');
  await expect(payload).toHaveAttribute('aria-invalid', 'true');
  await expect(remark).toContainText('line 4, column 1');
  await expect(payload).toHaveAccessibleDescription(/line 4, column 1: a value is expected/);
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, VERIFIED);
  // It is still there after a look elsewhere.
  await box(page, 'key').focus();
  await expect(payload).toHaveValue('{\n  "sub": "alice",\n  "name": \n}');
  await payload.fill('{\n  "sub": "alice",\n  "name": "A"\n}');
  await expect(payload).toHaveAttribute('aria-invalid', 'false');
  await expect(remark).toBeHidden();
  expect(JSON.parse(decoded(await tokenOf(page), 1))).toEqual({ sub: 'alice', name: 'A' });
});

test('a draft goes when another token is pasted', async ({ page }) => {
  await verified(page);
  await enter(page, { 'payload-json': '{"half' });
  await enter(page, { token: await signed('HS256', { sub: 'bob' }) });
  expect(JSON.parse(await box(page, 'payload-json').inputValue())).toEqual({ sub: 'bob' });
  await expect(box(page, 'payload-json')).toHaveAttribute('aria-invalid', 'false');
});

test('lines that end in CR LF keep their ends (RFC 7515 A.1)', async ({ page }) => {
  const { token, key, now } = RFC7515_A1;
  await open(page, `#now=${now}`);
  await enter(page, { token, key });
  await expectVerdict(page, VERIFIED);
  await edit(page, 'payload-json', '"joe"', '"jane"');
  await expectVerdict(page, MISMATCH);
  expect(await tokenOf(page)).toBe(token.replace(/\..*\./, `.${base64url(decoded(token, 1).replace('joe', 'jane'))}.`));
  await edit(page, 'header-json', '"JWT"', '"at+jwt"');
  expect(decoded(await tokenOf(page), 0)).toBe('{"typ":"at+jwt",\r\n "alg":"HS256"}');
  await edit(page, 'payload-json', '"jane"', '"joe"');
  await edit(page, 'header-json', '"at+jwt"', '"JWT"');
  await expect(box(page, 'token')).toHaveValue(token);
  await expectVerdict(page, VERIFIED);
});

test('compact JSON is shown indented, and JSON with white space of its own as it is', async ({ page }) => {
  await verified(page, 'HS256', { a: [1, { b: 'c, d: e' }], empty: {}, none: [] });
  const compact = await box(page, 'payload-json').inputValue();
  expect(compact.split('\n').length).toBeGreaterThan(5);
  expect(compact).toContain('  "a": [');
  const written = '{ "a" :1,\n\n\t"b":2 }';
  await enter(page, { token: byHand({ alg: 'HS256' }, written, hmac) });
  await expect(box(page, 'payload-json')).toHaveValue(written);
  await expectVerdict(page, VERIFIED);
});

test('what was cleaned off a pasted token stays around the edited one', async ({ page }) => {
  const token = await verified(page);
  await enter(page, { token: `Bearer "${token}"\n` });
  await edit(page, 'payload-json', 'Alice', 'Bob');
  const edited = await tokenOf(page);
  expect(edited).toMatch(/^Bearer "[^"]+"\n$/);
  expect(JSON.parse(decoded(edited, 1)).name).toBe('Bob Müller');
});

for (const id of ['token', 'key', 'header-json', 'payload-json']) {
  test(`the caret stays where it is while typing in the middle of ${id}`, async ({ page }) => {
    await verified(page);
    const element = box(page, id);
    const text = await element.inputValue();
    // Within a name or a secret, where every character keeps JSON what it is.
    const at = id.endsWith('json') ? text.indexOf('"') + 2 : 12;
    await element.focus();
    await element.evaluate((element, at) => element.setSelectionRange(at, at), at);
    for (const [count, character] of [...'abc'].entries()) {
      await page.keyboard.type(character);
      expect(await element.evaluate(element => [element.selectionStart, element.selectionEnd])).toEqual([at + count + 1, at + count + 1]);
    }
    await expect(element).toHaveValue(`${text.slice(0, at)}abc${text.slice(at)}`);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect(element).toHaveValue(text);
    await expectVerdict(page, VERIFIED);
  });
}

test('a payload that is text is edited as text', async ({ page }) => {
  await verified(page, 'HS256', 'some words');
  await enter(page, { 'payload-json': 'other words' });
  expect(decoded(await tokenOf(page), 1)).toBe('other words');
  await expect(box(page, 'payload-json')).toHaveAttribute('aria-invalid', 'false');
});

test('an empty box of a decoded part does not empty the token', async ({ page }) => {
  const token = await verified(page);
  await enter(page, { 'payload-json': '' });
  await expect(box(page, 'payload-json')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(page, 'token')).toHaveValue(token);
});

test('there is nothing to edit while there is no token', async ({ page }) => {
  await open(page);
  await expect(box(page, 'payload-json')).not.toBeEditable();
  await expect(box(page, 'header-json')).not.toBeEditable();
  await enter(page, { token: await signed('HS256'), key: SECRET });
  await expect(box(page, 'payload-json')).toBeEditable();
});
