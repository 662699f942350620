import { expect, fresh, freshMonday, PHONE, picture, rest, test } from './harness.mjs';

function busy(title, day, from, to) {
  const at = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  return { title, start: at(from), end: at(to) };
}

async function watch(page, text) {
  const field = page.getByRole('combobox', { name: /коллеги|colleague/ });
  await field.fill(text);
  await expect(page.locator('[role=option]').first()).toBeVisible();
  await field.press('Enter');
}

test('a day stands in columns, one for each colleague, and a column invites whose it is', async ({ people }) => {
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/day/${day}` });
  await rest(boris, 'POST', '/events', busy(fresh('Отчёт'), day, '10:00', '11:30'));
  const anna = await people.logIn('anna', { path: `/day/${day}` });
  const own = fresh('Своё');
  await rest(anna, 'POST', '/events', busy(own, day, '12:00', '13:00'));
  await watch(anna, 'Борис');
  await watch(anna, 'Дмит');
  await anna.getByRole('button', { name: 'Календари рядом' }).click();
  const grid = anna.locator('.grid');
  for (const name of ['Анна Иванова', 'Борис Петров', 'Дмитрий']) await expect(grid.getByText(name)).toBeVisible();
  await expect(grid.locator('.ec-event', { hasText: own })).toHaveCount(1);
  await expect(grid.locator('.busy-block').first()).toBeVisible();
  await picture(anna, 'columns');
  await anna.emulateMedia({ colorScheme: 'dark' });
  await picture(anna, 'columns-dark');
  const block = await grid.locator('.busy-block').first().boundingBox();
  await anna.mouse.click(block.x + block.width / 2, block.y + block.height + 60);
  const form = anna.locator('dialog.popover');
  await expect(form.locator('.chip')).toContainText('Борис Петров');
  await anna.keyboard.press('Escape');
  await anna.getByRole('button', { name: 'Календари рядом' }).click();
  await expect(grid.getByText('Анна Иванова')).toHaveCount(0);
});

test('columns on a phone', async ({ people }) => {
  const day = freshMonday();
  const anna = await people.logIn('anna', { path: `/day/${day}`, locale: 'en-GB', ...PHONE });
  await anna
    .getByRole('button', { name: /Боковая панель|Sidebar/ })
    .first()
    .click();
  await watch(anna, 'boris');
  await anna.locator('.veil').click({ position: { x: 380, y: 400 } });
  await anna.getByRole('button', { name: /Календари рядом|Side by side/ }).click();
  await expect(anna.locator('.grid').getByText('Борис Петров')).toBeVisible();
  await picture(anna, 'columns-phone');
});
