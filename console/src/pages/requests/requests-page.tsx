/** The register of requests of data subjects: who asks for what, what is next, and how long there is left. */
import { Button, SegmentedControl, Switch } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { requestKind } from '../../../../contract/data-protection-law.ts';
import { requestState } from '../../../../contract/views-subjects.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { ChoiceFilter } from '../../listing/filter-fields.tsx';
import { requestsMemory } from '../../queries/requests.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { OpenRequestDialog } from './open-request-dialog.tsx';
import { RequestList } from './request-list.tsx';
import { kindWords, stateWords } from './request-words.ts';
import { filterOf, type RequestsSearch } from './search.ts';
import '../request/request.css';

const route = getRouteApi('/shell/requests');

export function RequestsPage() {
	usePageTitle('Requests');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const go = useNavigate();
	const router = useRouter();
	const mayHandle = useAbility('request.handle');
	const [isOpening, setIsOpening] = useState(false);
	const [reading, setReading] = useState(0);

	const changeFilter = useCallback(
		(change: Partial<RequestsSearch>) => {
			void navigate({ search: (before) => ({ ...before, ...change, at: undefined }) });
		},
		[navigate],
	);
	const move = useCallback(
		(at: string) => {
			// The cursor moves the address a moment later; by then the reader may be on the way to another page.
			if (router.latestLocation.pathname !== '/requests') return;
			void navigate({ search: (before) => ({ ...before, at }), replace: true, resetScroll: false });
		},
		[navigate, router],
	);
	const readAgain = () => {
		requestsMemory.forget();
		setReading((before) => before + 1);
	};
	useCommands([
		{
			label: 'Open a request',
			group: 'Requests',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayHandle,
			run: () => setIsOpening(true),
		},
		{
			label: search.due === undefined ? 'Overdue requests only' : 'All requests',
			group: 'Requests',
			shortcut: 'x',
			run: () => changeFilter({ due: search.due === undefined ? 'overdue' : undefined }),
		},
	]);
	const filter = filterOf(search);
	const key = JSON.stringify(filter);
	return (
		<div className="page-fill list-page">
			<search className="filter-bar">
				<h1 className="filter-title">Requests</h1>
				<SegmentedControl
					size="small"
					aria-label="State"
					options={[
						{ value: 'any', label: 'All' },
						...requestState.options.map((each) => ({ value: each, label: stateWords[each] })),
					]}
					value={search.state ?? 'any'}
					onValueChange={(value) =>
						changeFilter({ state: requestState.options.find((each) => each === value) })
					}
				/>
				<ChoiceFilter
					label="Kind"
					value={search.kind}
					options={requestKind.options.map((kind) => [kind, kindWords[kind]] as const)}
					onChange={(kind) => changeFilter({ kind })}
				/>
				<Switch
					className="requests-overdue"
					checked={search.due === 'overdue'}
					label="Overdue"
					onChange={(event) => changeFilter({ due: event.currentTarget.checked ? 'overdue' : undefined })}
				/>
				<span className="spring" />
				{mayHandle && (
					<Button
						size="small"
						intent="primary"
						icon={<Add size={14} />}
						onClick={() => setIsOpening(true)}
						title="n"
					>
						Open a request
					</Button>
				)}
			</search>
			<RequestList
				key={`${key} ${reading}`}
				listKey={key}
				filter={filter}
				at={search.at}
				onMove={move}
				onRefresh={readAgain}
			/>
			{isOpening && (
				<OpenRequestDialog
					onClose={() => setIsOpening(false)}
					onOpened={(id) => {
						setIsOpening(false);
						void go({ to: '/requests/$id', params: { id } });
					}}
				/>
			)}
		</div>
	);
}
