/** Hits on the parties and things of a record: those that wait first, each with what is asked for and why it is one. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HitSummary } from '../../../../contract/views-screening.ts';
import { plural } from '../../display/format.ts';
import { ActionMark, HitStateMark, ScoreMark } from '../../display/screening-marks.tsx';
import { hitStateWords } from '../../display/screening-words.ts';
import { Failure } from '../../display/states.tsx';
import { recordHitsQuery } from '../../queries/record-hits.ts';

/** Those that wait before those that were decided; otherwise as they come, newest first. */
export const openFirst = (hits: readonly HitSummary[]): HitSummary[] =>
	[...hits].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));

export function HitsPanel({ record }: { record: string }) {
	const hits = useQuery(recordHitsQuery(record));
	if (hits.isPending) return null;
	if (hits.isError) {
		return (
			<section className="panel record-hits" aria-label="Hits">
				<Failure error={hits.error} retry={() => void hits.refetch()} title="The hits could not be loaded" />
			</section>
		);
	}
	const items = openFirst(hits.data.items);
	if (items.length === 0) return null;
	const open = items.filter(({ state }) => state === 'open').length;
	return (
		<section className="panel record-hits" aria-labelledby="hits-title">
			<div className="panel-head">
				<h2 id="hits-title">Hits</h2>
				<span className="muted number">
					{open > 0 ? `${open} open of ${items.length}` : plural(items.length, 'hit')}
					{hits.data.next !== null && '+'}
				</span>
			</div>
			<ul>
				{items.map((hit) => (
					<li key={hit.id} className={hit.state === 'open' ? 'record-hit' : 'record-hit record-hit-decided'}>
						<ScoreMark score={hit.score} />
						<div>
							<div className="record-hit-head">
								<Link to="/hits/$id" params={{ id: hit.id }} preload={false}>
									<bdi>{hit.entry.caption}</bdi>
								</Link>
								<State hit={hit} />
							</div>
							<p>{hit.sentence}</p>
							<p className="record-hit-foot">
								<span className="muted">{hit.listName}</span>
								<ActionMark action={hit.instruction.action} />
							</p>
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}

/** A discreet check stays plain text: whoever stands across the counter must not read its colour. */
function State({ hit: { state, instruction } }: { hit: HitSummary }) {
	return instruction.action === 'discreet-check' ? (
		<span className="muted">{hitStateWords[state].name.toLowerCase()}</span>
	) : (
		<HitStateMark state={state} />
	);
}
