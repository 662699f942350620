import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, picture, rest, test } from './harness.mjs';

/** Of an event that begins in an hour, in the browser a few seconds from now. */
async function reminded(page, title) {
  const start = new Date(Date.now() + 3_600_000);
  const local = (moment) => ({ dateTime: moment.toISOString().slice(0, 19), timeZone: 'UTC' });
  const seconds = 3600 - 4;
  return rest(page, 'POST', '/events', {
    title,
    location: 'Волга',
    start: local(start),
    end: local(new Date(start.getTime() + 1_800_000)),
    reminders: [{ before: `PT${seconds}S`, channel: 'browser' }],
  });
}

test('a reminder comes into the open window, is put off, comes again, and is dismissed everywhere', async ({
  people,
}) => {
  const title = fresh('Созвон');
  const clara = await people.logIn('clara');
  const other = await clara.context().newPage();
  await other.goto('/');
  await reminded(clara, title);
  const panel = clara.getByRole('region', { name: 'Reminders now' });
  const item = panel.getByRole('listitem').filter({ hasText: title });
  await expect(item).toBeVisible({ timeout: 20_000 });
  await expect(other.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  await picture(clara, 'reminder');
  const found = await new AxeBuilder({ page: clara }).analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);

  await item.getByRole('button', { name: /^Snooze/ }).click();
  await picture(clara, 'reminder-snooze');
  await clara.getByRole('menuitem', { name: 'Until it starts' }).click();
  await expect(item).toBeHidden();
  await expect(other.getByRole('listitem').filter({ hasText: title })).toBeHidden();

  const again = fresh('Ещё раз');
  await reminded(clara, again);
  const second = panel.getByRole('listitem').filter({ hasText: again });
  await expect(second).toBeVisible({ timeout: 20_000 });
  await second
    .getByRole('button', { name: new RegExp(again) })
    .first()
    .click();
  await expect(clara.getByRole('dialog')).toContainText(again);
  await clara.keyboard.press('Escape');
  await second.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(second).toBeHidden();
  const asked = clara.waitForResponse((answer) => answer.url().endsWith('/reminders'));
  await clara.reload();
  expect((await (await asked).text()).includes(again)).toBe(false);
});
