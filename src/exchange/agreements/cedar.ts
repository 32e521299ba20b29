/**
 * An agreement as Cedar policies, and the questions whether a message is covered and whether a value may be said. Fails closed:
 * without policies, with an error in them or in the question, nothing is permitted. A policy can be read, kept and analysed by
 * Cedar's own tools.
 */
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { AgreementBody, Grant } from '../../../contract/exchange/agreement.ts';

const DAY_MS = 86_400_000;
const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** What may be asked. A question of another shape is an error, and denied. */
export const CEDAR_SCHEMA = `entity Node;
action "send" appliesTo {
  principal: Node,
  resource: Node,
  context: { agreement: String, day: Long, kind: String, purpose: String, handling: String, records: Set<String> }
};
action "reveal" appliesTo {
  principal: Node,
  resource: Node,
  context: { agreement: String, day: Long, kind: String, record: String, path: String }
};
`;
const SCHEMA_NAME = 'exchange';
const isSchemaParsed = preparseSchema(SCHEMA_NAME, CEDAR_SCHEMA).type === 'success';

/** A text as Cedar writes it. Names of nodes, purposes and kinds have no characters that would need more. */
const quoted = (text: string): string => JSON.stringify(text);
const set = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** Alternatives in one policy: Cedar reads them as a tree, one branch below the other. */
const MOST_ALTERNATIVES = 40;

/** Policies in text form, by what they are asked about; both empty where the agreement names fewer than two parties. */
export type CedarPolicies = { readonly send: string; readonly reveal: string };

export function policiesOf(body: AgreementBody): CedarPolicies {
	if (body.parties.length < 2) return { send: '', reveal: '' };
	const grants = body.grants
		.map((grant, at) => ({ grant, name: `${body.id}/${body.version}/${at + 1}` }))
		.filter(({ grant }) => grant.messages.length > 0 && body.purposes.length > 0);
	return {
		send: grants.map(({ grant, name }) => permitToSend(body, grant, name)).join('\n'),
		reveal: grants
			.flatMap(({ grant, name }) =>
				grant.records.flatMap(({ kind, allowed, masked, forbidden }) => [
					...fieldPolicies('permit', body, grant, `${name}/${kind}/allowed`, kind, allowed),
					...fieldPolicies('forbid', body, grant, `${name}/${kind}/masked`, kind, masked),
					...fieldPolicies('forbid', body, grant, `${name}/${kind}/forbidden`, kind, forbidden),
				]),
			)
			.join('\n'),
	};
}

/** @returns all policies of an agreement in text form, for people and for Cedar's own tools. */
export function toCedar(body: AgreementBody): string {
	const { send, reveal } = policiesOf(body);
	return reveal === '' ? send : `${send}\n${reveal}`;
}

function permitToSend(body: AgreementBody, grant: Grant, name: string): string {
	const kinds = grant.records.map(({ kind }) => kind);
	return `@id(${quoted(name)})
permit (
  principal == Node::${quoted(grant.from)},
  action == Action::"send",
  resource == Node::${quoted(grant.to)}
) when {
  context.agreement == ${quoted(body.id)} &&
  context.day >= ${dayOf(body.startsOn)} && context.day <= ${dayOf(body.endsOn)} &&
  ${set(grant.messages)}.contains(context.kind) &&
  ${set(body.purposes)}.contains(context.purpose) &&
  ${set(body.handling.allowed)}.contains(context.handling) &&
  ${kinds.length === 0 ? 'context.records.isEmpty()' : `${set(kinds)}.containsAll(context.records)`}
};`;
}

