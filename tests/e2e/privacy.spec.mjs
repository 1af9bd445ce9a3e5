// Nothing leaves the page: it asks for nothing once it has loaded, keeps nothing, and its own policy forbids both to
// anything that might get into it.
import { test, unguarded, expect, box, enter, expectVerdict, load, open, policies } from './page.mjs';
import { CLAIMS, accepted, decoded, signed, signingKeyText } from './tokens.mjs';

test('asks for nothing and keeps nothing, from the first paste to a new signature', async ({ page, context, baseURL }) => {
  await open(page);
  const requests = [];
  context.on('request', request => /^(blob|data):/.test(request.url()) || requests.push(request.url()));
  await enter(page, { token: await signed('RS256'), key: signingKeyText('RS256') });
  await expectVerdict(page, { verdict: 'verified' });
  await page.getByRole('radio', { name: 'Sign again' }).check();
  await enter(page, { 'payload-json': JSON.stringify({ ...CLAIMS, sub: 'bob' }) });
  await expectVerdict(page, { verdict: 'verified' });
  expect((await accepted(await box(page, 'token').inputValue(), 'RS256')).sub).toBe('bob');
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(database => database.name),
    document.cookie,
    window.name,
  ].filter(Boolean));
  expect(kept).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(requests).toEqual([]);
  await page.reload();
  // All is gone: the page begins with its example again.
  await expect(page.getByText('an example: paste your own over it')).toBeVisible();
  expect(decoded(await box(page, 'token').inputValue(), 0)).toContain('HS256');
  await expect(box(page, 'key')).toHaveValue(/^an example secret/);
  await expect(page).toHaveURL(baseURL);
});

test('tells other pages nothing of itself', async ({ page }) => {
  await open(page);
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute('content', 'no-referrer');
});

for (const id of ['token', 'key', 'header-json', 'payload-json']) {
  test(`hands ${id} to no spelling service, no form memory and no translator`, async ({ page }) => {
    await open(page);
    for (const [name, value] of [['spellcheck', 'false'], ['autocomplete', 'off'], ['autocapitalize', 'off'], ['translate', 'no']]) {
      await expect(box(page, id)).toHaveAttribute(name, value);
    }
  });
}

test('works under any path', async ({ page, baseURL }) => {
  const deep = new URL('/some/deep/path/', baseURL).href;
  await page.route(`${deep}**`, async route => {
    const url = route.request().url().replace(deep, baseURL);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  // The guard takes requests outside the usual path for foreign; all of these are meant.
  const requests = [];
  page.removeAllListeners('request');
  page.on('request', request => requests.push(request.url()));
  await page.goto(deep);
  await enter(page, { token: await signed('HS256') });
  await expectVerdict(page, { signature: 'unknown key.missing' });
  expect(requests.length).toBeGreaterThan(2);
  expect(requests.filter(url => !url.startsWith(deep))).toEqual([]);
});

unguarded.describe('its policy, once the page has loaded,', () => {
  unguarded.beforeEach(async ({ page }) => {
    await load(page);
  });

  unguarded('is there twice: for loading, and against every request', async ({ page }) => {
    const [loading, loaded] = await policies(page).evaluateAll(metas => metas.map(meta => meta.content));
    for (const policy of [loading, loaded]) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("form-action 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toMatch(/'unsafe-eval'|\*|https?:/);
    }
    expect(loaded).not.toContain("'self'");
    expect(loaded).not.toContain('connect-src');
  });

  // What each does, and the rule that stops it. All run in the page, as an intruder would.
  const ATTEMPTS = {
    'a fetch of its own origin': ['connect-src', () => fetch('./index.html').catch(() => {})],
    'a fetch of another origin': ['connect-src', () => fetch('https://example.com/').catch(() => {})],
    'an XMLHttpRequest': ['connect-src', () => {
      const request = new XMLHttpRequest();
      request.open('GET', './index.html');
      request.send();
    }],
    'a beacon': ['connect-src', () => navigator.sendBeacon('./', 'secret')],
    'a socket': ['connect-src', () => { try { new WebSocket('wss://example.com/'); } catch { /* as it should */ } }],
    'an image of its own origin': ['img-src', () => { new Image().src = './image.png'; }],
    'a foreign image': ['img-src', () => { new Image().src = 'https://example.com/?secret'; }],
    'a script of its own origin': ['script-src-elem', () => document.head.append(Object.assign(document.createElement('script'), { src: './script.js' }))],
    'an inline script': ['script-src-elem', () => document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.intruder = true' }))],
    'an inline handler': ['script-src-attr', () => {
      document.body.insertAdjacentHTML('beforeend', '<button onclick="window.intruder = true">');
      document.body.lastElementChild.click();
    }],
    'a worker of its own origin': ['worker-src', () => { try { new Worker('./worker.js'); } catch { /* as it should */ } }],
    'a service worker': ['worker-src', () => navigator.serviceWorker?.register('./worker.js').catch(() => {})],
    'an inline style': ['style-src-attr', () => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">')],
    'a style element': ['style-src-elem', () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }))],
    'a style sheet of its own origin': ['style-src-elem', () => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: './style.css' }))],
    'a font': ['font-src', () => new FontFace('intruder', 'url(./font.woff2)').load().catch(() => {})],
    'a frame': ['frame-src', () => document.body.append(Object.assign(document.createElement('iframe'), { src: './' }))],
    'a form': ['form-action', () => {
      document.body.insertAdjacentHTML('beforeend', '<form method="post" action="./"><input name="secret"></form>');
      document.body.lastElementChild.submit();
    }],
    'a base address': ['base-uri', () => document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.com/' }))],
  };

  for (const [what, [directive, attempt]] of Object.entries(ATTEMPTS)) {
    unguarded(`stops ${what}`, async ({ page }) => {
      // A request that the policy stops is seen too, but never answered.
      const answers = [];
      page.on('response', response => answers.push(response.url()));
      await page.evaluate(() => {
        window.broken = [];
        document.addEventListener('securitypolicyviolation', event => window.broken.push(event.effectiveDirective));
      });
      await page.evaluate(attempt);
      await expect.poll(() => page.evaluate(() => window.broken)).toContain(directive);
      expect(await page.evaluate(() => window.intruder)).toBeUndefined();
      expect(answers).toEqual([]);
    });
  }

  unguarded('stops eval', async ({ page }) => {
    // From a timer, as what is evaluated for a test is exempt.
    const refused = await page.evaluate(() => new Promise(done => {
      setTimeout(() => {
        try { (0, eval)('1'); done('ran'); } catch (error) { done(error.name); }
      });
    }));
    expect(refused).toBe('EvalError');
  });
});
