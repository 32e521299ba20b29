import { defineConfig } from 'vitest/config';

/** Whole processes: a real browser, kill -9. One file at a time. */
export default defineConfig({
	test: {
		include: ['test/e2e/**/*.test.ts', 'test/crash/**/*.test.ts'],
		testTimeout: 180_000,
		hookTimeout: 180_000,
		// A page may take seconds on a machine that does other things; the usual second would fail it, and prove nothing.
		expect: { poll: { timeout: 15_000 } },
		pool: 'forks',
		maxWorkers: 1,
		fileParallelism: false,
	},
});
