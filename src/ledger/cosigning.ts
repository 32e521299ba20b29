/**
 * Partners cosign each other's checkpoints, so that no node can show two histories. In: statements of partners, hostile until
 * their signatures are verified. Out: cosignatures, and problems with their evidence, which stop the exchange until somebody
 * clears them. C2SP tlog-cosignature; RFC 9162, section 2.1.4.
 */
import {
	type CheckpointAnswer,
	type CheckpointStatement,
	checkpointAnswer,
	checkpointStatement,
} from '../../contract/exchange/checkpoint.ts';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { judgeStatement } from './judge-statement.ts';
import { isSameHash } from './merkle/hash.ts';
import { cosign, cosignedAt, parseCheckpoint } from './note/checkpoint.ts';
import {
	formatNote,
	isSignedBy,
	type NoteSigner,
	type NoteVerifier,
	parseNote,
	signBytes,
	verifyBytes,
} from './note/signed-note.ts';
import type { Ledger } from './operations.ts';
import {
	clearEvidence,
	dropCheckpointsBeyond,
	type Evidence,
	readCosigned,
	readEvidence,
	writeCosigned,
	writeEvidence,
} from './store.ts';

/** What cosigning needs of the identity of the node. */
export type CosigningKeys = {
	ledgerSigner(): NoteSigner;
	cosigner(): NoteSigner;
	verifiersOf(partner: string): Promise<{ ledger: NoteVerifier; cosigner: NoteVerifier } | undefined>;
	partners(): readonly NodeCard[];
};

export type CosigningOptions = {
	database: Database;
	clock: Clock;
	ledger: Ledger;
	/** Name of this node: the origin of its ledger. */
	node: string;
	keys: CosigningKeys;
	/** @throws where the partner cannot be reached. */
	deliver(to: NodeCard, path: 'checkpoint', body: Uint8Array): Promise<Uint8Array>;
	/** Told of problems that were found, and of partners that answer nonsense. */
	onFailure: (message: string, cause: unknown) => void;
};

export type Cosigning = {
	/** Answers path `checkpoint`. Never throws on what a partner sends. */
	answer(body: Uint8Array): Promise<Uint8Array>;
	/** Makes a checkpoint where something was added, and asks every partner to cosign it. */
	askAll(): Promise<void>;
	/** Why nothing may be exchanged with this partner; undefined where nothing is known against it, or against ourselves. */
	problemWith(partner: string): string | undefined;
	/** What is wrong with this node's own ledger, by its own signatures. */
	ownProblem(): string | undefined;
	/** What a partner says is wrong with it. Stops nothing here: anybody can say so. */
	reported(): string | undefined;
	/** @param partner or this node's own name. @returns how many problems were open. */
	clear(partner: string, reason: string, actor: string): Promise<number>;
};

const MOST_BYTES = 64 * 1_024;
/** How far the clocks of two nodes may be apart. */
const FRESH_MS = 15 * 60_000;
const MOST_ROUNDS = 3;

