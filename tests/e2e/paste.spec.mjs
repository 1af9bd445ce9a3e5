// What is pasted or dropped anywhere goes where it belongs, and whatever it replaces comes back with undo.
import { test, expect, box, enter, expectVerdict, open, paste } from './page.mjs';
import { keyText, pair, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };

/** Drops text, or a file of it; says whether the browser would have done something of its own. */
const drop = (page, target, text, { file = false } = {}) => page.locator(target).evaluate((element, { text, file }) => {
  const dataTransfer = new DataTransfer();
  if (file) dataTransfer.items.add(new File([text], 'a file.txt', { type: 'text/plain' }));
  else dataTransfer.setData('text/plain', text);
  const event = kind => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
  return [element.dispatchEvent(event('dragover')), element.dispatchEvent(event('drop'))];
}, { text, file });

test('a token that is pasted outside of every box is the token', async ({ page }) => {
  await open(page);
  const token = await signed('ES256');
  expect(await paste(page, 'body', token)).toBe(false);
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue('');
});

for (const [name, key] of Object.entries({
  'a PEM': pair('ES256').spki,
  'a private PEM': pair('ES256').pkcs8,
  'a JWK': JSON.stringify(pair('ES256').jwk),
  'a set of keys': JSON.stringify({ keys: [pair('ES256').jwk] }),
})) {
  test(`${name} that is pasted outside of every box is the key`, async ({ page }) => {
    await open(page);
    const token = await signed('ES256');
    await paste(page, 'body', token);
    expect(await paste(page, 'body', key)).toBe(false);
    // A box has its lines end in LF.
    await expect(box(page, 'key')).toHaveValue(key);
    await expect(box(page, 'token')).toHaveValue(token);
    await expectVerdict(page, VERIFIED);
  });
}

test('with the real clipboard and keys, too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const token = await signed('ES256');
  for (const text of [token, pair('ES256').spki]) {
    await page.evaluate(text => navigator.clipboard.writeText(text), text);
    await page.keyboard.press('Control+v');
  }
  await expectVerdict(page, VERIFIED);
});

test('what is pasted into a box that is not for tokens stays the browser\'s business', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('ES256') });
  expect(await paste(page, '#key', keyText('ES256'))).toBe(true);
  expect(await paste(page, '#payload-json', await signed('ES256'))).toBe(true);
});

test('a whole token pasted in the middle of another replaces it; a piece of one does not', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const [before, after] = [await signed('HS256'), await signed('ES256')];
  await enter(page, { token: before, key: keyText('ES256') });
  const pasteInTheMiddle = async text => {
    await page.evaluate(text => navigator.clipboard.writeText(text), text);
    await box(page, 'token').evaluate(element => {
      element.focus();
      element.setSelectionRange(10, 10);
    });
    await page.keyboard.press('Control+v');
  };
  await pasteInTheMiddle(after);
  await expect(box(page, 'token')).toHaveValue(after);
  await expectVerdict(page, VERIFIED);
  await pasteInTheMiddle('abcd');
  await expect(box(page, 'token')).toHaveValue(`${after.slice(0, 10)}abcd${after.slice(10)}`);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(before);
});

for (const file of [false, true]) {
  const what = file ? 'a file' : 'text';
  test(`${what} that is dropped on the page goes where it belongs`, async ({ page }) => {
    await open(page);
    const token = await signed('ES256');
    // The browser may neither refuse it nor open it in place of the page.
    expect(await drop(page, '.panel.time', token, { file })).toEqual([false, false]);
    await expect(box(page, 'token')).toHaveValue(token);
    expect(await drop(page, '#verdict .strip', pair('ES256').spki, { file })).toEqual([false, false]);
    await expectVerdict(page, VERIFIED);
  });

  test(`${what} that is dropped on the key is the key, whatever it is`, async ({ page }) => {
    await open(page);
    await drop(page, '.panel.key h2', 'some secret', { file });
    await expect(box(page, 'key')).toHaveValue('some secret');
    await expect(box(page, 'token')).toHaveValue('');
  });
}

test('a file dropped on a box is read too, and dragged text is left to the browser', async ({ page }) => {
  await open(page);
  const token = await signed('ES256');
  expect(await drop(page, '#token', token)).toEqual([true, true]);
  await expect(box(page, 'token')).toHaveValue('');
  expect(await drop(page, '#token', token, { file: true })).toEqual([false, false]);
  await expect(box(page, 'token')).toHaveValue(token);
  await drop(page, '#key', keyText('ES256'), { file: true });
  await expectVerdict(page, VERIFIED);
});

test('a file that is no text does no harm', async ({ page }) => {
  await open(page);
  await drop(page, '.panel.token h2', '\0\x01\x02'.repeat(1000), { file: true });
  // There is no token in it, so it goes into the box only if that is asked for.
  const putIn = page.getByRole('button', { name: 'Put it into the token box' });
  await expect(putIn).toBeVisible();
  await expect(box(page, 'token')).toHaveValue('');
  await putIn.click();
  await expectVerdict(page, { verdict: 'rejected' });
  await enter(page, { token: await signed('HS256'), key: keyText('HS256') });
  await expectVerdict(page, VERIFIED);
});

test('both boxes are cleared at a click, and undo brings back what was there', async ({ page }) => {
  await open(page);
  const [token, key] = [await signed('HS256'), keyText('HS256')];
  await enter(page, { token, key });
  await page.getByRole('button', { name: 'Clear the key' }).click();
  await expect(box(page, 'key')).toHaveValue('');
  await expect(box(page, 'token')).toHaveValue(token);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(box(page, 'token')).toHaveValue('');
  await expectVerdict(page, { verdict: 'empty' });
  await page.keyboard.press('Control+z');
  await expect(box(page, 'token')).toHaveValue(token);
  await page.keyboard.press('Control+z');
  await expect(box(page, 'key')).toHaveValue(key);
  await expectVerdict(page, VERIFIED);
});
