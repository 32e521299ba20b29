/**
 * Zod compiles its checks with `new Function` where it may. The content security policy forbids that, and already the
 * question whether it may is a breach that browsers report. It asks when a schema is made: this is the first import.
 */
import { config } from 'zod';

config({ jitless: true });
