import AxeBuilder from '@axe-core/playwright';
import { expect, PHONE, picture, test } from './harness.mjs';

const VIEWS = ['week', 'workweek', '3days', 'day', 'month', 'agenda', 'year'];
const OTHERS = ['/settings', '/trash', '/search?q=Пла'];

/** Serious and critical findings only, each as one line that names the place. */
async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
}

/* Each theme by another person: the server bounds how much one may ask for. */
for (const [login, name, options] of [
  ['clara', 'light', { colorScheme: 'light' }],
  ['dmitri', 'dark', { colorScheme: 'dark' }],
  ['eva', 'phone', { ...PHONE, colorScheme: 'light', locale: 'en-US' }],
  ['boris', 'phone-dark', { ...PHONE, colorScheme: 'dark', locale: 'en-US' }],
]) {
  test(`every page can be used by everybody: ${name}`, async ({ people }) => {
    test.setTimeout(180_000);
    const anna = await people.logIn(login, { path: '/', ...options });
    const today = new Date().toISOString().slice(0, 10);
    for (const path of [...VIEWS.map((view) => `/${view}/${today}`), ...OTHERS]) {
      await anna.goto(path);
      await expect(anna.locator('[data-ready]')).toBeVisible();
      await expect(anna.locator('.ec-event, .line, section, .page').first()).toBeVisible();
      await expect(anna.locator('.skeleton')).toHaveCount(0);
      await picture(
        anna,
        `${name}${path
          .split('?')[0]
          .replaceAll('/', '-')
          .replace(/-\d{4}.*/, '')}`,
      );
      expect(await findings(anna), path).toEqual([]);
    }
  });
}
