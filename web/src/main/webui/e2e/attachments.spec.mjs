import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const agenda = { name: 'Повестка.txt', mimeType: 'text/plain', buffer: Buffer.from('Вопросы') };

function planned(page, title, day, attendees) {
  const moment = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  return rest(page, 'POST', '/events?notify=none', { title, start: moment('10:00'), end: moment('11:00'), attendees });
}

async function opened(page, title) {
  await page.getByRole('button', { name: title }).first().click();
  return page.getByRole('dialog').first();
}

test('files are added in the editor, read by who is invited and taken out', async ({ people }) => {
  const day = freshMonday();
  const title = fresh('С файлами');
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  await planned(anna, title, day, [{ address: 'boris@kalends.test' }]);
  await anna.reload();
  await opened(anna, title);
  await anna.keyboard.press('e');
  const editor = anna.getByRole('dialog', { name: 'Изменить событие' });
  await editor
    .locator('input[type=file]')
    .setInputFiles([
      agenda,
      { name: 'план.png', mimeType: 'image/png', buffer: PNG },
      { name: 'смета.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF') },
    ]);
  const list = editor.getByRole('list', { name: 'Файлы' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list).toContainText('Повестка.txt');
  await editor.getByLabel('Название').fill(`${title} 2`);
  await editor.evaluate((form) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'брошен.txt', { type: 'text/plain' }));
    const target = form.querySelector('form') ?? form;
    target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await list.getByRole('button', { name: 'Показать план.png' }).click();
  await expect(anna.getByRole('dialog', { name: 'план.png' }).getByRole('img')).toHaveJSProperty('naturalWidth', 1);
  await anna.keyboard.press('Escape');
  await picture(anna, 'attachments-editor');
  const { violations } = await new AxeBuilder({ page: anna }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
  await list.getByRole('button', { name: 'Убрать файл брошен.txt' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(editor.getByLabel('Название')).toHaveValue(`${title} 2`);

  const boris = await people.logIn('boris', { path: `/week/${day}` });
  const card = await opened(boris, title);
  const download = boris.waitForEvent('download');
  await card.getByRole('button', { name: 'Повестка.txt' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Повестка.txt');
  await expect(card.getByRole('button', { name: 'Убрать файл Повестка.txt' })).toHaveCount(0);
  const shown = boris.context().waitForEvent('response', (answer) => answer.url().includes('preview=true'));
  await card.getByRole('button', { name: 'Показать смета.pdf' }).click();
  const headers = await (await shown).allHeaders();
  expect(headers['content-disposition']).toMatch(/^inline;/);
  expect(headers['content-type']).toBe('application/pdf');
  await picture(boris, 'attachments-card');
});

test('files of a new event are sent when it is saved, and one that is too large is said at once', async ({
  people,
}) => {
  const day = freshMonday();
  const title = fresh('New with files');
  const eva = await people.logIn('eva', { path: `/week/${day}`, locale: 'en-GB' });
  await eva.keyboard.press('c');
  const popover = eva.getByRole('dialog').first();
  await popover.getByLabel('Title').fill(title);
  await popover.getByRole('button', { name: 'More options' }).click();
  const editor = eva.getByRole('dialog', { name: 'New event' });
  await editor.locator('input[type=file]').setInputFiles([agenda]);
  await expect(editor.getByText('is added on save')).toBeVisible();
  await editor
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'huge.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(25 * 1024 * 1024 + 1) },
    ]);
  await expect(editor.getByRole('alert')).toHaveText('The file is larger than 25 MiB');
  await editor.getByRole('button', { name: 'Do not upload huge.bin' }).click();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor).toHaveCount(0);
  const found = await rest(
    eva,
    'GET',
    `/events?from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z&q=${encodeURIComponent(title)}`,
  );
  expect(found.items).toHaveLength(1);
  const event = await rest(eva, 'GET', `/events/${found.items[0].id}`);
  expect(event.attachments.map(({ name, size }) => [name, size])).toEqual([['Повестка.txt', 14]]);
});
