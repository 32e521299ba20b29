/** Rules: what selects records by a condition that somebody wrote, a second person approved, and a day ends. */
import { AnchorButton, Button, SegmentedControl } from '@blueprintjs/core';
import { Add, Export, Import } from '@blueprintjs/icons';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { ruleSubjects } from '../../../../contract/rules.ts';
import { ruleState } from '../../../../contract/views-rules.ts';
import { addressOf } from '../../client/call.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { ruleStateWords, subjectWords } from '../../display/rule-words.ts';
import { ChoiceFilter, ClearFilters, TextFilter } from '../../listing/filter-fields.tsx';
import { rulesMemory } from '../../queries/rules.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { ImportDialog } from './import-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import { filterOf, type RulesSearch } from './search.ts';
import './rules.css';

const route = getRouteApi('/shell/rules');

export function RulesPage() {
	usePageTitle('Rules');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const go = useNavigate();
	const router = useRouter();
	const mayWrite = useAbility('rule.write');
	const searchInput = useRef<HTMLInputElement>(null);
	const [reading, setReading] = useState(0);
	const [isImporting, setImporting] = useState(false);

	const changeFilter = useCallback(
		(change: Partial<RulesSearch>) => {
			void navigate({ search: (before) => ({ ...before, ...change, at: undefined }) });
		},
		[navigate],
	);
	const move = useCallback(
		(change: Partial<RulesSearch>) => {
			// The cursor moves the address a moment later; by then the reader may be on the way to another page.
			if (router.latestLocation.pathname !== '/rules') return;
			void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
		},
		[navigate, router],
	);
	const writeNew = () => void go({ to: '/rules-new' });
	const readAgain = () => {
		rulesMemory.forget();
		setReading((before) => before + 1);
	};
	useCommands([
		{
			label: 'Write a rule',
			group: 'Rules',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayWrite,
			run: writeNew,
		},
		{
			label: 'Import rules from a file',
			group: 'Rules',
			icon: <Import />,
			shortcut: 'i',
			when: () => mayWrite,
			run: () => setImporting(true),
		},
	]);

	const filter = filterOf(search);
	const { sort: _sort, state, ...narrowing } = filter;
	const key = JSON.stringify(filter);
	return (
		<div className="page-fill list-page">
			<search className="filter-bar">
				<h1 className="filter-title">Rules</h1>
				<TextFilter
					label="Search rules"
					placeholder="Words of a rule  ( / )"
					value={search.search}
					onCommit={(text) => changeFilter({ search: text })}
					inputRef={searchInput}
					className="rules-search"
					isSearch
				/>
				<SegmentedControl
					size="small"
					aria-label="State"
					options={[
						{ value: 'any', label: 'All' },
						...ruleState.options.map((each) => ({ value: each, label: ruleStateWords[each].name })),
					]}
					value={state ?? 'any'}
					onValueChange={(value) => changeFilter({ state: ruleState.options.find((each) => each === value) })}
				/>
				<ChoiceFilter
					label="Looks at"
					value={search.subject}
					options={ruleSubjects.map((subject) => [subject, subjectWords[subject]] as const)}
					onChange={(subject) => changeFilter({ subject })}
				/>
				{Object.values(narrowing).some((value) => value !== undefined) && (
					<ClearFilters narrowing={narrowing} onChange={changeFilter} />
				)}
				<span className="spring" />
				<AnchorButton
					size="small"
					variant="minimal"
					icon={<Export size={14} />}
					href={addressOf('exportRules', { state })}
					download="rules.json"
					title="The rules of this state as a file"
				>
					Export
				</AnchorButton>
				{mayWrite && (
					<>
						<Button
							size="small"
							variant="minimal"
							icon={<Import size={14} />}
							onClick={() => setImporting(true)}
							title="i"
						>
							Import
						</Button>
						<Button size="small" intent="primary" icon={<Add size={14} />} onClick={writeNew} title="n">
							Write a rule
						</Button>
					</>
				)}
			</search>
			<RuleList
				key={`${key} ${reading}`}
				listKey={key}
				filter={filter}
				search={search}
				onMove={move}
				onFilter={changeFilter}
				onRefresh={readAgain}
				onSearch={() => searchInput.current?.focus()}
			/>
			{isImporting && <ImportDialog onClose={() => setImporting(false)} onImported={readAgain} />}
		</div>
	);
}
