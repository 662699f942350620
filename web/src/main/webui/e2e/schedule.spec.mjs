import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, mondayThisYear, PHONE, picture, rest, test } from './harness.mjs';

function busy(title, day, from, to) {
  const at = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  return { calendarId: 'default', title, start: at(from), end: at(to) };
}

async function open(page) {
  await page.click('button.schedule');
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toBeVisible();
  return dialog;
}

async function add(page, text) {
  const field = page.locator('input[name=people]');
  await field.fill(text);
  await expect(page.locator('[role=option][aria-selected=true]')).toBeVisible();
  await field.press('Enter');
}

async function sound(page) {
  const found = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
}

test('somebody who is added is seen to be busy at once, and the bar leads away from it', async ({ people }) => {
  const day = freshMonday();
  const eva = await people.logIn('eva', { path: `/week/${day}` });
  await rest(eva, 'POST', '/events', busy(fresh('Отчёт'), day, '10:00', '11:00'));
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const dialog = await open(anna);
  await add(anna, 'eva@');
  const chip = dialog.locator('.chip', { hasText: 'Eva Novak' });
  await expect(chip).toHaveAttribute('data-standing', 'busy');
  await expect(chip.locator('.tip')).toContainText('занят 10:00–11:00');
  await add(anna, 'Дмит');
  await expect(dialog.getByRole('status').last()).toContainText('Eva Novak');
  await expect(dialog.locator('.slots button').first()).toBeVisible();
  await picture(anna, 'schedule-busy');
  await sound(anna);

  const bar = dialog.getByRole('slider');
  await bar.focus();
  for (let i = 0; i < 4; i++) await anna.keyboard.press('ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuetext', /11:00–12:00.*Все свободны/);
  await expect(chip).toHaveAttribute('data-standing', 'free');
  await anna.keyboard.press('Shift+ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuetext', /11:00–12:15/);
  await anna.keyboard.press('PageDown');
  await expect(bar).toBeFocused();
  await anna.keyboard.press('PageUp');
  await dialog.getByRole('button', { name: 'Неделя' }).click();
  await picture(anna, 'schedule-week');
  await dialog.getByRole('button', { name: 'Запланировать' }).click();
  await expect(anna.locator('dialog.popover .chip')).toHaveCount(2);
  await expect(anna.locator('dialog.popover input[name=title]')).toBeVisible();
});

test('the bar is dragged, an optional guest does not block, pasted addresses become chips', async ({ people }) => {
  const day = freshMonday();
  const eva = await people.logIn('eva', { path: `/week/${day}` });
  await rest(eva, 'POST', '/events', busy(fresh('Отчёт'), day, '10:00', '11:00'));
  const anna = await people.logIn('anna', { path: `/week/${day}`, locale: 'en-GB', colorScheme: 'dark' });
  await anna.evaluate(() => localStorage.setItem('kalends.language', 'en'));
  await anna.reload();
  const dialog = await open(anna);
  const field = anna.locator('input[name=people]');
  await field.focus();
  await field.evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text', 'Eva <eva@kalends.test>; N. N. <guest@example.org>, rubbish');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(dialog.locator('.chip')).toHaveCount(2);
  await expect(field).toHaveValue('rubbish');
  await field.fill('');
  await expect(dialog.locator('.bar')).toHaveClass(/clash/);
  await dialog.getByRole('button', { name: /optional: Eva/i }).click();
  await expect(dialog.locator('.bar')).not.toHaveClass(/clash/);
  await picture(anna, 'schedule-dark');
  await sound(anna);
  const bar = await dialog.getByRole('slider').boundingBox();
  await anna.mouse.move(bar.x + 20, bar.y + 80);
  await anna.mouse.down();
  await anna.mouse.move(bar.x + 20 + 128, bar.y + 80, { steps: 6 });
  await anna.mouse.up();
  await expect(dialog.getByRole('slider')).toHaveAttribute('aria-valuetext', /12:00–13:00/);
  await field.press('Backspace');
  await expect(dialog.locator('.chip')).toHaveCount(1);
});

test('people side by side fit a phone', async ({ people }) => {
  const anna = await people.logIn('anna', { path: `/agenda/${freshMonday()}`, ...PHONE });
  await open(anna);
  await add(anna, 'Бор');
  await picture(anna, 'schedule-phone');
  await sound(anna);
  const over = await anna.locator('dialog[open]').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
});

test('only free rooms are offered, the taken one says until when, and a room lost to another is told in place', async ({
  people,
}) => {
  people.expectTrouble(/status of 409/);
  const day = mondayThisYear();
  const eva = await people.logIn('eva', { path: `/week/${day}` });
  const taken = busy(fresh('Занято'), day, '09:00', '12:00');
  await rest(eva, 'POST', '/events', { ...taken, attendees: [{ address: 'volga@kalends.test' }] });
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  await anna.keyboard.press('c');
  const form = anna.locator('dialog.popover');
  await form.locator('input[name=title]').fill(fresh('Встреча'));
  await form.locator('.chosen').click();
  await expect(form.getByRole('button', { name: /Нева/ })).toBeVisible();
  await expect(form.getByRole('button', { name: /Волга/ })).toHaveCount(0);
  await form.getByLabel('Показать занятые').check();
  await expect(form.getByRole('button', { name: /Волга.*занята до 12:00/s })).toBeDisabled();
  await picture(anna, 'rooms');
  await form.getByRole('button', { name: /Нева/ }).click();
  const lost = busy(fresh('Перехвачено'), day, '09:00', '09:30');
  await rest(eva, 'POST', '/events', { ...lost, attendees: [{ address: 'neva@kalends.test' }] });
  await anna.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert').filter({ hasText: 'Переговорную уже заняли' })).toContainText('занята до 09:30');
  await picture(anna, 'room-lost');
});
