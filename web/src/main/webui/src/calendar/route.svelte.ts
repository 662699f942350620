import { today } from '../time/zones';
import { VIEWS, type View } from './period';

export const PAGES = ['search', 'trash', 'settings'] as const;
export type Page = (typeof PAGES)[number];

const LAST_VIEW = 'kalends.view';

function usualView(): View {
  const kept = VIEWS.find((one) => one === localStorage.getItem(LAST_VIEW));
  if (innerWidth < 640) return kept === 'agenda' ? 'agenda' : '3days';
  return kept ?? 'week';
}

/** Which view of which day the address names, such as /week/2026-11-24, or which other page. */
class Route {
  view = $state<View>('week');
  day = $state('');
  /** Null while the calendar itself is seen. */
  page = $state<Page | null>(null);
  query = $state('');

  read(zone: string): void {
    const [, first, day] = location.pathname.split('/');
    this.page = PAGES.find((one) => one === first) ?? null;
    this.query = new URLSearchParams(location.search).get('q') ?? '';
    if (this.page && this.day) return;
    this.view = VIEWS.find((one) => one === first) ?? usualView();
    this.day = day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : today(zone);
    if (!this.page) history.replaceState(null, '', this.path());
  }

  go(view: View, day: string): void {
    if (view === this.view && day === this.day && !this.page) return;
    this.view = view;
    this.day = day;
    this.page = null;
    localStorage.setItem(LAST_VIEW, view);
    history.pushState(null, '', this.path());
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
    return `/${this.view}/${this.day}`;
  }
}

export const route = new Route();