/** Opens cosigning, and checks the node's own ledger against what it signed last. */
export async function openCosigning(options: CosigningOptions): Promise<Cosigning> {
	const { database, clock, ledger, node, keys, deliver, onFailure } = options;
	const problems = new Map<string, string>();
	/** What partners say of our ledger without proof: told, and nothing is stopped here. */
	const reported = new Map<string, string>();
	/** By partner: size of our ledger that it has cosigned, as far as is known. */
	const cosignedSize = new Map<string, number>();
	let asking: Promise<void> = Promise.resolve();

	for (const { partner, sentence } of (await readEvidence(database)).reverse())
		problems.set(partner, sentence);

	const record = async (
		session: Session,
		evidence: Omit<Evidence, 'id' | 'at'>,
		atMs: number,
	): Promise<void> => {
		const at = new Date(atMs);
		await writeEvidence(session, { id: newIdentifier(atMs), at, ...evidence });
		await ledger.appendIn(session, [
			{
				at: at.toISOString(),
				what: 'checkpoint',
				event: evidence.kind,
				subject: evidence.partner,
				facts: { stopped: true },
			},
		]);
	};

	/** This node's own ledger is not what it signed. Not entered into it: it may not even take entries any more. */
	const stop = async (evidence: Omit<Evidence, 'id' | 'at' | 'partner'>): Promise<void> => {
		if (problems.has(node)) return;
		problems.set(node, evidence.sentence);
		const nowMs = clock.now();
		await database.transact((session) =>
			writeEvidence(session, { id: newIdentifier(nowMs), at: new Date(nowMs), partner: node, ...evidence }),
		);
		onFailure(evidence.sentence, undefined);
	};

	const defect = await ledger.checkHead();
	if (defect !== undefined)
		await stop({
			kind: defect.kind === 'rollback' ? 'rollback' : 'rewritten',
			sentence: defect.sentence,
			kept: (await ledger.newest())?.note ?? '',
			shown: canonicalJson({ size: (await ledger.head()).size }),
		});

	const judge = async (statement: CheckpointStatement): Promise<CheckpointAnswer> => {
		const { from, at, checkpoint, old, proof } = statement;
		const note = parseNote(checkpoint);
		const head = note === undefined ? undefined : parseCheckpoint(note.text);
		const verifiers = await keys.verifiersOf(from);
		if (
			note === undefined ||
			head === undefined ||
			verifiers === undefined ||
			head.origin !== from ||
			old > head.size ||
			!isSignedBy(note, verifiers.ledger) ||
			!isSigned(statement, verifiers.ledger)
		)
			return { answer: 'refused' };
		const nowMs = clock.now();
		if (statement.to !== node || Math.abs(Date.parse(at) - nowMs) > FRESH_MS) return { answer: 'refused' };
		const found = await database.transact(async (session): Promise<CheckpointAnswer> => {
			const row = await readCosigned(session, from);
			if (row === undefined) return { answer: 'refused' };
			if (row.problem !== null) return { answer: 'problem', sentence: row.problem };
			const known =
				row.size === null || row.root === null || row.note === null || row.at === null
					? undefined
					: { size: row.size, root: row.root, note: row.note, at: row.at };
			const judged = judgeStatement(known, {
				head,
				old,
				proof: proof.map((hash) => Buffer.from(hash, 'base64')),
				atMs: Date.parse(at),
			});
			if (judged.judged === 'known')
				return { answer: 'known', size: known?.size ?? 0, checkpoint: known?.note ?? null };
			if (judged.judged === 'problem') {
				const { kind, sentence } = judged;
				await record(
					session,
					{ partner: from, kind, sentence, kept: known?.note ?? '', shown: canonicalJson(statement) },
					nowMs,
				);
				return { answer: 'problem', sentence };
			}
			const line = cosign(note.text, keys.cosigner(), Math.floor(nowMs / 1_000));
			await writeCosigned(session, from, {
				size: head.size,
				root: head.root,
				note: formatNote({ ...note, signatures: [...note.signatures.slice(0, 1), line] }),
				at: new Date(at),
			});
			return { answer: 'cosigned', line: formatNote({ text: '', signatures: [line] }).slice(1) };
		});
		if (found.answer === 'problem' && !problems.has(from)) {
			problems.set(from, found.sentence);
			onFailure(`Exchange with ${from} is stopped. ${found.sentence}`, undefined);
		}
		return found;
	};

	const stateTo = async (partner: string, note: string, old: number, size: number): Promise<Uint8Array> => {
		const own = parseNote(note);
		const proof = old === 0 || old >= size ? [] : await ledger.proveConsistency(old, size);
		const unsigned: Omit<CheckpointStatement, 'signature'> = {
			format: 'tidewaiter-checkpoint',
			formatVersion: 1,
			from: node,
			to: partner,
			at: new Date(clock.now()).toISOString(),
			// Our own signature alone: whom else we ask is no partner's concern.
			checkpoint: own === undefined ? note : formatNote({ ...own, signatures: own.signatures.slice(0, 1) }),
			old: Math.min(old, size),
			proof: proof.map((hash) => Buffer.from(hash).toString('base64')),
		};
		const signature = signBytes(keys.ledgerSigner(), Buffer.from(canonicalJson(unsigned), 'utf8'));
		return Buffer.from(
			canonicalJson({ ...unsigned, signature: Buffer.from(signature).toString('base64') }),
			'utf8',
		);
	};

	/** A partner shows what it has cosigned of us. @returns false where it is not ours to continue from. */
	const continuesFrom = async (partner: string, size: number, checkpoint: string): Promise<boolean> => {
		const note = parseNote(checkpoint);
		const shown = note === undefined ? undefined : parseCheckpoint(note.text);
		if (note === undefined || shown?.size !== size || shown.origin !== node || !ledger.isOwn(note)) {
			onFailure(`${partner} shows a checkpoint of this ledger that this node has not signed`, undefined);
			return false;
		}
		const own = await ledger.head();
		if (size <= own.size && isSameHash(await ledger.rootAt(size), shown.root)) return true;
		await stop({
			kind: size > own.size ? 'rollback' : 'rewritten',
			sentence:
				size > own.size
					? `This ledger has ${own.size} entries, and ${partner} holds a checkpoint of ${size} that this node signed: it was rolled back.`
					: `The first ${size} entries of this ledger are not those that this node signed for ${partner}.`,
			kept: checkpoint,
			shown: (await ledger.newest())?.note ?? '',
		});
		return false;
	};

	const ask = async (card: NodeCard, note: string, size: number): Promise<void> => {
		const { name } = card;
		let old = cosignedSize.get(name) ?? 0;
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const answer = readAnswer(await deliver(card, 'checkpoint', await stateTo(name, note, old, size)));
			if (answer?.answer === 'cosigned') {
				const own = parseNote(note);
				const cosigned = own === undefined ? undefined : parseNote(`${own.text}\n${answer.line}`);
				const verifiers = await keys.verifiersOf(name);
				if (
					cosigned === undefined ||
					verifiers === undefined ||
					cosigned.signatures.length !== 1 ||
					cosignedAt(cosigned, verifiers.cosigner) === undefined
				)
					return onFailure(`${name} has sent a cosignature that is not good`, undefined);
				await ledger.addCosignatures(size, cosigned.signatures);
				cosignedSize.set(name, size);
				reported.delete(name);
				return;
			}
			if (answer?.answer === 'problem') {
				reported.set(name, answer.sentence);
				return onFailure(`${name} has stopped the exchange with this node. ${answer.sentence}`, undefined);
			}
			if (answer?.answer !== 'known')
				return onFailure(`${name} does not cosign the ledger of this node`, undefined);
			if (answer.checkpoint !== null && !(await continuesFrom(name, answer.size, answer.checkpoint))) return;
			old = answer.checkpoint === null ? 0 : answer.size;
		}
	};

	const askEverybody = async (): Promise<void> => {
		await ledger.flush();
		if (problems.has(node)) return;
		const note = await ledger.checkpoint();
		const size = parseCheckpoint(note)?.size ?? 0;
		for (const card of keys.partners()) {
			if (problems.has(card.name) || cosignedSize.get(card.name) === size) continue;
			// Whoever cannot be reached is asked again the next time.
			await ask(card, note, size).catch(() => {});
		}
	};

	return {
		answer: async (body) => {
			const answer: CheckpointAnswer = await (async () => {
				const statement = readStatement(body);
				return statement === undefined ? ({ answer: 'refused' } as const) : judge(statement);
			})().catch((cause: unknown) => {
				onFailure('a checkpoint of a partner could not be judged', cause);
				return { answer: 'refused' } as const;
			});
			return Buffer.from(canonicalJson(answer), 'utf8');
		},
		askAll: () => {
			asking = asking.then(askEverybody, askEverybody);
			return asking;
		},
		problemWith: (partner) => problems.get(node) ?? problems.get(partner),
		ownProblem: () => problems.get(node),
		reported: () => {
			const [first] = reported;
			return first === undefined ? undefined : `${first[0]} says: ${first[1]}`;
		},
		clear: async (partner, reason, actor) => {
			const at = new Date(clock.now());
			const count = await database.transact(async (session) => {
				const cleared = await clearEvidence(session, partner, { at, by: actor, reason });
				// What was signed of entries that are lost stands in the evidence; from here on the ledger grows anew.
				if (cleared > 0 && partner === node) await dropCheckpointsBeyond(session);
				if (cleared > 0)
					await ledger.appendIn(session, [
						{
							at: at.toISOString(),
							what: 'checkpoint',
							event: 'ledger-problem-cleared',
							subject: partner,
							actor,
						},
					]);
				return cleared;
			});
			problems.delete(partner);
			return count;
		},
	};
}

function isSigned({ signature, ...unsigned }: CheckpointStatement, owner: NoteVerifier): boolean {
	return verifyBytes(owner, Buffer.from(canonicalJson(unsigned), 'utf8'), Buffer.from(signature, 'base64'));
}

function readJson(body: Uint8Array): unknown {
	if (body.length > MOST_BYTES) return undefined;
	try {
		return JSON.parse(Buffer.from(body).toString('utf8'));
	} catch {
		return undefined;
	}
}

function readStatement(body: Uint8Array): CheckpointStatement | undefined {
	const read = checkpointStatement.safeParse(readJson(body));
	return read.success ? read.data : undefined;
}

function readAnswer(body: Uint8Array): CheckpointAnswer | undefined {
	const read = checkpointAnswer.safeParse(readJson(body));
	return read.success ? read.data : undefined;
}
