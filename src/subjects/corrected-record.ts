/**
 * A record and what is wrong in it in, the right record out. Pure. Only what is about the person, or about nobody, is changed;
 * the result has the shape of its kind, or the first thing that is wrong with it is said.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { type BorderRecord, borderRecord } from '../../contract/records/record.ts';
import { belongsToOther, standingsIn } from './own-parts.ts';
import { parsePath, partOf, putPart, type RecordPath } from './record-path.ts';

export type Change = { readonly path: string; readonly value: string | null };

/** @throws TidewaiterError `invalid-input` where a path names nothing that may be changed, or the value is not of its form. */
export function correctedRecord(
	record: BorderRecord,
	changes: readonly Change[],
	own: ReadonlySet<string>,
): BorderRecord {
	const standings = standingsIn(record, own);
	let corrected: unknown = record;
	for (const { path, value } of changes) {
		const steps = parsePath(path);
		if (steps === undefined)
			throw wrong(path, 'is no place in a record, such as travellers[2].person.bornOn');
		if (steps[0] === 'kind' || steps[0] === 'reference')
			throw wrong(path, 'tells which document it is, and is not corrected');
		if (belongsToOther(path, standings)) throw wrong(path, 'belongs to somebody else in the same document');
		const before = partOf(record, steps);
		if (typeof before === 'object' && before !== null && value !== null)
			throw wrong(path, 'has members: name the value');
		if (!isReachable(corrected, steps) || (before === undefined && value === null))
			throw wrong(path, 'is not in the record');
		corrected = putPart(corrected, steps, value === null ? undefined : typedLike(before, value));
	}
	const read = borderRecord.safeParse(corrected);
	if (read.success) return read.data;
	const issue = read.error.issues[0];
	throw wrong(issue?.path.join('.') ?? '', issue?.message ?? 'does not have its form');
}

const wrong = (place: string, sentence: string): TidewaiterError =>
	new TidewaiterError('invalid-input', `${place}: ${sentence}.`, { place });

/** Is there something in which the last step can stand? */
const isReachable = (value: unknown, path: RecordPath): boolean => {
	const holder = path.length === 1 ? value : partOf(value, path.slice(0, -1));
	const last = path.at(-1);
	return typeof last === 'number'
		? Array.isArray(holder) && last < holder.length
		: typeof holder === 'object' && holder !== null && !Array.isArray(holder);
};

/** The value in the type that stood there before; text where nothing did. */
function typedLike(before: unknown, value: string): unknown {
	if (typeof before === 'number') return Number(value);
	if (typeof before === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
	return value;
}
