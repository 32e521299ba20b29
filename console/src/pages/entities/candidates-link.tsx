import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../display/format.ts';
import { waitingCandidatesQuery } from '../../queries/candidates.ts';

/** The way to the queue of candidates, with how many wait. */
export function CandidatesLink() {
	const { data } = useQuery(waitingCandidatesQuery);
	return (
		<Link to="/candidates" className="candidates-link" title="Candidates (g c)">
			Candidates
			{data && data.total !== null && data.total > 0 && (
				<span className="section-count number">
					{formatCount(data.total)}
					<span className="visually-hidden"> waiting</span>
				</span>
			)}
		</Link>
	);
}
