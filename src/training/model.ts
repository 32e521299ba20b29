/**
 * Types of the simulated border. A *message* is one record on its way to a node; a *simulated document* is what arrives
 * there, one submission with one or more messages; a *plot* is a crime that is hidden in the traffic, with its truth.
 * Times inside the simulation are milliseconds since 1970 in UTC; on documents they are ISO 8601 text.
 */
import type { BorderRecord, RecordKind } from '../../contract/records/record.ts';
import type { FormatId } from '../intake/model.ts';

export const nodeNames = ['customs', 'fiu', 'immigration', 'neighbour-customs'] as const;
export type NodeName = (typeof nodeNames)[number];

export type SimulationOptions = {
	/** The same seed gives the same border, byte for byte. */
	seed: number;
	/** Days that are simulated, from the start date on. */
	days: number;
	/** 1 is about 1,000 declarations a day at the customs node, and the rest in proportion. */
	scale: number;
	/** First day, `YYYY-MM-DD`. */
	startDate: string;
	/** Ends after the document with which so many declarations have been sent to the customs node. */
	declarations?: number;
	/** Messages of one sender within so many minutes go out as one submission; 60 unless told, 0 for one each. */
	batchMinutes?: number;
};

/** How a submission was spoilt on its way. Its records are what the sender had. */
export type Damage = 'truncated' | 'wrong-count' | 'wrong-reference' | 'foreign-bytes';

/** One submission as it arrives at a node. */
export type SimulatedDocument = {
	node: NodeName;
	/** ISO instant of its arrival, with `Z`. */
	at: string;
	/** Who sends it: broker, carrier, bank, sensor network, office. */
	source: string;
	channel: 'http' | 'watched-folder';
	/** File name, without folder. */
	name: string;
	format: FormatId;
	/** As sent, after the noise of real life. */
	records: readonly BorderRecord[];
	damage?: Damage;
	/** True where the same submission was sent before, byte for byte. */
	duplicate?: boolean;
	/** The submission. Written when it is asked for: a caller that wants records only pays for records only. */
	readonly text: string;
};

/** One record on its way. */
export type Message = {
	at: number;
	node: NodeName;
	source: string;
	format: FormatId;
	record: BorderRecord;
	/** Messages of a group go out as one submission of their own (the bookings of one flight). */
	group?: string;
	/** The plots that it is a trace of. */
	plotIds?: readonly string[];
};

/** Takes a message, or an action that makes messages when its time has come. */
export type Outbox = {
	send(message: Message): void;
	/** Runs `make` when the simulation reaches `at`: what is not yet needed need not be kept. */
	later(at: number, make: (outbox: Outbox) => void): void;
};

export const plotTypes = [
	'undervaluation',
	'misclassification',
	'false-origin',
	'phantom-shipment',
	'multiple-invoicing',
	'transit-diversion',
	'container-swap',
	'front-company-ring',
	'cash-couriers',
	'two-identities',
	'mule-network',
	'dual-use-diversion',
] as const;
export type PlotType = (typeof plotTypes)[number];

/** What really happened, and which documents show it. */
export type PlotTruth = {
	plotId: string;
	type: PlotType;
	documents: readonly { node: NodeName; kind: RecordKind; reference: string; at: string }[];
	/** The conspirators: companies and people, by name and number as documents carry them. */
	parties: readonly { role: string; name: string; identifier: string }[];
	note: string;
};

/** Which part of a crime a kind of record shows. */
export const domainOf: Readonly<Record<RecordKind, 'goods' | 'money' | 'people' | undefined>> = {
	declaration: 'goods',
	'cargo-report': 'goods',
	'movement-event': 'goods',
	'suspicion-report': 'money',
	'cash-declaration': 'money',
	'passenger-list': 'people',
	booking: 'people',
	outcome: undefined,
};
