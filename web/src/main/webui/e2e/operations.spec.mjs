import { AxeBuilder } from '@axe-core/playwright';
import { expect, picture, rest, test } from './harness.mjs';

const changed = (page) =>
  page.waitForResponse(
    (answer) => answer.url().endsWith('/admin/mute') && answer.request().method() === 'PUT' && answer.status() === 200,
  );

test('an administrator silences a channel, says why, and lets it speak again', async ({ people }) => {
  const admin = await people.logIn('admin', { path: '/settings' });
  try {
    await admin.getByLabel('Причина').fill('Восстановление из копии');
    const muted = changed(admin);
    await admin.getByLabel('Мессенджер молчит').check();
    await muted;
    await admin.reload();
    await expect(admin.getByLabel('Мессенджер молчит')).toBeChecked();
    await expect(admin.getByLabel('Причина')).toHaveValue('Восстановление из копии');
    await expect(admin.getByLabel('Почта молчит')).not.toBeChecked();
    await expect(admin.getByText('Ничего не отложено.')).toBeVisible();
    await admin.getByText('Ничего не отложено.').scrollIntoViewIfNeeded();
    await picture(admin, 'operations');
    const found = await new AxeBuilder({ page: admin }).analyze();
    expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
    const speaks = changed(admin);
    await admin.getByLabel('Мессенджер молчит').uncheck();
    await speaks;
    expect((await rest(admin, 'GET', '/admin/mute')).items).toEqual([]);
  } finally {
    await rest(admin, 'PUT', '/admin/mute', { channels: [] });
  }

  const eva = await people.logIn('eva', { path: '/settings' });
  await expect(eva.getByRole('heading', { name: 'Quiet hours' })).toBeVisible();
  await expect(eva.getByRole('heading', { name: 'Silent channels' })).toHaveCount(0);
});
