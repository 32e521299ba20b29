/** `npm test`: everything. With TEST_DATABASE_URL and TEST_NATS_URL the conformance suites run on those servers too. */
import { CONSOLE_BUILD, runSteps, STATIC_STEPS } from './steps.ts';

runSteps([
	...STATIC_STEPS,
	CONSOLE_BUILD,
	{ name: 'unit tests of the console', tool: 'vitest', arguments: ['run', '--root', 'console'] },
	{ name: 'unit, property, conformance, federation, transcripts', tool: 'vitest', arguments: ['run'] },
	{ name: 'kill -9 and browser', tool: 'vitest', arguments: ['run', '--config', 'vitest.slow.config.ts'] },
]);
