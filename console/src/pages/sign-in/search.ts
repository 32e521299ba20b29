import { z } from 'zod';

/** What the address of the sign-in page says: where to go on to, and which node is offered first. */
export const signInSearch = z.object({
	/** An address of this console. `//elsewhere` would be another host, so it is refused. */
	to: z
		.string()
		.regex(/^\/(?![/\\])/)
		.max(4_000)
		.optional()
		.catch(undefined),
	node: z.string().max(64).optional().catch(undefined),
});
