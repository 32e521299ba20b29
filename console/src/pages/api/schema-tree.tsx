import { useState } from 'react';
import {
	type ApiDescription,
	describeBounds,
	describeType,
	type Member,
	membersOf,
	resolve,
	type Schema,
} from './open-api.ts';

type Props = { schema: Schema; schemas: ApiDescription['schemas'] };

/** Deeper than this a member opens only when asked. */
const OPEN_DEPTH = 1;

/** Members of a schema, nested as they are. */
export function SchemaTree({ schema, schemas }: Props) {
	const { schema: root } = resolve(schema, schemas);
	const members = membersOf(root, schemas, root);
	if (members.length === 0) return <p>{describeType(schema, schemas, root)}</p>;
	return (
		<>
			{root['type'] === 'array' && <p>A list of:</p>}
			<Members members={members} schemas={schemas} root={root} depth={0} />
		</>
	);
}

type MembersProps = {
	members: readonly Member[];
	schemas: ApiDescription['schemas'];
	root: Schema;
	depth: number;
};

function Members({ members, schemas, root, depth }: MembersProps) {
	return (
		<ul className="schema">
			{members.map((member) => (
				<MemberItem key={member.name} member={member} schemas={schemas} root={root} depth={depth} />
			))}
		</ul>
	);
}

function MemberItem({ member, schemas, root, depth }: Omit<MembersProps, 'members'> & { member: Member }) {
	const [isOpen, setOpen] = useState(depth < OPEN_DEPTH);
	const children = membersOf(member.schema, schemas, root);
	const { schema } = resolve(member.schema, schemas, root);
	const bounds = describeBounds(member.schema, schemas);
	const text = typeof schema['description'] === 'string' ? schema['description'] : undefined;
	return (
		<li>
			<div className="schema-member">
				<code>{member.name}</code>
				<span className="muted">{describeType(member.schema, schemas, root)}</span>
				{!member.required && <span className="schema-optional muted">optional</span>}
				{bounds && <span className="muted">{bounds}</span>}
				{children.length > 0 && (
					<button
						type="button"
						className="place-button"
						aria-expanded={isOpen}
						onClick={() => setOpen(!isOpen)}
					>
						{isOpen ? 'close' : `${children.length} members`}
					</button>
				)}
			</div>
			{text && <p className="schema-text muted">{text}</p>}
			{isOpen && children.length > 0 && (
				<Members members={children} schemas={schemas} root={root} depth={depth + 1} />
			)}
		</li>
	);
}
