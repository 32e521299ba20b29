/**
 * What the head of a record says of open hits. Whoever stands across the counter may see the screen: where all that is
 * asked for is a discreet check, a plain fact among others tells the officer, and nothing else does.
 */
import { Callout } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HitSummary } from '../../../../contract/views-screening.ts';
import { plural } from '../../display/format.ts';
import { ActionMark } from '../../display/screening-marks.tsx';
import { recordHitsQuery } from '../../queries/record-hits.ts';

const isOpen = (hit: HitSummary) => hit.state === 'open';
const isDiscreet = (hit: HitSummary) => hit.instruction.action === 'discreet-check';

/** A fact of the head: how many hits are open, whatever they ask for. */
export function HitsFact({ record }: { record: string }) {
	const { data } = useQuery(recordHitsQuery(record));
	const open = data?.items.filter(isOpen).length ?? 0;
	if (open === 0) return null;
	return (
		<div>
			<dt>Hits</dt>
			<dd className="number">{open} open</dd>
		</div>
	);
}

/** The strip below the head, for open hits on which somebody must act at once. */
export function HitNotice({ record }: { record: string }) {
	const { data } = useQuery(recordHitsQuery(record));
	const urgent = data?.items.filter((hit) => isOpen(hit) && !isDiscreet(hit)) ?? [];
	const [first] = [...urgent].sort((a, b) => b.score - a.score);
	if (!first) return null;
	return (
		<Callout compact intent="danger" icon={null} className="hit-notice" role="note">
			<strong>{plural(urgent.length, 'open hit')}</strong>
			<ActionMark action={first.instruction.action} />
			<span className="hit-notice-text">
				<bdi>{first.mention.caption}</bdi> may be <bdi>{first.entry.caption}</bdi> of {first.listName}
			</span>
			<Link to="/hits/$id" params={{ id: first.id }} preload={false}>
				Show the hit
			</Link>
		</Callout>
	);
}
