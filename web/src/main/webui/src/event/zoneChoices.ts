import { Temporal } from 'temporal-polyfill';

export interface ZoneChoice {
  zone: string;
  label: string;
  minutes: number;
}

let known: ZoneChoice[] | null = null;

function choice(zone: string, now: Temporal.Instant): ZoneChoice {
  const at = now.toZonedDateTimeISO(zone);
  const city = zone.split('/').slice(1).join(', ').replaceAll('_', ' ') || zone;
  return { zone, label: `${city} (${at.offset})`, minutes: at.offsetNanoseconds };
}

/** All zones from west to east with their present offset; one that the browser does not name is added. */
export function zoneChoices(present: string): ZoneChoice[] {
  const now = Temporal.Now.instant();
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
    .map((zone) => choice(zone, now))
    .sort((a, b) => a.minutes - b.minutes || a.label.localeCompare(b.label));
  return known.some((one) => one.zone === present) ? known : [choice(present, now), ...known];
}
