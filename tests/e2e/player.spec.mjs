// The player of simulations, by mouse and by keyboard alone. Time stands still, unless a test lets it pass.
import { test, expect, policies } from './page.mjs';
import { Keyboard, Mouse } from './hands.mjs';

/** How long a moment is shown at speed 1, in milliseconds. */
const PACE = 1600;

const stage = page => page.getByRole('region', { name: 'Stage' });
const player = page => stage(page).getByRole('group', { name: 'Player' });
const button = (page, name) => stage(page).getByRole('button', { name, exact: true });
const log = page => page.getByRole('log', { name: 'What happened' });
const lines = page => log(page).getByRole('listitem');

/** The simulation of sticky sessions, in which two requests were sent, at its first moment. */
async function simulation(page, Hand) {
  await page.clock.install({ time: 0 });
  await page.goto('./#/learn/sessions/2');
  await expect(policies(page)).toHaveCount(2);
  await expect(page.locator('#place-title')).toBeFocused();
  await page.clock.pauseAt(3_600_000);
  const hand = new Hand(page);
  for (const event of ['Send a request', 'Kill a server', 'Send a request']) await hand.press(button(page, event));
  await hand.press(button(page, 'To the start'));
  await expectMoment(page, 1);
  return hand;
}

async function expectMoment(page, at, of = '\\d+') {
  await expect(player(page)).toContainText(new RegExp(`×${at} of ${of}$`));
  await expect(lines(page)).toHaveCount(at);
}

/** All that a moment shows: who has what, what travels, what happened so far, and what it came to. */
const shown = page => stage(page).evaluate(stage => ['.scene', '.log', '.table'].map(part => stage.querySelector(part).outerHTML));

for (const [how, Hand] of Object.entries({ 'by mouse': Mouse, 'by keyboard alone': Keyboard })) {
  test(`one on, one back, and back is exact: ${how}`, async ({ page }) => {
    const hand = await simulation(page, Hand);
    const moments = [await shown(page)];
    for (let at = 2; at <= 6; at++) {
      await hand.press(button(page, 'One on'));
      await expectMoment(page, at);
      moments.push(await shown(page));
    }
    expect(new Set(moments.map(String)).size).toBe(6);
    for (let at = 5; at >= 1; at--) {
      await hand.press(button(page, 'One back'));
      await expectMoment(page, at);
      expect(await shown(page)).toEqual(moments[at - 1]);
    }
  });

  test(`play goes on by itself, pause holds it, and it ends at the last moment: ${how}`, async ({ page }) => {
    const hand = await simulation(page, Hand);
    await hand.press(button(page, 'Play'));
    await page.clock.runFor(PACE - 1);
    await expectMoment(page, 1);
    await page.clock.runFor(1);
    await expectMoment(page, 2);
    await page.clock.runFor(2 * PACE);
    await expectMoment(page, 4);
    await hand.press(button(page, 'Pause'));
    await page.clock.runFor(10 * PACE);
    await expectMoment(page, 4);
    await hand.press(button(page, 'Play'));
    await page.clock.runFor(50 * PACE);
    const last = await lines(page).count();
    await expectMoment(page, last, last);
    await hand.press(button(page, 'Play'));
    await expectMoment(page, 1, last);
    await page.clock.runFor(PACE);
    await expectMoment(page, 2, last);
  });

  test(`four speeds, and a step by hand pauses: ${how}`, async ({ page }) => {
    const hand = await simulation(page, Hand);
    for (const speed of [1, 2, 3]) await hand.press(button(page, `Speed ${speed}×`));
    await hand.press(button(page, 'Play'));
    await page.clock.runFor(PACE);
    await expectMoment(page, 5);
    await hand.press(button(page, 'One back'));
    await page.clock.runFor(10 * PACE);
    await expectMoment(page, 4);
    await hand.press(button(page, 'Speed 4×'));
    await expect(button(page, 'Speed 1×')).toBeVisible();
  });

  test(`at its ends the player keeps the focus, and leads no further: ${how}`, async ({ page }) => {
    const hand = await simulation(page, Hand);
    await expect(button(page, 'To the start')).toBeFocused();
    await expect(button(page, 'One back')).toHaveAttribute('aria-disabled', 'true');
    await hand.press(button(page, 'Play'));
    await page.clock.runFor(50 * PACE);
    const last = await lines(page).count();
    await hand.press(button(page, 'One back'));
    await hand.press(button(page, 'One on'));
    await expect(button(page, 'One on')).toBeFocused();
    await expect(button(page, 'One on')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await expectMoment(page, last, last);
  });
}

test('to a screen reader the log is a log, to which lines are added', async ({ page }) => {
  const hand = await simulation(page, Mouse);
  await hand.press(button(page, 'One on'));
  const [first, second] = await lines(page).elementHandles();
  await hand.press(button(page, 'One on'));
  await expect(lines(page)).toHaveCount(3);
  expect(await page.evaluate(kept => kept.map(line => line.isConnected), [first, second])).toEqual([true, true]);
  await expect(log(page)).not.toHaveAttribute('aria-live');
  await expect(lines(page)).toHaveText(['You have not signed in yet.', 'You sign in at Server A.', /^Server A keeps a new session/]);
});

test('the newest line of the log is on the screen, and the others can be scrolled to by keyboard', async ({ page }) => {
  const hand = await simulation(page, Keyboard);
  await hand.press(button(page, 'Play'));
  await page.clock.runFor(50 * PACE);
  await expect(lines(page).last()).toBeInViewport();
  await expect(lines(page).first()).not.toBeInViewport();
  await hand.reach(log(page));
  await page.keyboard.press('Home');
  await page.clock.runFor(1000);
  await expect(lines(page).first()).toBeInViewport();
});

for (const place of ['oidc/3', 'revoke/4', 'sessions/2']) {
  test(`the player stays under the pointer, whatever it shows: ${place}`, async ({ page }) => {
    await page.goto(`./#/learn/${place}`);
    await expect(policies(page)).toHaveCount(2);
    const where = () => button(page, 'One on').boundingBox();
    const before = await where();
    await page.mouse.move(before.x + 10, before.y + 10);
    for (let at = 1; !await button(page, 'One on').evaluate(on => on.ariaDisabled === 'true'); at++) {
      expect(await where(), `moment ${at}`).toEqual(before);
      await page.mouse.down();
      await page.mouse.up();
      await expect(lines(page)).toHaveCount(at + 1);
    }
  });
}

test('leaving a step pauses it, and it stands where it stood', async ({ page }) => {
  const hand = await simulation(page, Mouse);
  await hand.press(button(page, 'Play'));
  await page.clock.runFor(PACE);
  await page.evaluate(() => { location.hash = '#/learn/sessions/3'; });
  await expect(page.locator('#place-title')).toHaveText('Nothing to look up');
  await page.clock.runFor(10 * PACE);
  await page.goBack();
  await expectMoment(page, 2);
  await expect(button(page, 'Play')).toBeVisible();
});

test('a message travels, and stands still where less motion is asked for', async ({ page }) => {
  const hand = await simulation(page, Mouse);
  await hand.press(button(page, 'One on'));
  const motion = () => stage(page).locator('.message span').evaluate(text => {
    const { animationName, animationDuration } = getComputedStyle(text);
    return { animationName, animationDuration };
  });
  expect(await motion()).toEqual({ animationName: expect.stringMatching(/^travel/), animationDuration: '0.28s' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect((await motion()).animationName).toBe('none');
});
