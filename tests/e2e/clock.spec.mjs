// Time passes while the page is open. The clock is the test's.
import { test, expect, box, check, enter, expectVerdict, load, spokenVerdict, verdictWords } from './page.mjs';
import { NOW, SECRET, byHand, hmac } from './tokens.mjs';

/** Opens the page with a token of these claims and its key, at `NOW`, on a clock that the test moves. */
async function at(page, claims) {
  await page.clock.install({ time: (NOW - 60) * 1000 });
  await load(page);
  await page.clock.pauseAt(NOW * 1000);
  await enter(page, { token: byHand({ alg: 'HS256' }, claims, hmac), key: SECRET });
}

/** Counts from now on how often something in an element changes. */
function watch(page, locator, name) {
  return locator.evaluate((element, name) => {
    window[name] = 0;
    const options = { attributes: true, characterData: true, childList: true, subtree: true };
    new MutationObserver(changes => { window[name] += changes.length; }).observe(element, options);
  }, name);
}

test('a token expires by itself, without its signature being looked at again', async ({ page }) => {
  await at(page, { exp: NOW + 3 });
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified', time: 'pass time.in-time' });
  await watch(page, check(page, 'signature'), 'signatureChanges');
  await watch(page, check(page, 'format'), 'formatChanges');
  await page.clock.runFor(2000);
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(check(page, 'time')).toContainText('1 s left');
  await page.clock.runFor(1000);
  await expectVerdict(page, { verdict: 'rejected', signature: 'pass signature.verified', time: 'fail time.expired' });
  await expect(verdictWords(page)).toContainText('the token has expired');
  expect(await page.evaluate(() => [window.signatureChanges, window.formatChanges])).toEqual([0, 0]);
});

test('a token becomes valid by itself', async ({ page }) => {
  await at(page, { nbf: NOW + 2, exp: NOW + 60 });
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.not-yet' });
  await page.clock.runFor(2000);
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
});

test('a page that slept knows at its next tick', async ({ page }) => {
  await at(page, { exp: NOW + 3600 });
  await expectVerdict(page, { verdict: 'verified' });
  await page.clock.fastForward('02:00:00');
  await page.clock.runFor(1000);
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.expired' });
  await expect(verdictWords(page)).toContainText('It expired 1 hour ago');
});

test('the tolerance holds for exp, for nbf and for iat', async ({ page }) => {
  const skew = page.getByLabel('Clock tolerance');
  for (const [claims, without, within] of [
    [{ exp: NOW - 29 }, 'fail time.expired', 'pass time.in-time'],
    [{ exp: NOW + 60, nbf: NOW + 30 }, 'fail time.not-yet', 'pass time.in-time'],
    [{ exp: NOW + 60, iat: NOW + 30 }, 'warn time.issued-in-future', 'pass time.in-time'],
    [{ exp: NOW - 30 }, 'fail time.expired', 'fail time.expired'],
  ]) {
    await load(page, `#now=${NOW}&token=${byHand({ alg: 'HS256' }, claims, hmac)}`);
    await skew.selectOption('none');
    await expectVerdict(page, { time: without });
    await skew.selectOption('30 seconds');
    await expectVerdict(page, { time: within });
    await skew.selectOption('5 minutes');
    await expectVerdict(page, { time: 'pass time.in-time' });
    await page.goto('about:blank');
  }
});

test('a token that is only in time by tolerance is not said to have time left', async ({ page }) => {
  await load(page, `#now=${NOW}&token=${byHand({ alg: 'HS256' }, { exp: NOW - 120 }, hmac)}`);
  await enter(page, { key: SECRET });
  await page.getByLabel('Clock tolerance').selectOption('5 minutes');
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(verdictWords(page)).not.toContainText('It expires in');
  await expect(check(page, 'time')).not.toContainText('left');
});

test('a clock frozen by a link stands still', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await load(page, `#now=${NOW}&token=${byHand({ alg: 'HS256' }, { exp: NOW + 1 }, hmac)}`);
  await enter(page, { key: SECRET });
  await page.clock.runFor(10_000);
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(check(page, 'time')).toContainText('1 s left');
});

test('a ticking clock leaves the boxes and the caret alone', async ({ page }) => {
  await at(page, { exp: NOW + 3 });
  await box(page, 'payload-json').focus();
  await box(page, 'payload-json').evaluate(element => element.setSelectionRange(3, 5));
  await page.clock.runFor(10_000);
  await expectVerdict(page, { time: 'fail time.expired' });
  await expect(box(page, 'payload-json')).toBeFocused();
  expect(await box(page, 'payload-json').evaluate(element => [element.selectionStart, element.selectionEnd])).toEqual([3, 5]);
});

for (const [name, claims] of [['in its last minute', { exp: NOW + 50 }], ['just expired', { exp: NOW - 5 }]]) {
  test(`those who listen are not told the time every second of a token ${name}`, async ({ page }) => {
    await at(page, claims);
    await expectVerdict(page, { signature: 'pass signature.verified' });
    // The first tick may still bring something new.
    await page.clock.runFor(1000);
    await watch(page, spokenVerdict(page), 'spoken');
    await page.clock.runFor(5000);
    expect(await page.evaluate(() => window.spoken)).toBe(0);
  });
}

test('what is said of an expired token stays in place to be selected and copied', async ({ page }) => {
  await at(page, { exp: NOW - 5 });
  const finding = page.locator('[data-finding="CLM03"]');
  await finding.evaluate(element => { element.marked = true; });
  await page.clock.runFor(5000);
  await expect(finding).toContainText('10 seconds ago');
  expect(await finding.evaluate(element => element.marked === true)).toBe(true);
});
