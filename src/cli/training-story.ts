/**
 * What the agencies of the training have written to each other: a fixed story about invented people of the simulated border. In: who
 * is on its alerts. Out: messages with their hours, each told once. Pure.
 */
import type { MessageBody, MessageSubject } from '../../contract/exchange/message.ts';
import type { ListEntry } from '../../contract/lists.ts';
import type { NodeName } from '../training/model.ts';

export type ToldMessage = {
	readonly key: string;
	/** How long ago it was written. */
	readonly hoursAgo: number;
	readonly from: NodeName;
	readonly to: NodeName;
	readonly agreement: string;
	readonly purpose: string;
	/** Key of the message that it is about; its receiver has opened that one before. */
	readonly about?: string;
	/** Has its receiver opened it, though nothing came of it? */
	readonly opened?: boolean;
	/** @param on identifier of the message that it is about. @param nowMs when it is written. */
	readonly body: (on: string, nowMs: number) => MessageBody;
};

/** Who asks whom whether somebody is offered. */
export type ToldQuestion = {
	readonly hoursAgo: number;
	readonly from: NodeName;
	readonly agreement: string;
	readonly purpose: string;
	readonly name: string;
	readonly born: string;
};

const DAY_MS = 86_400_000;
const NOTHING = { subjects: [], records: [], attachments: [] };
const RELIABLE = { evaluation: { source: 'A', information: '2' } } as const;
const UNTESTED = { evaluation: { source: 'X', information: '3' } } as const;
const MONEY = { agreement: 'fiu-customs', purpose: 'money-laundering' } as const;
const BORDER = { agreement: 'customs-immigration', purpose: 'smuggling-of-goods' } as const;
const GOODS = { agreement: 'customs-customs', purpose: 'smuggling-of-goods' } as const;

const subjectOf = (entry: ListEntry, role: string): MessageSubject => ({
	kind: entry.kind === 'person' ? 'person' : entry.kind === 'vessel' ? 'vessel' : 'organisation',
	name: entry.names[0]?.full ?? '',
	role,
	...(entry.born?.[0] === undefined ? {} : { born: entry.born[0].from }),
});

/** The agencies' part of the story: who is spoken of. Undefined where the alerts are others than those of the simulated border. */
function castOf(alerts: readonly ListEntry[]) {
	const [courier, payer, traveller] = alerts.filter(({ kind }) => kind === 'person');
	const company = alerts.find(({ kind }) => kind === 'organisation');
	const vessel = alerts.find(({ kind }) => kind === 'vessel');
	return courier === undefined ||
		payer === undefined ||
		traveller === undefined ||
		company === undefined ||
		vessel === undefined
		? undefined
		: { courier, payer, traveller, company, vessel };
}

