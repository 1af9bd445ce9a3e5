// The lessons around their stages: finding them, going through them, presenting and embedding them.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test, unguarded, expect, box, expectVerdict, open, overflowing, paste, policies, violations, visit } from './page.mjs';
import { SECRET, signed } from './tokens.mjs';

/** Opens a place of the lessons: `edit/2`. */
async function learn(page, place = '') {
  await page.goto(`./#/learn/${place}`);
  await expect(policies(page)).toHaveCount(2);
  await expect(title(page)).toBeVisible();
}

const title = page => page.locator('#place-title');
const main = page => page.locator('main.learn');
const link = (page, name) => main(page).getByRole('link', { name, exact: true });
const toc = page => page.getByRole('navigation', { name: 'Lessons' });
const outcome = page => page.locator('.came-out').getByRole('status');
const payload = page => page.getByRole('textbox', { name: 'Payload' });

const FORGED = JSON.stringify({ sub: '1234567890', role: 'root' }, null, 2);

test('the top bar leads to the lessons and back, and the token stays where it was', async ({ page }) => {
  await visit(page);
  const token = await box(page, 'token').inputValue();
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(title(page)).toHaveText('Lessons');
  await expect(box(page, 'token')).toBeHidden();
  await page.getByRole('link', { name: 'Inspect', exact: true }).click();
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(main(page)).toBeHidden();
});

