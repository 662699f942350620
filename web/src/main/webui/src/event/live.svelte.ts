import { store } from '../calendar/store.svelte';

/**
 * Calls back when the shown period holds that event in another state than before, or holds it no more. The grid is
 * kept fresh by the stream of changes, so no second stream is needed. Returns how to stop.
 */
export function onChange(event: string, act: () => void): () => void {
  let known: string | undefined;
  return $effect.root(() => {
    $effect(() => {
      const state = store.events.find((one) => one.id === event)?.etag ?? '';
      if (known !== undefined && known !== state) act();
      known = state;
    });
  });
}
