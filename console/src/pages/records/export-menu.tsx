import { Button, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { CaretUp, Export } from '@blueprintjs/icons';
import { addressOf, type CallInput } from '../../client/call.ts';
import { formatCount } from '../../display/format.ts';
import { usePurposedLink } from '../../purpose/use-purposed-link.ts';
import type { RecordsFilter } from '../../queries/records.ts';

/** Formats to send on, with the kinds that each can carry; no kinds means all. */
const formats: readonly { format: CallInput<'exportRecords'>['format']; label: string; carries: string }[] = [
	{ format: 'csv', label: 'CSV', carries: 'all kinds, one row each' },
	{ format: 'record-json', label: 'JSON', carries: 'all kinds, everything' },
	{ format: 'wco-dec', label: 'WCO XML', carries: 'declarations' },
	{ format: 'paxlst', label: 'PAXLST', carries: 'passenger lists' },
	{ format: 'goaml', label: 'goAML', carries: 'suspicion reports' },
];

/** The contract's upper bound of one export. */
const MOST_EXPORTED = 10_000;

type Props = {
	filter: RecordsFilter;
	selected: readonly string[];
	total: number | null;
	isOpen: boolean;
	onOpen: (isOpen: boolean) => void;
};

export function ExportMenu({ filter, selected, total, isOpen, onOpen }: Props) {
	const ask = usePurposedLink();
	const { sort: _sort, format: _format, ...rest } = filter;
	const input = selected.length > 0 ? { ids: selected.join(',') } : rest;
	const title =
		selected.length > 0
			? `${formatCount(selected.length)} selected`
			: total !== null && total <= MOST_EXPORTED
				? `All ${formatCount(total)} that match`
				: `The first ${formatCount(MOST_EXPORTED)} that match`;
	return (
		<PopoverNext
			isOpen={isOpen}
			onInteraction={onOpen}
			placement="top-end"
			content={
				<Menu aria-label="Export">
					<MenuDivider title={title} />
					{formats.map(({ format, label, carries }) => (
						<MenuItem
							key={format}
							text={label}
							label={carries}
							href={addressOf('exportRecords', { ...input, format, limit: MOST_EXPORTED })}
							download
							onClick={ask}
						/>
					))}
				</Menu>
			}
		>
			<Button
				size="small"
				variant="outlined"
				icon={<Export size={14} />}
				endIcon={<CaretUp />}
				title="Export (e)"
			>
				Export
			</Button>
		</PopoverNext>
	);
}
