/** Every zone that this browser knows, by name. */
export const ZONES: string[] = Intl.supportedValuesOf('timeZone');
