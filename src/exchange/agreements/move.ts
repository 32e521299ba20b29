/**
 * What people here do with an agreement: save a draft, offer, sign, suspend, resume, end. Each is told to the partner after it is
 * kept here. A move that was made already is told again and changes nothing, in case the partner never heard of it.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { AgreementBody, AgreementDocument } from '../../../contract/exchange/agreement.ts';
import { problemsOfTerms } from '../../../contract/exchange/agreement-problems.ts';
import { problemsOfPaths } from '../../../contract/exchange/record-paths.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Session } from '../../platform/database/port.ts';
import type { Actor } from '../model.ts';
import { moveVersions } from '../store/agreements.ts';
import { formatDocument, isSignedByAll, signAgreement } from './document.ts';
import { dayOfMs, isAgreed, stateOn, withoutSuspension, withSuspension } from './life.ts';
import {
	type AgreementOptions,
	type Deed,
	distrustOf,
	enterDeed,
	holdVersions,
	type KeptVersion,
	readKept,
	writeKept,
} from './register.ts';
import { formatNotice } from './take.ts';

/** What is to be told to the partner. */
export type Telling = {
	readonly to: string;
	readonly what: 'agreement' | 'suspend' | 'resume' | 'end';
	readonly document: string;
};

const conflict = (message: string, remedy?: string): TidewaiterError =>
	new TidewaiterError('conflict', message, remedy === undefined ? {} : { remedy });

/** The other party; undefined where the agreement names nobody but us. */
const partnerOf = (body: AgreementBody, node: string): string | undefined =>
	body.parties.find((party) => party !== node);

/** @throws TidewaiterError `invalid-input` where something in it is senseless. */
function requireSensible(body: AgreementBody, node: string): void {
	const [problem] = [...problemsOfTerms(body), ...problemsOfPaths(body)];
	if (problem !== undefined)
		throw new TidewaiterError('invalid-input', problem.sentence, { place: `body.${problem.place}` });
	if (body.parties.length > 0 && !body.parties.includes(node))
		throw new TidewaiterError('invalid-input', `This node, ${node}, is not a party to it.`, {
			place: 'body.parties',
		});
}

/** @throws TidewaiterError `invalid-input`, `conflict` */
export async function saveDraft(options: AgreementOptions, body: AgreementBody, actor: Actor): Promise<void> {
	requireSensible(body, options.node);
	const partner = partnerOf(body, options.node) ?? null;
	await options.database.transact(async (session) => {
		const versions = await holdVersions(session, body.id);
		const newest = versions.at(-1);
		const other = versions.find(
			(each) => each.partner !== null && each.state !== 'draft' && each.partner !== partner,
		);
		if (other !== undefined)
			throw conflict(
				`${body.id} is an agreement with ${other.partner}.`,
				'Give the new agreement another identifier.',
			);
		if (newest?.state === 'offered' && body.version > newest.version)
			throw conflict(
				`Version ${newest.version} is offered and not signed by both sides yet.`,
				'Let it be signed, or end that version first.',
			);
		const expected =
			newest === undefined ? 1 : newest.state === 'draft' ? newest.version : newest.version + 1;
		if (body.version !== expected)
			throw conflict(
				`The version to write now is ${expected}, not ${body.version}.`,
				'Load the agreement again.',
			);
		const deed = deedOf('saved', actor, null, options.clock.now());
		const document = { body, signatures: [] };
		await writeKept(session, document, partner, 'draft', deed);
		await enterDeed(options, session, document, deed);
	});
}

const deedOf = (what: string, actor: Actor, reason: string | null, atMs: number): Deed => ({
	what,
	side: 'ours',
	by: actor.name,
	actor: actor.id,
	reason,
	atMs,
});

/** @returns what the partner is to be told. @throws TidewaiterError `not-found`, `conflict`, `invalid-input` */
export async function makeMove(
	options: AgreementOptions,
	{ id, version, move, reason }: InputOf<'moveAgreement'>,
	actor: Actor,
): Promise<Telling | undefined> {
	return options.database.transact(async (session) => {
		const versions = await holdVersions(session, id);
		const kept = await readKept(session, id, version);
		if (kept === undefined)
			throw new TidewaiterError('not-found', `There is no version ${version} of an agreement ${id}.`);
		const atMs = options.clock.now();
		const state = stateOn(kept, versions, dayOfMs(atMs));
		const turn: Turn = { options, session, kept, versions, state, actor, reason, atMs };
		if (move === 'offer') return offer(turn);
		if (move === 'sign') return sign(turn);
		return move === 'end' ? end(turn) : suspendOrResume(turn, move);
	});
}

type Turn = {
	readonly options: AgreementOptions;
	readonly session: Session;
	readonly kept: KeptVersion;
	readonly versions: Awaited<ReturnType<typeof holdVersions>>;
	/** As it is today. */
	readonly state: KeptVersion['state'];
	readonly actor: Actor;
	readonly reason: string;
	readonly atMs: number;
};

const hasSigned = ({ signatures }: AgreementDocument, node: string): boolean =>
	signatures.some((signature) => signature.node === node);

const toldOf = (to: string, document: AgreementDocument): Telling => ({
	to,
	what: 'agreement',
	document: formatDocument(document),
});

