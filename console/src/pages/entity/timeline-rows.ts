/** The timeline as rows: a heading for each day, then its records, newest first as they come. Pure. */
import type { AppearanceView } from '../../../../contract/views-resolution.ts';
import { formatInstant } from '../../display/format.ts';

export type TimelineRow =
	| { day: string; records: number }
	/** `index` counts records only: it is what the cursor stands on. */
	| { appearance: AppearanceView; index: number };

/** Days are those of the reader's own zone, as all instants of the console are. */
export function layOutTimeline(appearances: readonly AppearanceView[]): TimelineRow[] {
	const rows: TimelineRow[] = [];
	let heading: { day: string; records: number } | undefined;
	for (const [index, appearance] of appearances.entries()) {
		const day = formatInstant(appearance.receivedAt).slice(0, 10);
		if (heading?.day !== day) {
			heading = { day, records: 0 };
			rows.push(heading);
		}
		heading.records += 1;
		rows.push({ appearance, index });
	}
	return rows;
}
