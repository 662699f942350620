import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: 'external' } })],
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
