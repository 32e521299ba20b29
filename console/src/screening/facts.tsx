/** Facts of a record and of a list: side by side, or those of an entry alone. Text of others is shown as text, never as markup. */
import { useState } from 'react';
import {
	comparedFacts,
	type Description,
	type FactId,
	type FactValue,
	factWords,
	isShared,
	listedFacts,
	sharedValues,
} from './describe.ts';
import './screening.css';

/** An entry may have hundreds of names; as many are shown at first. */
const FIRST_VALUES = 6;

type ValuesProps = {
	values: readonly FactValue[];
	shared?: ReadonlySet<string>;
	highlight?: string | undefined;
};

function Values({ values, shared = new Set(), highlight }: ValuesProps) {
	const [isOpen, setOpen] = useState(false);
	const first = values.slice(0, FIRST_VALUES);
	const compared = values.slice(FIRST_VALUES).filter(({ text }) => text === highlight);
	// What was compared is among those shown at first, however far down the list has it.
	const shown = isOpen ? values : [...first.slice(0, FIRST_VALUES - compared.length), ...compared];
	return (
		<>
			<ul className="fact-values">
				{shown.map((value, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: values may be alike, and never move.
					<li key={index} className={value.text === highlight ? 'fact-compared' : undefined}>
						<bdi className={isShared(shared, value) ? 'fact-shared' : undefined} dir="auto">
							{value.text}
						</bdi>
						{value.isWeak && <span className="chip fact-chip">weak</span>}
						{value.note && <span className="muted fact-note"> {value.note}</span>}
					</li>
				))}
			</ul>
			{values.length > FIRST_VALUES && (
				<button type="button" className="place-button" onClick={() => setOpen(!isOpen)}>
					{isOpen ? 'show fewer' : `and ${values.length - FIRST_VALUES} more`}
				</button>
			)}
		</>
	);
}

type SidesProps = {
	left: Description;
	right: Description;
	leftTitle: string;
	rightTitle: string;
	/** Name of each side that was compared. */
	compared: { left: string; right: string } | null;
};

/** What either side says, fact by fact. What both say is set in bold. */
export function SidesTable({ left, right, leftTitle, rightTitle, compared }: SidesProps) {
	const said = comparedFacts.filter((id) => left[id] !== undefined || right[id] !== undefined);
	return (
		<table className="table sides-table">
			<caption className="visually-hidden">
				{leftTitle}, and {rightTitle}
			</caption>
			<thead>
				<tr>
					<th scope="col">
						<span className="visually-hidden">Fact</span>
					</th>
					<th scope="col">{leftTitle}</th>
					<th scope="col">{rightTitle}</th>
				</tr>
			</thead>
			<tbody>
				{said.map((id) => {
					const shared = sharedValues(left[id], right[id]);
					return (
						<tr key={id}>
							<th scope="row">{factWords[id]}</th>
							<Cell
								values={left[id]}
								shared={shared}
								highlight={id === 'names' ? compared?.left : undefined}
							/>
							<Cell
								values={right[id]}
								shared={shared}
								highlight={id === 'names' ? compared?.right : undefined}
							/>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

function Cell({ values, ...rest }: Partial<ValuesProps>) {
	return <td>{values ? <Values values={values} {...rest} /> : <span className="muted">–</span>}</td>;
}

/** Facts one below the other; all of them, or those named. */
export function FactList({
	description,
	only = [...comparedFacts, ...listedFacts],
}: {
	description: Description;
	only?: readonly FactId[];
}) {
	const said = only.filter((id) => description[id] !== undefined);
	if (said.length === 0) return null;
	return (
		<dl className="fact-list">
			{said.map((id) => (
				<div key={id}>
					<dt>{factWords[id]}</dt>
					<dd className={id === 'remarks' ? 'fact-remarks' : undefined}>
						<Values values={description[id] ?? []} />
					</dd>
				</div>
			))}
		</dl>
	);
}
