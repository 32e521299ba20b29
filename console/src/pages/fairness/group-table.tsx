import { Button } from '@blueprintjs/core';
import { useState } from 'react';
import type { Fairness, FairnessGroup, Rate } from '../../../../contract/views-targeting.ts';
import { RateMark, RatioMark } from '../../charts/rate-bar.tsx';
import { roundUp } from '../../charts/scale.ts';
import { formatCount } from '../../display/format.ts';
import { SeverityShape } from '../../display/marks.tsx';
import { formatGroup } from './fairness-words.ts';

/** From here on a ratio of selection may be flagged: four fifths, turned round. */
const FLAG_FROM_RATIO = 1.25;
/** Rows before the reader asks for all. */
const USUAL_ROWS = 60;

/** Rates of every group: the most assessed first, flagged ones before. */
export function GroupTable({ fairness: { dimension, groups } }: { fairness: Fairness }) {
	const [isWhole, setWhole] = useState(false);
	const sorted = groups.toSorted((a, b) => Number(b.flag !== null) - Number(a.flag !== null));
	const shown = isWhole ? sorted : sorted.slice(0, USUAL_ROWS);
	const most = (of: (group: FairnessGroup) => Rate) =>
		Math.min(1, roundUp(Math.max(0.01, ...shown.map((group) => of(group).rate ?? 0))));
	const selected = most(({ selection }) => selection);
	return (
		<>
			<div className="table-scroll">
				<table className="table fairness-table">
					<thead>
						<tr>
							<th scope="col">Group</th>
							<th scope="col" className="numeric">
								Assessed
							</th>
							<th scope="col" className="numeric">
								Selected
							</th>
							<th scope="col">Rate of selection</th>
							<th scope="col">Against all others</th>
							<th scope="col" className="numeric">
								Inspected
							</th>
							<th scope="col">Found something</th>
							<th scope="col">Against all others</th>
							<th scope="col">False alarms</th>
						</tr>
					</thead>
					<tbody>
						{shown.map((group) => (
							<tr key={group.group} className={group.flag === null ? undefined : 'fairness-flagged'}>
								<th scope="row">
									{group.flag !== null && (
										<span title={group.flag}>
											<SeverityShape severity="warning" />
											<span className="visually-hidden">Out of proportion: </span>
										</span>
									)}
									<span title={group.flag ?? undefined}>{formatGroup(dimension, group.group)}</span>
								</th>
								<td className="numeric">{formatCount(group.assessed)}</td>
								<td className="numeric">{formatCount(group.selection.count)}</td>
								<td>
									<RateMark rate={group.selection} most={selected} />
								</td>
								<td>
									<RatioMark
										ratio={group.selectionRatio}
										mark={FLAG_FROM_RATIO}
										isBeyond={group.flag !== null}
									/>
								</td>
								<td className="numeric">{formatCount(group.finding.of)}</td>
								<td>
									<RateMark rate={group.finding} />
								</td>
								<td>
									<RatioMark ratio={group.findingRatio} />
								</td>
								<td>
									<RateMark rate={group.falseAlarm} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{shown.length < sorted.length && (
				<Button size="small" variant="minimal" onClick={() => setWhole(true)}>
					Show all {formatCount(sorted.length)} groups
				</Button>
			)}
		</>
	);
}
