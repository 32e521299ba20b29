/** `npm run build`: the console. The server needs no build. */
import { CONSOLE_BUILD, runSteps } from './steps.ts';

runSteps([CONSOLE_BUILD]);
