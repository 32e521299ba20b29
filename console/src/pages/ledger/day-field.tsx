import { z } from 'zod';

const day = z.iso.date();

type Props = { label: string; value: string | undefined; onChange: (day: string | undefined) => void };

/** A day of a filter; goes into the address once it is a whole one. */
export function DayField({ label, value, onChange }: Props) {
	return (
		<label className={value ? 'day-field filter-set' : 'day-field'}>
			<span>{label}</span>
			<input
				type="date"
				className="bp6-input bp6-small"
				value={value ?? ''}
				onChange={({ currentTarget: { value: given } }) => {
					const read = day.safeParse(given);
					if (read.success || given === '') onChange(read.success ? read.data : undefined);
				}}
			/>
		</label>
	);
}
