/*
 * What every spec needs: people logged in, each in a browser context of his own, whose consoles are watched. A console
 * error, a page error or a breach of the content security policy fails the spec that caused it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';

const pictures = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../target/screenshots');
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Titles differ from run to run, so that specs share one server. */
export function fresh(title) {
  return `${title} ${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
}

/** Takes the next number of a row that all workers of this run share; a worker starts anew after each failed spec. */
function next(row, first) {
  const { outputDir } = test.info().project;
  const file = join(outputDir, row);
  mkdirSync(outputDir, { recursive: true });
  const number = existsSync(file) ? Number(readFileSync(file, 'utf8')) - 1 : first();
  writeFileSync(file, String(number));
  return number;
}

function mondayIn(weeks) {
  const now = new Date();
  const monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - ((now.getUTCDay() + 6) % 7));
  return new Date(monday + weeks * 7 * 864e5).toISOString().slice(0, 10);
}

/** A Monday of one's own, one to three years ahead; each is before the last, as a series without end blocks all later. */
export function freshMonday() {
  return mondayIn(next('weeks', () => 110 + Math.floor(Math.random() * 40)));
}

/** The same within the year for which rooms are held; nothing without end may begin there. */
export function mondayThisYear() {
  return mondayIn(next('weeks-this-year', () => 47));
}

/** Where the demo organisation lives: for three hours of each day that is another day than in UTC. */
export function today() {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Moscow' });
}

export function plusDays(day, days) {
  return new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
}

export const test = base.extend({
  /** `people.logIn('anna', { path, locale, … })` gives a page; the rest goes to the browser context. */
  people: async ({ browser }, use) => {
    const contexts = [];
    const troubles = [];
    const expected = [];
    async function logIn(login, { path = '/', locale = 'ru-RU', ...options } = {}) {
      const context = await browser.newContext({ locale, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => troubles.push(`${login}: ${error.message}`));
      page.on('console', (line) => line.type() === 'error' && troubles.push(`${login}: ${line.text()}`));
      await page.goto(path);
      await page.fill('input[name=login]', login);
      await page.fill('input[name=password]', 'demo');
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-ready]')).toBeVisible({ timeout: 20_000 });
      return page;
    }
    await use({ logIn, expectTrouble: (pattern) => expected.push(pattern) });
    for (const context of contexts) await context.close();
    const session = /status of 401/; // who has not logged in yet is told so
    expect(troubles.filter((one) => ![session, ...expected].some((pattern) => pattern.test(one)))).toEqual([]);
  },
});

/** Calls the REST API as the person of this page. */
export function rest(page, method, path, body) {
  return page.evaluate(
    async ([method, path, body]) => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken };
      const answer = await fetch(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text ? JSON.parse(text) : null;
    },
    [method, path, body],
  );
}

export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

export { expect };
