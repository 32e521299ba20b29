/**
 * Submissions of the simulated border: batches of messages in the formats that real senders use.
 * In: messages of one sender. Out: documents whose text is written when it is asked for, always the same.
 * The text comes from the writers of intake, so that what the simulation sends is what the readers know.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import { goaml } from '../intake/formats/goaml/goaml.ts';
import { movementJsonl, recordJson } from '../intake/formats/json/record-json.ts';
import { paxlst } from '../intake/formats/paxlst/paxlst.ts';
import { wcoDeclaration } from '../intake/formats/wco/wco.ts';
import type { Format, FormatId } from '../intake/model.ts';
import { damaged } from './damage.ts';
import type { Damage, Message, SimulatedDocument } from './model.ts';
import { shortCode } from './traffic/consignment.ts';
import { instant } from './traffic/declaration.ts';

/** Writer of each format that the simulation sends, and the end of its file names. */
export const WRITERS: ReadonlyMap<FormatId, { format: Format; extension: string }> = new Map([
	['wco-dec', { format: wcoDeclaration, extension: 'xml' }],
	['paxlst', { format: paxlst, extension: 'edi' }],
	['goaml', { format: goaml, extension: 'xml' }],
	['record-json', { format: recordJson, extension: 'json' }],
	['movement-jsonl', { format: movementJsonl, extension: 'jsonl' }],
] as const);

const RECEIVERS = {
	customs: 'NOTOLL',
	fiu: 'NOFIU',
	immigration: 'NOIMM',
	'neighbour-customs': 'SETULL',
} as const;

/** Writes records as one submission. The writer must know the format. */
export function formatRecords(
	format: FormatId,
	records: readonly BorderRecord[],
	envelope: { sender: string; receiver: string; preparedAt: string; controlReference: string },
): string {
	const write = WRITERS.get(format)?.format.format;
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
		again?: { at: number },
	) {
		const at = sender.messages.at(-1)?.at ?? 0;
		this.node = sender.node;
		this.at = instant(again?.at ?? at);
		this.source = sender.source;
		this.channel =
			sender.format === 'movement-jsonl' || sender.format === 'record-json' ? 'watched-folder' : 'http';
		this.#preparedAt = instant(at);
		this.#reference = shortCode(number, 7);
		this.name = `${this.at.slice(11, 16).replace(':', '')}-${sender.source.replace(/[^A-Za-z0-9-]/g, '')}-${sender.format}-${this.#reference}.${WRITERS.get(sender.format)?.extension ?? 'txt'}`;
		this.format = sender.format;
		this.records = sender.messages.map((message) => message.record);
		this.#damageAt = damageAt;
		if (damage !== undefined) this.damage = damage;
		if (again !== undefined && damage === undefined) this.duplicate = true;
	}

	get text(): string {
		const text = formatRecords(this.format, this.records, {
			sender: this.source.toUpperCase().slice(0, 35),
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

/** The same batch, sent again later: byte for byte the same where the first one was whole, repaired where it was not. */
export const sentAgain = (batch: Batch, number: number, at: number): SimulatedDocument =>
	new Submission(batch, number, undefined, 0, { at });
