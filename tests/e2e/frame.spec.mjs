// The frame of the page: its face, the count of requests, the help, the keys, paper.
import AxeBuilder from '@axe-core/playwright';
import { test, unguarded, expect, box, enter, expectVerdict, load, open, verdictWords } from './page.mjs';
import { SECRET, keyText, signed } from './tokens.mjs';

const pill = page => page.getByRole('button', { name: /since load/ });
const helpButton = page => page.getByRole('button', { name: 'Help', exact: true });
const help = page => page.getByRole('dialog', { name: 'What leaves this page: nothing' });
const share = page => page.getByRole('dialog', { name: 'Share a link' });
const singleKeys = page => help(page).getByRole('checkbox', { name: /^Single-key shortcuts/ });

test('tokens are shown in the face that the page brings along', async ({ page }) => {
  const requests = [];
  page.on('request', request => requests.push(request.url()));
  await open(page, `#token=${await signed('HS256')}`);
  expect(requests.filter(url => url.endsWith('.woff2'))).toHaveLength(1);
  expect(await page.evaluate(() => [...document.fonts].map(face => face.status))).toEqual(['loaded']);
  expect(await box(page, 'token').evaluate(box => getComputedStyle(box).fontFamily)).toMatch(/^"JetBrains Mono"/);
});

test('characters that are easily mistaken differ, and none are joined', async ({ page }) => {
  await open(page);
  const [alike, widths] = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 60 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.font = '40px "JetBrains Mono"';
    const picture = text => {
      context.clearRect(0, 0, 80, 60);
      context.fillText(text, 5, 45);
      return context.getImageData(0, 0, 80, 60).data.join();
    };
    const groups = ['0O', '1lI|', '-_', '.,', "'`", '5S', '2Z', '8B'];
    const alike = groups.filter(group => new Set([...group].map(picture)).size < group.length);
    return [alike, ['!=', '==', '->', '{}', 'ij'].map(text => context.measureText(text).width)];
  });
  expect(alike).toEqual([]);
  expect(new Set(widths).size).toBe(1);
});

test('there is no request after load, and the page says so', async ({ page }) => {
  await open(page);
  const requests = [];
  page.on('request', request => /^(blob|data):/.test(request.url()) || requests.push(request.url()));
  await enter(page, { token: await signed('RS256'), key: keyText('RS256') });
  await expectVerdict(page, { verdict: 'verified' });
  await expect(pill(page)).toHaveText('0 requests since load — your token stays here');
  expect(requests).toEqual([]);
});

for (const [what, attempt] of Object.entries({
  'of its own origin': () => fetch('./index.html').catch(() => {}),
  'of another origin': () => fetch('https://example.com/').catch(() => {}),
  'for an image': () => { new Image().src = 'https://example.com/?secret'; },
})) {
  unguarded(`a request ${what} that the policy stops is counted, once`, async ({ page }) => {
    await load(page);
    await page.evaluate(attempt);
    await expect(pill(page)).toHaveText('0 requests since load, 1 blocked');
    await page.evaluate(attempt);
    await expect(pill(page)).toHaveText('0 requests since load, 2 blocked');
  });
}

unguarded('a style that the policy stops is no request', async ({ page }) => {
  await load(page);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">');
    return fetch('./index.html').catch(() => {});
  });
  await expect(pill(page)).toHaveText('0 requests since load, 1 blocked');
});

unguarded('a request that gets past the policy is counted', async ({ page }) => {
  await page.route('./', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv[^>]*>/, '') });
  });
  // The page without its policies: the second is taken back as it is set.
  await page.addInitScript(() => {
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      return set.call(this, name, name === 'content' && value.includes('default-src') ? '' : value);
    };
  });
  await page.goto('./');
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
  await page.evaluate(() => fetch('./index.html'));
  await expect(pill(page)).toHaveText('1 request since load');
});

test('the count opens the help', async ({ page }) => {
  await open(page);
  await pill(page).click();
  await expect(help(page)).toBeVisible();
});

test('the help says what leaves the page, how to check it, what is kept and what a link holds', async ({ page }) => {
  await open(page);
  await helpButton(page).click();
  for (const name of ['What happens to what you paste', 'How to check that', 'What is kept', 'What a link may hold', 'Keyboard shortcuts']) {
    await expect(help(page).getByRole('heading', { name })).toBeVisible();
  }
  for (const words of ['network panel', 'Go offline', 'Content-Security-Policy', 'Ctrl+Shift+Z']) {
    await expect(help(page)).toContainText(words);
  }
});

