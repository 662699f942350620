/*
 * What the browser must load before it draws: the script, and what that imports at once, in bytes over the wire. Run after
 * a build; more than the budget fails it.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = 200_000;
const built = resolve(dirname(fileURLToPath(import.meta.url)), '../../../target/webui');

function scripts(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path] of text.matchAll(/(?:^|[;}\n])(?:import|export)(?:[^"'();]*?from)?\s*["'](\.[^"']+\.js)["']/g)) {
    scripts(resolve(dirname(file), path), seen);
  }
  return seen;
}

const page = readFileSync(resolve(built, 'index.html'), 'utf8');
const first = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => built + path);
if (!first.length) throw new Error('index.html names no script');
const all = new Set(first.flatMap((file) => [...scripts(file)]));
const size = [...all].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
console.log(`first view: ${all.size} scripts, ${(size / 1000).toFixed(1)} kB gzipped of ${BUDGET / 1000}`);
if (size > BUDGET) throw new Error(`the first view needs ${size} bytes of script, the budget is ${BUDGET}`);
