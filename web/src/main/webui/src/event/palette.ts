/** Colours that events can have of their own. */
export const PALETTE = [
  { color: '#c0392b', name: 'brick' },
  { color: '#d35400', name: 'rust' },
  { color: '#b7791f', name: 'amber' },
  { color: '#5f7a1f', name: 'moss' },
  { color: '#1f6f5b', name: 'pine' },
  { color: '#0e7490', name: 'lagoon' },
  { color: '#2563a8', name: 'cobalt' },
  { color: '#4f46b5', name: 'indigo' },
  { color: '#8e44ad', name: 'plum' },
  { color: '#b83280', name: 'raspberry' },
  { color: '#7a5230', name: 'walnut' },
  { color: '#57606a', name: 'slate' },
];
