import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

/** Anna is Dmitri's secretary for as long as the test takes. */
test('a secretary plans and answers for her chief in the browser', async ({ people }) => {
  const monday = freshMonday();
  const title = fresh('Совет');
  const asked = fresh('Ревизия');
  const zoned = (time) => ({ dateTime: `${monday}T${time}:00`, timeZone: 'Europe/Moscow' });
  const dmitri = await people.logIn('dmitri', { path: `/week/${monday}` });
  await rest(dmitri, 'PUT', '/calendars/all/shares/anna', { level: 'manage' });
  const eva = await people.logIn('eva', { locale: 'en-US' });
  await rest(eva, 'POST', '/events', {
    title: asked,
    start: zoned('14:00'),
    end: zoned('15:00'),
    attendees: [{ address: 'dmitri@kalends.test' }],
  });
  const chief = (await rest(dmitri, 'GET', '/calendars')).items.find((one) => one.isDefault);
  const anna = await people.logIn('anna', { path: `/week/${monday}` });

  await anna.keyboard.press('c');
  await anna.locator('dialog.popover input[name=title]').fill(title);
  await anna.getByRole('button', { name: 'Подробнее' }).click();
  const editor = anna.locator('dialog.panel');
  await editor.locator('select[name=calendar]').selectOption(chief.id);
  await anna.keyboard.press('Control+Enter');
  await expect(anna.locator('dialog[open]')).toHaveCount(0);
  await expect
    .poll(async () => {
      const { items } = await rest(dmitri, 'GET', `/events?from=${monday}T00:00:00Z&to=${monday}T23:00:00Z`);
      return items.find((one) => one.title === title)?.canEdit;
    })
    .toBe(true);

  const invited = anna.locator('.ec-event', { hasText: asked });
  await expect(invited).toBeVisible({ timeout: 20_000 });
  await invited.click();
  await anna.getByRole('button', { name: /^Пойду/ }).click();
  await picture(anna, 'secretary');
  await expect
    .poll(async () => {
      const { items } = await rest(dmitri, 'GET', `/events?from=${monday}T00:00:00Z&to=${monday}T23:00:00Z`);
      return items.find((one) => one.title === asked)?.myStatus;
    })
    .toBe('accepted');
  await rest(dmitri, 'DELETE', '/calendars/all/shares/anna');
});
