/** A rule while it is being written: texts of the form's fields, and back to the contract's rule. Pure. */
import { type Rule, type RuleSubject, rule } from '../../../../contract/rules.ts';
import { nextYear } from './acts.ts';
import { formatFacts, parseFacts } from './test-facts.ts';

export type TestDraft = {
	/** Names the row while it is on the page; not stored. */
	readonly key: number;
	readonly name: string;
	readonly facts: string;
	readonly answers: string;
	readonly fires: boolean;
};

export type RuleDraft = {
	readonly id: string;
	readonly title: string;
	readonly reason: string;
	readonly legalBasis: string;
	readonly source: string;
	readonly owner: string;
	readonly subject: RuleSubject;
	readonly when: string;
	readonly effect: 'weight' | 'lane';
	readonly weight: string;
	readonly lane: 'red' | 'yellow' | 'blue';
	readonly mandatory: boolean;
	readonly validFrom: string;
	readonly validUntil: string;
	/** Codes, with commas between. */
	readonly offices: string;
	readonly tests: readonly TestDraft[];
};

export type DraftField = Exclude<keyof RuleDraft, 'tests'>;
export type DraftProblems = {
	readonly fields: ReadonlyMap<DraftField, string>;
	/** By key of the test case. */
	readonly tests: ReadonlyMap<number, string>;
};
export type DraftRead = { rule: Rule } | { problems: DraftProblems };

const USUAL_WEIGHT = '0.3';

export function draftOf(from: Rule): RuleDraft {
	const { effect, offices, tests, ...texts } = from;
	return {
		...texts,
		effect: effect.kind,
		weight: effect.kind === 'weight' ? String(effect.weight) : USUAL_WEIGHT,
		lane: effect.kind === 'lane' ? effect.lane : 'yellow',
		mandatory: effect.kind === 'lane' && effect.mandatory,
		offices: offices.join(', '),
		tests: tests.map(({ name, facts, answers, fires }, key) => ({
			key,
			name,
			facts: formatFacts(facts),
			answers: formatFacts(answers),
			fires,
		})),
	};
}

/** An empty rule that begins today and goes on for a year. @param today `YYYY-MM-DD` */
export const emptyDraft = (owner: string, today: string): RuleDraft => ({
	id: '',
	title: '',
	reason: '',
	legalBasis: '',
	source: '',
	owner,
	subject: 'goods-item',
	when: '',
	effect: 'weight',
	weight: USUAL_WEIGHT,
	lane: 'yellow',
	mandatory: false,
	validFrom: today,
	validUntil: nextYear(today),
	offices: '',
	tests: [],
});

export const newTest = (tests: readonly TestDraft[], fires: boolean): TestDraft => ({
	key: Math.max(-1, ...tests.map(({ key }) => key)) + 1,
	name: '',
	facts: '',
	answers: '',
	fires,
});

/** An identifier from a title: "Late booking, paid in cash" → "late-booking-paid-in-cash". */
export const suggestRuleId = (title: string): string =>
	title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '')
		.slice(0, 64)
		.replace(/-+$/, '');

const wanted: { readonly [field in DraftField]: string } = {
	id: 'Small letters, digits and hyphens; a letter first; 3 to 64 characters',
	title: '3 to 120 characters',
	reason: 'One sentence for the officer, 3 to 1,000 characters',
	legalBasis: '3 to 400 characters',
	source: '3 to 400 characters',
	owner: '1 to 120 characters',
	subject: 'Choose what it looks at',
	when: 'A condition, at most 4,000 characters',
	effect: 'A weight or a lane',
	weight: 'A probability from 0.01 to 0.99',
	lane: 'Choose a lane',
	mandatory: 'Yes or no',
	validFrom: 'A day',
	validUntil: 'A day',
	offices: 'Codes of offices, with commas between',
};

