/** `npm test`: everything. With TEST_DATABASE_URL and TEST_NATS_URL the conformance suites run on those servers too. */
import { runSteps, STATIC_STEPS } from './steps.ts';

runSteps([
	...STATIC_STEPS,
	{
		name: 'console, built',
		tool: 'vite',
		arguments: ['build', '--config', 'console/vite.config.ts', '--logLevel', 'warn'],
	},
	{ name: 'unit, property, conformance, federation, transcripts', tool: 'vitest', arguments: ['run'] },
	{ name: 'kill -9 and browser', tool: 'vitest', arguments: ['run', '--config', 'vitest.slow.config.ts'] },
]);
