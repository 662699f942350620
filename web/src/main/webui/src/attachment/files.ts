import { api } from '../api/client';
import type { Attachment } from '../api/types';
import type { Language } from '../i18n/index.svelte';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;
const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

/** 1,2 MB and the like. */
export function sizeWords(size: number, language: Language): string {
  const power = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: power ? 1 : 0,
  }).format(size / 1000 ** power);
}

/** Whether the browser can show it without running anything that stands in it. */
export function canBeShown(file: Attachment): boolean {
  return SHOWN.test(file.type) || isPdf(file);
}

/** Which the browser shows in a window of its own. */
export function isPdf(file: Attachment): boolean {
  return file.type === 'application/pdf';
}

/** An address that works for some minutes, for whoever has it. */
export async function addressOf(event: string, file: Attachment): Promise<string> {
  return (await api.post<{ url: string }>(`/events/${event}/attachments/${file.id}/link`)).url;
}
