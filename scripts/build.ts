/** `npm run build`: the console. The server needs no build. */
import { runSteps } from './steps.ts';

runSteps([
	{
		name: 'console',
		tool: 'vite',
		arguments: ['build', '--config', 'console/vite.config.ts', '--logLevel', 'warn'],
	},
]);
