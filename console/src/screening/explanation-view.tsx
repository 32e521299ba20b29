/** Why something is a hit: one sentence, names part by part, every piece of evidence. */
import type { Explanation } from '../../../contract/views-screening.ts';
import { EvidenceTable } from '../display/evidence.tsx';
import { NameComparison } from '../display/name-comparison.tsx';
import './screening.css';

export function ExplanationView({
	explanation,
	left = 'Record',
}: {
	explanation: Explanation;
	left?: string;
}) {
	// How the names compare is told part by part; its row has the effect.
	const evidence = explanation.evidence.map((piece) =>
		piece.feature === 'name' && explanation.names ? { ...piece, sentence: 'part by part, above' } : piece,
	);
	return (
		<div className="explanation">
			{explanation.names ? (
				<NameComparison names={explanation.names} left={left} withoutSentence />
			) : (
				<p className="muted explanation-none">No names were compared: the numbers met.</p>
			)}
			<div className="table-scroll">
				<EvidenceTable evidence={evidence} left={left} />
			</div>
		</div>
	);
}
