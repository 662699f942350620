import { expect, fresh, freshMonday, plusDays, rest, test } from './harness.mjs';

const A_DAY = 72;
const ROUNDS = 3;
/** Of each view of a week with 504 events: how many it draws at most; a month what fits, an agenda what is seen. */
const VIEWS = [
  ['KeyM', '/month', 6 * 7 * 6],
  ['KeyW', '/week', 7 * A_DAY],
  ['KeyA', '/agenda', 2 * A_DAY],
  ['KeyW', '/week', 7 * A_DAY],
  ['KeyD', '/day', A_DAY],
  ['KeyX', '/workweek', 5 * A_DAY],
  ['KeyY', '/year', 0],
  ['KeyW', '/week', 7 * A_DAY],
];

/** 72 events on each day of a week, six of them side by side, in a calendar of their own. */
async function plenty(page, day) {
  const { id: calendarId } = await rest(page, 'POST', '/calendars', { name: fresh('Много') });
  const clock = (minutes) =>
    `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
  const at = (minutes) => ({ dateTime: clock(minutes), timeZone: 'Europe/Moscow' });
  for (let n = 0; n < A_DAY; n++) {
    const from = 8 * 60 + n * 10;
    const times = { start: at(from), end: at(from + 30 + (n % 4) * 15), recurrence: ['RRULE:FREQ=DAILY;COUNT=7'] };
    await rest(page, 'POST', '/events', { calendarId, title: `Дело ${n}`, ...times });
  }
  return calendarId;
}

/** From a key to the end of the first frame after it: what was drawn by then, and how often nodes were put in for it. */
function turnTo(page, code) {
  return page.evaluate(async (code) => {
    const root = document.querySelector('main');
    const put = new Set();
    const count = (nodes) => {
      for (const node of nodes)
        if (node.matches?.('.ec-event')) put.add(node);
        else for (const one of node.querySelectorAll?.('.ec-event') ?? []) put.add(one);
    };
    const watch = new MutationObserver((changes) => changes.forEach((change) => count(change.addedNodes)));
    watch.observe(root, { childList: true, subtree: true });
    const begun = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: '', bubbles: true }));
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => {
      const painted = new MessageChannel();
      painted.port1.onmessage = done;
      painted.port2.postMessage(null);
    });
    const time = performance.now() - begun;
    const drawn = root.querySelectorAll('.ec-event, button.line').length;
    await new Promise((done) => setTimeout(done, 250));
    count(watch.takeRecords().flatMap((change) => [...change.addedNodes]));
    watch.disconnect();
    const whole = root.querySelectorAll('.ec-event, button.line').length;
    const unnamed = root.querySelectorAll('.ec-event:not([aria-label])').length;
    return {
      time,
      drawn,
      whole,
      put: put.size,
      unnamed,
      nodes: root.querySelectorAll('*').length,
      path: location.pathname,
    };
  }, code);
}

const median = (times) => times.toSorted((one, other) => one - other)[times.length >> 1];

test('turning to another view draws 504 events once, at once, and asks the server nothing', async ({ people }) => {
  test.setTimeout(240_000);
  const day = freshMonday();
  const dmitri = await people.logIn('dmitri', { path: `/week/${plusDays(day, -70)}` });
  const calendarId = await plenty(dmitri, day);
  await dmitri.goto(`/week/${day}`);
  await expect(dmitri.locator('.ec-event')).toHaveCount(7 * A_DAY);
  for (const [code] of VIEWS) await turnTo(dmitri, code); // each is fetched once
  await dmitri.waitForLoadState('networkidle').catch(() => undefined); // the stream of changes never ends
  await dmitri.waitForTimeout(2500); // what is fetched ahead when there is time
  const asked = [];
  dmitri.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()));
  const cdp = await dmitri.context().newCDPSession(dmitri);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const told = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [n, [code, path, most]] of VIEWS.entries()) {
      const before = await worked();
      const turned = await turnTo(dmitri, code);
      const work = (await worked()) - before;
      expect(turned.path).toBe(`${path}/${day}`);
      expect(turned.drawn, path).toBeLessThanOrEqual(most);
      expect(turned.put, `${path}: nodes are put in once`).toBeLessThanOrEqual(most);
      /* An agenda goes on with the days that are not seen yet. */
      if (path !== '/agenda') expect(turned.drawn, `${path}: all of it in the first frame`).toBe(turned.whole);
      expect(turned.unnamed, `${path}: without a name`).toBe(0);
      expect(turned.nodes, path).toBeLessThan(1500 + 6 * most);
      (told[`${n} ${path.slice(1)}`] ??= []).push({ ...turned, work });
    }
  }
  expect(asked).toEqual([]);
  await rest(dmitri, 'DELETE', `/calendars/${calendarId}`);
  for (const [view, all] of Object.entries(told)) {
    const of = (what) => Math.round(median(all.map((one) => one[what])));
    console.log(`${view}: first frame ${of('time')} ms, work ${of('work')} ms, ${of('drawn')} events`);
  }
});
