// `cargo xtask test e2e` sets BASE_URL and CHROMIUM. To test a page that is already being served:
// BASE_URL=http://127.0.0.1:8080/ CHROMIUM=/usr/bin/chromium npx playwright test
import { defineConfig } from '@playwright/test';

if (!process.env.BASE_URL) throw new Error('BASE_URL is not set: run cargo xtask test e2e');

// Chromium's sandbox refuses to run as root, which is what containers run as.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'target/e2e/results',
  reporter: [['list'], ['json', { outputFile: 'target/e2e/report.json' }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A busy machine may take longer than five seconds to compile the page's code for the first time.
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL,
    trace: 'off',
    screenshot: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        ...sandbox,
        '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
});
