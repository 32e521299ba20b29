/**
 * An intake for tests of the surfaces: keeps submissions in memory and reads text, one record a line.
 * A line that starts with "!" is refused; a submission of NUL bytes has no known format. Nothing else is like the real one.
 */
import { createHash } from 'node:crypto';
import { TidewaiterError } from '../../contract/errors.ts';
import type { LiveEvent, Quarantined, RecordSummary, SubmissionResult } from '../../contract/views.ts';
import type { Intake } from '../intake/operations.ts';
import type { NodeDescription } from './node.ts';

const AT = '2026-01-05T08:00:00.000Z';
const noFindings = { info: 0, warning: 0, error: 0 };

export function createStandInIntake(node: NodeDescription, maxBytes = 1_000_000): Intake {
	const listeners = new Set<(event: LiveEvent) => void>();
	const kept = new Map<string, { bytes: Buffer; result: SubmissionResult }>();
	const records: RecordSummary[] = [];
	const quarantine: Quarantined[] = [];
	const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

	const submit: Intake['submit'] = async (chunks, meta) => {
		const parts: Uint8Array[] = [];
		let length = 0;
		for await (const chunk of chunks) {
			length += chunk.byteLength;
			if (length > maxBytes) throw new TidewaiterError('too-large', `More than ${maxBytes} bytes came.`);
			parts.push(chunk);
		}
		const bytes = Buffer.concat(parts);
		const submission = createHash('sha256').update(bytes).digest('hex');
		const known = kept.get(submission);
		if (known !== undefined) return { ...known.result, known: true };
		const unknown = bytes.includes(0);
		const lines = unknown ? ['!'] : bytes.toString('utf8').split('\n').filter(Boolean);
		const refused = lines.flatMap((line, index) =>
			line.startsWith('!')
				? [
						{
							place: `line ${index + 1}`,
							code: 'test.refused',
							reason: 'It starts with "!".',
							remedy: 'Leave it out.',
						},
					]
				: [],
		);
		const created = lines.length - refused.length;
		const result: SubmissionResult = {
			submission,
			known: false,
			name: meta.name ?? null,
			format: unknown ? 'unknown' : 'record-json',
			bytes: length,
			records: created,
			created,
			amended: 0,
			repeated: 0,
			findings: noFindings,
			refused,
			refusedCount: refused.length,
			status: refused.length === 0 ? 'accepted' : created === 0 ? 'quarantined' : 'partial',
		};
		kept.set(submission, { bytes, result });
		for (const line of lines)
			if (!line.startsWith('!')) records.push(summaryOf(idOf(records.length + 1), line));
		for (const each of refused) {
			quarantine.push({
				...each,
				id: idOf(900 + quarantine.length),
				submission,
				format: result.format,
				source: meta.source,
				channel: meta.channel,
				name: result.name,
				receivedAt: AT,
				bytes: length,
				state: 'open',
				attempts: 1,
				lastTriedAt: null,
			});
		}
		if (created > 0)
			tell({ type: 'records', at: AT, kind: 'outcome', office: null, lane: null, count: created, errors: 0 });
		return result;
	};
	const tell = (event: LiveEvent): void => {
		for (const listener of listeners) listener(event);
	};
	const keptOf = (submission: string) => {
		const found = kept.get(submission);
		if (found === undefined) throw new TidewaiterError('not-found', 'No such submission.');
		return found;
	};
	const entryOf = (id: string): Quarantined => {
		const found = quarantine.find((entry) => entry.id === id);
		if (found === undefined) throw new TidewaiterError('not-found', 'No such entry.');
		return found;
	};
	const pageOf = <T>(items: T[]) => ({ items, next: null, total: items.length, totalIsLowerBound: false });

	return {
		submit,
		readSubmission: async ({ submission }) => ({ ...keptOf(submission).result, known: true }),
		listRecords: async ({ limit, search }) => {
			if (search === 'break') throw new Error('secret cause of a failure');
			return pageOf(records.slice(0, limit));
		},
		readRecord: async ({ id }) => {
			const summary = records.find((record) => record.id === id);
			const submission = [...kept.values()][0]?.result;
			if (summary === undefined || submission === undefined) {
				throw new TidewaiterError('not-found', `No record ${id}.`);
			}
			return {
				summary,
				record: { kind: 'outcome', reference: summary.reference },
				findings: [],
				submission: {
					id: submission.submission,
					source: 'test',
					channel: 'http',
					name: submission.name,
					receivedAt: AT,
					bytes: submission.bytes,
					place: 'line 1',
				},
				versions: [],
				related: [],
				laneReason: null,
			};
		},
		readOriginal: async ({ submission, offset, length }) => {
			const { bytes } = keptOf(submission);
			return {
				bytes: bytes.subarray(offset, length === undefined ? undefined : offset + length),
				total: bytes.length,
				name: null,
			};
		},
		exportRecords: async function* ({ ids }) {
			if (ids === 'broken') throw new TidewaiterError('invalid-input', 'These are no identifiers.');
			for (const record of records) yield `${record.reference}\n`;
		},
		listQuarantine: async ({ state }) => pageOf(quarantine.filter((entry) => entry.state === state)),
		retryQuarantine: async ({ id }) => keptOf(entryOf(id).submission).result,
		discardQuarantine: async ({ id }) => {
			const entry = entryOf(id);
			entry.state = 'discarded';
			return entry;
		},
		readOverview: async () => ({
			at: AT,
			node,
			totals: {
				submissions: kept.size,
				records: records.length,
				findings: 0,
				quarantined: quarantine.length,
			},
			byKind: [],
			byOffice: [],
			byCarrier: [],
			byLane: [],
			byHour: [],
			topFindings: [],
		}),
		onLive: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		recover: async () => 0,
		waiting: 0,
		close: async () => {},
	};
}

const summaryOf = (id: string, reference: string): RecordSummary => ({
	id,
	kind: 'outcome',
	reference,
	version: 1,
	receivedAt: AT,
	format: 'record-json',
	office: null,
	carrier: null,
	lane: null,
	caption: 'physical · nothing found',
	documentDate: null,
	originCountry: null,
	destinationCountry: null,
	hsCode: null,
	grossMassKg: null,
	value: null,
	currency: null,
	findings: 0,
	worst: null,
});
