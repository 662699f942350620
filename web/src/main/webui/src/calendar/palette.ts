/** The twelve colours of calendars. Events are drawn on a tint of them, in the colour of text, so every one is legible. */
export const PALETTE = [
  '#1f6f5b',
  '#0b8043',
  '#7a8b00',
  '#b37400',
  '#e8710a',
  '#d93025',
  '#d8578b',
  '#8e24aa',
  '#6d5fd0',
  '#3f51b5',
  '#0277bd',
  '#5f6368',
] as const;

/** A colour for the n-th of several. */
export function colourAt(n: number): string {
  return PALETTE[(((n * 5) % PALETTE.length) + PALETTE.length) % PALETTE.length] ?? PALETTE[0];
}
