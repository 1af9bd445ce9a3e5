// Undo takes everything back that goes with a step, and nothing that does not.
import { test, expect, box, edit, enter, expectVerdict, marks, open, paste, verdictWords, visit } from './page.mjs';
import { NOW, pair, signed, SECRET } from './tokens.mjs';

const undo = page => page.keyboard.press('Control+z');

/** The address of a page with this in its fragment. */
const link = values => `#${Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;

test('who chose the key is known after undo, too', async ({ page }) => {
  await open(page, link({ token: await signed('ES256'), key: pair('ES256').spki }));
  await expectVerdict(page, { verdict: 'verified' });
  await expect(verdictWords(page)).toContainText('Whoever made the link chose the key');
  await page.getByRole('button', { name: 'Clear the key' }).click();
  await expectVerdict(page, { verdict: 'unverified' });
  await undo(page);
  await expectVerdict(page, { verdict: 'verified' });
  await expect(verdictWords(page)).toContainText('Whoever made the link chose the key');
});

test('a link that is taken back leaves neither its clock nor its name on the key', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256'), key: SECRET });
  await page.evaluate(fragment => { location.hash = fragment; }, link({ token: await signed('ES256'), key: pair('ES256').spki, now: NOW + 9999 }));
  await expect(verdictWords(page)).toContainText('The clock stands where the link set it.');
  await undo(page);
  await expectVerdict(page, { verdict: 'verified' });
  await expect(verdictWords(page)).not.toContainText('link');
  await expect(box(page, 'key')).toHaveValue(SECRET);
});

test('a half-typed payload goes on from the token as it was signed meanwhile', async ({ page }) => {
  await visit(page);
  await enter(page, { 'payload-json': '{"half":' });
  await edit(page, 'header-json', '"JWT"', '"JOSE"');
  await page.getByRole('button', { name: 'Sign again with this key' }).click();
  await expectVerdict(page, { signature: 'pass signature.verified' });
  const token = await box(page, 'token').inputValue();
  await enter(page, { 'payload-json': '{"half":1}' });
  await expectVerdict(page, { signature: 'fail signature.mismatch' });
  expect((await box(page, 'token').inputValue()).split('.')[2]).toBe(token.split('.')[2]);
});

test('a moved clock is a step of its own', async ({ page }) => {
  await visit(page);
  await page.locator('#now').press('ArrowRight');
  await expect(verdictWords(page)).toContainText('The clock stands where you set it.');
  await undo(page);
  await expect(verdictWords(page)).not.toContainText('The clock stands');
});

test('undo is not for what lies behind a dialog', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  const token = await box(page, 'token').inputValue();
  await page.getByRole('button', { name: 'Share' }).click();
  await undo(page);
  await expect(box(page, 'token')).toHaveValue(token);
});

test('a token with line ends of Windows is one that can be edited and compared', async ({ page }) => {
  await open(page);
  const token = await signed('HS256', { role: 'user' });
  await enter(page, { key: SECRET });
  await paste(page, 'body', `${token.slice(0, 40)}\r\n${token.slice(40)}\r\n`);
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await edit(page, 'payload-json', '"user"', '"root"');
  await expect(verdictWords(page)).toContainText('changed after signing');
  expect((await marks(page, 'token')).map(([mark]) => mark)).toContain('edited');
  expect((await marks(page, 'token')).map(([mark]) => mark)).not.toContain('invisible');
});

test('a token that is repaired by hand is the one that edits are compared with', async ({ page }) => {
  await open(page);
  const token = await signed('HS256', { role: 'user' });
  await enter(page, { key: SECRET, token: `${token}.junk` });
  await enter(page, { token });
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await edit(page, 'payload-json', '"user"', '"root"');
  await expect(page.getByRole('button', { name: 'Restore the original' })).toBeVisible();
});

test('a paste goes to the page while a choice has the focus', async ({ page }) => {
  await open(page);
  await page.locator('[name="key-encoding"][value="hex"]').focus();
  const token = await signed('HS256');
  await paste(page, '[name="key-encoding"][value="hex"]', token);
  await expect(box(page, 'token')).toHaveValue(token);
});

test('the verdict turns in the frame of the keystroke', async ({ page }) => {
  await visit(page);
  const turned = await page.evaluate(() => new Promise(done => {
    const payload = document.getElementById('payload-json');
    payload.value = payload.value.replace('"user"', '"root"');
    payload.dispatchEvent(new InputEvent('input', { bubbles: true }));
    requestAnimationFrame(() => done(document.getElementById('verdict').dataset.state));
  }));
  expect(turned).toBe('rejected');
});

test('a secret in a file of bytes is read as those bytes', async ({ page }) => {
  await open(page);
  const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index * 3));
  const token = await signed('HS256', { role: 'user' }, { key: secret });
  await enter(page, { token });
  await page.locator('.panel.key').evaluate((panel, bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'secret.bin'));
    panel.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, [...secret]);
  await expectVerdict(page, { signature: 'pass signature.verified' });
  await expect(box(page, 'key')).toHaveValue(secret.toString('base64'));
});

test('a picture that is dropped on the page changes nothing, and that is said', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256'), key: SECRET });
  const token = await box(page, 'token').inputValue();
  await page.locator('.panel.token').evaluate(panel => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])], 'picture.png'));
    panel.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('That file is neither text nor a key')).toBeVisible();
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue(SECRET);
});

test('an arrow goes through a menu, and letters are not for the page then', async ({ page }) => {
  await visit(page);
  await page.locator('summary', { hasText: 'Examples' }).focus();
  await page.keyboard.press('ArrowDown');
  const first = page.getByRole('button', { name: /^HS256/ }).first();
  await expect(first).toBeFocused();
  await page.keyboard.press('p');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('summary', { hasText: 'Examples' })).toBeFocused();
});

test('nothing is copied where there is nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.evaluate(() => navigator.clipboard.writeText('something of mine'));
  await page.getByRole('button', { name: 'Copy the token' }).click();
  await expect(page.getByText('There is nothing to copy.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('something of mine');
});

test('half-typed text moves nothing', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  const place = () => box(page, 'payload-json').evaluate(element => element.getBoundingClientRect().top);
  const before = await place();
  await edit(page, 'payload-json', '"root"', '"root');
  expect(await place()).toBe(before);
});

test('the focus stays with the verdict when its button goes', async ({ page }) => {
  await visit(page);
  await edit(page, 'payload-json', '"user"', '"root"');
  await page.getByRole('button', { name: 'Restore the original' }).press('Enter');
  await expect(page.locator('#verdict')).toBeFocused();
});
