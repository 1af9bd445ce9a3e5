// The colours: the system's unless others were chosen, kept only then, and right from the first paint.
import { test, expect, open } from './page.mjs';

const button = page => page.getByRole('button', { name: /^Theme: / });

const ground = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const kept = page => page.evaluate(() => ({ ...localStorage }));

/** The colour of the browser's own frame that holds now. */
const frameColour = page => page.evaluate(() => {
  const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
  return metas.filter(meta => matchMedia(meta.media).matches).map(meta => meta.content);
});

const LIGHT = 'rgb(246, 246, 244)';
const DARK = 'rgb(19, 19, 22)';

test('follows the system, and keeps nothing', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await expect(button(page)).toHaveAccessibleName('Theme: system');
  expect(await ground(page)).toBe(LIGHT);
  expect(await frameColour(page)).toEqual(['#fff']);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(page)).toBe(DARK);
  expect(await frameColour(page)).toEqual(['#1b1b20']);
  expect(await kept(page)).toEqual({});
});

test('light and dark are kept, and the system is not', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: light');
  expect(await ground(page)).toBe(LIGHT);
  expect(await frameColour(page)).toEqual(['#fff']);
  expect(Object.values(await kept(page))).toEqual(['light']);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  expect(Object.values(await kept(page))).toEqual(['dark']);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: system');
  expect(await kept(page)).toEqual({});
});

test('a theme that was chosen is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await page.keyboard.press('l');
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  // Without its program the page has nothing but index.html and its style.
  await page.route('**/*.wasm', () => {});
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByText('Loading.')).toBeVisible();
  // The style holds painting up, but not the reading of colours.
  await expect.poll(() => ground(page)).toBe(DARK);
  expect(await frameColour(page)).toEqual(['#1b1b20']);
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
});

test('the button says what was kept when the page is opened again', async ({ page }) => {
  await open(page);
  await button(page).click();
  await page.reload();
  await expect(button(page)).toHaveAccessibleName('Theme: light');
});

test('the page works where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await button(page).click();
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  expect(await ground(page)).toBe(DARK);
});

test('what somebody else kept there is no theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('jwt-inspector.theme', '"><b>'));
  await open(page);
  await expect(button(page)).toHaveAccessibleName('Theme: system');
});
