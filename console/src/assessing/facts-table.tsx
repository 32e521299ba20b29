/** Facts that rules and model were given, by place. Long lists are folded: the head of each says how many there are. */
import { InputGroup } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useState } from 'react';
import { plural } from '../display/format.ts';
import { capitalised } from './as-sentence.ts';
import { type FactRow, factsByPlace } from './facts-by-place.ts';
import { Panel } from './panel.tsx';
import { placeText } from './place-text.ts';

/** Facts of one place that are shown without being asked for. */
const OPEN_PLACES = 3;
const SEARCH_FROM = 12;

export function FactsTable({ facts }: { facts: readonly FactRow[] }) {
	const [search, setSearch] = useState('');
	const wanted = search.trim().toLowerCase();
	const matching =
		wanted === ''
			? facts
			: facts.filter(({ name, title, value }) => `${name} ${title} ${value}`.toLowerCase().includes(wanted));
	const groups = [...factsByPlace(matching)];
	return (
		<Panel title="Facts that rules and model were given" note={plural(facts.length, 'fact')}>
			{facts.length === 0 && <p className="assessed-none muted">None were kept for this record.</p>}
			{facts.length > SEARCH_FROM && (
				<InputGroup
					size="small"
					className="assessed-search"
					leftIcon={<Search size={14} />}
					type="search"
					aria-label="Search the facts"
					placeholder="Search the facts"
					value={search}
					onValueChange={setSearch}
				/>
			)}
			{wanted !== '' && matching.length === 0 && <p className="assessed-none muted">No fact matches.</p>}
			{groups.map(([place, rows], index) => (
				<details
					key={`${place} ${wanted === ''}`}
					className="fact-place"
					open={wanted !== '' || index < OPEN_PLACES}
				>
					<summary>
						{placeText(place)} <span className="muted number">{rows.length}</span>
					</summary>
					<dl className="fact-grid">
						{rows.map((fact, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: facts may share a name, and never move.
							<div key={at}>
								<dt title={fact.name}>{capitalised(fact.title)}</dt>
								<dd>
									<bdi>{fact.value}</bdi>
								</dd>
							</div>
						))}
					</dl>
				</details>
			))}
		</Panel>
	);
}
