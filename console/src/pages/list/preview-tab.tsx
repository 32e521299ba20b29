/** Hits per day that a version or a threshold would raise, before anybody has to work them. */
import { Button, HTMLSelect } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ListView, Preview } from '../../../../contract/views-screening.ts';
import { formatCount, plural } from '../../display/format.ts';
import { ScoreMark } from '../../display/screening-marks.tsx';
import { purposeWords } from '../../display/screening-words.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { listPreviewQuery } from '../../queries/list-preview.ts';
import { todayText } from '../../screening/instruction.tsx';
import { figuresByPurpose, type PurposeFigures } from './preview-figures.ts';
import type { ListSearch } from './search.ts';
import './preview.css';

const DAYS = [7, 14, 30, 90] as const;
const USUAL_DAYS = 14;
/** How long the slider rests before the server is asked. */
const REST_MS = 300;
/** Where the slider starts while the thresholds are those that are set. */
const USUAL_THRESHOLD = 0.7;

type Props = {
	list: ListView;
	search: ListSearch;
	onChange: (part: Partial<ListSearch>, replace?: boolean) => void;
};

export function PreviewTab({ list, search, onChange }: Props) {
	const days = search.days ?? USUAL_DAYS;
	const preview = useQuery(
		listPreviewQuery({ list: list.id, version: search.version, threshold: search.threshold, days }),
	);
	const versions = [list.staged, list.active].filter((version) => version !== null);
	if (versions.length === 0)
		return <Empty title="There is nothing to preview">Load a version of this list first.</Empty>;
	const chosen = search.version ?? versions[0]?.version;
	return (
		<div className="list-scroll">
			<div className="list-bar">
				<span className="version-choice">
					<label htmlFor="preview-version">Version</label>
					<HTMLSelect
						id="preview-version"
						value={chosen}
						onChange={(event) => onChange({ version: Number(event.currentTarget.value) })}
					>
						{versions.map(({ version, state }) => (
							<option key={version} value={version}>
								{version} ({state})
							</option>
						))}
						{!versions.some(({ version }) => version === chosen) && <option value={chosen}>{chosen}</option>}
					</HTMLSelect>
				</span>
				<span className="version-choice">
					<label htmlFor="preview-days">over</label>
					<HTMLSelect
						id="preview-days"
						value={days}
						onChange={(event) => onChange({ days: Number(event.currentTarget.value) })}
					>
						{[...new Set([...DAYS, days])].map((each) => (
							<option key={each} value={each}>
								{each} days
							</option>
						))}
					</HTMLSelect>
				</span>
				<ThresholdSlider value={search.threshold} onChange={(threshold) => onChange({ threshold }, true)} />
			</div>
			{preview.isPending && <Pending rows={12} label="Screening what is stored" />}
			{preview.isError && <Failure error={preview.error} retry={() => void preview.refetch()} />}
			{preview.isSuccess && (
				<div className={preview.isPlaceholderData ? 'preview preview-old' : 'preview'}>
					<ByPurpose preview={preview.data} />
					<ByThreshold preview={preview.data} onChoose={(threshold) => onChange({ threshold })} />
					<Examples preview={preview.data} />
				</div>
			)}
		</div>
	);
}

type SliderProps = { value: number | undefined; onChange: (threshold: number | undefined) => void };

function ThresholdSlider({ value, onChange }: SliderProps) {
	const [draft, setDraft] = useState(value);
	useEffect(() => setDraft(value), [value]);
	useEffect(() => {
		if (draft === value) return;
		const timer = setTimeout(() => onChange(draft), REST_MS);
		return () => clearTimeout(timer);
	}, [draft, value, onChange]);
	return (
		<div className="threshold-slider">
			<label htmlFor="preview-threshold">Threshold</label>
			<input
				id="preview-threshold"
				type="range"
				min={0.4}
				max={1}
				step={0.01}
				value={draft ?? USUAL_THRESHOLD}
				aria-valuetext={draft === undefined ? 'as they are set' : draft.toFixed(2)}
				onChange={(event) => setDraft(Number(event.currentTarget.value))}
			/>
			<output className="number">{draft === undefined ? 'as set' : draft.toFixed(2)}</output>
			{draft !== undefined && (
				<Button size="small" variant="minimal" onClick={() => setDraft(undefined)}>
					As set
				</Button>
			)}
		</div>
	);
}

