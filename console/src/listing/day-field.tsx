/** A day of a filter, and the moments that two of them mean. */
import { z } from 'zod';
import './listing.css';

const day = z.iso.date();

type Props = {
	label: string;
	value: string | undefined;
	/** What stands in the field while nothing is chosen. */
	shown?: string | undefined;
	/** The last day that can be chosen. */
	max?: string;
	onChange: (day: string | undefined) => void;
};

/** Goes into the address once it is a whole day. */
export function DayField({ label, value, shown, max, onChange }: Props) {
	return (
		<label className={value ? 'day-field filter-set' : 'day-field'}>
			<span>{label}</span>
			<input
				type="date"
				className="bp6-input bp6-small"
				value={value ?? shown ?? ''}
				{...(max === undefined ? {} : { max })}
				onChange={({ currentTarget: { value: given } }) => {
					const read = day.safeParse(given);
					if (read.success || given === '') onChange(read.success ? read.data : undefined);
				}}
			/>
		</label>
	);
}

/** Midnight at which a day begins in the reader's own zone, some days later. */
export function momentOf(day: string, daysLater: number): string {
	const at = new Date(`${day}T00:00:00`);
	at.setDate(at.getDate() + daysLater);
	return at.toISOString();
}
