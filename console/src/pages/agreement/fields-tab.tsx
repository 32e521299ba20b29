/** Which fields of which record may go which way: one row for a path, one column for a direction. */
import { InputGroup, SegmentedControl } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AgreementBody } from '../../../../contract/exchange/agreement.ts';
import { formatCount, plural } from '../../display/format.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty } from '../../display/states.tsx';
import { kindWords } from '../../display/words.ts';
import { FateMark } from '../../exchanging/agreement-marks.tsx';
import { type Fate, fates, fateWords } from '../../exchanging/agreement-words.ts';
import { useCommands } from '../../shell/commands.ts';
import { Party } from './document-tab.tsx';
import { kindsOf, matrixOf } from './field-rules.ts';

const route = getRouteApi('/shell/agreements/$id');

export function FieldsTab({ body }: { body: AgreementBody }) {
	const { kind: asked } = route.useSearch();
	const navigate = route.useNavigate();
	const [words, setWords] = useState('');
	const [fate, setFate] = useState<Fate>();
	const search = useRef<HTMLInputElement>(null);
	useCommands([
		{ label: 'Search fields', group: 'Agreement', shortcut: '/', run: () => search.current?.focus() },
	]);
	const kinds = kindsOf(body);
	const kind = kinds.find((each) => each === asked) ?? kinds[0];
	if (kind === undefined)
		return (
			<Empty title="No record may be sent under it">It grants no kind of record in either direction.</Empty>
		);
	const { ways, rows } = matrixOf(body, kind);
	const wanted = words.trim().toLowerCase();
	const shown = rows.filter(
		({ path, fates: given }) =>
			path.toLowerCase().includes(wanted) && (fate === undefined || given.includes(fate)),
	);
	return (
		<>
			<div className="agreement-bar">
				<SegmentedControl
					size="small"
					aria-label="Kind of record"
					options={kinds.map((each) => ({ value: each, label: kindWords[each].many }))}
					value={kind}
					onValueChange={(value) =>
						void navigate({
							search: (before) => ({ ...before, kind: kinds.find((each) => each === value) }),
							replace: true,
							resetScroll: false,
						})
					}
				/>
				<InputGroup
					size="small"
					type="search"
					leftIcon={<Search size={14} />}
					inputRef={search}
					aria-label="Search fields"
					placeholder="Part of a path  ( / )"
					value={words}
					onValueChange={setWords}
				/>
				<SegmentedControl
					size="small"
					aria-label="What becomes of them"
					options={[
						{ value: 'any', label: 'All' },
						...fates.map((each) => ({ value: each, label: fateWords[each].name })),
					]}
					value={fate ?? 'any'}
					onValueChange={(value) => setFate(fates.find((each) => each === value))}
				/>
				<span className="muted number">
					{shown.length === rows.length
						? plural(rows.length, 'path')
						: `${formatCount(shown.length)} of ${plural(rows.length, 'path')}`}
				</span>
			</div>
			<ScrollRegion label="Fields" className="one-scroll">
				<section className="panel table-scroll agreement-matrix" aria-label="Fields">
					<table className="table">
						<thead>
							<tr>
								<th scope="col">Field</th>
								{ways.map(({ from, to }) => (
									<th key={`${from} ${to}`} scope="col">
										<Party name={from} /> → <Party name={to} />
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{shown.map(({ path, fates: given }) => (
								<tr key={path}>
									<th scope="row" className="mono">
										{path}
									</th>
									{given.map((each, at) => (
										// biome-ignore lint/suspicious/noArrayIndexKey: a column is its direction.
										<td key={at}>
											{each === undefined ? (
												<span className="muted">not named</span>
											) : (
												<FateMark fate={each} />
											)}
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
					{shown.length === 0 && <p className="panel-note muted">No path matches.</p>}
				</section>
				<p className="muted">
					What no path names does not leave. <span className="mono">.*</span> stands for everything below.
					Kind and reference of a record always go along. A stricter word wins over a wider path.
				</p>
			</ScrollRegion>
		</>
	);
}
