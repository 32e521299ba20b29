/**
 * Builds the console to `console/dist`; `vite` serves it for development and passes `/api` on to a running server
 * (`TIDEWAITER_API`, by default the address that `npm start` prints).
 */
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/**
 * Blueprint can load any of its 600 icons by name at run time. The console imports each icon that it shows, so the
 * loaders of all paths are left out of the build; without this they are most of its files.
 */
const withoutIconLoaders: Plugin = {
	name: 'without-icon-loaders',
	enforce: 'pre',
	load(id) {
		if (!/@blueprintjs[\\/]icons[\\/].*(paths-loaders|allPaths)/.test(id)) return null;
		return [
			'const none = async () => [];',
			'export const allPathsLoader = none, splitPathsBySizeLoader = none;',
			'export const getIconPaths = () => [], IconSvgPaths16 = {}, IconSvgPaths20 = {};',
		].join('\n');
	},
};

export default defineConfig(({ mode }) => {
	const api = loadEnv(mode, '.', 'TIDEWAITER_')['TIDEWAITER_API'] ?? 'http://localhost:8080';
	return {
		root: import.meta.dirname,
		plugins: [withoutIconLoaders, react()],
		server: { proxy: { '/api': api } },
		build: {
			outDir: 'dist',
			emptyOutDir: true,
			target: 'es2023',
			reportCompressedSize: false,
			// Modules run in the order in which they are imported, whatever chunk they are in: see src/without-eval.ts.
			rolldownOptions: { output: { strictExecutionOrder: true } },
		},
	};
});
