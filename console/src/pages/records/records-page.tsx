/** Records: the filter in the address, and the list that it gives. */
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { usePageTitle } from '../../display/page-title.ts';
import { recordsMemory } from '../../queries/records.ts';
import { FilterBar } from './filter-bar.tsx';
import { RecordList } from './record-list.tsx';
import { filterOf, type RecordsSearch } from './search.ts';
import './records.css';

const route = getRouteApi('/shell/records');

export function RecordsPage() {
	usePageTitle('Records');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const router = useRouter();
	const searchInput = useRef<HTMLInputElement>(null);
	const [reading, setReading] = useState(0);

	/** A change of the filter starts the list anew and goes into the history; a move inside it does not. */
	const changeFilter = useCallback(
		(change: Partial<RecordsSearch>) => {
			void navigate({
				search: (before) => ({ ...before, ...change, from: undefined, at: undefined, selected: undefined }),
			});
		},
		[navigate],
	);
	const move = useCallback(
		(change: Partial<RecordsSearch>) => {
			// The cursor moves the address a moment later; by then the reader may be on the way to another page.
			if (router.latestLocation.pathname !== '/records') return;
			void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
		},
		[navigate, router],
	);

	const filter = filterOf(search);
	const key = `${JSON.stringify(filter)} ${search.from ?? ''}`;
	return (
		<div className="page-fill list-page">
			<FilterBar filter={filter} onChange={changeFilter} searchInput={searchInput} />
			<RecordList
				key={`${key} ${reading}`}
				listKey={key}
				filter={filter}
				search={search}
				onMove={move}
				onFilter={changeFilter}
				onRefresh={() => {
					recordsMemory.forget();
					setReading((before) => before + 1);
				}}
				onSearch={() => searchInput.current?.focus()}
			/>
		</div>
	);
}
