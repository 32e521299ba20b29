/** Where a model errs: by office, section of the Harmonized System, and origin. */
import { Button, SegmentedControl } from '@blueprintjs/core';
import { useState } from 'react';
import type { ModelCard } from '../../../../contract/views-models.ts';
import { countsText, RateMark } from '../../charts/rate-bar.tsx';
import { formatCountry } from '../../display/country.ts';
import { formatCount, formatPercent } from '../../display/format.ts';

type Dimension = keyof ModelCard['errors'];

const dimensions: readonly { value: Dimension; label: string }[] = [
	{ value: 'office', label: 'Office' },
	{ value: 'section', label: 'HS section' },
	{ value: 'origin', label: 'Origin' },
];
const USUAL_ROWS = 25;

export function ErrorsPanel({ card: { errors } }: { card: ModelCard }) {
	const [dimension, setDimension] = useState<Dimension>('office');
	const [isWhole, setWhole] = useState(false);
	const rows = errors[dimension].toSorted((a, b) => b.rows - a.rows);
	const shown = isWhole ? rows : rows.slice(0, USUAL_ROWS);
	return (
		<section className="panel model-errors" aria-labelledby="model-errors">
			<div className="panel-head model-errors-head">
				<h2 id="model-errors">By group, on days that it did not see</h2>
				<SegmentedControl
					size="small"
					aria-label="Groups by"
					options={[...dimensions]}
					value={dimension}
					onValueChange={(value) => {
						setDimension(dimensions.find((each) => each.value === value)?.value ?? 'office');
						setWhole(false);
					}}
				/>
			</div>
			{rows.length === 0 ? (
				<p className="model-none muted">None is known.</p>
			) : (
				<div className="table-scroll">
					<table className="table">
						<thead>
							<tr>
								<th scope="col">Group</th>
								<th scope="col" className="numeric">
									Lines
								</th>
								<th scope="col">Found</th>
								<th scope="col" className="numeric">
									Expected
								</th>
								<th scope="col" className="numeric">
									Chosen at 5 %
								</th>
								<th scope="col">Precision of these</th>
								<th scope="col" className="numeric">
									Right
								</th>
							</tr>
						</thead>
						<tbody>
							{shown.map((row) => {
								// Outside of the interval: the model is off in this group, not only unlucky.
								const isOff =
									row.found.rate !== null && (row.expected < row.found.low || row.expected > row.found.high);
								return (
									<tr key={row.group}>
										<td title={row.group}>{dimension === 'origin' ? formatCountry(row.group) : row.group}</td>
										<td className="numeric">{formatCount(row.rows)}</td>
										<td className="model-rate">
											<RateMark rate={row.found} />
										</td>
										<td className="numeric">
											{isOff && (
												<span className="chip chip-warning" title="Outside of the interval of what was found">
													off
												</span>
											)}{' '}
											{formatPercent(row.expected)}
										</td>
										<td className="numeric">{formatCount(row.chosen)}</td>
										<td className="model-rate">
											<RateMark rate={row.precision} />
										</td>
										<td className="numeric">{row.precision.of === 0 ? '–' : countsText(row.precision)}</td>
									</tr>
								);
							})}
						</tbody>
					</table>
				</div>
			)}
			{shown.length < rows.length && (
				<Button size="small" variant="minimal" onClick={() => setWhole(true)}>
					Show all {formatCount(rows.length)} groups
				</Button>
			)}
		</section>
	);
}
