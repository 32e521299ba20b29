/**
 * Where a new message begins: from what was written and not sent, its address, the message that it is about, and what a page
 * handed on.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { handlingCode } from '../../../../contract/exchange/agreement.ts';
import { messageId } from '../../../../contract/exchange/message.ts';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { takeHandedOver } from '../../exchanging/handover.ts';
import { type Draft, emptyDraft, subjectDraft } from './draft.ts';
import type { ComposeSearch } from './search.ts';

/** What was written and not sent, in the cache of the session: it goes with it, and no other user sees it. */
export function useKeptDraft(key: string) {
	const queryClient = useQueryClient();
	return useMemo(() => {
		const queryKey = ['message-draft', key];
		queryClient.setQueryDefaults(['message-draft'], { gcTime: Number.POSITIVE_INFINITY });
		return {
			read: () => queryClient.getQueryData<Draft>(queryKey),
			keep: (draft: Draft) => void queryClient.setQueryData(queryKey, draft),
			forget: () => queryClient.removeQueries({ queryKey, exact: true }),
		};
	}, [queryClient, key]);
}

export function beginDraft(
	search: ComposeSearch,
	about: MessageDetail | undefined,
	before: Draft | undefined,
	nowMs: number,
): Draft {
	const handed = takeHandedOver();
	if (before !== undefined && handed.length === 0) return before;
	const isOn = search.on !== undefined;
	const passing = search.passes === undefined || about?.body?.kind === 'control' ? undefined : about?.body;
	return {
		...emptyDraft(nowMs),
		...(search.kind === undefined ? {} : { kind: search.kind }),
		agreement: search.agreement ?? (isOn ? (about?.summary.agreement ?? '') : ''),
		purpose: search.purpose ?? (isOn ? (about?.summary.purpose ?? '') : ''),
		handling: isOn ? handlingCode.safeParse(about?.summary.handling).data : undefined,
		caseReference: search.case ?? '',
		on: search.on ?? null,
		passes: search.passes ?? null,
		shared: passing?.records ?? [],
		subjects: [...handed, ...(passing?.subjects ?? [])].map(subjectDraft),
		records: (search.records ?? '').split(',').filter((id) => messageId.safeParse(id).success),
		seenOn: search.kind === 'hit-notice' ? (search.on ?? '') : '',
	};
}
