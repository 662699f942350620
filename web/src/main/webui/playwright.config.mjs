import { defineConfig } from '@playwright/test';

/* Debian's chromium is driven; no browser is downloaded. Started by e2e/run.mjs, which sets the address. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.mjs',
  outputDir: '../../../target/e2e',
  timeout: 60_000,
  expect: { timeout: 8_000 },
  workers: 1,
  retries: 1, // a machine busy with other work misses a limit of seconds; what passed late is told as flaky
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: process.env.KALENDS_URL ?? 'http://127.0.0.1:8080',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    },
  },
});
