/**
 * An agreement as Cedar policies, and the question whether one message is covered. Fails closed: without policies, with an error in
 * them or in the question, nothing is covered. A policy can be read, kept and analysed by Cedar's own tools.
 */
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { AgreementBody, Grant } from '../../../contract/exchange/agreement.ts';

const DAY_MS = 86_400_000;
const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** A text as Cedar writes it. Names of nodes, purposes and kinds have no characters that would need more. */
const quoted = (text: string): string => JSON.stringify(text);
const set = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** @returns Cedar policies in text form; none where the agreement names fewer than two parties. */
export function toCedar(body: AgreementBody): string {
	if (body.parties.length < 2) return '';
	return body.grants
		.filter(({ messages }) => messages.length > 0 && body.purposes.length > 0)
		.map((grant, at) => permitOf(body, grant, at))
		.join('\n');
}

function permitOf(body: AgreementBody, grant: Grant, at: number): string {
	const kinds = grant.records.map(({ kind }) => kind);
	return `// ${body.id} version ${body.version}, grant ${at + 1}: ${grant.from} to ${grant.to}
@id(${quoted(`${body.id}/${body.version}/${at + 1}`)})
permit (
  principal == Node::${quoted(grant.from)},
  action == Action::"send",
  resource == Node::${quoted(grant.to)}
) when {
  context.agreement == ${quoted(body.id)} &&
  context.day >= ${dayOf(body.startsOn)} && context.day <= ${dayOf(body.endsOn)} &&
  ${set(grant.messages)}.contains(context.kind) &&
  ${set(body.purposes)}.contains(context.purpose) &&
  ${set(body.handling.allowed)}.contains(context.handling)${
		kinds.length === 0
			? ' &&\n  context.records.isEmpty()'
			: ` &&\n  ${set(kinds)}.containsAll(context.records)`
	}
};`;
}

export type CedarQuestion = {
	readonly agreement: string;
	readonly from: string;
	readonly to: string;
	readonly kind: string;
	readonly purpose: string;
	readonly handling: string;
	/** Kinds of the records in the message. */
	readonly records: readonly string[];
	readonly atMs: number;
};

/** Policies that were parsed once, under a name of this process. */
export type PolicySet = { permits(question: CedarQuestion): boolean };

let sets = 0;

/** @param text made by `toCedar`. Policies that do not parse permit nothing. */
export function openPolicies(text: string): PolicySet {
	const id = `agreement-${sets++}`;
	const isParsed = text !== '' && preparsePolicySet(id, { staticPolicies: text }).type === 'success';
	return {
		permits: ({ agreement, from, to, kind, purpose, handling, records, atMs }) => {
			if (!isParsed) return false;
			const answer = statefulIsAuthorized({
				principal: { type: 'Node', id: from },
				action: { type: 'Action', id: 'send' },
				resource: { type: 'Node', id: to },
				context: {
					agreement,
					kind,
					purpose,
					handling,
					records: [...records],
					day: Math.floor(atMs / DAY_MS),
				},
				preparsedPolicySetId: id,
				entities: [],
			});
			return (
				answer.type === 'success' &&
				answer.response.decision === 'allow' &&
				answer.response.diagnostics.errors.length === 0
			);
		},
	};
}
