// Travelling in time: "now" is moved along the token's times, and the verdict follows.
import AxeBuilder from '@axe-core/playwright';
import { test, expect, enter, expectVerdict, load, open } from './page.mjs';
import { NOW, SECRET, byHand, hmac, signed } from './tokens.mjs';

const HOUR = 3600;

const token = claims => byHand({ alg: 'HS256' }, claims, hmac);

/** An hour from `NOW` - 8 minutes on. */
const AN_HOUR = { iat: NOW - 480, exp: NOW + 52 * 60 };

const now = page => page.getByRole('slider', { name: 'Now' });
const marks = page => page.getByRole('list', { name: 'Times of the token' }).getByRole('listitem');
const realClock = page => page.getByRole('button', { name: 'Use the real clock' });
const tolerance = page => page.getByLabel('Clock tolerance');
const panel = page => page.locator('section', { has: now(page) });

async function at(page, claims) {
  await open(page);
  await enter(page, { token: token(claims), key: SECRET });
}

async function press(page, key, times) {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

/** Where an element's middle is, across. */
async function middle(locator) {
  const { x, width } = await locator.boundingBox();
  return x + width / 2;
}

test('the token\'s times are marked, and told to those who listen', async ({ page }) => {
  await at(page, { ...AN_HOUR, nbf: AN_HOUR.iat });
  await expect(marks(page)).toHaveText([
    /^iat, nbf · 07:52.*iat, issued: 15 Jan 2027, 07:52:00 UTC, 8 minutes ago; nbf, valid from: 15 Jan 2027, 07:52:00 UTC, 8 minutes ago$/,
    /^exp · 08:52.*exp, expires: 15 Jan 2027, 08:52:00 UTC, in 52 minutes$/,
  ]);
  await expect(now(page)).toHaveAttribute('aria-valuetext', '15 Jan 2027, 08:00 UTC, the real clock, 52 minutes before it expires');
  await expect(panel(page)).toContainText('15 Jan 2027, 08:00:00 UTC, the real clock');
  await expect(panel(page)).toContainText('Now is 52 minutes before it expires.');
  await expect(realClock(page)).toBeDisabled();
});

test('by keyboard, now moves until the token has expired, and back', async ({ page }) => {
  await at(page, AN_HOUR);
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await now(page).focus();
  await press(page, 'ArrowRight', 51);
  await expect(now(page)).toHaveAttribute('aria-valuetext', '15 Jan 2027, 08:51:00 UTC, 1 minute before it expires');
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(panel(page)).toContainText('chosen by hand');
  await press(page, 'ArrowUp', 1);
  await expectVerdict(page, { verdict: 'rejected', signature: 'pass signature.verified', time: 'fail time.expired' });
  await press(page, 'Shift+ArrowLeft', 1);
  await expect(panel(page)).toContainText('Now is 1 second before it expires.');
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await page.keyboard.press('Home');
  await expectVerdict(page, { time: 'warn time.issued-in-future' });
  await page.keyboard.press('ArrowDown');
  await expect(panel(page)).toContainText('Now is 9 minutes 28 seconds before it is issued.');
  await page.keyboard.press('End');
  await expectVerdict(page, { time: 'fail time.expired' });
});

test('by mouse, now is dragged past the end and let go there', async ({ page }) => {
  await at(page, AN_HOUR);
  await now(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await now(page).boundingBox();
  const across = part => x + 12 + (width - 24) * part;
  await page.mouse.move(across(0.2215), y + height / 2);
  await page.mouse.down();
  for (const part of [0.4, 0.6, 0.8, 0.875]) await page.mouse.move(across(part), y + height / 2);
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await page.mouse.move(across(0.885), y + height / 2);
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.expired' });
  await page.mouse.up();
  await expect(panel(page)).toContainText('chosen by hand');
  // What is drawn is where the mouse let go, and where the time says.
  expect(Number(await now(page).inputValue())).toBeGreaterThan(880);
  expect(Number(await now(page).inputValue())).toBeLessThan(890);
});

test('the real clock is one press away, and runs on', async ({ page }) => {
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await load(page);
  await page.clock.pauseAt(NOW * 1000);
  await enter(page, { token: token(AN_HOUR), key: SECRET });
  await now(page).focus();
  await page.keyboard.press('End');
  await page.clock.runFor(5000);
  await expectVerdict(page, { time: 'fail time.expired' });
  await realClock(page).focus();
  await page.keyboard.press('Enter');
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(panel(page)).toContainText('15 Jan 2027, 08:00:05 UTC, the real clock');
  await expect(realClock(page)).toBeDisabled();
  await expect(now(page)).toBeFocused();
  await page.clock.runFor(1000);
  await expect(panel(page)).toContainText('08:00:06 UTC, the real clock');
});

test('a clock frozen by the link becomes one\'s own when it is moved', async ({ page }) => {
  await page.clock.setFixedTime(NOW * 1000);
  await load(page, `#now=${NOW + 600}&token=${token(AN_HOUR)}`);
  await expect(panel(page)).toContainText('Clock frozen by the link at 15 Jan 2027, 08:10:00 UTC');
  await now(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel(page)).toContainText('15 Jan 2027, 08:11:00 UTC, chosen by hand');
  await expect(page.getByText('The clock stands where the link set it.')).toBeHidden();
});

test('beyond the axis it says how far, and the way back begins at its end', async ({ page }) => {
  await at(page, { iat: NOW - 3 * 31_557_600 - HOUR, exp: NOW - 3 * 31_557_600 - 600 });
  await expect(panel(page)).toContainText('Now is 3 years after what is drawn here ends.');
  await expect(now(page)).toHaveAttribute('aria-valuetext', /3 years after it expired$/);
  await expect(now(page)).toHaveValue('1000');
  await now(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(panel(page)).toContainText(/Now is 6 minutes \d+ seconds after it expired\./);
  await enter(page, { token: token({ iat: NOW + 4 * 86_400, exp: NOW + 4 * 86_400 + HOUR }) });
  await realClock(page).click();
  await expect(panel(page)).toContainText('Now is 3 days 23 hours before what is drawn here begins.');
  await expect(now(page)).toHaveValue('0');
});

test('the tolerance is seen and said', async ({ page }) => {
  await at(page, { iat: NOW - HOUR, exp: NOW - 20 });
  await expect(panel(page)).toContainText('Now is 20 seconds after it expired.');
  await expectVerdict(page, { time: 'fail time.expired' });
  await tolerance(page).selectOption('30 seconds');
  await expect(panel(page)).toContainText('Now is 20 seconds after it expired, within the clock tolerance.');
  await expectVerdict(page, { time: 'pass time.in-time' });
});

test('the axis stands still while the clock runs', async ({ page }) => {
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await load(page);
  await page.clock.pauseAt(NOW * 1000);
  await enter(page, { token: token(AN_HOUR), key: SECRET });
  const [before, thumb] = [await middle(marks(page).last()), await now(page).inputValue()];
  await page.clock.runFor(60_000);
  expect(await middle(marks(page).last())).toBe(before);
  expect(Number(await now(page).inputValue())).toBeGreaterThan(Number(thumb));
});

test('those who listen are not told the time every second', async ({ page }) => {
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await load(page);
  await page.clock.pauseAt(NOW * 1000);
  await enter(page, { token: token({ iat: NOW - HOUR, exp: NOW + 59 }), key: SECRET });
  const said = await now(page).getAttribute('aria-valuetext');
  await page.clock.runFor(50_000);
  await expect(now(page)).toHaveAttribute('aria-valuetext', said);
});

test('a token without times says so, and nothing of one that was there is left', async ({ page }) => {
  await at(page, AN_HOUR);
  await expect(marks(page)).toHaveCount(2);
  await enter(page, { token: token({ sub: 'alice' }) });
  await expect(panel(page)).toContainText('The token names no time');
  await expect(marks(page)).toHaveCount(0);
  await enter(page, { token: token({ exp: `${NOW}` }) });
  await expect(panel(page)).toContainText('A time in it is no number');
  await enter(page, { token: '' });
  await expect(panel(page)).toContainText('There are no claims');
});

for (const width of [1440, 390, 320]) {
  test(`nothing moves at ${width} px, whatever the token and the clock`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, `#now=${NOW}`);
    const { height } = await panel(page).boundingBox();
    for (const claims of [
      AN_HOUR,
      { ...AN_HOUR, nbf: NOW },
      { iat: NOW, nbf: NOW, exp: NOW + 900 * 86_400 },
      { nbf: NOW + 60, exp: NOW - 60 },
      { iat: 0, exp: 1 },
      { iat: -1, nbf: NOW, exp: NOW * 1000 },
      { exp: 'soon' },
      {},
    ]) {
      await enter(page, { token: token(claims) });
      for (const key of ['Home', 'ArrowRight', 'End']) {
        await now(page).press(key);
        expect((await panel(page).boundingBox()).height, JSON.stringify(claims)).toBe(height);
      }
      await realClock(page).click();
      expect((await panel(page).boundingBox()).height, JSON.stringify(claims)).toBe(height);
      expect(await collisions(page), JSON.stringify(claims)).toEqual([]);
    }
  });
}

/** Labels that lie on one another, or reach out of the panel. */
function collisions(page) {
  return panel(page).evaluate(panel => {
    const inside = panel.getBoundingClientRect();
    const labels = [...panel.querySelectorAll('.label')].filter(label => label.checkVisibility());
    const boxes = labels.map(label => ({ text: label.textContent, box: label.getBoundingClientRect() }));
    const outside = boxes.filter(({ box }) => box.left < inside.left || box.right > inside.right);
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => !apart(a.box, b.box)).map(b => `${a.text} / ${b.text}`));
    return [...outside.map(({ text }) => text), ...pairs];
  });
}

test('the thumb is a target of 24 px, and stands over the time it means', async ({ page }) => {
  await at(page, { iat: NOW, exp: NOW + HOUR });
  const { width, height } = await now(page).boundingBox();
  expect(height).toBeGreaterThanOrEqual(24);
  const thumb = (await now(page).boundingBox()).x + 12 + (width - 24) * Number(await now(page).inputValue()) / 1000;
  expect(Math.abs(thumb - await middle(marks(page).first()))).toBeLessThan(1);
});

for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
  test(`axe finds nothing with the clock moved, ${Object.values(look)}`, async ({ page }) => {
    await page.emulateMedia(look);
    await open(page, `#token=${await signed('HS256')}`);
    await now(page).focus();
    await page.keyboard.press('ArrowRight');
    await tolerance(page).selectOption('5 minutes');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
  });
}
