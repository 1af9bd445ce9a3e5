import { test as unguarded } from '@playwright/test';
import { test, expect } from './page.mjs';

test('the page starts', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('textarea#token')).toBeVisible();
});

// These provoke what the guarded page would be failed for.
unguarded.describe('the security policy', () => {
  unguarded.beforeEach(async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('textarea#token')).toBeVisible();
  });

  unguarded('lets nothing out to another origin', async ({ page }) => {
    const sent = [];
    page.on('request', request => sent.push(request.url()));
    const broken = await page.evaluate(() => new Promise(done => {
      document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
      fetch('https://example.com/').catch(() => {});
    }));
    expect(broken).toBe('connect-src');
    expect(sent).toEqual([]);
  });

  unguarded('runs no script that was not built in', async ({ page }) => {
    const broken = await page.evaluate(() => new Promise(done => {
      document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
    }));
    expect(broken).toBe('script-src-elem');
    expect(await page.evaluate(() => window.intruder)).toBeUndefined();
  });
});
