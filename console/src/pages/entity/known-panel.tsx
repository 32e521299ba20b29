/** All that its mentions say, each value with how many say it; and the values that too many share to say anything. */
import type { EntityDetail } from '../../../../contract/views-resolution.ts';
import { formatCountry } from '../../display/country.ts';
import { formatCount, plural } from '../../display/format.ts';
import { wordsOfFeature, wordsOfScheme } from '../../display/screening-words.ts';

type Value = { value: string; note?: string | null; mentions: number };

/** Facts whose values are codes of countries. */
const ofCountries: ReadonlySet<string> = new Set(['country', 'nationality']);

export function KnownPanel({ detail }: { detail: EntityDetail }) {
	const { names, identifiers, facts, capped, summary } = detail;
	return (
		<aside className="entity-known panel" aria-label="What is known">
			<Group title="Names" values={names.map(({ name, mentions }) => ({ value: name, mentions }))} />
			{groupBy(identifiers, ({ scheme }) => scheme).map(([scheme, numbers]) => (
				<Group
					key={scheme}
					title={wordsOfScheme(scheme)}
					values={numbers.map(({ value, issuer, mentions }) => ({
						value,
						note: issuer && formatCountry(issuer),
						mentions,
					}))}
					isNumber
				/>
			))}
			{groupBy(facts, ({ fact }) => fact).map(([fact, values]) => (
				<Group
					key={fact}
					title={wordsOfFeature(fact)}
					values={values.map(({ value, mentions }) => ({
						value: ofCountries.has(fact) ? formatCountry(value) : value,
						mentions,
					}))}
				/>
			))}
			{names.length + identifiers.length + facts.length === 0 && (
				<p className="muted entity-known-none">Its records say nothing but that it was there.</p>
			)}
			{capped.length > 0 && (
				<section className="entity-capped">
					<h2>Says nothing by itself</h2>
					<p className="muted">Too many share these values for them to link anybody:</p>
					<ul>
						{capped.map(({ kind, value, mentions, cap }) => (
							<li key={`${kind} ${value}`}>
								{wordsOfFeature(kind)} <bdi className="entity-capped-value">{value}</bdi> stands in{' '}
								{plural(mentions, 'mention')}; beyond {formatCount(cap)} it links nothing.
							</li>
						))}
					</ul>
				</section>
			)}
			{summary.mentions > 1 && (
				<p className="muted entity-known-none">
					The figure after a value says how many of the {formatCount(summary.mentions)} mentions have it.
				</p>
			)}
		</aside>
	);
}

type GroupProps = { title: string; values: readonly Value[]; isNumber?: boolean };

function Group({ title, values, isNumber = false }: GroupProps) {
	if (values.length === 0) return null;
	return (
		<section className="known-group">
			<h2>{title}</h2>
			<ul>
				{values.map(({ value, note, mentions }) => (
					<li key={`${value} ${note ?? ''}`}>
						<bdi className={isNumber ? 'mono' : undefined}>{value}</bdi>
						{note && <span className="muted"> {note}</span>}
						<span className="known-count number muted" title={`In ${plural(mentions, 'mention')}`}>
							{formatCount(mentions)}
							<span className="visually-hidden"> {mentions === 1 ? 'mention' : 'mentions'}</span>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** Groups in the order in which they first appear. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): (readonly [string, T[]])[] {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return [...groups];
}
