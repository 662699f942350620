import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

async function calendar(page, name) {
  const made = await rest(page, 'POST', '/calendars', { name });
  await page.reload();
  await expect(page.locator('[data-ready]')).toBeVisible();
  return made.id;
}

async function choose(page, name, item) {
  await page.getByRole('button', { name: `Menu of calendar ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function clean(page) {
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
}

test('a file comes in with a report and goes out again', async ({ people }) => {
  const day = freshMonday();
  const page = await people.logIn('eva', { path: `/week/${day}`, locale: 'en-US' });
  const name = fresh('Files');
  await calendar(page, name);
  const title = fresh('From a file');
  const stamp = `DTSTAMP:20261124T120000Z\r\nDTSTART:${day.replaceAll('-', '')}T090000Z\r\n`;
  const text = [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Spec//EN\r\n',
    `BEGIN:VEVENT\r\nUID:${fresh('good')}\r\n${stamp}DURATION:PT1H\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`,
    `BEGIN:VEVENT\r\nUID:broken-one\r\nDTSTAMP:20261124T120000Z\r\nDTSTART:never\r\nEND:VEVENT\r\n`,
    'END:VCALENDAR\r\n',
  ].join('');

  await choose(page, name, 'Import from a file…');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Calendar file (.ics)')
    .setInputFiles({ name: 'a.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('Done: 1 event added, 1 refused');
  await expect(dialog.getByRole('region', { name: 'Refused' })).toContainText('broken-one');
  await clean(page);
  await picture(page, 'import');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.locator('.ec-event', { hasText: title }).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await choose(page, name, 'Download as a file');
  expect((await download).suggestedFilename()).toBe(`${name}.ics`);
});

test('a secret address is made, read without a session, and taken back', async ({ people }) => {
  const page = await people.logIn('eva', { locale: 'en-US' });
  const name = fresh('Told');
  await calendar(page, name);
  await choose(page, name, 'Secret address…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What the address shows').selectOption('busy');
  await dialog.getByRole('button', { name: 'Make an address' }).click();
  const address = dialog.getByLabel('Address', { exact: true });
  await expect(address).toHaveValue(/\/feeds\/[\w-]{43}\.ics$/);
  await clean(page);
  await picture(page, 'feed');
  const path = new URL(await address.inputValue()).pathname;
  const status = () => page.evaluate(async (at) => (await fetch(at, { credentials: 'omit' })).status, path);
  expect(await status()).toBe(200);
  people.expectTrouble(/status of 404/);
  await dialog.getByRole('button', { name: /^Revoke the address/ }).click();
  await expect(dialog.getByRole('button', { name: /^Revoke the address/ })).toHaveCount(0);
  expect(await status()).toBe(404);
});
