const GAP = 6;

/** Puts a floating element under (or, without room, above) another, inside the window. */
export function place(floating: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const own = floating.getBoundingClientRect();
  const below = at.bottom + GAP;
  const top = below + own.height > innerHeight ? Math.max(GAP, at.top - own.height - GAP) : below;
  const left = Math.max(GAP, Math.min(at.left, innerWidth - own.width - GAP));
  floating.style.top = `${top}px`;
  floating.style.left = `${left}px`;
}
