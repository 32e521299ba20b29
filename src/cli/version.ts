/** Version of the program, from its package. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageFile = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

export const version: string = z.object({ version: z.string() }).parse(JSON.parse(packageFile)).version;