/** The rule that a draft stands for, or what is wrong with it by field. What the condition means is checked by the node. */
export function readDraft(draft: RuleDraft): DraftRead {
	const fields = new Map<DraftField, string>();
	const tests = new Map<number, string>();
	const cases = draft.tests.map(({ key, name, facts, answers, fires }) => {
		const [given, answered] = [parseFacts(facts), parseFacts(answers)];
		if (name.trim() === '') tests.set(key, 'Give it a name.');
		if ('problem' in given) tests.set(key, `Facts: ${given.problem}`);
		if ('problem' in answered) tests.set(key, `Answers: ${answered.problem}`);
		return {
			name: name.trim(),
			facts: 'facts' in given ? given.facts : {},
			answers: 'facts' in answered ? answered.facts : {},
			fires,
		};
	});
	const read = rule.safeParse({
		id: draft.id.trim(),
		title: draft.title.trim(),
		reason: draft.reason.trim(),
		legalBasis: draft.legalBasis.trim(),
		source: draft.source.trim(),
		owner: draft.owner.trim(),
		subject: draft.subject,
		when: draft.when.trim() === '' ? '' : draft.when,
		effect:
			draft.effect === 'weight'
				? { kind: 'weight', weight: draft.weight.trim() === '' ? Number.NaN : Number(draft.weight) }
				: { kind: 'lane', lane: draft.lane, mandatory: draft.mandatory },
		validFrom: draft.validFrom,
		validUntil: draft.validUntil,
		offices: draft.offices
			.split(/[\s,;]+/)
			.map((office) => office.trim())
			.filter((office) => office !== ''),
		tests: cases,
	});
	for (const { path, message } of read.error?.issues ?? []) {
		const [member, at] = path;
		if (member === 'tests' && typeof at === 'number') {
			const key = draft.tests[at]?.key;
			if (key !== undefined && !tests.has(key)) tests.set(key, `${path.slice(2).join('.')}: ${message}`);
			continue;
		}
		const field = member === 'effect' && draft.effect === 'weight' ? 'weight' : fieldOf(member);
		if (field !== undefined) fields.set(field, wanted[field]);
	}
	if (draft.validUntil !== '' && draft.validUntil < draft.validFrom)
		fields.set('validUntil', 'The last day is before the first one');
	if (fields.size > 0 || tests.size > 0 || !read.success) return { problems: { fields, tests } };
	return { rule: read.data };
}

/** For fields that are still to be filled in, so that the condition can be checked before them. */
const standIn: Omit<RuleDraft, 'subject' | 'when' | 'effect' | 'lane' | 'mandatory' | 'tests'> = {
	id: 'not-named-yet',
	title: 'Not named yet',
	reason: 'Not said yet',
	legalBasis: 'Not said yet',
	source: 'Not said yet',
	owner: 'Nobody yet',
	weight: USUAL_WEIGHT,
	validFrom: '2000-01-01',
	validUntil: '2000-12-31',
	offices: '',
};

export type Checkable = {
	readonly rule: Rule;
	/** Keys of the test cases that are in it, in order. */
	readonly tests: readonly number[];
};

/** What of a draft can be checked already: fields and cases that cannot be read are left out. None without a condition. */
export function checkableOf(draft: RuleDraft): Checkable | undefined {
	const read = readDraft(draft);
	const keys = (tests: readonly TestDraft[]) => tests.map(({ key }) => key);
	if ('rule' in read) return { rule: read.rule, tests: keys(draft.tests) };
	const { problems } = read;
	const tests = draft.tests.filter(({ key }) => !problems.tests.has(key));
	const filled = Object.entries(standIn).filter(
		([field]) =>
			problems.fields.has(field as DraftField) ||
			(problems.fields.has('validUntil') && field === 'validFrom'),
	);
	const again = readDraft({ ...draft, ...Object.fromEntries(filled), tests });
	return 'rule' in again ? { rule: again.rule, tests: keys(tests) } : undefined;
}

const fieldOf = (member: PropertyKey | undefined): DraftField | undefined =>
	typeof member === 'string' && Object.hasOwn(wanted, member) ? (member as DraftField) : undefined; // by the table