/** Puts our signature under it, keeps it, and says what is to be told. */
async function signHere(turn: Turn, partner: string, what: 'offered' | 'signed'): Promise<Telling> {
	const { options, session, kept, actor, reason, atMs } = turn;
	const { body, signatures } = kept.document;
	requireSensible(body, options.node);
	if ((await options.identity.partner(partner)) === undefined)
		throw conflict(
			`${partner} is not a partner that this node trusts.`,
			'Trust its card first: compare the fingerprint.',
		);
	const own = signAgreement(
		body,
		options.node,
		options.identity.signingKeyId(),
		new Date(atMs).toISOString(),
		(message) => options.identity.sign(message),
	);
	const document = { body, signatures: [...signatures, own] };
	const deed = deedOf(what, actor, reason, atMs);
	await writeKept(session, document, partner, isSignedByAll(document) ? 'signed' : 'offered', deed);
	await enterDeed(options, session, document, deed);
	return toldOf(partner, document);
}

async function offer(turn: Turn): Promise<Telling> {
	const { options, kept, state, atMs } = turn;
	const { body } = kept.document;
	const partner = partnerOf(body, options.node);
	if (partner === undefined || body.parties.length < 2)
		throw conflict(
			'It names nobody but this node: an agreement with nobody in it shares with nobody.',
			'Name both parties.',
		);
	if (state === 'offered' && hasSigned(kept.document, options.node)) return toldOf(partner, kept.document);
	if (state !== 'draft')
		throw conflict(
			`It is ${state}${state === 'offered' ? ` by ${partner}` : ''} and cannot be offered.`,
			state === 'offered' ? 'Sign it, or end it.' : 'Save its next version, and offer that.',
		);
	if (body.legalBasis.includes('['))
		throw conflict(
			'Its legal basis still has a place to be completed, in square brackets.',
			'Name the act and section of both countries, and save it again.',
		);
	if (body.endsOn < dayOfMs(atMs))
		throw conflict(`It ends on ${body.endsOn}, which is past.`, 'Save it with another end.');
	return signHere(turn, partner, 'offered');
}

async function sign(turn: Turn): Promise<Telling> {
	const { options, kept, state } = turn;
	const partner = partnerOf(kept.document.body, options.node);
	if (partner === undefined || state === 'draft')
		throw conflict('It is a draft.', 'Offer it: that signs it, too.');
	if (hasSigned(kept.document, options.node)) {
		if (state === 'signed' || state === 'suspended') return toldOf(partner, kept.document);
		throw conflict(
			state === 'offered' ? `It waits for the signature of ${partner}.` : `It is ${state}.`,
			'Offer it again if they have not seen it.',
		);
	}
	if (state !== 'offered') throw conflict(`It is ${state} and cannot be signed.`);
	const distrust = await distrustOf(options, kept.document, partner);
	if (distrust !== undefined)
		throw conflict(
			`The signature of ${partner} under it is not to be believed any more (${distrust}).`,
			'End it, and ask for it again under their current key.',
		);
	return signHere(turn, partner, 'signed');
}

async function suspendOrResume(turn: Turn, move: 'suspend' | 'resume'): Promise<Telling> {
	const { options, session, kept, versions, state, actor, reason, atMs } = turn;
	const { id, version } = kept.document.body;
	const partner = kept.partner;
	if (partner === null || (state !== 'signed' && state !== 'suspended'))
		throw conflict(`It is ${state}: only an agreement that both have signed can be suspended or resumed.`);
	if (move === 'resume' && kept.suspendedBy === 'theirs')
		throw conflict(`It is suspended by ${partner}, and only they can resume it.`);
	const by =
		move === 'suspend'
			? withSuspension(kept.suspendedBy, 'ours')
			: withoutSuspension(kept.suspendedBy, 'ours');
	if (by !== kept.suspendedBy) {
		const deed = deedOf(move === 'suspend' ? 'suspended' : 'resumed', actor, reason, atMs);
		await moveVersions(
			session,
			id,
			versions.filter(isAgreed).map((each) => each.state),
			{
				state: by === null ? 'signed' : 'suspended',
				suspended_by: by,
				changed_at: new Date(atMs),
				changed_by: actor.name,
			},
		);
		await enterDeed(options, session, kept.document, deed);
	}
	return {
		to: partner,
		what: move,
		document: formatNotice({ agreement: id, version, scope: 'agreement', reason }),
	};
}

async function end(turn: Turn): Promise<Telling | undefined> {
	const { options, session, kept, actor, reason, atMs } = turn;
	const { id, version } = kept.document.body;
	const isWhole = isAgreed(kept);
	if (kept.state !== 'ended') {
		const deed = deedOf('ended', actor, reason, atMs);
		if (isWhole)
			await moveVersions(session, id, ['offered', 'signed', 'suspended'], {
				state: 'ended',
				suspended_by: null,
				changed_at: new Date(atMs),
				changed_by: actor.name,
			});
		else await writeKept(session, kept.document, kept.partner, 'ended', deed);
		await enterDeed(options, session, kept.document, deed);
	}
	// A draft was never told, so nobody is told of its end.
	if (kept.partner === null || kept.document.signatures.length === 0) return undefined;
	const scope = isWhole || (kept.state === 'ended' && isSignedByAll(kept.document)) ? 'agreement' : 'version';
	return { to: kept.partner, what: 'end', document: formatNotice({ agreement: id, version, scope, reason }) };
}