/** @returns oldest first. */
export function toldMessages(alerts: readonly ListEntry[]): ToldMessage[] {
	const cast = castOf(alerts);
	if (cast === undefined) return [];
	const { courier, payer, traveller, company, vessel } = cast;
	const all: ToldMessage[] = [
		{
			key: 'courier',
			hoursAgo: 25,
			from: 'customs',
			to: 'immigration',
			...BORDER,
			opened: true,
			body: () => ({
				kind: 'request',
				...NOTHING,
				subjects: [subjectOf(courier, 'courier')],
				wanted: ['movement-event'],
				grounds: 'Stopped with cash that was not declared. When and with whom did this person cross before?',
				urgency: 'urgent',
			}),
		},
		{
			key: 'payments',
			hoursAgo: 23,
			from: 'fiu',
			to: 'customs',
			...MONEY,
			opened: true,
			body: () => ({
				kind: 'spontaneous',
				...NOTHING,
				...RELIABLE,
				subjects: [subjectOf(company, 'importer')],
				grounds: 'Pays three suppliers for goods that no declaration of the last year shows.',
			}),
		},
		{
			key: 'payer',
			hoursAgo: 20,
			from: 'customs',
			to: 'fiu',
			...MONEY,
			body: () => ({
				kind: 'request',
				...NOTHING,
				subjects: [subjectOf(payer, 'payer')],
				wanted: ['suspicion-report'],
				grounds: 'Paid for two consignments of another importer. Is there a report on the account?',
				urgency: 'direct',
			}),
		},
		{
			key: 'payer-reply',
			hoursAgo: 17,
			from: 'fiu',
			to: 'customs',
			...MONEY,
			about: 'payer',
			opened: true,
			body: () => ({
				kind: 'reply',
				...NOTHING,
				...RELIABLE,
				outcome: 'partial',
				ground: 'ongoing-investigation',
				text: 'Two reports name the payer, both for transfers of less than 10,000 within one week. Ask again when the case is closed.',
			}),
		},
		{
			key: 'look-out',
			hoursAgo: 15,
			from: 'immigration',
			to: 'customs',
			...BORDER,
			body: (_on, nowMs) => ({
				kind: 'alert',
				...NOTHING,
				...RELIABLE,
				subjects: [subjectOf(traveller, 'traveller')],
				category: 'organised-crime',
				action: 'discreet-check',
				validUntil: new Date(nowMs + 30 * DAY_MS).toISOString(),
				text: 'Note route, company and luggage; do not show it.',
			}),
		},
		{
			key: 'vessel',
			hoursAgo: 12,
			from: 'customs',
			to: 'neighbour-customs',
			...GOODS,
			body: () => ({
				kind: 'request',
				...NOTHING,
				subjects: [subjectOf(vessel, 'carrier')],
				wanted: ['cargo-report'],
				grounds:
					'Containers of this vessel arrived with other seals than were declared. What was unloaded with you?',
				urgency: 'normal',
			}),
		},
		{
			key: 'vessel-reply',
			hoursAgo: 9,
			from: 'neighbour-customs',
			to: 'customs',
			...GOODS,
			about: 'vessel',
			body: () => ({
				kind: 'reply',
				...NOTHING,
				outcome: 'refused',
				ground: 'disproportionate',
				text: 'All cargo of half a year is more than the grounds carry. Name the containers.',
			}),
		},
		{
			key: 'known',
			hoursAgo: 8,
			from: 'neighbour-customs',
			to: 'customs',
			...GOODS,
			body: () => ({ kind: 'query', ...NOTHING, subjects: [subjectOf(company, 'exporter')] }),
		},
		{
			key: 'known-reply',
			hoursAgo: 7,
			from: 'customs',
			to: 'neighbour-customs',
			...GOODS,
			about: 'known',
			body: () => ({ kind: 'reply', ...NOTHING, outcome: 'hit' }),
		},
		{
			key: 'seen',
			hoursAgo: 6,
			from: 'customs',
			to: 'immigration',
			...BORDER,
			about: 'look-out',
			body: (on, nowMs) => ({
				kind: 'hit-notice',
				...NOTHING,
				...UNTESTED,
				subjects: [subjectOf(traveller, 'traveller')],
				on,
				seenAt: new Date(nowMs - DAY_MS / 48).toISOString(),
				place: 'NOOSL',
			}),
		},
		{
			key: 'may-we',
			hoursAgo: 5,
			from: 'customs',
			to: 'fiu',
			...MONEY,
			about: 'payments',
			body: (on) => ({
				kind: 'consent-request',
				...NOTHING,
				on,
				passTo: 'neighbour-customs',
				grounds: 'The suppliers sit on the other side of the border.',
			}),
		},
		{
			key: 'payer-feedback',
			hoursAgo: 4,
			from: 'customs',
			to: 'fiu',
			...MONEY,
			about: 'payer-reply',
			body: (on) => ({
				kind: 'feedback',
				...NOTHING,
				on,
				outcome: 'offence',
				recovered: { amount: '52000', currency: 'NOK' },
			}),
		},
		{
			key: 'you-may',
			hoursAgo: 3,
			from: 'fiu',
			to: 'customs',
			...MONEY,
			about: 'may-we',
			opened: true,
			body: (on) => ({
				kind: 'consent',
				...NOTHING,
				on,
				given: true,
				conditions: 'Without saying where it comes from.',
			}),
		},
		{
			key: 'payments-corrected',
			hoursAgo: 2,
			from: 'fiu',
			to: 'customs',
			...MONEY,
			about: 'payments',
			body: (on) => ({
				kind: 'correction',
				...NOTHING,
				...RELIABLE,
				subjects: [subjectOf(company, 'importer')],
				on,
				reason: 'Two suppliers, not three: one of them was paid for goods that did arrive.',
			}),
		},
		{
			key: 'waits-for-customs',
			hoursAgo: 1,
			from: 'immigration',
			to: 'customs',
			...BORDER,
			body: () => ({
				kind: 'request',
				...NOTHING,
				subjects: [subjectOf(traveller, 'traveller')],
				wanted: ['cash-declaration'],
				grounds: 'Has this person declared cash in the last three months?',
				urgency: 'direct',
			}),
		},
	];
	return all.sort((a, b) => b.hoursAgo - a.hoursAgo);
}

/** Some that hit and some that do not. @returns oldest first. */
export function toldQuestions(alerts: readonly ListEntry[]): ToldQuestion[] {
	const cast = castOf(alerts);
	if (cast === undefined) return [];
	const of = ({ names, born }: ListEntry) => ({
		name: names[0]?.full ?? '',
		born: born?.[0]?.from ?? '',
	});
	const nobody = { name: 'Ingrid Solbakken', born: '1979-08-30' };
	return [
		{ hoursAgo: 24, from: 'customs', ...BORDER, ...of(cast.courier) },
		{ hoursAgo: 22, from: 'immigration', ...BORDER, ...of(cast.traveller) },
		{ hoursAgo: 21, from: 'customs', ...MONEY, ...of(cast.payer) },
		{ hoursAgo: 18, from: 'customs', ...MONEY, ...nobody },
		{ hoursAgo: 11, from: 'customs', ...GOODS, ...of(cast.courier) },
		{ hoursAgo: 10, from: 'neighbour-customs', ...GOODS, ...nobody },
	];
}
