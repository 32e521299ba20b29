import type { MatchQuestion } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { refusalWords } from '../../exchanging/message-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import type { ListColumn } from '../../listing/list-grid.tsx';

const nothing = <span className="muted">–</span>;

/** What became of a question. The holder does not know whether it hit. */
function Outcome({ question: { side, hit, refused } }: { question: MatchQuestion }) {
	if (refused !== null) {
		const words = Object.entries(refusalWords).find(([code]) => code === refused)?.[1];
		return (
			<span className="match-refused" title={words?.remedy}>
				Refused: {words?.why ?? refused}
			</span>
		);
	}
	if (side === 'theirs') return <span className="muted">answered; whether it hit only the asker knows</span>;
	if (hit === null) return <span className="muted">no answer came</span>;
	return hit ? <strong className="match-hit-mark">Hit</strong> : <>No hit</>;
}

export const columns: readonly ListColumn<MatchQuestion>[] = [
	{ id: 'at', title: 'Put', width: '172px', cell: ({ at }) => <Instant at={at} seconds /> },
	{
		id: 'side',
		title: 'Side',
		width: '80px',
		cell: ({ side }) => <span className="chip">{side === 'ours' ? 'ours' : 'theirs'}</span>,
	},
	{
		id: 'partner',
		title: 'Partner',
		width: 'minmax(200px, 1.6fr)',
		cell: ({ partner, side }) => (
			<>
				{side === 'ours' ? 'asked ' : 'asked by '}
				{partner === null ? 'a partner' : <PartnerName name={partner} isLink={false} />}
			</>
		),
	},
	{
		id: 'agreement',
		title: 'Agreement',
		width: 'minmax(120px, 1fr)',
		cell: ({ agreement }) => <span className="mono">{agreement}</span>,
	},
	{
		id: 'outcome',
		title: 'Answer',
		width: 'minmax(220px, 2fr)',
		cell: (question) => <Outcome question={question} />,
	},
	{ id: 'case', title: 'Case', width: 'minmax(100px, 1fr)', cell: (question) => question.case ?? nothing },
	{
		id: 'by',
		title: 'Put by',
		width: 'minmax(120px, 1fr)',
		cell: ({ by, side }) => (side === 'theirs' ? <span className="muted">not told</span> : (by ?? nothing)),
	},
];