/** Permits values by their paths, or forbids them, then also whatever is below the place that a path names. */
function fieldPolicies(
	effect: 'permit' | 'forbid',
	body: AgreementBody,
	grant: Grant,
	name: string,
	record: string,
	patterns: readonly string[],
): string[] {
	const exact = patterns.filter((pattern) => pattern !== '*' && !pattern.endsWith('.*'));
	const below = [
		...patterns.filter((pattern) => pattern === '*' || pattern.endsWith('.*')),
		...(effect === 'forbid' ? exact.map((path) => `${path}.*`) : []),
	];
	const conditions = [
		...(exact.length === 0 ? [] : [`${set(exact)}.contains(context.path)`]),
		...Array.from({ length: Math.ceil(below.length / MOST_ALTERNATIVES) }, (_, at) =>
			below
				.slice(at * MOST_ALTERNATIVES, (at + 1) * MOST_ALTERNATIVES)
				.map((pattern) => `context.path like ${quoted(pattern)}`)
				.join(' ||\n    '),
		),
	];
	return conditions.map(
		(condition, at) => `@id(${quoted(`${name}/${at + 1}`)})
${effect} (
  principal == Node::${quoted(grant.from)},
  action == Action::"reveal",
  resource == Node::${quoted(grant.to)}
) when {
  context.agreement == ${quoted(body.id)} &&
  context.day >= ${dayOf(body.startsOn)} && context.day <= ${dayOf(body.endsOn)} &&
  ${set(grant.messages)}.contains(context.kind) &&
  context.record == ${quoted(record)} && (
    ${condition}
  )
};`,
	);
}

type Asked = {
	readonly agreement: string;
	readonly from: string;
	readonly to: string;
	/** Kind of the message. */
	readonly kind: string;
	readonly atMs: number;
};
export type CedarQuestion = Asked & {
	readonly purpose: string;
	readonly handling: string;
	/** Kinds of the records in the message. */
	readonly records: readonly string[];
};
export type CedarFieldQuestion = Asked & { readonly record: string; readonly path: string };

/** Policies that were parsed once. */
export type PolicySet = {
	/** May this message be sent? */
	permits(question: CedarQuestion): boolean;
	/** May this value of a record be said in it? */
	reveals(question: CedarFieldQuestion): boolean;
};

let sets = 0;

/** A name for a set of policies. The engine keeps what has one until the name is used again. */
export const newPolicySlot = (): string => `agreement-${sets++}`;

const isParsed = (slot: string, text: string): boolean =>
	isSchemaParsed && text !== '' && preparsePolicySet(slot, { staticPolicies: text }).type === 'success';

/**
 * @param policies made by `policiesOf`. What does not parse permits nothing.
 * @param slot a name that is free: a set that had it before must not be asked any more.
 */
export function openPolicies({ send, reveal }: CedarPolicies, slot: string = newPolicySlot()): PolicySet {
	const revealSlot = `${slot}/reveal`;
	const mayAskSend = isParsed(slot, send);
	// Asked about far less often, and many times as long.
	let mayAskReveal: boolean | undefined;
	const ask = (
		action: 'send' | 'reveal',
		{ from, to, atMs, agreement, kind }: Asked,
		more: Readonly<Record<string, string | string[]>>,
	): boolean => {
		const answer = statefulIsAuthorized({
			principal: { type: 'Node', id: from },
			action: { type: 'Action', id: action },
			resource: { type: 'Node', id: to },
			context: { agreement, kind, day: Math.floor(atMs / DAY_MS), ...more },
			preparsedPolicySetId: action === 'send' ? slot : revealSlot,
			preparsedSchemaName: SCHEMA_NAME,
			validateRequest: true,
			entities: [],
		});
		return (
			answer.type === 'success' &&
			answer.response.decision === 'allow' &&
			answer.response.diagnostics.errors.length === 0
		);
	};
	return {
		permits: ({ purpose, handling, records, ...asked }) =>
			mayAskSend && ask('send', asked, { purpose, handling, records: [...records] }),
		reveals: ({ record, path, ...asked }) => {
			mayAskReveal ??= isParsed(revealSlot, reveal);
			return mayAskReveal && ask('reveal', asked, { record, path });
		},
	};
}
