import { Link } from '@tanstack/react-router';
import { useAbility } from '../shell/session.ts';

/** A rule by its title, leading to its page. */
export function RuleLink({ rule, version, title }: { rule: string; version: number; title: string }) {
	const mayRead = useAbility('rule.read');
	const name = `${rule}, version ${version}`;
	if (!mayRead) return <span title={name}>{title}</span>;
	return (
		<Link to="/rules/$id" params={{ id: rule }} preload={false} title={name}>
			{title}
		</Link>
	);
}
