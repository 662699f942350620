import { today } from '../time/zones';
import { VIEWS, type View } from './period';

/** Which view of which day the address names, such as /week/2026-11-24. */
class Route {
  view = $state<View>('week');
  day = $state('');

  read(zone: string): void {
    const [, view, day] = location.pathname.split('/');
    const usual: View = innerWidth < 640 ? 'agenda' : 'week';
    this.view = VIEWS.find((one) => one === view) ?? usual;
    this.day = day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : today(zone);
    history.replaceState(null, '', this.path());
  }

  go(view: View, day: string): void {
    if (view === this.view && day === this.day) return;
    this.view = view;
    this.day = day;
    history.pushState(null, '', this.path());
  }

  path(): string {
    return `/${this.view}/${this.day}`;
  }
}

export const route = new Route();
