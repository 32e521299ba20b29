/** When the records were received: a span up to now, or a range. */
import { Button, FormGroup, InputGroup, Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Calendar, CaretDown } from '@blueprintjs/icons';
import { formatInstant } from '../../display/format.ts';
import type { RecordsSearch } from './search.ts';

const HOUR_MS = 3_600_000;
const spans = [
	{ label: 'Last hour', hours: 1 },
	{ label: 'Last 24 hours', hours: 24 },
	{ label: 'Last 7 days', hours: 24 * 7 },
	{ label: 'Last 30 days', hours: 24 * 30 },
] as const;

type Props = {
	from: string | undefined;
	until: string | undefined;
	onChange: (change: Partial<RecordsSearch>) => void;
};

export function ReceivedRange({ from, until, onChange }: Props) {
	const label =
		from || until
			? `${from ? formatInstant(from) : 'start'} – ${until ? formatInstant(until) : 'now'}`
			: 'Received any time';
	return (
		<PopoverNext
			placement="bottom-end"
			content={
				<div className="received-range">
					<Menu>
						{spans.map(({ label, hours }) => (
							<MenuItem
								key={label}
								text={label}
								onClick={() =>
									onChange({
										receivedFrom: new Date(Date.now() - hours * HOUR_MS).toISOString(),
										receivedUntil: undefined,
									})
								}
							/>
						))}
						<MenuItem
							text="Any time"
							onClick={() => onChange({ receivedFrom: undefined, receivedUntil: undefined })}
						/>
						<MenuDivider title="Range" />
					</Menu>
					<div className="received-range-fields">
						<MomentField label="From" value={from} onChange={(receivedFrom) => onChange({ receivedFrom })} />
						<MomentField
							label="Until"
							value={until}
							onChange={(receivedUntil) => onChange({ receivedUntil })}
						/>
					</div>
				</div>
			}
		>
			<Button
				size="small"
				variant="outlined"
				className={from || until ? 'filter-range filter-set' : 'filter-range'}
				icon={<Calendar size={14} />}
				endIcon={<CaretDown />}
			>
				<span className="number">{label}</span>
			</Button>
		</PopoverNext>
	);
}

type MomentProps = {
	label: string;
	value: string | undefined;
	onChange: (value: string | undefined) => void;
};

function MomentField({ label, value, onChange }: MomentProps) {
	const id = `received-${label.toLowerCase()}`;
	return (
		<FormGroup label={label} labelFor={id}>
			<InputGroup
				id={id}
				size="small"
				type="datetime-local"
				defaultValue={value ? formatInstant(value).replace(' ', 'T') : ''}
				onBlur={(event) => {
					const at = event.currentTarget.value ? new Date(event.currentTarget.value) : undefined;
					const next = at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
					if (next?.slice(0, 16) !== value?.slice(0, 16)) onChange(next);
				}}
			/>
		</FormGroup>
	);
}
