import { useRecentReasons } from '../queries/recent-reasons.ts';
import './judging.css';

/** Reasons given lately, to be taken again with one press. */
export function ReasonChoice({ onChoose }: { onChoose: (reason: string) => void }) {
	const reasons = useRecentReasons();
	if (reasons.length === 0) return null;
	return (
		<ul className="reason-choice" aria-label="Reasons given lately">
			{reasons.map((reason) => (
				<li key={reason}>
					<button type="button" className="chip reason-chip" title={reason} onClick={() => onChoose(reason)}>
						{reason}
					</button>
				</li>
			))}
		</ul>
	);
}
