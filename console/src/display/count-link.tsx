import { Link } from '@tanstack/react-router';
import type { RecordsSearch } from '../pages/records/search.ts';
import { useAbility } from '../shell/session.ts';
import { formatCount } from './format.ts';

/** A number that leads to the records it counts, for whoever may list them. */
export function CountLink({
	count,
	search,
	label,
}: {
	count: number;
	search: RecordsSearch;
	label?: string;
}) {
	const mayList = useAbility('record.list');
	if (count === 0) return <span className="muted number">0</span>;
	if (!mayList) return <span className="number">{formatCount(count)}</span>;
	return (
		<Link
			to="/records"
			search={search}
			preload={false}
			className="plain-link number"
			aria-label={label ? `${formatCount(count)} ${label}` : undefined}
		>
			{formatCount(count)}
		</Link>
	);
}
