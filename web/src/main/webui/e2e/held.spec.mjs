import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

/** Hands a mail over that nobody vouches for, as the demo's mail server would. */
async function unsigned(page, title, day) {
  const stamp = day.replaceAll('-', '');
  const lines = [
    'From: mallory@nowhere.test',
    'To: boris@kalends.test',
    'Subject: Hello',
    `Message-ID: <${encodeURIComponent(title)}@nowhere.test>`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nowhere//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(title)}@nowhere.test`,
    'DTSTAMP:20261125T000000Z',
    `DTSTART:${stamp}T070000Z`,
    `DTEND:${stamp}T080000Z`,
    `SUMMARY:${title}`,
    'ORGANIZER:mailto:mallory@nowhere.test',
    'ATTENDEE;RSVP=TRUE:mailto:boris@kalends.test',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const answer = await page.request.post('/demo/mail/inbound', { data: lines.join('\r\n') });
  expect((await answer.json()).result).toBe('held');
}

async function held(page, title) {
  const item = page.locator('[role=dialog] li', { hasText: title });
  await expect(page.locator('button.inbox')).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.click('button.inbox');
    await expect(item).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return item;
}

test('what nobody vouches for is marked and comes into the calendar only when its reader says so', async ({
  people,
}) => {
  const title = fresh('Чужое');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}` });
  await unsigned(boris, title, day);
  const item = await held(boris, title);
  await expect(item).toContainText('от неизвестного отправителя');
  await expect(item).toContainText('mallory@nowhere.test');
  await picture(boris, 'held');
  await item.getByRole('button', { name: 'Принять в календарь' }).click();
  await expect(item.getByRole('button', { name: 'Принять в календарь' })).toHaveCount(0);
  await expect(async () => {
    const { items } = await rest(boris, 'GET', `/events?from=${day}T00:00:00Z&to=${day}T23:00:00Z`);
    expect(items.map((one) => one.title)).toContain(title);
  }).toPass({ timeout: 15_000 });
});

test('what is dropped is gone', async ({ people }) => {
  const title = fresh('Лишнее');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}` });
  await unsigned(boris, title, day);
  const item = await held(boris, title);
  await item.getByRole('button', { name: 'Удалить' }).click();
  await expect(item).toHaveCount(0);
  const { items } = await rest(boris, 'GET', '/mail/held');
  expect(items.map((one) => one.title)).not.toContain(title);
});

test('who answers though he was not invited is added by the organizer alone', async ({ people }) => {
  const title = fresh('Закрытая встреча');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}` });
  const zoned = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  const event = await rest(boris, 'POST', '/events', {
    title,
    start: zoned('10:00'),
    end: zoned('11:00'),
    attendees: [{ address: 'paul@partner.test' }],
  });
  const crasher = `crasher${Date.now()}@partner.test`;
  const lines = [
    'Authentication-Results: kalends.test; dkim=pass header.d=partner.test',
    `From: ${crasher}`,
    'To: boris@kalends.test',
    'Subject: Accepted',
    `Message-ID: <${crasher}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Partner//EN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    'DTSTAMP:20261125T000000Z',
    `DTSTART:${day.replaceAll('-', '')}T070000Z`,
    `SUMMARY:${title}`,
    'ORGANIZER:mailto:boris@kalends.test',
    `ATTENDEE;CN=Незваный Гость;PARTSTAT=ACCEPTED:mailto:${crasher}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const answer = await boris.request.post('/demo/mail/inbound', { data: lines.join('\r\n') });
  expect((await answer.json()).result).toBe('held');
  const item = await held(boris, title);
  await expect(item).toContainText('ответ не от приглашённого');
  await expect(item).toContainText(crasher);
  await picture(boris, 'uninvited');
  await item.getByRole('button', { name: 'Добавить в участники' }).click();
  await expect(item).toHaveCount(0);
  const now = await rest(boris, 'GET', `/events/${event.id}`);
  expect(now.attendees.find((one) => one.address === crasher)?.status).toBe('accepted');
});
