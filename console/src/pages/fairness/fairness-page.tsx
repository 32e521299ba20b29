/** Fairness, for the oversight officer: who is selected more often than others, and whether that finds more. */
import { AnchorButton, HTMLSelect, SegmentedControl } from '@blueprintjs/core';
import { Export } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FairnessDimension } from '../../../../contract/views-targeting.ts';
import { addressOf } from '../../client/call.ts';
import { formatCount } from '../../display/format.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { DayField } from '../../listing/day-field.tsx';
import { fairnessQuery } from '../../queries/fairness.ts';
import { allRulesQuery } from '../../queries/rules.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { dimensions, dimensionWords, formatBy, ways } from './fairness-words.ts';
import { FlagList } from './flag-list.tsx';
import { GroupTable } from './group-table.tsx';
import type { FairnessSearch } from './search.ts';
import '../../listing/listing.css';
import './fairness.css';

const route = getRouteApi('/shell/fairness');

export function FairnessPage() {
	usePageTitle('Fairness');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const dimension = search.dimension ?? 'origin';
	const by = search.by ?? 'all';
	const { from, until } = search;
	const today = new Date().toISOString().slice(0, 10);
	const fairness = useQuery(fairnessQuery({ dimension, by, from, until }));
	const change = (part: Partial<FairnessSearch>) =>
		void navigate({ search: (before) => ({ ...before, ...part }), resetScroll: false });
	const showDimension = (chosen: FairnessDimension) =>
		change({ dimension: chosen === 'origin' ? undefined : chosen });
	const exported = addressOf('exportFairness', { from, until });
	useCommands([
		...dimensions.map((each, at) => ({
			label: `By ${dimensionWords[each].name.toLowerCase()}`,
			group: 'Fairness',
			shortcut: String(at + 1),
			run: () => showDimension(each),
		})),
		...ways.map(([way, words]) => ({
			label: `Selected by: ${words}`,
			group: 'Fairness',
			run: () => change({ by: way === 'all' ? undefined : way }),
		})),
		{
			label: 'Export all of it as CSV',
			group: 'Fairness',
			icon: <Export />,
			shortcut: 'e',
			run: () => window.location.assign(exported),
		},
	]);
	return (
		<div className="page-fill fairness">
			<search className="filter-bar">
				<h1 className="filter-title">Fairness</h1>
				<SegmentedControl
					size="small"
					aria-label="Groups by"
					options={dimensions.map((value) => ({ value, label: dimensionWords[value].name }))}
					value={dimension}
					onValueChange={(value) => {
						const chosen = dimensions.find((each) => each === value);
						if (chosen) showDimension(chosen);
					}}
				/>
				<ByChoice by={by} onChange={(way) => change({ by: way === 'all' ? undefined : way })} />
				<DayField
					label="From"
					value={from}
					shown={fairness.data?.from}
					max={today}
					onChange={(day) => change({ from: day })}
				/>
				<DayField
					label="Until"
					value={until}
					shown={fairness.data?.until}
					max={today}
					onChange={(day) => change({ until: day })}
				/>
				<span className="spring" />
				<AnchorButton
					size="small"
					variant="outlined"
					icon={<Export size={14} />}
					href={exported}
					download
					title="All dimensions and all rules (e)"
				>
					Export CSV
				</AnchorButton>
			</search>
			<div className="fairness-scroll">
				{fairness.isPending && <Pending rows={20} label="Counting" />}
				{fairness.isError && <Failure error={fairness.error} retry={() => void fairness.refetch()} />}
				{fairness.isSuccess && (
					<div className={fairness.isPlaceholderData ? 'fairness-body fairness-old' : 'fairness-body'}>
						<FlagList
							flags={fairness.data.flags}
							shown={{ by, dimension }}
							onShow={(flag) =>
								change({
									by: flag.by === 'all' ? undefined : flag.by,
									dimension: flag.dimension === 'origin' ? undefined : flag.dimension,
								})
							}
						/>
						<section className="panel fairness-groups" aria-labelledby="fairness-groups">
							<div className="panel-head">
								<h2 id="fairness-groups">
									{formatBy(fairness.data.by)}, by{' '}
									{dimensionWords[fairness.data.dimension].name.toLowerCase()}
								</h2>
								<span className="muted number">
									{formatCount(fairness.data.groups.reduce((sum, { assessed }) => sum + assessed, 0))}{' '}
									{dimensionWords[fairness.data.dimension].counted}; {fairness.data.from} to{' '}
									{fairness.data.until}
								</span>
							</div>
							{fairness.data.groups.length === 0 ? (
								<Empty title="Nothing was assessed in this time">Choose an earlier first day.</Empty>
							) : (
								<GroupTable key={`${by} ${dimension}`} fairness={fairness.data} />
							)}
						</section>
						<Reading />
					</div>
				)}
			</div>
		</div>
	);
}

function ByChoice({ by, onChange }: { by: string; onChange: (by: string) => void }) {
	const mayReadRules = useAbility('rule.read');
	const rules = useQuery({ ...allRulesQuery, enabled: mayReadRules }).data ?? [];
	const known = new Map<string, string>(ways);
	for (const { id, title } of rules) known.set(`rule:${id}`, title);
	if (!known.has(by)) known.set(by, formatBy(by));
	return (
		<HTMLSelect
			className={by === 'all' ? 'filter-choice fairness-by' : 'filter-choice fairness-by filter-set'}
			aria-label="Selected by"
			value={by}
			onChange={(event) => onChange(event.currentTarget.value)}
		>
			{[...known].map(([way, words]) => (
				<option key={way} value={way}>
					{words}
				</option>
			))}
		</HTMLSelect>
	);
}

/** How the figures are to be read. */
function Reading() {
	return (
		<section className="panel fairness-reading" aria-labelledby="fairness-reading">
			<h2 id="fairness-reading">How to read this</h2>
			<dl>
				<div>
					<dt>Selected</dt>
					<dd>
						For a check, of all that was assessed. The bar is the interval at 95 %, the line in it the rate.
					</dd>
				</div>
				<div>
					<dt>Against all others</dt>
					<dd>
						The group’s rate divided by that of all other groups together: 1 is the same, 2 twice as often.
						The broken line is 1.25.
					</dd>
				</div>
				<div>
					<dt>Found, false alarms</dt>
					<dd>
						Of what was selected in this way and inspected. Inspections are chosen: only <em>Chance</em> shows
						what would be found without choosing.
					</dd>
				</div>
				<div>
					<dt>Out of proportion</dt>
					<dd>
						The whole interval of selection lies above 1.25 times all others, and inspections do not clearly
						find more. A reason to look, not a verdict. Groups of fewer than 30 are shown and not flagged.
					</dd>
				</div>
			</dl>
		</section>
	);
}
