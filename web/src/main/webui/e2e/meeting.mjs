/* Two people at once, in real browsers: anna plans, boris sees it without a reload and answers, anna sees the answer. */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const address = process.env.KALENDS_URL ?? 'http://127.0.0.1:8080';
const pictures = '../../../target/screenshots';
const title = `Запуск ${Date.now()}`;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });

async function loggedIn(login) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(`${address}/week/2026-11-30`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'demo');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.ec-event');
  return page;
}

try {
  const [anna, boris] = await Promise.all([loggedIn('anna'), loggedIn('boris')]);
  await anna.keyboard.press('c');
  await anna.fill('input[name=title]', title);
  await anna.fill('input[type=datetime-local] >> nth=0', '2026-12-04T11:00');
  await anna.fill('input[type=datetime-local] >> nth=1', '2026-12-04T12:00');
  await anna.fill('input[name=people]', 'Бор');
  await anna.click('.found button');
  await anna.waitForSelector('.chips .free, .chips .busy');
  await anna.screenshot({ path: `${pictures}/plan.png` });
  await anna.click('dialog button.primary');
  await boris.waitForSelector(`text=${title}`, { timeout: 8000 });
  await boris.click(`text=${title}`);
  await boris.click('dialog button:has-text("Пойду")');
  await boris.waitForSelector('dialog', { state: 'detached' });
  await anna.waitForTimeout(2000);
  await anna.click(`text=${title}`);
  await anna.waitForSelector('dialog li:has-text("Борис")');
  const answer = await anna.textContent('dialog li:has-text("Борис")');
  await anna.screenshot({ path: `${pictures}/answer.png` });
  if (!answer.includes('идёт')) throw new Error(`the answer did not arrive: ${answer}`);
  console.log('1 passed, 0 failed');
} finally {
  await browser.close();
}
