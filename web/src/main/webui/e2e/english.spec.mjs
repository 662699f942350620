import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

const CYRILLIC = /[а-яё]/i;

/** Everything that is said there, also to those who hear it. */
async function english(place, ...said) {
  for (const text of said) await expect(place).toContainText(text);
  const heard = await place.evaluate((root) => [
    root.innerText,
    ...[root, ...root.querySelectorAll('*')]
      .filter((one) => one.checkVisibility())
      .flatMap((one) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? '')),
  ]);
  expect(heard.filter((text) => CYRILLIC.test(text))).toEqual([]);
}

test('forms and questions speak English, the rule is a sentence with its next dates', async ({ people }) => {
  const eva = await people.logIn('eva', { path: `/week/${freshMonday()}`, locale: 'en-GB' });
  const title = fresh('Review');
  await eva.keyboard.press('c');
  const popover = eva.locator('dialog.popover');
  await popover.locator('input[name=title]').fill(title);
  await english(popover, 'More options', 'Save');
  await picture(eva, 'english-quick');
  await popover.getByRole('button', { name: 'More options' }).click();
  const editor = eva.locator('dialog.panel');
  await editor.locator('select[name=repeat]').selectOption({ label: 'Custom…' });
  const rule = eva.locator('dialog.dialog');
  await rule.getByRole('spinbutton').first().fill('2');
  await english(rule, /Every 2 weeks on Mon/, 'Next dates', 'Ends');
  await rule.getByRole('radio', { name: 'After' }).check();
  await rule.getByLabel('How many times').fill('4');
  await english(rule, /Every 2 weeks on Mon, 4 times/);
  await expect.poll(async () => (await rule.locator('.summary').innerText()).split('·').length).toBe(4);
  await picture(eva, 'english-repeat');
  await rule.getByRole('button', { name: 'Done' }).click();
  await english(editor, 'Next dates', 'Add a reminder', 'New event');
  await picture(eva, 'english-editor');
  await eva.keyboard.press('Control+Enter');
  await expect(eva.locator('.toast', { hasText: 'Event created' })).toBeVisible();

  await eva.locator('.ec-event', { hasText: title }).click();
  await english(popover, title);
  await popover.getByRole('button', { name: 'Edit' }).click();
  await editor.locator('input[name=title]').fill(`${title} B`);
  await eva.keyboard.press('Control+Enter');
  const question = eva.locator('dialog.dialog');
  await english(question, 'Only this one', 'This and following', 'All events');
  await picture(eva, 'english-scope');
  await eva.keyboard.press('Enter');
  await expect(eva.locator('.toast', { hasText: 'Event saved' })).toBeVisible();
  await english(eva.locator('.toasts'), 'Undo');
});

for (const [login, language, subject, words, answers] of [
  [
    'eva',
    'en',
    /^Invitation: Offer .* — \w{3} \d{1,2} \w{3} \d{4}, 10:00–11:00 \(\w+\)$/,
    'invites you',
    ['Yes', 'Maybe', 'No'],
  ],
  [
    'anna',
    'ru',
    /^Приглашение: Offer .* — \S+ \d{1,2} \S+ \d{4}, 10:00–11:00 \(MSK\)$/,
    'приглашает вас',
    ['Пойду', 'Возможно', 'Не пойду'],
  ],
]) {
  test(`a guest from outside is written to in the organizer's language: ${language}`, async ({ people, browser }) => {
    test.setTimeout(120_000);
    const day = freshMonday();
    const guest = `guest${Date.now().toString(36)}@example.org`;
    const page = await people.logIn(login, { path: `/week/${day}`, locale: language });
    const { user } = await rest(page, 'GET', '/session');
    const at = (clock) => ({ dateTime: `${day}T${clock}:00`, timeZone: user.zone });
    const event = { title: fresh('Offer'), start: at('10:00'), end: at('11:00'), attendees: [{ address: guest }] };
    await rest(page, 'POST', '/events', { ...event, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    const context = await browser.newContext({ locale: language });
    const mail = await context.newPage();
    await expect(async () => {
      await mail.goto(`/demo/mail/?to=${encodeURIComponent(guest)}`);
      await mail.locator('.list a', { hasText: event.title }).click({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    const { items } = await (await mail.request.get(`/demo/mail/messages?to=${encodeURIComponent(guest)}`)).json();
    expect(items[0].subject).toMatch(subject);
    const body = mail.frameLocator('iframe').locator('body');
    await expect(body).toContainText(words);
    for (const answer of answers) await expect(body.getByRole('link', { name: answer, exact: true })).toBeVisible();
    await picture(mail, `mail-guest-${language}`);
    const text = await body.innerText();
    if (language === 'en') expect(text).not.toMatch(CYRILLIC);
    const link = await body.locator('a[href*="answer=accepted"]').getAttribute('href');
    await mail.goto(link);
    await expect(mail.locator('button.primary')).toBeVisible();
    if (language === 'en') await english(mail.locator('body'), event.title);
    await picture(mail, `rsvp-guest-${language}`);
    await context.close();
  });
}
