/** `npm run check`: what a change needs before it is committed. Types, lint, format, architecture, unit tests. */
import { runSteps, STATIC_STEPS } from './steps.ts';

runSteps([
	...STATIC_STEPS,
	{
		name: 'architecture and unit tests',
		tool: 'vitest',
		arguments: ['run', 'src', 'contract', 'test/architecture'],
	},
	{ name: 'unit tests of the console', tool: 'vitest', arguments: ['run', '--root', 'console'] },
]);
