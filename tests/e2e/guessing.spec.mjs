// The search for a weak secret: it runs in the worker, can be watched, cancelled and taken up again.
import { test, expect, policies } from './page.mjs';
import { signed } from './tokens.mjs';

const stage = page => page.getByRole('region', { name: 'Stage' });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const outcome = page => stage(page).locator('.came-out').getByRole('status');
const figure = (page, name) => stage(page).getByRole('region', { name: 'How far it is' })
  .getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }).getByRole('cell');
const tried = async page => Number((await figure(page, 'tried').textContent()).replaceAll(',', ''));

async function step(page, number) {
  await page.goto(`./#/learn/guess/${number}`);
  await expect(policies(page)).toHaveCount(2);
  await expect(outcome(page)).toBeVisible();
}

/** Waits until more guesses than these were tried. */
const triedMoreThan = (page, before) => expect.poll(() => tried(page)).toBeGreaterThan(before);

test('a search under 256 random bits shows its rate and how far it is, and finds nothing', async ({ page }) => {
  await step(page, 4);
  const workers = page.workers().length;
  await button(page, 'Start').click();
  await expect(outcome(page)).toHaveText('Searching');
  await triedMoreThan(page, 10_000);
  expect(page.workers().length).toBe(Math.max(workers, 1));
  await expect(figure(page, 'a second')).toHaveText(/^[1-9][\d,]*$/);
  await expect(figure(page, 'at')).toHaveText(/^[3-6] characters, \d+%$/);
  await expect(figure(page, 'next guess')).toHaveText(/^[a-z0-9]{3,6}$/);
  const years = stage(page).getByRole('region', { name: 'How long all guesses take' });
  await expect(years).toContainText(/256 random bits\s*more than 10\^6\d years/);
});

test('it is cancelled at once, goes on where it was, and begins anew', async ({ page }) => {
  await step(page, 4);
  await button(page, 'Start').click();
  await triedMoreThan(page, 1000);
  await button(page, 'Cancel').click();
  await expect(outcome(page)).toHaveText('Not running');
  const cancelled = await tried(page);
  await button(page, 'Go on').click();
  await expect(outcome(page)).toHaveText('Searching');
  await triedMoreThan(page, cancelled);
  await button(page, 'Start again').click();
  await expect(outcome(page)).toHaveText('Not running');
  expect(await tried(page)).toBe(0);
  await button(page, 'Start').click();
  await triedMoreThan(page, 0);
});

test('while it searches the page answers, and another secret begins anew', async ({ page }) => {
  await step(page, 2);
  const secret = page.getByRole('textbox', { name: 'Secret of the server' });
  await secret.fill('A strong one? No, only one with signs.');
  await button(page, 'Start').click();
  await triedMoreThan(page, 1000);
  await secret.fill('0z');
  await expect(outcome(page)).toHaveText('Not running');
  expect(await tried(page)).toBe(0);
  await button(page, 'Start').click();
  await expect(outcome(page)).toHaveText('Found: 0z');
  await stage(page).getByRole('button', { name: 'Start again' }).click();
  await expect(outcome(page)).toHaveText('Found: 0z');
});

test('who leaves and comes back finds the search going on', async ({ page }) => {
  await step(page, 4);
  await button(page, 'Start').click();
  await triedMoreThan(page, 1000);
  await page.getByRole('link', { name: 'Inspect', exact: true }).click();
  await expect(stage(page)).toBeHidden();
  await page.goBack();
  await expect(outcome(page)).toHaveText('Searching');
  await triedMoreThan(page, await tried(page));
});

test('a token of the learner\'s is searched, and one under a strong secret is not found', async ({ page }) => {
  await step(page, 3);
  await page.getByRole('textbox', { name: 'Your token' }).fill(await signed('HS384'));
  await expect(outcome(page)).toHaveText('Not running');
  await button(page, 'Start').click();
  await triedMoreThan(page, 1000);
  await expect(page.locator('.try')).toContainText('Done.');
  await expect(outcome(page)).toHaveText('Searching');
  await page.getByRole('textbox', { name: 'Your token' }).fill(await signed('ES256'));
  await expect(outcome(page)).toHaveText('Nothing to guess');
});
