// The page stays where it is: nothing jumps when the verdict turns, and what matters is in view.
import { test, expect, box, edit, enter, expectVerdict, load, open, overflowing, visit } from './page.mjs';
import { EXPIRED, NOW, SECRET, keyText, signed, tampered } from './tokens.mjs';

const STATES = {
  empty: ['empty', async () => ({})],
  verified: ['verified', async () => ({ token: await signed('HS256'), key: SECRET })],
  'verified by RSA': ['verified', async () => ({ token: await signed('RS256'), key: keyText('RS256') })],
  tampered: ['rejected', async () => ({ token: tampered(await signed('HS256')), key: SECRET })],
  expired: ['rejected', async () => ({ token: await signed('HS256', EXPIRED), key: SECRET })],
  unverified: ['unverified', async () => ({ token: await signed('HS256') })],
};

/** Where panels begin, in the document: what is above them has changed its height if that changes. */
const tops = page => page.evaluate(() => Object.fromEntries(['.panel.token', '.panel.header'].map(selector => {
  const { top } = document.querySelector(selector).getBoundingClientRect();
  return [selector, Math.round(top + scrollY)];
})));

for (const width of [1440, 390]) {
  test(`the verdict keeps its height whatever it says, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const heights = {};
    for (const [name, [verdict, texts]] of Object.entries(STATES)) {
      await enter(page, { token: '', key: '', ...await texts() });
      await expectVerdict(page, { verdict });
      heights[name] = (await tops(page))['.panel.token'];
    }
    expect(heights).toEqual(Object.fromEntries(Object.keys(STATES).map(name => [name, heights.empty])));
  });

  test(`an edit, its undoing and its signing move nothing, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit(page);
    const places = () => page.evaluate(() => Object.fromEntries(['token', 'key', 'time', 'header', 'payload'].map(name => {
      const { top, height } = document.querySelector(`.panel.${name}`).getBoundingClientRect();
      return [name, [Math.round(top + scrollY), Math.round(height)]];
    })));
    const before = await places();
    await edit(page, 'payload-json', '"user"', '"root"');
    await expectVerdict(page, { signature: 'fail signature.mismatch' });
    expect.soft(await places(), 'edited').toEqual(before);
    await page.getByRole('button', { name: 'Restore the original' }).click();
    await expectVerdict(page, { verdict: 'verified' });
    expect.soft(await places(), 'restored').toEqual(before);
    await edit(page, 'payload-json', '"user"', '"root"');
    await page.getByRole('button', { name: 'Sign again with this key' }).click();
    await expectVerdict(page, { verdict: 'verified' });
    expect.soft(await places(), 'signed').toEqual(before);
  });
}

test('the sentence and the checks stay in view on a phone, wherever the page is scrolled to', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page);
  for (const id of ['key', 'payload-json']) {
    await box(page, id).scrollIntoViewIfNeeded();
    await expect(page.locator('.strip')).toBeInViewport({ ratio: 1 });
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('.strip')).toBeInViewport({ ratio: 1 });
  // While a value is edited at the bottom, its verdict is seen to turn.
  await edit(page, 'payload-json', '"user"', '"root"');
  await expectVerdict(page, { verdict: 'rejected' });
  await expect(page.locator('.strip')).toBeInViewport({ ratio: 1 });
  expect((await page.locator('.strip').boundingBox()).height).toBeLessThan(844 / 4);
});

test('what has the focus is not under the strip that stays in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await box(page, 'payload-json').focus();
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('Shift+Tab');
    const covered = await page.evaluate(() => {
      const element = document.activeElement;
      if (element.closest('header.top') || element === document.body) return '';
      const strip = document.querySelector('.strip').getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > strip.top && bottom <= strip.bottom + 1 && top < strip.bottom ? element.id || element.textContent : '';
    });
    expect(covered).toBe('');
  }
});

test('nothing is wider than the page, from a wide screen to the smallest phone', async ({ page }) => {
  await visit(page);
  for (const width of [1440, 1180, 1024, 861, 860, 768, 481, 390, 360, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await overflowing(page), String(width)).toBe('');
  }
});

