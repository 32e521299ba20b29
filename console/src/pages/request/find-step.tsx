/** What is held of somebody like that: how sure it is, why, and the officer's word. `p` this person, `s` somebody else. */
import { Button } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FoundMention, FoundRecord, RequestDetail } from '../../../../contract/views-subjects.ts';
import { EvidenceTable } from '../../display/evidence.tsx';
import { plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { spell } from '../../display/words.ts';
import { foundQuery, usePick } from '../../queries/requests.ts';
import { useCommands } from '../../shell/commands.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { MutationFailure } from './mutation-failure.tsx';

type Verdict = NonNullable<FoundMention['verdict']>;
type Props = { detail: RequestDetail; mayHandle: boolean; onPick: () => void; onGoOn: () => void };

const surenessWords: { readonly [each in FoundMention['sureness']]: string } = {
	certain: 'certain',
	likely: 'likely',
	possible: 'possible',
};
const verdictWords: { readonly [verdict in Verdict]: string } = {
	'this-person': 'this person',
	'somebody-else': 'somebody else',
};

export function FindStep({ detail, mayHandle, onPick, onGoOn }: Props) {
	const { id } = detail.summary;
	const [isAsked, setIsAsked] = useState(false);
	const found = useQuery({ ...foundQuery(id), enabled: isAsked });
	const search = () => (isAsked ? void found.refetch() : setIsAsked(true));
	const may = mayHandle && detail.identity !== null;
	useCommands([
		{
			label: 'Look for the person',
			group: 'Request',
			icon: <Search />,
			shortcut: 'f',
			when: () => may,
			run: search,
		},
	]);
	return (
		<section className="panel request-panel" aria-label="Find">
			<div className="request-panel-head">
				<h2>What is held of this person?</h2>
				<span className="spring" />
				{may && (
					<Button size="small" icon={<Search size={14} />} loading={found.isFetching} onClick={search}>
						{found.data ? 'Look again' : 'Look for the person'} <Shortcut shortcut="f" />
					</Button>
				)}
			</div>
			{detail.identity === null && <p className="muted">First it is to be made sure who asks.</p>}
			{found.isLoading && <Pending rows={8} label="Looking" />}
			{found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
			{found.data && <Found id={id} found={found.data} mayPick={may} onPick={onPick} />}
			{!found.data && !found.isLoading && <Picks detail={detail} />}
			{may && detail.picks.length > 0 && (
				<div>
					<Button size="small" intent="primary" onClick={onGoOn}>
						Go on: decide <Shortcut shortcut="3" />
					</Button>
				</div>
			)}
		</section>
	);
}

/** What was picked before, where nothing was searched since the page was opened. */
function Picks({ detail: { picks } }: Pick<Props, 'detail'>) {
	if (picks.length === 0) return null;
	return (
		<table className="table">
			<thead>
				<tr>
					<th scope="col">Picked</th>
					<th scope="col">What</th>
					<th scope="col">Records</th>
					<th scope="col">By</th>
				</tr>
			</thead>
			<tbody>
				{picks.map((pick) => (
					<tr key={`${pick.what} ${pick.object}`}>
						<td>{verdictWords[pick.verdict]}</td>
						<td>
							<bdi>{pick.caption}</bdi>
							{pick.reason && <span className="muted"> · {pick.reason}</span>}
						</td>
						<td className="numeric">{pick.records ?? 0}</td>
						<td className="muted">{pick.by}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

type FoundProps = {
	id: string;
	found: { mentions: readonly FoundMention[]; records: readonly FoundRecord[]; complete: boolean };
	mayPick: boolean;
	onPick: () => void;
};

function Found({ id, found: { mentions, records, complete }, mayPick, onPick }: FoundProps) {
	const pick = usePick();
	const [at, setAt] = useState(0);
	const current = mentions[at];
	const move = (to: number) => setAt(Math.max(0, Math.min(mentions.length - 1, to)));
	const pickIt = (what: { mentions: string[] } | { records: string[] }, verdict: Verdict) => {
		onPick();
		pick.mutate({ id, verdict, ...what });
	};
	const say = (verdict: Verdict) => {
		if (current === undefined || pick.isPending) return;
		pickIt({ mentions: [current.mention] }, verdict);
		move(at + 1);
	};
	const can = () => mayPick && current !== undefined;
	useCommands([
		{ label: 'Next find', group: 'Find', shortcut: 'j', keyboardOnly: true, run: () => move(at + 1) },
		{ label: 'Find before', group: 'Find', shortcut: 'k', keyboardOnly: true, run: () => move(at - 1) },
		{ label: 'This person', group: 'Find', shortcut: 'p', when: can, run: () => say('this-person') },
		{ label: 'Somebody else', group: 'Find', shortcut: 's', when: can, run: () => say('somebody-else') },
	]);
	if (mentions.length === 0 && records.length === 0)
		return <Empty title="Nothing is held">Nobody is known by this name, birth or number.</Empty>;
	return (
		<>
			{!complete && (
				<p className="last-day-soon">There are more. Ask for more by which to tell them apart.</p>
			)}
			<MutationFailure error={pick.error} />
			<table className="table request-found">
				<caption className="visually-hidden">Found, the surest first</caption>
				<thead>
					<tr>
						<th scope="col">Sure</th>
						<th scope="col">As records have it</th>
						<th scope="col">Born</th>
						<th scope="col">Numbers</th>
						<th scope="col" className="numeric">
							Records
						</th>
						<th scope="col">Newest</th>
						<th scope="col">Is</th>
					</tr>
				</thead>
				<tbody>
					{mentions.map((mention, index) => (
						<tr
							key={mention.mention}
							aria-current={index === at ? 'true' : undefined}
							onClick={() => setAt(index)}
						>
							<td>
								<span className={`chip ${mention.sureness === 'certain' ? 'chip-good' : ''}`}>
									{surenessWords[mention.sureness]}
								</span>{' '}
								<span className="number">{Math.round(mention.sure * 100)} %</span>
							</td>
							<td>
								<bdi>{mention.caption}</bdi> <span className="muted">{spell(mention.kind)}</span>
							</td>
							<td className="number">{textOf(mention.content['born'])}</td>
							<td className="mono">{numbersOf(mention.content['identifiers'])}</td>
							<td className="numeric">{mention.recordCount}</td>
							<td>{mention.records[0] && <Instant at={mention.records[0].receivedAt} />}</td>
							<td>
								<VerdictButtons
									name={mention.caption}
									verdict={mention.verdict}
									mayPick={mayPick}
									onPick={(verdict) => pickIt({ mentions: [mention.mention] }, verdict)}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{current && (
				<section className="request-why" aria-label="Why">
					<h3>
						Why <bdi>{current.caption}</bdi>
					</h3>
					<EvidenceTable evidence={current.why} left="Request" right="Record" fullEffect={10} />
					<p className="muted">
						In {plural(current.recordCount, 'record')}:{' '}
						{current.records
							.slice(0, 8)
							.map(({ kind, reference }) => `${spell(kind)} ${reference}`)
							.join('; ')}
					</p>
				</section>
			)}
			{records.map(({ record, number, verdict }) => (
				<p key={record.id} className="request-record">
					<span className="mono">{number}</span> stands in {spell(record.kind)} {record.reference}{' '}
					<VerdictButtons
						name={record.reference}
						verdict={verdict}
						mayPick={mayPick}
						onPick={(word) => pickIt({ records: [record.id] }, word)}
					/>
				</p>
			))}
			{mayPick && mentions.length > 0 && (
				<p className="muted">
					<Shortcut shortcut="j" /> <Shortcut shortcut="k" /> move, <Shortcut shortcut="p" /> this person,{' '}
					<Shortcut shortcut="s" /> somebody else
				</p>
			)}
		</>
	);
}

type VerdictProps = {
	name: string;
	verdict: Verdict | null;
	mayPick: boolean;
	onPick: (verdict: Verdict) => void;
};

function VerdictButtons({ name, verdict, mayPick, onPick }: VerdictProps) {
	if (!mayPick) return verdict === null ? <span className="muted">not said</span> : verdictWords[verdict];
	return (
		<span className="request-verdict">
			{(['this-person', 'somebody-else'] as const).map((each) => (
				<Button
					key={each}
					size="small"
					variant={verdict === each ? 'solid' : 'outlined'}
					intent={verdict === each && each === 'this-person' ? 'primary' : 'none'}
					aria-pressed={verdict === each}
					aria-label={`${name}: ${verdictWords[each]}`}
					onClick={() => onPick(each)}
				>
					{each === 'this-person' ? 'This person' : 'Somebody else'}
				</Button>
			))}
		</span>
	);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function numbersOf(value: unknown): string {
	if (!Array.isArray(value)) return '';
	return value
		.flatMap((each: unknown) =>
			typeof each === 'object' && each !== null && 'value' in each ? [String(each.value)] : [],
		)
		.slice(0, 3)
		.join(', ');
}
