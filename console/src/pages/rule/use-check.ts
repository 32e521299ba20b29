import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RuleCheck } from '../../../../contract/views-rules.ts';
import { ruleCheckQuery } from '../../queries/rule.ts';
import { type DraftProblems, type RuleDraft, readDraft } from './draft.ts';

/** How long the keys rest before the node is asked. */
const REST_MS = 350;

export type Checked = {
	/** What the form itself knows to be wrong. */
	problems: DraftProblems | undefined;
	check: RuleCheck | undefined;
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
	const asked = readDraft(rested);
	const query = useQuery(ruleCheckQuery('rule' in asked ? asked.rule : undefined));
	const isUnreadable = 'problems' in read;
	return {
		problems: isUnreadable ? read.problems : undefined,
		check: 'rule' in asked ? query.data : undefined,
		isOld: isUnreadable || rested !== draft || query.isPlaceholderData || query.isPending,
		error: query.error,
	};
}
