/**
 * The linkage models in use: as they come with the program, or as they were estimated from this node's own records.
 */
import type { ResolutionStatus } from '../../contract/views-resolution.ts';
import type { Context } from './follow/context.ts';
import type { Desk } from './follow/desk.ts';
import { createMatcher, type Matcher } from './matching/matcher.ts';
import type { Reader } from './store/mentions.ts';
import { changeRun, newestVersion, type Run } from './store/state.ts';

export type Models = {
	matcher: Context['matcher'];
	describe(reader: Reader): Promise<ResolutionStatus['models']>;
	estimate(desk: Desk, run: Run): Promise<void>;
};

export function createModels(): Models {
	let known: Matcher | undefined;
	return {
		matcher: async (reader) => {
			const version = (await newestVersion(reader)) + 1;
			if (known?.version !== version) known = createMatcher(version);
			return known;
		},
		describe: async () => [],
		estimate: (desk, run) => desk.write((session) => changeRun(session, run.id, { estimated: true })),
	};
}