function ByPurpose({ preview }: { preview: Preview }) {
	const figures = figuresByPurpose(preview, todayText());
	const sum = (of: (row: PurposeFigures) => number) => figures.reduce((total, row) => total + of(row), 0);
	const largest = Math.max(
		1,
		...figures.flatMap(({ byDay }) => byDay.flatMap(({ hits, now }) => [hits, now])),
	);
	return (
		<section className="panel preview-purposes">
			<div className="panel-head">
				<h2>Hits per day, version {preview.version}</h2>
				<span className="muted number">
					{preview.complete ? 'all ' : 'the newest '}
					{formatCount(preview.mentions)} mentions of {preview.days} days
					{preview.daysWithRecords !== undefined &&
						preview.daysWithRecords < preview.days &&
						`, averages over the ${plural(preview.daysWithRecords, 'day')} that had any`}
				</span>
			</div>
			{figures.length === 0 ? (
				<p className="preview-none muted">This list is screened for nothing: no threshold is set.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Purpose</th>
							<th scope="col" className="numeric">
								From score
							</th>
							<th scope="col" className="numeric">
								Now
							</th>
							<th scope="col" className="numeric">
								Then
							</th>
							<th scope="col" className="numeric">
								Change
							</th>
							<th scope="col">
								Day by day <span className="preview-key">bar: then, line: now</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{figures.map((row) => (
							<tr key={row.purpose}>
								<th scope="row" title={purposeWords[row.purpose].meaning}>
									{purposeWords[row.purpose].name}
								</th>
								<td className="numeric">{row.threshold?.toFixed(2) ?? '–'}</td>
								<Means now={row.nowPerDay} then={row.hitsPerDay} />
								<td>
									<DayBars figures={row} largest={largest} />
								</td>
							</tr>
						))}
						{figures.length > 1 && (
							<tr className="preview-sum">
								<th scope="row">All</th>
								<td />
								<Means now={sum((row) => row.nowPerDay)} then={sum((row) => row.hitsPerDay)} />
								<td />
							</tr>
						)}
					</tbody>
				</table>
			)}
		</section>
	);
}

const perDay = (count: number) =>
	count === 0 ? '0' : count < 10 ? count.toFixed(1) : formatCount(Math.round(count));

function Means({ now, then }: { now: number; then: number }) {
	const change = then - now;
	const sign = change > 0.05 ? '+' : change < -0.05 ? '−' : '';
	return (
		<>
			<td className="numeric">{perDay(now)}</td>
			<td className="numeric preview-then">{perDay(then)}</td>
			<td className="numeric">{`${sign}${perDay(Math.abs(change))}`}</td>
		</>
	);
}

const HEIGHT = 30;

/** A bar for each day, and a line at what it is now. Its means are in the same row; each bar says its day. */
function DayBars({ figures, largest }: { figures: PurposeFigures; largest: number }) {
	const { byDay } = figures;
	const step = 100 / byDay.length;
	const heightOf = (count: number) => (count / largest) * HEIGHT;
	return (
		<svg
			className="day-bars"
			viewBox={`0 0 100 ${HEIGHT}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={`${purposeWords[figures.purpose].name}: ${byDay.map(({ day, hits, now }) => `${day} ${hits}, now ${now}`).join('; ')}`}
		>
			{byDay.map(({ day, hits, now }, index) => (
				<g key={day}>
					<title>{`${day}: ${formatCount(hits)} hits, now ${formatCount(now)}`}</title>
					<rect className="day-ground" x={index * step} y={0} width={step} height={HEIGHT} />
					<rect
						className="day-bar"
						x={index * step + step * 0.12}
						y={HEIGHT - heightOf(hits)}
						width={step * 0.76}
						height={heightOf(hits)}
					/>
					<line
						className="day-now"
						x1={index * step}
						x2={(index + 1) * step}
						y1={HEIGHT - heightOf(now)}
						y2={HEIGHT - heightOf(now)}
					/>
				</g>
			))}
		</svg>
	);
}

function ByThreshold({ preview, onChoose }: { preview: Preview; onChoose: (threshold: number) => void }) {
	const largest = Math.max(1, ...preview.byThreshold.map(({ hitsPerDay }) => hitsPerDay));
	return (
		<section className="panel preview-thresholds">
			<div className="panel-head">
				<h2>By threshold</h2>
				<span className="muted">hits per day, all purposes</span>
			</div>
			<table className="table">
				<thead>
					<tr>
						<th scope="col">From score</th>
						<th scope="col" className="numeric">
							Hits per day
						</th>
						<th scope="col">
							<span className="visually-hidden">Share</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{preview.byThreshold.map(({ threshold, hitsPerDay }) => (
						<tr key={threshold}>
							<td>
								<button
									type="button"
									className="place-button number"
									onClick={() => onChoose(threshold)}
									aria-label={`Preview at ${threshold.toFixed(2)}`}
								>
									{threshold.toFixed(2)}
								</button>
							</td>
							<td className="numeric">{perDay(hitsPerDay)}</td>
							<td className="preview-share">
								<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
									<rect className="day-bar" width={(hitsPerDay / largest) * 100} height="8" />
								</svg>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Examples({ preview: { examples } }: { preview: Preview }) {
	return (
		<section className="panel preview-examples">
			<div className="panel-head">
				<h2>What they would be</h2>
				<span className="muted">examples</span>
			</div>
			{examples.length === 0 ? (
				<p className="preview-none muted">Nothing that is stored would be a hit.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Score</th>
							<th scope="col">Record</th>
							<th scope="col">List</th>
							<th scope="col">Why</th>
						</tr>
					</thead>
					<tbody>
						{examples.map((example, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: examples may be alike, and never move.
							<tr key={index}>
								<td>
									<ScoreMark score={example.score} />
								</td>
								<td>
									<bdi dir="auto">{example.mention}</bdi>
								</td>
								<td>
									<bdi dir="auto">{example.entry}</bdi>
								</td>
								<td className="muted">{example.sentence}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}
