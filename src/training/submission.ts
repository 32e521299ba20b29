/**
 * Submissions of the simulated border: batches of messages in the formats that real senders use.
 * In: messages of one sender. Out: documents whose text is written when it is asked for, always the same.
 * The text comes from the writers of intake, so that what the simulation sends is what the readers know.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import { formatById } from '../intake/formats/registry.ts';
import type { FormatId } from '../intake/model.ts';
import { damaged } from './damage.ts';
import type { Damage, Message, SimulatedDocument } from './model.ts';
import { shortCode } from './traffic/consignment.ts';
import { instant } from './traffic/declaration.ts';

/** End of a file's name, by format. */
const EXTENSIONS: Readonly<Partial<Record<FormatId, string>>> = {
	'wco-dec': 'xml',
	goaml: 'xml',
	cuscar: 'edi',
	paxlst: 'edi',
	pnrgov: 'edi',
	'record-json': 'json',
	csv: 'csv',
	'movement-jsonl': 'jsonl',
};

const RECEIVERS = {
	customs: 'NOTOLL',
	fiu: 'NOFIU',
	immigration: 'NOIMM',
	'neighbour-customs': 'SETULL',
} as const;

/** Writes records as one submission. The writer must know the format. */
function formatRecords(
	format: FormatId,
	records: readonly BorderRecord[],
	envelope: { sender: string; receiver: string; preparedAt: string; controlReference: string },
): string {
	const write = formatById(format)?.format;
	if (write === undefined) throw new RangeError(`the simulation has no writer for ${format}`);
	return write(records, envelope);
}

class Submission implements SimulatedDocument {
	readonly node: SimulatedDocument['node'];
	readonly at: string;
	readonly source: string;
	readonly channel: SimulatedDocument['channel'];
	readonly name: string;
	readonly format: FormatId;
	readonly records: readonly BorderRecord[];
	readonly damage?: Damage;
	readonly duplicate?: boolean;
	readonly #preparedAt: string;
	readonly #reference: string;
	readonly #damageAt: number;

	constructor(
		sender: Batch,
		number: number,
		damage: Damage | undefined,
		damageAt: number,
		again?: { at: number; repaired: boolean },
	) {
		const at = sender.messages.at(-1)?.at ?? 0;
		this.node = sender.node;
		this.at = instant(again?.at ?? at);
		this.source = sender.source;
		this.channel =
			sender.format === 'movement-jsonl' || sender.format === 'record-json' ? 'watched-folder' : 'http';
		this.#preparedAt = instant(at);
		this.#reference = shortCode(number, 7);
		this.name = `${this.at.slice(11, 16).replace(':', '')}-${sender.source.replace(/[^A-Za-z0-9-]/g, '')}-${sender.format}-${this.#reference}.${EXTENSIONS[sender.format] ?? 'txt'}`;
		this.format = sender.format;
		this.records = sender.messages.map((message) => message.record);
		this.#damageAt = damageAt;
		if (damage !== undefined) this.damage = damage;
		if (again?.repaired === false) this.duplicate = true;
	}

	get text(): string {
		const text = formatRecords(this.format, this.records, {
			sender: this.source.replace(/^carrier-/, '').toUpperCase(),
			receiver: RECEIVERS[this.node],
			preparedAt: this.#preparedAt,
			controlReference: this.#reference,
		});
		return this.damage === undefined ? text : damaged(text, this.damage, this.#damageAt);
	}
}

/** Messages of one sender that go out together. */
export type Batch = Pick<Message, 'node' | 'source' | 'format'> & { messages: Message[] };

/** The batch as a document. @param number of the submission in the simulation. */
export const submissionOf = (
	batch: Batch,
	number: number,
	damage?: Damage,
	damageAt = 0,
): SimulatedDocument => new Submission(batch, number, damage, damageAt);

/** The same batch, sent again later: byte for byte the same, or repaired where the first one was spoilt. */
export const sentAgain = (batch: Batch, number: number, at: number, repaired: boolean): SimulatedDocument =>
	new Submission(batch, number, undefined, 0, { at, repaired });
