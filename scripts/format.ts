/** `npm run format`: writes the house style into every file. */
import { runSteps } from './steps.ts';

runSteps([{ name: 'format', tool: 'biome', arguments: ['check', '--write', '.'] }]);
