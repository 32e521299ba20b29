import { ArrowDown, ArrowUp } from '@blueprintjs/icons';
import type { MessageSummary } from '../../../contract/views-exchange.ts';

/** Whether a message came in or went out: an arrow, and a word for those who do not see it. */
export function DirectionMark({ box }: { box: MessageSummary['box'] }) {
	const words = box === 'in' ? 'came in' : 'sent';
	return (
		<span className={`direction direction-${box}`} title={words}>
			{box === 'in' ? <ArrowDown size={14} /> : <ArrowUp size={14} />}
			<span className="visually-hidden">{words}</span>
		</span>
	);
}
