const MARK = 'kalends-first-view';

/** For whoever measures: when the first period had been drawn with what the server says. */
export function firstView(): void {
  if (performance.getEntriesByName(MARK).length) return;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(MARK)));
}
