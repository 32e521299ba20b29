/** Reads a list again because the reader asks for it; stands out where there is something new to read. */
import { Button } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { formatCount } from '../display/format.ts';

type Props = {
	onRefresh: () => void;
	title?: string;
	/** What is new: how many rows, or a word for it. */
	news?: number | string | undefined;
};

export function RefreshButton({ onRefresh, title = 'Read the list again (r)', news }: Props) {
	return (
		<Button
			size="small"
			variant="minimal"
			icon={<Refresh size={14} />}
			onClick={onRefresh}
			title={title}
			{...(news ? { intent: 'primary' as const } : {})}
		>
			{typeof news === 'number' && news > 0 ? (
				<span className="number">{formatCount(news)} new</span>
			) : (
				news || 'Refresh'
			)}
		</Button>
	);
}
