import type { CalendarEvent } from '../api/types';
import { t } from '../i18n/index.svelte';
import { toast } from '../ui/toast.svelte';
import { LockWatch } from './lockWatch';

/** Events that somebody else edits, and of which one wants to be told when he is done. Goes on when the form is closed. */
class Watching {
  events = $state<string[]>([]);

  has(event: string): boolean {
    return this.events.includes(event);
  }

  start(event: CalendarEvent): void {
    if (this.has(event.id)) return;
    this.events = [...this.events, event.id];
    if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
    const watch = new LockWatch(event.id, (lock) => {
      if (lock) return;
      watch.stop();
      this.#tell(event);
    });
    void watch.look();
  }

  #tell(event: CalendarEvent): void {
    this.events = this.events.filter((one) => one !== event.id);
    const text = t('nowFree', { title: event.title || t('untitled') });
    toast.show({ text });
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted') new Notification(text);
  }
}

export const watching = new Watching();
