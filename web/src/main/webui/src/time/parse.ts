/** Reads what people type for a time: `930`, `9:30`, `14`, `9.30`, `2 pm`. Returns `HH:MM`, or null. */
export function parseTime(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:.,\s]?(\d{2}))?\s*(am|pm)?\s*$/i.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = match[3]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
