import { live } from '../calendar/live';
import { openLinked } from '../event/linked';
import { t } from '../i18n/index.svelte';
import { toast } from '../ui/toast.svelte';
import { device, type News } from './device.svelte';

/**
 * Tells news as they come: in the window that is looked at, or by the system while none is; and opens what was clicked
 * there. Returns how to stop.
 */
export function tellNews(): () => void {
  const stop = live.all((change) => {
    if (change?.news) tell(change.news);
  });
  const clicked = ({ data }: MessageEvent<{ open?: string }>) => {
    if (data.open) void openLinked(new URL(data.open, location.href).searchParams);
  };
  navigator.serviceWorker?.addEventListener('message', clicked);
  return () => {
    stop();
    navigator.serviceWorker?.removeEventListener('message', clicked);
  };
}

function tell(news: News): void {
  void device.show(news);
  if (document.hidden) return;
  const [heading = ''] = news.body.split('\n');
  const { url } = news;
  toast.show({
    text: `${news.title}: ${heading}`,
    ...(url ? { undoLabel: t('openEvent'), keyless: true, undo: () => openLinked(new URL(url).searchParams) } : {}),
  });
}
