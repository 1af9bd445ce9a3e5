// What a teacher makes of the page: demo links, the inspector on a wall and in a frame, and paper.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test, unguarded, expect, box, choose, enter, expectVerdict, open, policies, verdictWords, violations } from './page.mjs';
import { fold, lines, unfold } from './folds.mjs';
import { NOW, SECRET, keyText, signed } from './tokens.mjs';

const NOTE = 'Find the claim that is wrong.\nThen say why: “5 < 6 & more”.';
const FROZEN = NOW + 100;

const sharing = page => page.getByRole('dialog', { name: 'Share a link' });
const linkBox = page => sharing(page).getByRole('textbox', { name: 'The link' });
const demoSecret = page => sharing(page).getByRole('checkbox', { name: /demo secret/ });
const teacher = page => page.getByText('Whoever made this link writes:').locator('..');
const CHOSEN = 'Whoever made the link chose the key';
const DEMO = 'A demo secret from this link';
const title = page => page.locator('#place-title');

/** Opens the page at a frozen clock with a token and its key, and the dialog for sharing. */
async function share(page, alg) {
  const token = await signed(alg);
  await open(page, `#token=${token}&now=${FROZEN}`);
  await enter(page, { key: keyText(alg) });
  await expectVerdict(page, { verdict: 'verified' });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return token;
}

/** What the link says, by name. */
async function linked(page) {
  const [address, fragment] = (await linkBox(page).inputValue()).split('#');
  return { address, ...Object.fromEntries(new URLSearchParams(fragment)) };
}

/** Opens the link that the dialog shows, as somebody else would. */
async function follow(page) {
  const link = await linkBox(page).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(box(page, 'token')).toBeVisible();
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
}

async function expectDemo(page, token, key) {
  await expect(teacher(page)).toBeVisible();
  await expect(teacher(page)).toContainText('Find the claim that is wrong. Then say why: “5 < 6 & more”.');
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue(key);
  await expect(page.getByText('Clock frozen by the link at')).toBeVisible();
  await expect(fold(page, 'Every claim explained')).toHaveAttribute('open');
  await expect.poll(() => lines(page, 'Every claim explained')).not.toEqual([]);
  await expect(fold(page, 'Every parameter explained')).not.toHaveAttribute('open');
}

async function describe(page) {
  await sharing(page).getByRole('textbox', { name: /a note/ }).fill(NOTE);
  await sharing(page).getByRole('combobox', { name: /what stands open/ }).selectOption('the payload explained');
}

test('a demo link holds token, public key, clock, note and panel in its fragment, and opens as such', async ({ page, baseURL }) => {
  const token = await share(page, 'ES256');
  await expect(demoSecret(page)).toBeHidden();
  await describe(page);
  const demo = { token, key: keyText('ES256'), now: String(FROZEN), note: NOTE, open: 'about-payload' };
  expect(await linked(page)).toEqual({ address: baseURL, ...demo });
  await follow(page);
  await expectDemo(page, token, keyText('ES256'));
});

test('a secret is in a demo link only where it is marked as one for demos', async ({ page, baseURL }) => {
  const token = await share(page, 'HS256');
  await describe(page);
  const demo = { token, now: String(FROZEN), note: NOTE, open: 'about-payload' };
  expect(await linked(page)).toEqual({ address: baseURL, ...demo });
  await demoSecret(page).check();
  expect(await linked(page)).toEqual({ address: baseURL, ...demo, 'demo-secret': SECRET });
  await follow(page);
  await expectDemo(page, token, SECRET);
  await expect(page.locator('.panel.key')).toContainText(/demo/i);
  await expect(verdictWords(page)).toContainText(CHOSEN);
});

test('a demo secret is said to be one until another key is typed', async ({ page }) => {
  const token = await signed('HS256');
  await open(page, `#token=${token}&demo-secret=${encodeURIComponent(SECRET)}`);
  await expect(page.locator('.panel.key')).toContainText(DEMO);
  await enter(page, { key: `${SECRET}, and this one guards something` });
  await expect(page.locator('.panel.key')).not.toContainText(DEMO);
  await enter(page, { key: SECRET });
  await expectVerdict(page, { verdict: 'verified' });
  await expect(verdictWords(page)).not.toContainText(CHOSEN);
});

test('what a link says of its key holds until a link brings another', async ({ page }) => {
  const follow = fragment => page.evaluate(fragment => { location.hash = fragment; }, fragment);
  const key = encodeURIComponent(keyText('ES256'));
  await open(page, `#token=${await signed('ES256')}&key=${key}`);
  await follow(`#token=${await signed('HS256')}&demo-secret=${encodeURIComponent(SECRET)}`);
  await expect(page.locator('.panel.key')).toContainText(DEMO);
  await follow(`#token=${await signed('HS384')}`);
  await expectVerdict(page, { verdict: 'verified' });
  await expect(page.locator('.panel.key')).toContainText(DEMO);
  await follow(`#token=${await signed('ES256')}&key=${key}`);
  await expectVerdict(page, { verdict: 'verified' });
  await expect(page.locator('.panel.key')).toContainText('With the key from this link.');
});

