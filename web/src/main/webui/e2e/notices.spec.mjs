import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, picture, rest, test } from './harness.mjs';

async function sound(page) {
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
}

const saved = (page, path) =>
  page.waitForResponse((answer) => answer.url().endsWith(path) && ['PUT', 'PATCH'].includes(answer.request().method()));

test('quiet hours, the day in the morning and a calendar that is told otherwise are kept', async ({ people }) => {
  const eva = await people.logIn('eva', { path: '/settings' });
  const before = await rest(eva, 'GET', '/settings');
  const made = await rest(eva, 'POST', '/calendars', { name: fresh('Club'), color: '#8e24aa' });
  await eva.reload();
  try {
    const put = saved(eva, '/settings');
    await eva.getByLabel('Keep quiet').check();
    await put;
    const from = eva.getByLabel('Quiet hours: Start');
    await expect(from).toHaveValue('22:00');
    const later = saved(eva, '/settings');
    await from.fill('21:30');
    await from.blur();
    await later;
    const day = saved(eva, '/settings');
    await eva.getByLabel('Daily agenda: mail').check();
    await day;
    const at = saved(eva, '/settings');
    await eva.getByLabel('Tell my day at').fill('07:15');
    await eva.getByLabel('Tell my day at').blur();
    await at;
    await eva.getByLabel('For events of').selectOption({ label: made.name });
    const other = saved(eva, '/settings');
    await eva.getByLabel('Invitation: messenger').uncheck();
    await other;
    await expect(eva.getByRole('button', { name: 'As for all calendars' })).toBeVisible();
    await picture(eva, 'notices');
    await sound(eva);

    const now = await rest(eva, 'GET', '/settings');
    expect(now.quietHours).toEqual({ from: '21:30', to: '08:00' });
    expect(now.digestAt).toBe('07:15');
    expect(now.notifications.digest.mail).toBe(true);
    expect(now.notifications.invitation.messenger).toBe(true);
    expect(now.calendarNotifications[made.id].invitation).toEqual({ mail: true, messenger: false, browser: true });

    const reset = saved(eva, '/settings');
    await eva.getByRole('button', { name: 'As for all calendars' }).click();
    await reset;
    expect((await rest(eva, 'GET', '/settings')).calendarNotifications).toEqual({});
  } finally {
    await rest(eva, 'PUT', '/settings', before);
  }
});

test('a calendar has reminders of its own for what is planned in it', async ({ people }) => {
  const eva = await people.logIn('eva');
  const made = await rest(eva, 'POST', '/calendars', { name: fresh('Rehearsals'), color: '#8e24aa' });
  await eva.reload();
  await eva.getByRole('button', { name: `Menu of calendar ${made.name}` }).click();
  await eva.getByRole('menuitem', { name: 'Edit calendar' }).click();
  const group = eva.getByRole('dialog').getByRole('group', { name: 'Reminders' }).first();
  await group.getByRole('button', { name: 'Add a reminder' }).click();
  await picture(eva, 'calendar-reminders');
  await sound(eva);
  const put = saved(eva, `/calendars/${made.id}`);
  await eva.getByRole('button', { name: 'Save' }).click();
  await put;
  const start = { dateTime: '2031-02-03T10:00:00', timeZone: 'Europe/Berlin' };
  const end = { dateTime: '2031-02-03T11:00:00', timeZone: 'Europe/Berlin' };
  const event = await rest(eva, 'POST', '/events', { title: 'Choir', calendarId: made.id, start, end });
  expect(event.reminders).toEqual([{ before: 'PT15M', channel: 'browser' }]);
});
