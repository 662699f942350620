import { AxeBuilder } from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import { expect, picture, rest, test } from './harness.mjs';

const EXCHANGE = process.env.EXCHANGE_URL;

/** Somebody who is here, and has a mailbox with one appointment there. */
async function somebody(admin, subject) {
  const login = `moving${randomUUID().slice(0, 8)}`;
  const address = `${login}@kalends.test`;
  await rest(admin, 'POST', '/admin/users', { login, name: login, address, language: 'ru', password: 'long enough 1' });
  const start = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '');
  const end = new Date(Date.now() + 90_000_000).toISOString().replace(/\.\d+/, '');
  const form = new URLSearchParams({ subject, start, end });
  expect((await fetch(`${EXCHANGE}/${address}`, { method: 'POST', body: form })).ok).toBe(true);
  return address;
}

test('an administrator moves mailboxes from Exchange, sees what was not taken, and keeps one the same', async ({
  people,
}) => {
  test.skip(!EXCHANGE, 'EXCHANGE_URL names no simulator');
  const admin = await people.logIn('admin', { path: '/settings' });
  const address = await somebody(admin, 'Переезд');
  const exchange = admin.getByRole('region', { name: 'Exchange' });
  await exchange.getByLabel('Адреса').fill(`# первый\n${address}\nnobody@kalends.test\n`);
  await exchange.getByRole('button', { name: 'Перенести' }).click();
  await expect(exchange.getByRole('alert')).toContainText('nobody@kalends.test: Здесь ни у кого нет такого адреса');
  await expect(exchange.getByLabel('Адреса')).toHaveValue('nobody@kalends.test');
  const job = exchange.getByRole('listitem').filter({ hasText: address }).first();
  await expect(job.getByText('готово', { exact: true })).toBeVisible();
  await expect(job).toContainText('Просмотрено 1 из 1: новых 1');
  await expect(job).toContainText('В Exchange 1 повторений, здесь 1; расходятся события: 0');
  await job.getByRole('button', { name: 'Подробности' }).click();
  await expect(job).toContainText('Всё перенесено целиком.');

  await exchange.getByLabel('Адреса').fill(address);
  await exchange.getByLabel('Пригласить гостей предстоящих встреч').check();
  await exchange.getByRole('button', { name: 'Перенести' }).click();
  await expect(exchange.getByRole('listitem').filter({ hasText: 'Перенос с приглашениями' }).first()).toContainText(
    address,
  );
  await expect(exchange.getByLabel('Пригласить гостей предстоящих встреч')).not.toBeChecked();

  await exchange.getByLabel('Адреса').fill(address);
  await exchange.getByRole('button', { name: 'Держать одинаковыми' }).click();
  const kept = exchange.getByRole('listitem').filter({ has: admin.getByRole('button', { name: 'Больше не держать' }) });
  await expect(kept).toContainText(address);
  await kept.getByRole('button', { name: 'Заметки' }).click();
  await expect(kept).toContainText('Заметок нет.');
  await exchange.scrollIntoViewIfNeeded();
  await picture(admin, 'exchange');
  const found = await new AxeBuilder({ page: admin }).analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
  await kept.getByRole('button', { name: 'Больше не держать' }).click();
  await expect(exchange).toContainText('Таких ящиков нет.');
});
