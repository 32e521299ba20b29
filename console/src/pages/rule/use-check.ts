import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RuleCheck, RuleTestResult } from '../../../../contract/views-rules.ts';
import { ruleCheckQuery } from '../../queries/rule.ts';
import { checkableOf, type DraftProblems, type RuleDraft, readDraft } from './draft.ts';

/** How long the keys rest before the node is asked. */
const REST_MS = 350;

export type Checked = {
	/** What the form itself knows to be wrong. */
	problems: DraftProblems | undefined;
	/** What the node says of the fields that can be read. */
	check: RuleCheck | undefined;
	/** By key of the test case. */
	results: ReadonlyMap<number, RuleTestResult>;
	/** The answer is about an older text, or there is none yet. */
	isOld: boolean;
	error: Error | null;
};

/** Checks a draft while it is being written: its form at once, what it means a moment after the last key. */
export function useCheck(draft: RuleDraft): Checked {
	const [rested, setRested] = useState(draft);
	useEffect(() => {
		const timer = setTimeout(() => setRested(draft), REST_MS);
		return () => clearTimeout(timer);
	}, [draft]);
	const read = readDraft(draft);
	const problems = 'problems' in read ? read.problems : undefined;
	const asked = checkableOf(rested);
	const query = useQuery(ruleCheckQuery(asked?.rule));
	const isOld = rested !== draft || query.isPlaceholderData || query.isPending;
	const check = asked === undefined ? undefined : query.data;
	return {
		problems,
		check: check && {
			...check,
			// What stands in for a field that is not complete is not the author's.
			problems: check.problems.filter(
				({ field }) => field === 'when' || problems?.fields.has(field as never) !== true,
			),
			proposable: check.proposable && problems === undefined,
		},
		results: new Map(
			isOld
				? []
				: check?.tests.flatMap((result, at) => {
						const key = asked?.tests[at];
						return key === undefined ? [] : [[key, result] as const];
					}),
		),
		isOld,
		error: query.error,
	};
}
