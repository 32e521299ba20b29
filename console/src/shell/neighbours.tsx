import { Link } from '@tanstack/react-router';
import { type Section, sections } from './sections.tsx';
import { useSession } from './session.ts';

/** Sections of selecting, which lead to one another: the top bar has no room for all of them. */
const related: readonly string[] = ['/rules', '/models', '/lanes', '/fairness'];

/** The way to the sections beside this one. @param here the section that is shown. */
export function Neighbours({ here }: { here: Section['to'] }) {
	const { abilities } = useSession();
	const others = sections.filter(
		({ to, action }) => related.includes(to) && to !== here && abilities.includes(action),
	);
	if (others.length === 0) return null;
	return (
		<nav className="neighbours" aria-label="Related sections">
			{others.map(({ to, label, key }) => (
				<Link key={to} to={to} title={`${label} (g ${key})`}>
					{label}
				</Link>
			))}
		</nav>
	);
}
