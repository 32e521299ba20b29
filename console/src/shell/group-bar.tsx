/**
 * Sections that belong together: one word in the top bar, and a bar of their own below it while one of them is shown. The
 * word leads to the first of them that the reader may see. Who may see one has that one alone, and who may see none nothing.
 */
import { Link, useRouterState } from '@tanstack/react-router';
import { type Section, type SectionGroup, sections } from './sections.tsx';
import { useSession } from './session.ts';
import './group-bar.css';

const groupWords: { readonly [group in SectionGroup]: string } = {
	targeting: 'Targeting',
	screening: 'Screening',
	entities: 'Entities',
	exchange: 'Exchange',
	protection: 'Protection',
	administration: 'Administration',
};

function useGroup(group: SectionGroup | undefined): readonly Section[] {
	const { abilities } = useSession();
	return group === undefined
		? []
		: sections.filter((section) => section.group === group && abilities.includes(section.action));
}

/** The group of the section that the address is in, also where it is a page of one thing (`/agreements/…`). */
function useShownGroup(): SectionGroup | undefined {
	const path = useRouterState({ select: ({ location }) => location.pathname });
	return sections.find(({ to, group }) => group !== undefined && path.startsWith(to))?.group;
}

export function GroupLink({ group }: { group: SectionGroup }) {
	const [first, ...others] = useGroup(group);
	const isShown = useShownGroup() === group;
	if (first === undefined) return null;
	return (
		<Link
			to={first.to}
			className={isShown ? 'section-link active' : 'section-link'}
			title={`${others.length === 0 ? '' : `${groupWords[group]}: `}${first.label} (g ${first.key})`}
		>
			{others.length === 0 ? first.label : groupWords[group]}
		</Link>
	);
}

export function GroupBar() {
	const group = useShownGroup();
	const mine = useGroup(group);
	const path = useRouterState({ select: ({ location }) => location.pathname });
	if (group === undefined || mine.length < 2) return null;
	return (
		<nav className="group-bar" aria-label={groupWords[group]}>
			{mine.map(({ to, label, key }) => {
				const isShown = path.startsWith(to);
				return (
					<Link
						key={to}
						to={to}
						className={isShown ? 'group-link active' : 'group-link'}
						aria-current={isShown ? 'page' : undefined}
						title={`${label} (g ${key})`}
					>
						{label}
					</Link>
				);
			})}
		</nav>
	);
}
