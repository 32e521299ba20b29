/** Roles of users and machines, and kinds of agency: who somebody is to a node, and what the node is for. */
import { z } from 'zod';

export const role = z.enum([
	'officer',
	'analyst',
	'supervisor',
	'data-protection-officer',
	'exchange-desk',
	'trainer',
	'integrator',
	'administrator',
]);
export type Role = z.infer<typeof role>;

export const agency = z.enum(['customs', 'fiu', 'immigration']);
export type Agency = z.infer<typeof agency>;
