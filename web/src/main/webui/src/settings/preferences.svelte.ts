/** How this browser shows things: kept here, not on the server. */

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'normal' | 'roomy';

export interface Preferences {
  theme: Theme;
  density: Density;
  firstDay: 0 | 1 | 6;
  hour12: boolean;
  weekNumbers: boolean;
  sidebar: boolean;
  declined: boolean;
  sideBySide: boolean;
  secondZone: string;
}

const KEY = 'kalends.preferences';
const USUAL: Preferences = {
  theme: 'system',
  density: 'normal',
  firstDay: 1,
  hour12: false,
  weekNumbers: false,
  sidebar: true,
  declined: true,
  sideBySide: false,
  secondZone: '',
};

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

export const preferences: Preferences = $state({ ...USUAL, ...kept() });

export function prefer(change: Partial<Preferences>): void {
  Object.assign(preferences, change);
  localStorage.setItem(KEY, JSON.stringify(preferences));
  dress();
}

/** Puts the theme on the page; the system's choice needs no mark. */
export function dress(): void {
  const root = document.documentElement;
  if (preferences.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = preferences.theme;
}

/** Pixels of half an hour. */
export const SLOT: Record<Density, number> = { compact: 18, normal: 24, roomy: 32 };