test('a demo secret is UTF-8: another is not offered, and one that comes is read as such', async ({ page }) => {
  const token = await signed('HS256');
  await open(page, `#token=${token}`);
  await page.locator('[name="key-encoding"][value="base64"]').check();
  await enter(page, { key: Buffer.from(SECRET).toString('base64') });
  await expectVerdict(page, { verdict: 'verified' });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(demoSecret(page)).toBeHidden();
  await expect(sharing(page)).toContainText('never put into a link');
  await page.keyboard.press('Escape');
  await page.evaluate(fragment => { location.hash = fragment; }, `#token=${token}&demo-secret=${encodeURIComponent(SECRET)}`);
  await expect(box(page, 'key')).toHaveValue(SECRET);
  await expectVerdict(page, { verdict: 'verified' });
});

test('that one secret is for demos is not said of the next', async ({ page }) => {
  await share(page, 'HS256');
  await demoSecret(page).check();
  await page.keyboard.press('Escape');
  await enter(page, { key: `${SECRET}, and this one guards something` });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(demoSecret(page)).not.toBeChecked();
  expect(Object.keys(await linked(page))).not.toContain('demo-secret');
});

test('a demo link is made by keyboard alone', async ({ page }) => {
  await share(page, 'HS256');
  const reach = async target => {
    for (let presses = 0; presses < 12 && !await target.evaluate(target => target === document.activeElement); presses++) {
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await reach(demoSecret(page));
  await page.keyboard.press('Space');
  await reach(sharing(page).getByRole('textbox', { name: /a note/ }));
  await page.keyboard.type('Look.');
  await reach(sharing(page).getByRole('combobox', { name: /what stands open/ }));
  await page.keyboard.type('the key');
  await reach(linkBox(page));
  expect(await linked(page)).toMatchObject({ 'demo-secret': SECRET, note: 'Look.', open: 'about-key' });
});

test('a note is text, whatever is in it, and without one there is none', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}&note=${encodeURIComponent('<img src=x onerror=alert(1)><b>bold</b>')}`);
  await expect(teacher(page)).toContainText('<img src=x onerror=alert(1)><b>bold</b>');
  await page.evaluate(token => { location.hash = `#token=${token}`; }, await signed('ES256'));
  await expect(teacher(page)).toBeHidden();
});

test('a note goes with its token, and at a click, and undo brings it back', async ({ page }) => {
  const follow = async () => page.evaluate(fragment => { location.hash = fragment; }, `#token=${await signed('HS256')}&note=Look`);
  await open(page, `#token=${await signed('HS256')}&note=Look`);
  await teacher(page).getByRole('button', { name: 'Close the note' }).click();
  await expect(teacher(page)).toBeHidden();
  await expect(page.locator('#verdict')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(teacher(page)).toContainText('Look');
  await enter(page, { token: await signed('ES256') });
  await expect(teacher(page)).toBeHidden();
  await follow();
  await expect(teacher(page)).toBeVisible();
  await choose(page, 'Examples', /^Expired/);
  await expect(teacher(page)).toBeHidden();
});

test('however long a note is, the verdict stays in sight and the note can be read', async ({ page }) => {
  const lines = Array.from({ length: 300 }, (_, line) => `${line}`).join('\n\n\n\n');
  await open(page, `#token=${await signed('HS256')}&note=${encodeURIComponent(lines)}`);
  await expect(verdictWords(page)).toBeInViewport();
  const quoted = teacher(page).locator('blockquote');
  expect(await quoted.evaluate(quoted => quoted.scrollHeight > quoted.clientHeight)).toBe(true);
  expect(await violations(page)).toEqual([]);
});

test('the inspector is presented with one key, and left with Escape', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}&now=${FROZEN}`);
  await page.keyboard.press('f');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(verdictWords(page)).toBeVisible();
  await expect(box(page, 'token')).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('main.inspector')).zoom)).toBe('1.35');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await page.keyboard.press('f');
  await page.keyboard.press('f');
  await expect(page.getByRole('banner')).toBeVisible();
  await box(page, 'payload-json').focus();
  await page.keyboard.press('f');
  await expect(page.getByRole('banner')).toBeVisible();
});

unguarded('embedded on another origin the inspector is alone, with its token, and judges what is typed', async ({ page, baseURL }) => {
  const key = encodeURIComponent(keyText('ES256'));
  const src = `${baseURL}?embed#token=${await signed('ES256')}&amp;key=${key}&amp;now=${FROZEN}&amp;note=An%20example`;
  const article = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>An article</title><iframe src="${src}" title="JWT Inspector" width="800" height="720"></iframe>`);
  }).listen(0, '127.0.0.1');
  await once(article, 'listening');
  await page.goto(`http://127.0.0.1:${article.address().port}/`);
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('#verdict')).toHaveAttribute('data-state', 'verified');
  await expect(inner.getByText('An example')).toBeVisible();
  await expect(inner.getByRole('banner')).toBeHidden();
  await expect(inner.locator('main.learn')).toBeHidden();
  const payload = inner.locator('#payload-json');
  await payload.fill((await payload.inputValue()).replace('alice', 'mallory'));
  await expect(inner.locator('#verdict')).toHaveAttribute('data-state', 'rejected');
  const [wide, room] = await inner.locator('html').evaluate(root => [root.scrollWidth, root.clientWidth]);
  expect(wide).toBeLessThanOrEqual(room);
  article.close();
});

