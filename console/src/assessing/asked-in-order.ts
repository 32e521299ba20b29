/**
 * What was asked before a lane was decided, in the order in which it is asked, and what each said. Pure.
 * In: an assessment and what the reader may be told. Out: a line for each question; the one that decided is marked.
 */
import type { AssessmentDetail, LaneBasis } from '../../../contract/views-targeting.ts';
import { formatPercent, plural } from '../display/format.ts';

export type Asked = {
	basis: Exclude<LaneBasis, 'none'>;
	title: string;
	said: string;
	decided: boolean;
};

const severityTexts = { error: 'an error', warning: 'a warning', info: 'a note' } as const;

/**
 * @param told basis as the reader may see it; null where it is not named yet.
 * @param isChanceTold whether the reader may be told what chance did.
 */
export function askedInOrder(
	detail: AssessmentDetail,
	told: LaneBasis | null,
	isChanceTold: boolean,
): readonly Asked[] {
	const { summary, rules, model, chance, overrides } = detail;
	const mandatory = rules.filter(({ effect }) => effect.kind === 'lane' && effect.mandatory).length;
	const { findings, worst } = summary.record;
	const last = overrides.at(-1);
	const said: readonly Omit<Asked, 'decided'>[] = [
		{
			basis: 'mandatory',
			title: 'Mandatory',
			said:
				told === 'mandatory'
					? mandatory > 0
						? `${plural(mandatory, 'mandatory rule')} fired.`
						: 'An alert asked for a check.'
					: 'No alert and no mandatory rule asked for a check.',
		},
		{
			basis: 'rules',
			title: 'Rules',
			said: rules.length === 0 ? 'None fired.' : `${plural(rules.length, 'reason')} from rules.`,
		},
		{
			basis: 'validation',
			title: 'Findings',
			said:
				findings === 0
					? 'Validation found nothing.'
					: `${plural(findings, 'finding')}${worst === null ? '' : `, the worst ${severityTexts[worst]}`}.`,
		},
		{
			basis: 'model',
			title: 'Model',
			said:
				model === null
					? 'None was live for this kind of record.'
					: `${formatPercent(model.probability)} that an inspection finds something.`,
		},
		{
			basis: 'chance',
			title: 'Chance',
			said: isChanceTold
				? `${chance.drawn ? 'Drawn' : 'Not drawn'}: ${formatPercent(chance.share)} of all are.`
				: 'Shown once the outcome is recorded.',
		},
		...(last === undefined
			? []
			: [{ basis: 'override' as const, title: 'A person', said: `${last.by}: ${last.reason}` }]),
	];
	return said.map((each) => ({ ...each, decided: each.basis === told }));
}
