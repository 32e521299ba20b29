import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Finding, severities } from '../../../../contract/findings.ts';
import { plural } from '../../display/format.ts';
import { SeverityMark } from '../../display/marks.tsx';
import { severityWords } from '../../display/words.ts';
import { addressOfPlace, pathOf } from './place.ts';

type Props = {
	findings: readonly Finding[];
	/** Index of the finding whose place is shown, or -1. */
	current: number;
	onPlace: (place: string) => void;
	mayReadOriginal: boolean;
};

/** Findings of a record, in the order of the record; each leads to its place. */
export function FindingsPanel({ findings, current, onPlace, mayReadOriginal }: Props) {
	const counts = [...severities]
		.reverse()
		.map((severity) => ({
			severity,
			count: findings.filter((finding) => finding.severity === severity).length,
		}))
		.filter(({ count }) => count > 0);
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => {
		if (current >= 0) list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	return (
		<aside className="findings panel" aria-labelledby="findings-title">
			<div className="panel-head">
				<h2 id="findings-title">Findings</h2>
				<span className="muted number">
					{counts
						.map(({ severity, count }) =>
							plural(
								count,
								severityWords[severity].one.toLowerCase(),
								severityWords[severity].many.toLowerCase(),
							),
						)
						.join(', ')}
				</span>
			</div>
			{findings.length === 0 && (
				<p className="muted findings-none">Nothing was found to be wrong with this record.</p>
			)}
			<ul ref={list}>
				{findings.map((finding, index) => (
					<li
						key={`${finding.code} ${finding.place}`}
						className={index === current ? 'finding current' : 'finding'}
					>
						<FindingItem finding={finding} onPlace={onPlace} mayReadOriginal={mayReadOriginal} />
					</li>
				))}
			</ul>
		</aside>
	);
}

function FindingItem({
	finding,
	onPlace,
	mayReadOriginal,
}: { finding: Finding } & Pick<Props, 'onPlace' | 'mayReadOriginal'>) {
	const { severity, code, place, value, against, otherRecord, sentence } = finding;
	const leads = addressOfPlace(place) !== undefined && (pathOf(place) !== undefined || mayReadOriginal);
	return (
		<>
			<div className="finding-head">
				<SeverityMark severity={severity} />
				<Link
					to="/records"
					search={{ finding: code }}
					className="finding-code mono"
					title="Records with this finding"
				>
					{code}
				</Link>
			</div>
			<p className="finding-sentence">{sentence}</p>
			{(value !== undefined || against !== undefined) && (
				<dl className="finding-values">
					{value !== undefined && (
						<div>
							<dt>Found</dt>
							<dd>{value}</dd>
						</div>
					)}
					{against !== undefined && (
						<div>
							<dt>Against</dt>
							<dd>{against}</dd>
						</div>
					)}
				</dl>
			)}
			<div className="finding-foot">
				{leads ? (
					<button
						type="button"
						className="place-button mono"
						onClick={() => onPlace(place)}
						title="Show the place (n, p)"
					>
						{place}
					</button>
				) : (
					<span className="muted mono">{place}</span>
				)}
				{otherRecord && (
					<Link to="/records/$id" params={{ id: otherRecord }}>
						Other document
					</Link>
				)}
			</div>
		</>
	);
}
