/**
 * Stored records in a format that can be sent on, written page by page.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import { parseBody } from './company.ts';
import { formatById } from './formats/registry.ts';
import type { FormatId } from './model.ts';

/** Records of one export that are written as one document, where the format has an envelope around them. */
const RECORDS_TOGETHER = 10_000;

/**
 * @param bodies stored records as JSON text.
 * @param options.node identifier of this node, which signs as the sender.
 * @throws TidewaiterError `invalid-input` when the format cannot carry what was chosen.
 */
export async function* exportText(
	bodies: AsyncIterable<string>,
	formatId: FormatId,
	options: { node: string; nowMs: number },
): AsyncGenerator<string> {
	const format = formatById(formatId);
	if (format?.format === undefined)
		throw new TidewaiterError('invalid-input', `The format ${formatId} cannot be written.`, {
			place: 'format',
			remedy: 'Choose record-json or csv, which carry every kind of record.',
		});
	const chosen: BorderRecord[] = [];
	for await (const body of bodies) {
		const record = parseBody(body);
		if (record === undefined) continue;
		if (!format.kinds.includes(record.kind))
			throw new TidewaiterError('invalid-input', `${format.title} cannot carry a ${record.kind}.`, {
				place: 'format',
				remedy: `Filter by kind: ${format.kinds.join(', ')}.`,
			});
		chosen.push(record);
		if (chosen.length >= RECORDS_TOGETHER) break;
	}
	const preparedAt = new Date(options.nowMs).toISOString();
	yield format.format(chosen, {
		sender: options.node.toUpperCase(),
		receiver: 'PARTNER',
		preparedAt,
		controlReference: String(options.nowMs),
	});
}
