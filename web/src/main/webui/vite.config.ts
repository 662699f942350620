import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The service worker, with the names of the files that were built and a version made of them. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const named = (folder: string) => readdirSync(join(dir, folder)).map((file) => `/${folder}/${file}`);
      const files = [...named('assets'), ...named('icons'), '/manifest.webmanifest'].sort();
      const version = createHash('sha256').update(files.join());
      for (const file of ['/index.html', ...files]) version.update(readFileSync(join(dir, file)));
      const list = files.map((file) => `'${file}'`).join(', ');
      const worker = readFileSync('src/offline/worker.js', 'utf8')
        .replace('__VERSION__', version.digest('hex').slice(0, 12))
        .replace('/* __FILES__ */', list);
      writeFileSync(join(dir, 'sw.js'), worker);
    },
  };
}

const GRID = '/@event-calendar/core/src/';

/** The events of the grid component are drawn by our own: see GridEvent.svelte. */
function gridEvents(): Plugin {
  const ours: Record<string, string> = {
    'lib/components/InteractableEvent.svelte': 'GridEvent.svelte',
    'plugins/time-grid/Event.svelte': 'GridEvent.svelte',
    'plugins/day-grid/Event.svelte': 'MonthEvent.svelte',
  };
  const replaced = new Set<string>();
  return {
    name: 'grid-events',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes(GRID) || !source.endsWith('Event.svelte')) return null;
      const file = Object.keys(ours).find((one) => join(dirname(importer), source).endsWith(GRID + one));
      if (!file) return null;
      replaced.add(file);
      return resolve('src/calendar/grid', ours[file] ?? '');
    },
    generateBundle() {
      const left = Object.keys(ours).filter((file) => !replaced.has(file));
      if (left.length) this.error(`the grid component has no ${left.join(', ')} any more`);
    },
  };
}

export default defineConfig({
  plugins: [gridEvents(), svelte({ compilerOptions: { css: 'external' } }), serviceWorker()],
  base: '/',
  build: {
    outDir: '../../../target/webui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 9110,
    strictPort: true,
    proxy: { '/api': process.env.KALENDS_URL ?? 'http://127.0.0.1:9101' },
    fs: { allow: ['../../../..'] }, // a test reads which words the server has
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
