/* Events that are there already, and the ways to them. */
import { expect, fresh, rest } from './harness.mjs';

/** A meeting of anna with boris, planned over REST. */
export async function meeting(page, day, more = {}) {
  const at = (clock) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Europe/Moscow' });
  const title = fresh('Встреча');
  return rest(page, 'POST', '/events?notify=none', {
    ...{ title, start: at('11:00'), end: at('12:00'), attendees: [{ address: 'boris@kalends.test' }] },
    ...more,
  });
}

export function shown(page, title) {
  return page.locator('.ec-event', { hasText: title }).first();
}

/** From the grid into the full form. */
export async function edit(page, title) {
  await shown(page, title).click();
  await page
    .locator('dialog.popover')
    .getByRole('button', { name: /Изменить|Настроить/ })
    .click();
  await expect(page.locator('dialog.panel input[name=title]')).toBeVisible();
}

/** Over REST, as another device would. */
export async function change(page, id, patch) {
  const { etag } = await rest(page, 'GET', `/events/${id}`);
  await page.evaluate(
    async ([id, etag, patch]) => {
      const { csrfToken } = await (await fetch('/api/v1/session')).json();
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'If-Match': `"${etag}"` };
      await fetch(`/api/v1/events/${id}`, { method: 'PATCH', headers, body: JSON.stringify(patch) });
    },
    [id, etag, patch],
  );
}
