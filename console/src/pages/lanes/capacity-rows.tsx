/** Checks that an office can do in a day. Empty is without limit; `*` stands for every office that is not named. */
import { Button, InputGroup } from '@blueprintjs/core';
import { Add, Cross } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { overviewQuery } from '../../queries/overview.ts';
import { useAbility } from '../../shell/session.ts';
import type { CapacityDraft } from './lanes-draft.ts';

type Props = {
	rows: readonly CapacityDraft[];
	mayChange: boolean;
	onChange: (rows: readonly CapacityDraft[]) => void;
};

export function CapacityRows({ rows, mayChange, onChange }: Props) {
	const listId = useId();
	const maySeeOverview = useAbility('overview.read');
	const { data: overview } = useQuery({ ...overviewQuery, enabled: maySeeOverview, refetchInterval: false });
	const set = (key: number, part: Partial<CapacityDraft>) =>
		onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
	const add = () =>
		onChange([
			...rows,
			{ key: 1 + Math.max(-1, ...rows.map(({ key }) => key)), office: '', red: '', yellow: '' },
		]);
	return (
		<section className="panel settings-capacities">
			<div className="panel-head">
				<h2>Capacities</h2>
				<span className="muted">checks in a day (UTC); empty: no limit; *: every other office</span>
			</div>
			{rows.length === 0 ? (
				<p className="assessed-none muted">No office has a limit: whatever the score asks for is selected.</p>
			) : (
				<table className="table capacity-table">
					<thead>
						<tr>
							<th scope="col">Office</th>
							<th scope="col">Red</th>
							<th scope="col">Yellow</th>
							<th scope="col">
								<span className="visually-hidden">Remove</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row, at) => (
							<tr key={row.key}>
								<td>
									<InputGroup
										size="small"
										aria-label={`Office of row ${at + 1}`}
										autoComplete="off"
										maxLength={64}
										list={listId}
										readOnly={!mayChange}
										value={row.office}
										onValueChange={(office) => set(row.key, { office })}
									/>
								</td>
								{(['red', 'yellow'] as const).map((lane) => (
									<td key={lane}>
										<InputGroup
											size="small"
											inputMode="numeric"
											aria-label={`${lane === 'red' ? 'Red' : 'Yellow'} checks of ${row.office || `row ${at + 1}`}`}
											placeholder="no limit"
											readOnly={!mayChange}
											value={row[lane]}
											onValueChange={(text) => set(row.key, { [lane]: text })}
										/>
									</td>
								))}
								<td className="numeric">
									{mayChange && (
										<Button
											size="small"
											variant="minimal"
											icon={<Cross size={14} />}
											aria-label={`Remove ${row.office || `row ${at + 1}`}`}
											onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
										/>
									)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<datalist id={listId}>
				<option value="*" />
				{overview?.byOffice.map(({ office }) => (
					<option key={office} value={office} />
				))}
			</datalist>
			{mayChange && (
				<Button size="small" variant="minimal" icon={<Add size={14} />} onClick={add}>
					Add an office
				</Button>
			)}
		</section>
	);
}
