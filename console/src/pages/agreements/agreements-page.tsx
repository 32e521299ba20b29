/** Agreements: what this node and its partners may share, whose move it is, and which of them wait for a review. */
import { Button, SegmentedControl, Switch } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { agreementState } from '../../../../contract/exchange/agreement.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { agreementStateWords } from '../../exchanging/agreement-words.ts';
import { ChoiceFilter, ClearFilters } from '../../listing/filter-fields.tsx';
import { agreementsMemory } from '../../queries/agreements.ts';
import { partnersQuery } from '../../queries/partners.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { AgreementList } from './agreement-list.tsx';
import { type AgreementsSearch, filterOf } from './search.ts';
import './agreements.css';

const route = getRouteApi('/shell/agreements');

export function AgreementsPage() {
	usePageTitle('Agreements');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const go = useNavigate();
	const router = useRouter();
	const mayWrite = useAbility('agreement.write');
	const mayReadPartners = useAbility('partner.read');
	const partners = useQuery({ ...partnersQuery, enabled: mayReadPartners }).data ?? [];
	const [reading, setReading] = useState(0);

	const changeFilter = useCallback(
		(change: Partial<AgreementsSearch>) => {
			void navigate({ search: (before) => ({ ...before, ...change, at: undefined }) });
		},
		[navigate],
	);
	const move = useCallback(
		(change: Partial<AgreementsSearch>) => {
			// The cursor moves the address a moment later; by then the reader may be on the way to another page.
			if (router.latestLocation.pathname !== '/agreements') return;
			void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
		},
		[navigate, router],
	);
	const writeNew = () => void go({ to: '/agreements-new', search: { partner: search.partner } });
	const readAgain = () => {
		agreementsMemory.forget();
		setReading((before) => before + 1);
	};
	useCommands([
		{
			label: 'Write an agreement',
			group: 'Agreements',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayWrite,
			run: writeNew,
		},
	]);
	const filter = filterOf(search);
	const { state, ...narrowing } = filter;
	const key = JSON.stringify(filter);
	return (
		<div className="page-fill list-page agreements">
			<search className="filter-bar">
				<h1 className="filter-title">Agreements</h1>
				<SegmentedControl
					size="small"
					aria-label="State"
					options={[
						{ value: 'any', label: 'All' },
						...agreementState.options.map((each) => ({
							value: each,
							label: agreementStateWords[each].name,
						})),
					]}
					value={state ?? 'any'}
					onValueChange={(value) =>
						changeFilter({ state: agreementState.options.find((each) => each === value) })
					}
				/>
				{partners.length > 0 && (
					<ChoiceFilter
						label="Partner"
						value={search.partner}
						options={partners.map(({ name, title }) => [name, title] as const)}
						onChange={(partner) => changeFilter({ partner })}
					/>
				)}
				<Switch
					className="agreements-overdue"
					checked={search.review === 'overdue'}
					label="Review overdue"
					onChange={(event) => changeFilter({ review: event.currentTarget.checked ? 'overdue' : undefined })}
				/>
				{Object.values(narrowing).some((value) => value !== undefined) && (
					<ClearFilters narrowing={narrowing} onChange={changeFilter} />
				)}
				<span className="spring" />
				{mayWrite && (
					<Button size="small" intent="primary" icon={<Add size={14} />} onClick={writeNew} title="n">
						Write an agreement
					</Button>
				)}
			</search>
			<AgreementList
				key={`${key} ${reading}`}
				listKey={key}
				filter={filter}
				at={search.at}
				onMove={move}
				onRefresh={readAgain}
			/>
		</div>
	);
}
