/** Entities: whom and what records speak of, found by a name in any writing or by any number. */
import { Button } from '@blueprintjs/core';
import { Cross } from '@blueprintjs/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { entityKind } from '../../../../contract/views-resolution.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { ChoiceFilter, TextFilter } from '../../listing/filter-fields.tsx';
import { entitiesMemory } from '../../queries/entities.ts';
import { CandidatesLink } from './candidates-link.tsx';
import { EntityList } from './entity-list.tsx';
import { type EntitiesSearch, filterOf } from './search.ts';
import './entities.css';

const route = getRouteApi('/shell/entities');

export function EntitiesPage() {
	usePageTitle('Entities');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const router = useRouter();
	const searchInput = useRef<HTMLInputElement>(null);
	const [reading, setReading] = useState(0);

	/** A change of the filter starts the list anew and goes into the history; a move inside it does not. */
	const changeFilter = useCallback(
		(change: Partial<EntitiesSearch>) => {
			void navigate({ search: (before) => ({ ...before, ...change, from: undefined, at: undefined }) });
		},
		[navigate],
	);
	const move = useCallback(
		(change: Partial<EntitiesSearch>) => {
			// The cursor moves the address a moment later; by then the reader may be on the way to another page.
			if (router.latestLocation.pathname !== '/entities') return;
			void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
		},
		[navigate, router],
	);

	const filter = filterOf(search);
	const key = `${JSON.stringify(filter)} ${search.from ?? ''}`;
	return (
		<div className="page-fill list-page">
			<search className="filter-bar">
				<h1 className="filter-title">Entities</h1>
				<TextFilter
					label="Search by name or number"
					placeholder="Name in any writing, passport, IMO, IBAN …  ( / )"
					value={search.search}
					onCommit={(text) => changeFilter({ search: text })}
					inputRef={searchInput}
					className="filter-search"
					isSearch
				/>
				<ChoiceFilter
					label="Kind"
					value={search.kind}
					options={entityKind.options.map((kind) => [kind, entryKindWords[kind].many] as const)}
					onChange={(kind) => changeFilter({ kind })}
				/>
				{(search.search ?? search.kind) && (
					<Button
						size="small"
						variant="minimal"
						icon={<Cross size={14} />}
						onClick={() => changeFilter({ search: undefined, kind: undefined })}
					>
						Clear
					</Button>
				)}
				<span className="spring" />
				<CandidatesLink />
			</search>
			<EntityList
				key={`${key} ${reading}`}
				listKey={key}
				filter={filter}
				search={search}
				onMove={move}
				onFilter={changeFilter}
				onRefresh={() => {
					entitiesMemory.forget();
					setReading((before) => before + 1);
				}}
				onSearch={() => searchInput.current?.focus()}
			/>
		</div>
	);
}
