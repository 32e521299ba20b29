/**
 * What lanes are decided by, as it stands now: settings, the draw, trusted traders. Read anew when somebody changed any of
 * it, also in another process: one short question to the store before each batch.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import type { Database } from '../../platform/database/port.ts';
import { type Drawing, openDrawing } from '../lanes/draw.ts';
import { defaultSettings } from '../lanes/settings.ts';
import { readAllTraders, readSettings, readStanding } from '../store/lanes.ts';
import { answerableNumbers, traderNumber } from './answerable.ts';

export type LaneTerms = {
	readonly settings: LaneSettings;
	readonly draw: Drawing;
	/** The authorised economic operator that answers for a record. */
	trustedOf(record: BorderRecord): { readonly scheme: string; readonly value: string } | undefined;
};

export type LaneBook = {
	/** @param day `YYYY-MM-DD`: trust that has ended is none. */
	current(day: string): Promise<LaneTerms & { readonly outcomesWait: boolean }>;
};

export function createLaneBook(database: Database, country: string): LaneBook {
	let terms: LaneTerms | undefined;
	let readAt: string | undefined;
	const read = async (day: string): Promise<LaneTerms> => {
		const { settings, secret } = await readSettings(database, defaultSettings(country));
		const traders = new Map(
			(await readAllTraders(database, day)).map(({ scheme, value }) => [
				traderNumber({ scheme, value }),
				{ scheme, value },
			]),
		);
		return {
			settings,
			draw: openDrawing(secret),
			trustedOf: (record) => {
				if (traders.size === 0) return undefined;
				for (const number of answerableNumbers(record)) {
					const found = traders.get(number);
					if (found !== undefined) return found;
				}
				return undefined;
			},
		};
	};
	return {
		async current(day) {
			const { change, outcomesWait } = await readStanding(database);
			const at = `${change} ${day}`;
			if (terms === undefined || at !== readAt) {
				terms = await read(day);
				readAt = at;
			}
			return { ...terms, outcomesWait };
		},
	};
}
