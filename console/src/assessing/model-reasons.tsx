/** What the model said, and what moved it: a bar for each feature, to the right where an offence becomes likelier. */
import type { AssessmentDetail, ModelReason } from '../../../contract/views-targeting.ts';
import { formatPercent } from '../display/format.ts';
import { asSentence } from './as-sentence.ts';
import { Panel } from './panel.tsx';
import { PlaceLink } from './place-link.tsx';

const methodWords = {
	exact: {
		name: 'exact',
		meaning: 'Shapley values of the trees (TreeSHAP): what each feature moved, shared out exactly',
	},
	path: {
		name: 'path, not exact',
		meaning: 'Along the way through each tree: quick, and not exact',
	},
} as const;

const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

export function ModelReasons({ detail: { model, summary } }: { detail: AssessmentDetail }) {
	if (model === null)
		return (
			<Panel title="Model" note="none">
				<p className="assessed-none muted">No model was live for this kind of record.</p>
			</Panel>
		);
	const reasons = [...model.reasons].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
	const full = Math.max(0.5, ...reasons.map(({ effect }) => Math.abs(effect)));
	const method = methodWords[model.method];
	return (
		<Panel
			title="Model"
			note={
				<>
					{model.id} version {model.version} · <span title={method.meaning}>{method.name}</span>
				</>
			}
		>
			<p className="assessed-line">
				<strong className="number">{formatPercent(model.probability)}</strong> that an inspection finds
				something; <span className="number">{formatPercent(probabilityOf(model.base))}</span> before anything
				is known of a record.
				{model.place !== '' && (
					<>
						{' '}
						The highest is at <PlaceLink record={summary.record.id} place={model.place} />.
					</>
				)}
				{model.challenger && (
					<span className="muted">
						{' '}
						The challenger, version {model.challenger.version}, says{' '}
						<span className="number">{formatPercent(model.challenger.probability)}</span>; it decides nothing.
					</span>
				)}
			</p>
			{reasons.length > 0 && (
				<table className="table signed-table">
					<caption className="visually-hidden">What moved the model, the strongest first</caption>
					<thead>
						<tr>
							<th scope="col">Less likely · likelier</th>
							<th scope="col">Because</th>
						</tr>
					</thead>
					<tbody>
						{reasons.map((reason) => (
							<ReasonRow key={reason.feature} reason={reason} full={full} />
						))}
					</tbody>
				</table>
			)}
		</Panel>
	);
}

function ReasonRow({ reason, full }: { reason: ModelReason; full: number }) {
	return (
		<tr>
			<td className="signed-cell">
				<SignedBar effect={reason.effect} full={full} />
			</td>
			<td title={`${reason.feature}${reason.value === null ? '' : `: ${reason.value}`}`}>
				{asSentence(reason.sentence)}
			</td>
		</tr>
	);
}

/** Contribution to the logarithm of the odds, as a bar from the middle and a signed figure. */
function SignedBar({ effect, full }: { effect: number; full: number }) {
	const width = Math.max(effect === 0 ? 0 : 1, (Math.min(full, Math.abs(effect)) / full) * 39);
	const way = effect > 0 ? 'likelier' : 'less-likely';
	return (
		<span className={`signed signed-${way}`}>
			<svg className="signed-bar" viewBox="0 0 80 12" aria-hidden="true">
				<rect x={effect < 0 ? 40 - width : 40} y="2" width={width} height="8" rx="1" />
				<line x1="40" x2="40" y1="0" y2="12" />
			</svg>
			<span className="number">
				{effect < 0 ? '−' : '+'}
				{Math.abs(effect).toFixed(2)}
			</span>
			<span className="visually-hidden">{effect > 0 ? ' likelier' : ' less likely'}</span>
		</span>
	);
}