test('dialogs open and close by keyboard, and the focus comes back', async ({ page }) => {
  await open(page);
  for (const [name, dialog] of [['Help', help], ['Share', share]]) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Close' }).press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test('single keys go to every box, and are not typed into it', async ({ page }) => {
  await open(page);
  for (const [key, id] of [['t', 'token'], ['k', 'key'], ['h', 'header-json'], ['p', 'payload-json']]) {
    await helpButton(page).focus();
    await page.keyboard.press(key);
    await expect(box(page, id)).toBeFocused();
    await expect(box(page, id)).toHaveValue('');
  }
});

test('single keys open the help and the sharing, and turn the colours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('s');
  await expect(share(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(share(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
});

test('the token is copied with a single key', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.keyboard.press('c');
  await expect(page.getByText('There is no token to copy.')).toBeVisible();
  const token = await signed('HS256');
  await enter(page, { token });
  await helpButton(page).focus();
  await page.keyboard.press('c');
  await expect(page.getByText('Token copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
});

test('in text fields keys are text, and with others held they are the browser\'s', async ({ page }) => {
  await open(page);
  await box(page, 'token').focus();
  await page.keyboard.type('tkhpcsel?');
  await expect(box(page, 'token')).toHaveValue('tkhpcsel?');
  await page.getByRole('combobox', { name: 'Required algorithm' }).focus();
  await page.keyboard.press('s');
  await helpButton(page).focus();
  for (const held of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${held}+s`);
  await expect(share(page)).toBeHidden();
});

test('single keys can be turned off, which is not kept', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await singleKeys(page).press('Space');
  await expect(singleKeys(page)).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await expect(box(page, 'token')).not.toBeFocused();
  await expect(help(page)).toBeHidden();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.reload();
  await expect(box(page, 'token')).toBeVisible();
  await page.keyboard.press('t');
  await expect(box(page, 'token')).toBeFocused();
});

test('axe finds nothing with a dialog open, and nothing is wider than the page', async ({ page }) => {
  test.slow();
  await open(page, `#token=${await signed('ES256')}&alg=ES256&now=1800000100`);
  await enter(page, { key: keyText('ES256') });
  for (const [key, dialog] of [['?', help], ['s', share]]) {
    await helpButton(page).focus();
    await page.keyboard.press(key);
    for (const [colorScheme, width] of [['light', 1440], ['dark', 1440], ['dark', 390], ['light', 320]]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 640 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target)}`), `${key} ${width}`).toEqual([]);
      const { left, right, top, bottom } = await dialog(page).evaluate(element => element.getBoundingClientRect().toJSON());
      expect(Math.min(left, top, width - right, 640 - bottom)).toBeGreaterThanOrEqual(0);
      expect(await dialog(page).evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0);
    }
    await page.keyboard.press('Escape');
  }
});

test('every button of the top bar can be hit, and has its name, on the smallest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const buttons = page.getByRole('banner').getByRole('button');
  await expect(buttons).toHaveCount(4);
  for (const button of await buttons.all()) {
    const { x, y, width, height } = await button.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(x + width).toBeLessThanOrEqual(320);
    expect(y + height).toBeLessThanOrEqual(60);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'JWT Inspector' })).toBeAttached();
  await expect(pill(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Theme: system' })).toBeVisible();
});

test('paper gets the token, its parts and the verdict in black on white, and never the key', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const token = await signed('HS256', { text: 'word '.repeat(400) });
  await enter(page, { token, key: SECRET });
  await expectVerdict(page, { verdict: 'verified' });
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(verdictWords(page)).toBeVisible();
  for (const id of ['token', 'header-json', 'payload-json']) {
    await expect(box(page, id)).toBeVisible();
    expect(await box(page, id).evaluate(box => box.scrollHeight - box.clientHeight), `${id} is whole`).toBeLessThanOrEqual(1);
  }
  await expect(box(page, 'key')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  const [ink, ground] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect([ink, ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('with the reader\'s own colours buttons keep their borders', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  for (const button of await page.getByRole('banner').getByRole('button').all()) {
    expect(await button.evaluate(button => parseFloat(getComputedStyle(button).borderTopWidth))).toBeGreaterThan(0);
  }
});
