/** Two nodes that agree, each on a database of its own; what one tells reaches the other at once, unless a test holds it back. */
import { createHash } from 'node:crypto';
import type { AgreementBody } from '../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../contract/exchange/envelope.ts';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import { createAgreements, type OpenedAgreements } from '../../src/exchange/agreements/operations.ts';
import type { Control, Identity } from '../../src/exchange/model.ts';
import { type NoteSigner, signBytes, signerOf } from '../../src/ledger/note/signed-note.ts';
import { createLedger, type Ledger } from '../../src/ledger/operations.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { Database } from '../../src/platform/database/port.ts';
import { type Place, testClock } from './databases.ts';

export const CUSTOMS = 'customs.example';
export const FIU = 'fiu.example';
export const SUPERVISOR = { id: '018f0000-0000-7000-8000-000000000002', name: 'S. Supervisor' };
export const START_MS = Date.parse('2026-03-01T08:00:00Z');
export const DAY_MS = 86_400_000;

export const bodyOf = (more: Partial<AgreementBody> = {}): AgreementBody => ({
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: 'cash-and-goods',
	version: 1,
	title: 'Cash and goods',
	parties: [CUSTOMS, FIU],
	legalBasis: 'Customs act, section 12; FIU act, section 4',
	purposes: ['money-laundering'],
	grants: [
		{
			from: CUSTOMS,
			to: FIU,
			messages: ['spontaneous', 'request', 'reply'],
			records: [
				{ kind: 'declaration', allowed: ['office', 'items.*'], masked: [], forbidden: ['parties.*'] },
			],
			matching: ['document'],
			subjects: ['name'],
		},
	],
	handling: { least: 'H0', allowed: ['H0', 'H1'] },
	evaluation: false,
	retentionDays: 365,
	onward: 'never',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: 3, messagesPerDay: 2, intersectionsPerMonth: 1 },
	startsOn: '2026-03-01',
	reviewOn: '2026-12-01',
	endsOn: '2027-02-28',
	...more,
});

const keyId = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex');
export const customsKey = signerOf(CUSTOMS, 'ed25519', new Uint8Array(32).fill(1));
export const fiuKey = signerOf(FIU, 'ed25519', new Uint8Array(32).fill(2));
export const strangerKey = signerOf('stranger.example', 'ed25519', new Uint8Array(32).fill(3));

const cardOf = (signer: NoteSigner): NodeCard => ({
	format: 'tidewaiter-node',
	formatVersion: 1,
	name: signer.name,
	title: signer.name,
	agency: 'customs',
	country: 'XX',
	url: `https://${signer.name}`,
	signingKey: Buffer.from(signer.publicKey).toString('base64'),
	sealingKey: Buffer.from(signer.publicKey).toString('base64'),
	cosigningKey: Buffer.from(signer.publicKey).toString('base64'),
	certificate: keyId(signer.publicKey),
	number: 1,
	issuedAt: '2026-01-01T00:00:00.000Z',
	revoked: [],
	signature: Buffer.alloc(64).toString('base64'),
});

/** Keys of one node, and those of the partners that it trusts. */
export type TestIdentity = Pick<Identity, 'sign' | 'signingKeyId' | 'partner' | 'partnerKey'> & {
	readonly revoked: Set<string>;
	readonly distrusted: Set<string>;
};

export function identityOf(signer: NoteSigner, partners: readonly NoteSigner[]): TestIdentity {
	const revoked = new Set<string>();
	const distrusted = new Set<string>();
	const find = (name: string) =>
		distrusted.has(name) ? undefined : partners.find((partner) => partner.name === name);
	return {
		revoked,
		distrusted,
		sign: (message) => signBytes(signer, message),
		signingKeyId: () => keyId(signer.publicKey),
		partner: async (name) => {
			const found = find(name);
			return found === undefined ? undefined : cardOf(found);
		},
		partnerKey: async (name, id) => {
			const found = find(name);
			return found === undefined || keyId(found.publicKey) !== id
				? undefined
				: { key: found.publicKey, state: revoked.has(id) ? 'revoked' : 'current' };
		},
	};
}

export type Told = { from: string; to: string; what: Parameters<Control>[1]; document: string };
export type Side = OpenedAgreements & {
	readonly name: string;
	readonly database: Database;
	readonly ledger: Ledger;
	readonly identity: TestIdentity;
};

export async function openAgreementStage(place: Place) {
	const clock = testClock(START_MS);
	const told: Told[] = [];
	const refusals: (RefusalCode | undefined)[] = [];
	let isHeld = false;
	const open = async (
		signer: NoteSigner,
		partner: NoteSigner,
	): Promise<Side & { close(): Promise<void> }> => {
		const at = await place.make();
		const database = await openDatabase(
			at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
		);
		const ledger = createLedger({ database, clock, signer });
		const identity = identityOf(signer, [partner, strangerKey]);
		const control: Control = async (to, what, document) => {
			told.push({ from: signer.name, to, what, document });
			if (!isHeld) await deliver();
		};
		return {
			name: signer.name,
			database,
			ledger,
			identity,
			...createAgreements({ database, clock, node: signer.name, identity, ledger, control }),
			close: async () => {
				await database.close();
				await at.dispose();
			},
		};
	};
	const customs = await open(customsKey, fiuKey);
	const fiu = await open(fiuKey, customsKey);

	/** Takes over what was told and not yet delivered, in order. */
	const deliver = async (): Promise<(RefusalCode | undefined)[]> => {
		const codes: (RefusalCode | undefined)[] = [];
		for (const { from, to, what, document } of told.splice(0)) {
			if (what !== 'agreement' && what !== 'suspend' && what !== 'resume' && what !== 'end') continue;
			const receiver = to === customs.name ? customs : fiu;
			codes.push(await receiver.agreements.take(from, what, document, clock.now()));
		}
		refusals.push(...codes);
		return codes;
	};
	const move = (
		side: Side,
		id: string,
		version: number,
		what: 'offer' | 'sign' | 'suspend' | 'resume' | 'end',
	) => side.operations.moveAgreement({ id, version, move: what, reason: `to ${what} it` }, SUPERVISOR);
	return {
		clock,
		customs,
		fiu,
		told,
		/** Of all that was delivered: undefined where it was taken. */
		refusals,
		deliver,
		hold: (held: boolean) => {
			isHeld = held;
		},
		move,
		/** Saved and offered by customs, signed by the unit. */
		agree: async (body: AgreementBody) => {
			await customs.operations.saveAgreement({ body }, SUPERVISOR);
			await move(customs, body.id, body.version, 'offer');
			await move(fiu, body.id, body.version, 'sign');
		},
		stateOf: async (side: Side, id: string, version?: number) =>
			(await side.operations.readAgreement({ id, ...(version === undefined ? {} : { version }) })).summary
				.state,
		covers: (side: Side, id: string, more: object = {}) =>
			side.agreements.covers({
				agreement: id,
				from: CUSTOMS,
				to: FIU,
				kind: 'spontaneous',
				purpose: 'money-laundering',
				handling: 'H0',
				records: ['declaration'],
				atMs: clock.now(),
				...more,
			}),
		close: async () => {
			await customs.close();
			await fiu.close();
		},
	};
}
