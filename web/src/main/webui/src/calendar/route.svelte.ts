import { addDays, today } from '../time/zones';
import { mainDay, period, VIEWS, type View } from './period';

export const PAGES = ['search', 'trash', 'settings'] as const;
export type Page = (typeof PAGES)[number];

const LAST_VIEW = 'kalends.view';

function usualView(): View {
  const kept = VIEWS.find((one) => one === localStorage.getItem(LAST_VIEW));
  if (innerWidth < 640) return kept === 'agenda' ? 'agenda' : '3days';
  return kept ?? 'week';
}

function isDay(text: string | undefined): text is string {
  return Boolean(text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
}

/** Which view of which day the address names, such as /week/2026-11-24, or which other page. */
class Route {
  view = $state<View>('week');
  day = $state('');
  /** The first of the weeks shown, where a month was scrolled; else empty. */
  from = $state('');
  /** Null while the calendar itself is seen. */
  page = $state<Page | null>(null);
  query = $state('');

  read(zone: string): void {
    const [, first, day] = location.pathname.split('/');
    this.page = PAGES.find((one) => one === first) ?? null;
    const parameters = new URLSearchParams(location.search);
    this.query = parameters.get('q') ?? '';
    if (this.page && this.day) return;
    this.view = VIEWS.find((one) => one === first) ?? usualView();
    this.day = isDay(day) ? day : today(zone);
    const from = parameters.get('from') ?? '';
    this.from = this.view === 'month' && isDay(from) ? period('month', this.day, from).from : '';
    if (!this.page) history.replaceState(null, '', this.path());
  }

  go(view: View, day: string): void {
    if (view === this.view && day === this.day && !this.page && !this.from) return;
    this.view = view;
    this.day = day;
    this.from = '';
    this.page = null;
    localStorage.setItem(LAST_VIEW, view);
    history.pushState(null, '', this.path());
  }

  /** A month goes on by weeks; that which most of them belong to is the one that is named. */
  scroll(weeks: number): void {
    const from = addDays(period('month', this.day, this.from).from, 7 * weeks);
    this.day = mainDay(from, this.day);
    this.from = from === period('month', this.day).from ? '' : from;
    history.replaceState(null, '', this.path());
  }

  show(page: Page, query = ''): void {
    const path = `/${page}${query ? `?q=${encodeURIComponent(query)}` : ''}`;
    const again = this.page === page;
    this.page = page;
    this.query = query;
    if (again) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
  }

  /** From another page to the calendar as it was. */
  back(): void {
    if (this.page) this.go(this.view, this.day);
  }

  path(): string {
    return `/${this.view}/${this.day}${this.from ? `?from=${this.from}` : ''}`;
  }
}

export const route = new Route();
