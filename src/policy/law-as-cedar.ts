/**
 * The law as Cedar policies with their schema, for people who read Cedar and for its own tools. In: articles. Out: text.
 * Says the same as `decide`; a test asks both. The context says what `decide` is told, with the age of a statement weighed already.
 */
import { type Action, actions } from '../../contract/operation.ts';
import { type PurposeId, purposeIds, purposes } from '../../contract/purposes.ts';
import { type Law, subjectRoles } from './model.ts';

const quoted = (text: string): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;
const rolesOf = (names: readonly string[]): string =>
	`[${names.map((name) => `Role::${quoted(name)}`).join(', ')}]`;
const actionsOf = (names: readonly Action[]): string =>
	`[${names.map((name) => `Action::${quoted(name)}`).join(', ')}]`;

/** What may be asked, and of what shape. */
export const CEDAR_LAW_SCHEMA = `entity Node;
entity Role enum ${list(subjectRoles)};
entity Subject in [Role] { kind: String, id: String, node?: Node };
entity Object { node: Node, id?: String, role?: String };
action ${actions.map(quoted).join(', ')} appliesTo {
  principal: Subject,
  resource: Object,
  context: {
    agency: String,
    exercise: Bool,
    secondFactor: String,
    purpose?: String,
    purposeIsCurrent: Bool,
    hasCase: Bool,
    boundPurpose?: String
  }
};
`;

/** @returns policies as text: one for each article, then what stays forbidden. */
export function lawAsCedar(law: Law): string {
	const session = actions.filter((action) => action.startsWith('session.'));
	const forPeople = actions.filter((action) => action.startsWith('session.') || action.startsWith('user.'));
	const personal = actions.filter((action) => law[action].purposes !== undefined);
	return [
		...actions.map((action) => articlePolicy(law, action)),
		...purposeIds.map((purpose) => purposePolicy(purpose, personal)),
		forbid(
			'purpose-age',
			'A purpose is stated anew after some hours.',
			`action in ${actionsOf(personal)}`,
			'!context.purposeIsCurrent',
		),
		forbid(
			'purpose-of-key',
			'A key that is bound to a purpose states no other.',
			`action in ${actionsOf(personal)}`,
			'context has boundPurpose && context has purpose && context.purpose != context.boundPurpose',
		),
		forbid(
			'other-node',
			'A subject is known to its own node alone; a stranger is known to none.',
			'action',
			`!(principal has node && principal.node == resource.node) &&
  !(!(principal has node) && principal in Role::"anonymous")`,
		),
		forbid(
			'second-factor',
			'Where a role must have a second factor, nothing opens without it but the session.',
			'action',
			`context.secondFactor == "missing" && !(action in ${actionsOf(session)})`,
		),
		forbid(
			'own-account',
			'Nobody changes their own role, password or account.',
			'action == Action::"user.change"',
			'principal.kind == "user" && resource has id && resource.id == principal.id',
		),
		forbid(
			'key-of-administrator',
			'A machine never administers.',
			'action == Action::"key.create"',
			'resource has role && resource.role == "administrator"',
		),
		forbid(
			'machine',
			'Sessions and users are for people.',
			`action in ${actionsOf(forPeople)}`,
			'principal.kind == "machine"',
		),
	].join('\n');
}

function articlePolicy(law: Law, action: Action): string {
	const { permit, purposes: covering, because, except = [] } = law[action];
	const conditions = [
		`principal in ${rolesOf(permit)}`,
		...(covering === undefined ? [] : [`context has purpose && ${list(covering)}.contains(context.purpose)`]),
		...except.map(
			({ role, purpose }) =>
				`!(principal in Role::${quoted(role)} && context has purpose && context.purpose == ${quoted(purpose)})`,
		),
	];
	return `@id(${quoted(action)})
@because(${quoted(because)})
permit (principal, action == Action::${quoted(action)}, resource) when {
  ${conditions.join(' &&\n  ')}
};
`;
}

/** Who may state the purpose, on which nodes. */
function purposePolicy(purpose: PurposeId, personal: readonly Action[]): string {
	const { roles, agencies, needsCase, sentence } = purposes[purpose];
	const conditions = [
		`principal in ${rolesOf(roles)}`,
		`${list(agencies)}.contains(context.agency)`,
		...(purpose === 'exercise' ? ['context.exercise'] : []),
		...(needsCase ? ['context.hasCase'] : []),
	];
	return forbid(
		`purpose/${purpose}`,
		sentence,
		`action in ${actionsOf(personal)}`,
		`context has purpose && context.purpose == ${quoted(purpose)} && !(
    ${conditions.join(' &&\n    ')}
  )`,
	);
}

const forbid = (id: string, because: string, scope: string, condition: string): string => `@id(${quoted(id)})
@because(${quoted(because)})
forbid (principal, ${scope}, resource) when {
  ${condition}
};
`;
