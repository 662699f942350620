import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: 'external' } }), serviceWorker()],
  base: '/',
  build: {
    outDir: '../../../target/webui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 9110, strictPort: true, proxy: { '/api': process.env.KALENDS_URL ?? 'http://127.0.0.1:9101' } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