// To read the code as a browser does is to try its inline style, which the policy stops.
unguarded('the embed code of a demo shows the demo', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page, 'ES256');
  await describe(page);
  await sharing(page).getByRole('button', { name: 'Copy embed code' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('<iframe src="');
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const src = await page.evaluate(code => new DOMParser().parseFromString(code, 'text/html').querySelector('iframe').src, code);
  expect(src).toBe(`${baseURL}?embed#${(await linkBox(page).inputValue()).split('#')[1]}`);
});

test('from a claim\'s explanation to its lesson and back, where all stands as it stood', async ({ page }) => {
  await open(page);
  const token = await signed('HS256');
  await enter(page, { token, key: SECRET });
  await unfold(page, 'Every claim explained');
  await page.getByRole('link', { name: 'See why exp' }).click();
  await expect(page).toHaveURL(/#\/learn\/time\/1$/);
  await expect(title(page)).toBeFocused();
  await page.goBack();
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue(SECRET);
  await expect(page.getByRole('link', { name: 'See why exp' })).toBeVisible();
  await unfold(page, 'Every parameter explained');
  await page.getByRole('link', { name: 'See why alg', exact: true }).press('Enter');
  await expect(page).toHaveURL(/#\/learn\/keys\/1$/);
});

test('a token of a lesson is judged by nothing that was expected of another', async ({ page }) => {
  const key = encodeURIComponent(keyText('ES256'));
  await open(page, `#token=${await signed('ES256')}&key=${key}&alg=ES256&now=4000000000&kind=id-token&note=Look`);
  await page.evaluate(() => { location.hash = '#/learn/edit/1'; });
  await page.getByRole('button', { name: 'Open in the inspector' }).click();
  await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
  await expect(page.locator('select#algorithm')).toHaveValue('token');
  await expect(page.getByText('Clock frozen by the link at')).toBeHidden();
  await expect(verdictWords(page)).not.toContainText(CHOSEN);
  await expect(teacher(page)).toBeHidden();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  expect(Object.keys(await linked(page))).toEqual(['address', 'token']);
});

test('behind a lesson the inspector is left alone', async ({ page }) => {
  await page.goto('./#/learn/time/1');
  await expect(policies(page)).toHaveCount(2);
  await expect(title(page)).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Share' })).toHaveCount(0);
  for (const key of ['s', 'c', 'e']) await page.keyboard.press(key);
  await expect(sharing(page)).toBeHidden();
  await expect(page.getByRole('banner').locator('+ .notice')).toBeEmpty();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'What leaves this page: nothing' })).toBeVisible();
});

test('a link that is opened on a lesson is inspected', async ({ page }) => {
  await page.goto('./#/learn/time/1');
  await expect(policies(page)).toHaveCount(2);
  const token = await signed('HS256');
  await page.evaluate(token => { location.hash = `#token=${token}&note=Look`; }, token);
  await expect(box(page, 'token')).toBeVisible();
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(teacher(page)).toContainText('Look');
  await page.goBack();
  await expect(title(page)).toHaveText('Three times');
});

test('on paper a step is its text and its stage, whole', async ({ page }) => {
  await page.clock.install();
  await page.goto('./#/learn/revoke/1');
  await expect(policies(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(100_000);
  await page.emulateMedia({ media: 'print' });
  for (const words of ['A copy keeps its time', 'When you log out', 'RFC 7519 section 4.1.4', 'Half an hour']) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  for (const chrome of [page.getByRole('banner').getByRole('button'), page.getByRole('navigation'), page.getByRole('main').getByRole('button')]) {
    await expect(chrome).toHaveCount(0);
  }
  const log = page.getByRole('log');
  await expect(log.getByRole('listitem').first()).toBeVisible();
  expect(await log.evaluate(log => log.scrollHeight - log.clientHeight), 'the log is whole').toBeLessThanOrEqual(1);
});

test('on paper the questions stand with their answers', async ({ page }) => {
  await page.goto('./#/learn/revoke/6');
  await expect(policies(page)).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('What does a refresh token add to security?')).toBeVisible();
  await expect(page.getByText('It cannot be stolen.')).toBeVisible();
});

test('on paper the contents name every lesson', async ({ page }) => {
  await page.goto('./#/learn');
  await expect(policies(page)).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  const lessons = page.getByRole('navigation', { name: 'Lessons' }).getByRole('link');
  await expect(lessons).toHaveCount(17);
  for (const lesson of await lessons.all()) await expect(lesson).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});
