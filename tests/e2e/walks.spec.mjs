// Every lesson from its first step to its last, by doing what it asks.
import { test, expect, box, expectVerdict, policies } from './page.mjs';
import { walk } from './walk.mjs';
import { claims } from './walks/claims.mjs';
import { confusion } from './walks/confusion.mjs';
import { edit } from './walks/edit.mjs';
import { encoded } from './walks/encoded.mjs';
import { guess } from './walks/guess.mjs';
import { hmac } from './walks/hmac.mjs';
import { jwks } from './walks/jwks.mjs';
import { keys } from './walks/keys.mjs';
import { myths } from './walks/myths.mjs';
import { none } from './walks/none.mjs';
import { oidc } from './walks/oidc.mjs';
import { ownKey } from './walks/own-key.mjs';
import { parts } from './walks/parts.mjs';
import { revoke } from './walks/revoke.mjs';
import { sessions } from './walks/sessions.mjs';
import { storage } from './walks/storage.mjs';
import { time } from './walks/time.mjs';

const TOKEN = [parts, encoded, edit, hmac, keys, jwks, time, claims];
const SYSTEM = [sessions, revoke, storage, oidc];
const BREAK = [none, confusion, guess, ownKey];

for (const lesson of [...TOKEN, ...SYSTEM, ...BREAK, myths]) walk(lesson);

const next = page => page.locator('main.learn [rel="next"]');

test('nobody is locked out: the next step is there before anything was done', async ({ page }) => {
  await page.goto('./#/learn/parts/1');
  await expect(policies(page)).toHaveCount(2);
  for (const step of parts.steps) {
    await expect(page.locator('#place-title')).toHaveText(step.title);
    await expect(next(page)).toHaveAttribute('data-ready', 'false');
    await next(page).click();
  }
  await expect(page).toHaveURL(/#\/learn\/encoded\/1$/);
  await page.goBack();
  await page.getByRole('link', { name: 'Step 3 of 5' }).click();
  await expect(page.locator('#place-title')).toHaveText('Why dots');
});

test('the contents count what is done, mark it, and forget it', async ({ page }) => {
  // Kept as the names of steps: all of one lesson, and one step of another.
  await page.addInitScript(done => localStorage.setItem('jwt-inspector.learned', done), 'parts/0 parts/1 parts/2 parts/3 parts/4 edit/0');
  await page.goto('./#/learn');
  await expect(policies(page)).toHaveCount(2);
  const contents = page.getByRole('navigation', { name: 'Lessons' });
  await expect(page.getByText('1 of 17 lessons done.')).toBeVisible();
  await expect(contents.getByRole('link', { name: /done$/ })).toHaveText([/Three parts, two dots/]);
  await contents.getByRole('link', { name: 'Why you can’t just edit it' }).click();
  await expect(next(page)).toHaveAttribute('data-ready', 'true');
  await page.goBack();
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(page.getByText('0 of 17 lessons done.')).toBeVisible();
  await expect(contents.getByRole('link', { name: /done$/ })).toHaveCount(0);
});

test('each token of a sign-in is opened at a click, and the sign-in stands where it stood', async ({ page }) => {
  await page.clock.install();
  await page.goto('./#/learn/oidc/3');
  await expect(policies(page)).toHaveCount(2);
  const stage = page.getByRole('region', { name: 'Stage' });
  await expect(stage.getByRole('button', { name: 'Open in the inspector' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(100_000);
  const said = await stage.getByRole('log').getByRole('listitem').allTextContents();
  expect(said).toHaveLength(10);
  for (const [at, typ] of ['JWT', 'at+jwt'].entries()) {
    await stage.getByRole('button', { name: 'Open in the inspector' }).nth(at).click();
    await expectVerdict(page, { signature: 'pass signature.verified' });
    await expect(box(page, 'header-json')).toHaveValue(/"typ"/);
    expect(await box(page, 'header-json').inputValue()).toContain(`"typ": "${typ}"`);
    await page.goBack();
    await expect(stage.getByRole('log').getByRole('listitem')).toHaveText(said);
  }
});
