import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['src/**/*.test.ts', 'contract/**/*.test.ts', 'bench/**/*.test.ts', 'test/**/*.test.ts'],
		// Tests with a browser and with kill -9 run after the others, one file at a time; see scripts/test.ts.
		exclude: ['test/e2e/**', 'test/crash/**', 'node_modules/**'],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		pool: 'forks',
		maxWorkers: 2,
		reporters: ['default'],
	},
});
