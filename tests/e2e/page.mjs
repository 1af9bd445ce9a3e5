// What every test of the page begins with: `import { test, expect } from './page.mjs'`.
// Its `page` fails the test if the page reports an error, breaks its own security policy (browsers report that as an
// error too) or asks any other origin for anything.
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { NOW } from './tokens.mjs';

export { expect };

/** For tests that provoke what the guarded page would be failed for. */
export const unguarded = base;

export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const troubles = [];
    page.on('console', message => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', error => troubles.push(String(error)));
    page.on('dialog', dialog => troubles.push(`dialog: ${dialog.message()}`));
    page.on('request', request => isForeign(request.url(), baseURL) && troubles.push(`request to ${request.url()}`));
    await use(page);
    expect(troubles, 'errors and foreign requests').toEqual([]);
  },
});

function isForeign(url, baseURL) {
  return !/^(data|blob):/.test(url) && !url.startsWith(baseURL);
}

/** Opens the page at the moment `NOW`, at which its clock stands still, with empty boxes unless a link fills them. */
export async function open(page, fragment = '') {
  await page.clock.setFixedTime(NOW * 1000);
  await load(page, fragment);
  if (fragment) return;
  // The key of the example goes with its token. As on a page just opened, nothing has the focus.
  await box(page, 'token').fill('');
  await box(page, 'token').blur();
}

/** Opens the page on whatever clock the browser has, and waits until no more can be requested. */
export async function load(page, fragment = '') {
  await page.goto(`./${fragment}`);
  await expect(box(page, 'token')).toBeVisible();
  await expect(policies(page)).toHaveCount(2);
}

/** `token`, `key`, `header-json` or `payload-json`. */
export const box = (page, id) => page.locator(`textarea#${id}`);

export const policies = page => page.locator('meta[http-equiv="Content-Security-Policy"]');

/** What the page says first and foremost, to those who look and to those who listen. */
export const verdictWords = page => page.locator('#verdict');
export const spokenVerdict = page => page.locator('#verdict').getByRole('status');

export const check = (page, name) => page.locator(`[data-check="${name}"]`);

/** What stands beside a label where signatures are compared. */
export const signature = (page, label) => page.locator('dl.signatures dt', { hasText: label }).locator('+ dd');

/** The stretches of a coloured copy, of `token`, `header` or `payload`, that have a mark: `[mark, text]`. */
export function marks(page, panel) {
  return page.locator(`.${panel} .paint > :not(.note)[data-mark]`)
    .evaluateAll(spans => spans.map(span => [span.dataset.mark, span.textContent]));
}

/** The note on a member of `header` or `payload`. */
export const note = (page, panel, name) => page.locator(`.${panel} .notes dt`).filter({ hasText: new RegExp(`^${name}$`) }).locator('+ dd');

/** Chooses from a menu: `choose(page, 'Examples', /^Expired/)`. */
export async function choose(page, menu, name) {
  const summary = page.locator('summary', { hasText: menu });
  await summary.click();
  await summary.locator('+ ul').getByRole('button', { name }).click();
}

/** Edits a decoded part as a search and replace would. */
export async function edit(page, id, from, to) {
  const before = await box(page, id).inputValue();
  expect(before).toContain(from);
  await box(page, id).fill(before.replace(from, to));
  return before;
}

/** Pastes text at `#token`, say, or `body`; says whether it was left to the browser to do something of its own. */
export const paste = (page, target, text) => page.locator(target).evaluate((element, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, text);

/** The first visit: the example is there. */
export async function visit(page) {
  await page.clock.setFixedTime(NOW * 1000);
  await load(page);
  await expectVerdict(page, { verdict: 'verified' });
}

/** What is too wide for the window, or nothing. */
export const overflowing = page => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  return scrollWidth > clientWidth ? `${scrollWidth} px in a window of ${clientWidth}` : '';
});

/** Puts texts into boxes, `{ token, key }`, in this order. */
export async function enter(page, texts) {
  for (const [id, text] of Object.entries(texts)) await box(page, id).fill(text);
}

/**
 * Waits until the page says this and is not busy: `{ verdict: 'verified', signature: 'pass signature.verified' }`.
 * What is not named is not looked at.
 */
export async function expectVerdict(page, wanted) {
  await expect.poll(() => readVerdict(page)).toMatchObject({ busy: false, ...wanted });
}

/** What the page says now. */
export function readVerdict(page) {
  return page.evaluate(() => {
    const verdict = document.getElementById('verdict');
    const said = { verdict: verdict.dataset.state, busy: verdict.ariaBusy === 'true' };
    for (const name of ['format', 'signature', 'time', 'policy']) {
      const { state, code } = document.querySelector(`[data-check="${name}"]`).dataset;
      said[name] = `${state} ${code}`;
    }
    return said;
  });
}

/** Types text as pasting does, lone surrogates too, which do not survive the way from here to the browser. */
export function typeCodeUnits(page, id, units) {
  return page.evaluate(([id, units]) => {
    const element = document.getElementById(id);
    element.value = String.fromCharCode(...units);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [id, units]);
}

/** What axe holds against the page, or a piece of it: rule and place. */
export async function violations(page, piece = 'html') {
  const { violations } = await new AxeBuilder({ page }).include(piece).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
}
