import { createServer } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, test } from './harness.mjs';

/** A server of others that publishes one calendar; what it says may be changed. */
function publish(text) {
  const feed = { text, status: 200 };
  const server = createServer((_, answer) => {
    answer.writeHead(feed.status, { 'Content-Type': 'text/calendar' });
    answer.end(feed.text);
  });
  return new Promise((ready) =>
    server.listen(0, 'localhost', () =>
      ready({ feed, address: `http://localhost:${server.address().port}/talks.ics`, close: () => server.close() }),
    ),
  );
}

const calendar = (name, day, title) =>
  [
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Spec//EN\r\nX-WR-CALNAME:${name}\r\n`,
    `BEGIN:VEVENT\r\nUID:talk\r\nDTSTAMP:20261124T120000Z\r\nDTSTART:${day.replaceAll('-', '')}T090000Z\r\n`,
    `DURATION:PT1H\r\nSUMMARY:${title}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  ].join('');

async function subscribe(page, address) {
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  await page.getByRole('menuitem', { name: 'Subscribe by address…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address of the calendar (ICS)').fill(address);
  await dialog.getByRole('button', { name: 'Subscribe', exact: true }).click();
  return dialog;
}

test('a calendar elsewhere is followed, read only, and read again', async ({ people }) => {
  test.slow(); // a feed is not asked more often than every ten seconds
  const day = freshMonday();
  const [name, title, later] = [fresh('Talks'), fresh('Talk'), fresh('Longer talk')];
  const outside = await publish(calendar(name, day, title));
  const page = await people.logIn('eva', { path: `/week/${day}`, locale: 'en-US' });

  const dialog = await subscribe(page, `${outside.address}?a=1`);
  await expect(page.getByText(`Subscribed to ${name}`)).toBeVisible();
  await expect(dialog).toBeHidden();
  const shown = page.locator('.ec-event', { hasText: title }).first();
  await expect(shown).toBeVisible();
  await shown.click();
  const card = page.getByRole('dialog', { name: title });
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await picture(page, 'subscribed');
  await page.keyboard.press('Escape');

  outside.feed.text = calendar(name, day, later);
  await page.getByRole('button', { name: `Menu of calendar ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(dialog.getByText('Read: ')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
  await dialog.getByLabel('Address of the calendar (ICS)').fill(outside.address);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.ec-event', { hasText: later }).first()).toBeVisible({ timeout: 20_000 });

  outside.feed.status = 404;
  await page.getByRole('button', { name: `Menu of calendar ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Read again now' }).click();
  await expect(page.getByText(`${name}: The server does not give the calendar`)).toBeVisible({ timeout: 35_000 });
  outside.close();
});

test('an address that holds no calendar leaves nothing behind', async ({ people }) => {
  people.expectTrouble(/400/);
  const outside = await publish('<html>');
  const page = await people.logIn('eva', { locale: 'en-US' });
  const dialog = await subscribe(page, outside.address);
  await expect(dialog.getByRole('alert')).toHaveText('There is no calendar (ICS) at this address.');
  await picture(page, 'subscription-refused');
  await dialog.getByLabel('Address of the calendar (ICS)').fill('http://10.0.0.1/talks.ics');
  await dialog.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('inner network');
  await dialog.getByLabel('Address of the calendar (ICS)').fill('talks.ics');
  await dialog.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('https://');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(page.locator('[data-ready]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Menu of calendar localhost' })).toHaveCount(0);
  outside.close();
});