test('the address names the step, and its title is where reading goes on', async ({ page }) => {
  await learn(page, 'edit/2');
  await expect(title(page)).toHaveText('Characters that only move');
  await expect(title(page)).toBeFocused();
  await link(page, 'Next').click();
  await expect(page).toHaveURL(/#\/learn\/edit\/3$/);
  await expect(title(page)).toHaveText('Paste another signature');
  await expect(title(page)).toBeFocused();
  await page.goBack();
  await expect(title(page)).toHaveText('Characters that only move');
});

test('each place has a title of its own, as tabs and history show it', async ({ page }) => {
  await learn(page, 'edit/2');
  await expect(page).toHaveTitle('Characters that only move – Why you can’t just edit it – JWT Inspector');
  await learn(page, 'edit/5');
  await expect(page).toHaveTitle('Questions – Why you can’t just edit it – JWT Inspector');
  await page.getByRole('link', { name: 'Inspect', exact: true }).click();
  await expect(page).toHaveTitle('JWT Inspector: decode, verify and sign tokens in your browser');
});

test('what is chosen in a step is chosen when one comes back to it', async ({ page }) => {
  await learn(page, 'storage/3');
  const chosen = () => main(page).getByRole('radio', { checked: true }).count();
  const groups = await main(page).locator('fieldset.choice').count();
  expect(groups).toBeGreaterThan(1);
  expect(await chosen()).toBe(groups);
  const none = main(page).getByRole('radio', { name: 'None', exact: true });
  await none.check();
  await link(page, 'Next').click();
  await expect(page).toHaveURL(/storage\/4$/);
  await link(page, 'Back').click();
  await expect(none).toBeChecked();
  expect(await chosen()).toBe(groups);
});

test('an address of no lesson shows the contents', async ({ page }) => {
  await learn(page, 'no-such-lesson/7');
  await expect(title(page)).toHaveText('Lessons');
});

test('an edit is judged as it is typed, and doing the task lights the next step up', async ({ page }) => {
  await learn(page, 'edit/1');
  await expect(outcome(page)).toContainText('Accepted');
  const next = link(page, 'Next');
  await expect(next).toHaveAttribute('data-ready', 'false');
  await payload(page).fill(FORGED);
  await expect(outcome(page)).toContainText('Rejected');
  await expect(page.locator('.try')).toContainText('Done.');
  await expect(next).toHaveAttribute('data-ready', 'true');
});

test('typing on a stage keeps the caret where it is', async ({ page }) => {
  await learn(page, 'edit/1');
  await payload(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('-and-root', { delay: 5 });
  await expect(payload(page)).toHaveValue(/"role": "user-and-root"/);
  await page.keyboard.press('Control+z');
  await expect(payload(page)).not.toHaveValue(/root/);
});

test('what was done stays while the page is open, and starting again takes it back', async ({ page }) => {
  await learn(page, 'edit/1');
  await payload(page).fill(FORGED);
  await link(page, 'Next').click();
  await page.goBack();
  await expect(payload(page)).toHaveValue(FORGED);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(payload(page)).toHaveValue(/"user"/);
  await expect(outcome(page)).toContainText('Accepted');
});

test('progress is kept in this browser, as names of steps, until it is forgotten', async ({ page }) => {
  await learn(page, 'edit/1');
  await payload(page).fill(FORGED);
  const kept = () => page.evaluate(() => ({ ...localStorage }));
  expect(await kept()).toEqual({ 'jwt-inspector.learned': 'edit/0' });
  await page.reload();
  await expect(link(page, 'Next')).toHaveAttribute('data-ready', 'true');
  await learn(page);
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  expect(await kept()).toEqual({});
});

test('nothing is kept of somebody who did nothing', async ({ page }) => {
  await learn(page, 'edit/1');
  await link(page, 'Next').click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a token of a lesson opens in the inspector, with its key, and the verdict is where reading goes on', async ({ page }) => {
  await learn(page, 'edit/1');
  await page.getByRole('button', { name: 'Open in the inspector' }).click();
  await expect(box(page, 'token')).toBeVisible();
  await expect(page.locator('#verdict')).toBeFocused();
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
});

test('a token that is pasted on a lesson is inspected', async ({ page }) => {
  await learn(page, 'edit/1');
  const token = await signed('HS256');
  await paste(page, 'body', token);
  await expect(box(page, 'token')).toHaveValue(token);
});

test('a question says why, whatever is answered', async ({ page }) => {
  await learn(page, 'edit/5');
  const question = page.getByRole('group', { name: /Why can’t the attacker/ });
  await question.getByRole('radio').first().check();
  await expect(question.getByRole('status')).toContainText('Not quite.');
  await question.getByRole('radio').last().check();
  await expect(question.getByRole('status')).toContainText('Right.');
  await expect(question.getByRole('status')).toContainText('All the security is in the key');
});

test('a finding leads to the lesson that explains it', async ({ page }) => {
  await open(page);
  await box(page, 'token').fill(await signed('HS256'));
  await box(page, 'key').fill(`${SECRET}!`);
  await page.locator('[data-finding="signature.mismatch"]').getByRole('link', { name: /See why/ }).click();
  await expect(page).toHaveURL(/#\/learn\/edit\/1$/);
  await expect(title(page)).toBeFocused();
});

test('a lesson can be walked by keyboard alone', async ({ page }) => {
  await learn(page, 'edit/3');
  for (const _ of [1, 2, 3]) await page.keyboard.press('Tab');
  for (let tries = 0; tries < 40 && !(await page.locator('.try').getByText('Done.').isVisible()); tries++) {
    await page.keyboard.press('Tab');
    const isChoice = await page.evaluate(() => document.activeElement.matches('.offers button'));
    if (isChoice) await page.keyboard.press('Enter');
  }
  await expect(page.locator('.try')).toContainText('Done.');
  await link(page, 'Next').press('Enter');
  await expect(page).toHaveURL(/#\/learn\/edit\/4$/);
});

test('presenting: nothing but the step, turned by arrow keys, a clicker and space', async ({ page }) => {
  await learn(page, 'edit/1');
  await page.keyboard.press('f');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(toc(page)).toBeHidden();
  for (const [key, step] of [['ArrowRight', 2], ['PageDown', 3], [' ', 4], ['PageUp', 3], ['ArrowLeft', 2]]) {
    await page.keyboard.press(key);
    await expect(page, key).toHaveURL(new RegExp(`#/learn/edit/${step}$`));
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});

test('presenting: keys that follow one another at once each turn a slide', async ({ page }) => {
  await learn(page, 'edit/1');
  await page.keyboard.press('f');
  // As quick as can be: the second key comes before the browser has told of the new address.
  await page.evaluate(() => {
    for (const key of ['ArrowRight', 'PageDown', 'ArrowRight']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(page).toHaveURL(/#\/learn\/edit\/4$/);
  await expect(title(page)).toHaveText('Guess the secret');
});

test('presenting can be left from a text field, and by a finger', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true });
  const page = await context.newPage();
  await learn(page, 'edit/4');
  await page.getByRole('button', { name: 'Present', exact: true }).tap();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.getByRole('button', { name: 'End the presentation' }).tap();
  await expect(page.getByRole('banner')).toBeVisible();
  await page.locator('body').press('f');
  await expect(page.getByRole('banner')).toBeHidden();
  await page.getByRole('textbox', { name: 'Your guess' }).press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await context.close();
});

test('presenting leaves keys to whoever types', async ({ page }) => {
  await learn(page, 'edit/4');
  await page.keyboard.press('f');
  const guess = page.getByRole('textbox', { name: 'Your guess' });
  await guess.fill('a b');
  await guess.press('ArrowRight');
  await guess.press(' ');
  await expect(page).toHaveURL(/#\/learn\/edit\/4$/);
  await expect(guess).toHaveValue('a b ');
});

unguarded('embedded on another origin a step is alone, and works', async ({ page, baseURL }) => {
  const frame = `<!doctype html><title>An article</title><p style="height: 2000px">Long before it</p><iframe src="${baseURL}?embed#/learn/edit/1" title="Lesson" width="100%" height="720"></iframe>`;
  const article = createServer((_, response) => response.setHeader('content-type', 'text/html').end(frame)).listen(0, '127.0.0.1');
  await once(article, 'listening');
  await page.goto(`http://127.0.0.1:${article.address().port}/`);
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('#place-title')).toHaveText('Change it');
  // The article keeps the focus, and stays where its reader is.
  expect(await page.evaluate(() => [document.activeElement.tagName, scrollY])).toEqual(['BODY', 0]);
  await expect(inner.getByRole('banner')).toBeHidden();
  await inner.getByRole('textbox', { name: 'Payload' }).fill(FORGED);
  await expect(inner.locator('.came-out')).toContainText('Rejected');
  article.close();
});

test('the embed code shows this step', async ({ page, baseURL }) => {
  await learn(page, 'edit/2');
  const code = await page.getByRole('button', { name: 'Copy embed code' }).getAttribute('value');
  expect(code).toContain(`src="${baseURL}?embed#/learn/edit/2"`);
});

const LOOKS = { light: ['light', 1440], dark: ['dark', 1440], presented: ['light', 1440], 'on a phone': ['light', 390] };

for (const [look, [colorScheme, width]] of Object.entries(LOOKS)) {
  test(`axe finds nothing and nothing is too wide at any step of any lesson: ${look}`, async ({ page }) => {
    test.setTimeout(400_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const lookAt = async place => {
      expect.soft(await violations(page, 'main.learn'), place).toEqual([]);
      expect.soft(await overflowing(page), place).toBe('');
    };
    await learn(page);
    await lookAt('contents');
    await learn(page, 'parts/1');
    if (look === 'presented') await page.keyboard.press('f');
    for (;;) {
      await expect(title(page)).toBeFocused();
      const here = new URL(page.url()).hash;
      await lookAt(here);
      const next = main(page).locator('[rel="next"]');
      if (await next.getAttribute('aria-disabled')) {
        expect(here).toBe('#/learn/myths/8');
        break;
      }
      await next.click();
      await expect(page).not.toHaveURL(url => url.hash === here);
    }
  });
}