test('an open menu does not widen the smallest phone, and stays within it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page);
  for (const id of ['examples', 'generate', 'copy-key']) {
    await page.locator(`summary#${id}`).click();
    expect.soft(await overflowing(page), id).toBe('');
    const { x, width } = await page.locator(`summary#${id} + ul`).boundingBox();
    expect.soft(Math.round(x), id).toBeGreaterThanOrEqual(0);
    expect.soft(Math.round(x + width), id).toBeLessThanOrEqual(320);
    await page.keyboard.press('Escape');
  }
});

test('all of it is seen at once on a laptop: verdict, token, key, time, header and payload', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const visitor of [
    () => visit(page),
    async () => {
      await page.clock.setFixedTime(NOW * 1000);
      await load(page, `#token=${await signed('HS256')}`);
      await enter(page, { key: SECRET });
    },
  ]) {
    await visitor();
    await expectVerdict(page, { verdict: 'verified' });
    for (const place of ['.verdict', '.panel.token', '.panel.key', '.panel.time', '.panel.header', '.panel.payload']) {
      const { y, height } = await page.locator(place).boundingBox();
      expect.soft(Math.round(y + height), place).toBeLessThanOrEqual(900);
    }
    await page.goto('about:blank');
  }
});

test('a coloured copy lies exactly under its text', async ({ page }) => {
  await visit(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const panel of ['token', 'header', 'payload']) {
      const [box, paint] = await Promise.all(['textarea', '.paint'].map(part => page.locator(`.panel.${panel} .field > ${part}`).evaluate(element => {
        const { x, y, width } = element.getBoundingClientRect();
        const { font, lineHeight, letterSpacing, padding, whiteSpace, wordBreak, overflowWrap, tabSize } = getComputedStyle(element);
        return { x, y, width, height: element.scrollHeight, font, lineHeight, letterSpacing, padding, whiteSpace, wordBreak, overflowWrap, tabSize };
      })));
      expect(paint, `${panel}, ${width}`).toEqual(box);
    }
  }
});

test('a text longer than its box is scrolled together with its colours, down to its end', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256', { words: Array.from({ length: 150 }, (_, index) => `word ${index}`) }) });
  for (const panel of ['token', 'payload']) {
    const field = page.locator(`.panel.${panel} .field`);
    const text = field.locator('textarea');
    await text.focus();
    await page.keyboard.press('Control+End');
    // All that is hidden is to be reached by scrolling the field, and the copy has moved as far as the text.
    const [hidden, inText, inCopy] = await field.evaluate(field => [field, field.querySelector('textarea'), field.querySelector('.paint')]
      .map((element, index) => index === 0 ? element.scrollHeight - element.clientHeight : element.scrollHeight - element.clientHeight - element.scrollTop));
    expect.soft(hidden, panel).toBeGreaterThan(0);
    expect.soft(inText, `${panel}, text`).toBeLessThanOrEqual(1);
    expect.soft(inCopy, `${panel}, copy`).toBeLessThanOrEqual(1);
  }
});

test('a click sets the caret where it is seen: the coloured copy is in nobody\'s way', async ({ page }) => {
  await visit(page);
  for (const panel of ['token', 'header', 'payload']) {
    const text = page.locator(`.panel.${panel} textarea`);
    const { x, y } = await page.locator(`.panel.${panel} .paint > span`).nth(2).boundingBox();
    await page.mouse.click(x + 4, y + 8);
    await expect.soft(text, panel).toBeFocused();
    const at = await page.evaluate(([x, y]) => document.elementFromPoint(x, y).localName, [x + 4, y + 8]);
    expect.soft(at, panel).toBe('textarea');
  }
});

test('a choice shows all of what is chosen', async ({ page }) => {
  await visit(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const id of ['algorithm', 'skew']) {
      const [text, room] = await page.locator(`#${id}`).evaluate(select => {
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
        const context = document.createElement('canvas').getContext('2d');
        context.font = font;
        // The arrow takes about as much as the text is high.
        const arrow = parseFloat(getComputedStyle(select).fontSize);
        const room = select.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - arrow;
        return [context.measureText(select.selectedOptions[0].text).width, room];
      });
      expect(text, `${id} at ${width}`).toBeLessThanOrEqual(room);
    }
  }
});

test('where nothing came of copying the key yet, nothing is shown of it', async ({ page }) => {
  await visit(page);
  const { width } = await page.locator('.panel.key .tools [role="status"]').first().boundingBox();
  expect(width).toBe(0);
});
