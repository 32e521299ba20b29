/**
 * Documents from partners: an agreement that one offers or has signed; that one suspends, resumes or ends. Hostile: sizes and
 * shapes are checked, only the partner that an agreement names is heard, and what we hold is never replaced by less.
 */
import { z } from 'zod';
import { type AgreementDocument, agreementId } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { Session } from '../../platform/database/port.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { deleteVersion, moveVersions } from '../store/agreements.ts';
import { bodyHash, isSignedByAll, readDocument } from './document.ts';
import { dayOfMs, isAgreed, stateOn, withoutSuspension, withSuspension } from './life.ts';
import {
	type AgreementOptions,
	distrustOf,
	enterDeed,
	holdVersions,
	readKept,
	writeKept,
} from './register.ts';

const REASON_CHARACTERS = 2_000;
const MOST_CHARACTERS = 10_000;

/** That one side suspends, resumes or ends an agreement, or withdraws one version that is not signed by both. */
const notice = z.strictObject({
	agreement: agreementId,
	version: z.number().int().min(1),
	scope: z.enum(['agreement', 'version']),
	reason: z.string().max(REASON_CHARACTERS),
});
export type Notice = z.infer<typeof notice>;

export const formatNotice = (what: Notice): string => canonicalJson(what);

function readNotice(text: string): Notice | undefined {
	if (text.length > MOST_CHARACTERS) return undefined;
	try {
		return notice.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** Takes an agreement that a partner has signed. @returns why not; undefined where it was taken, or nothing was new in it. */
export async function takeDocument(
	options: AgreementOptions,
	from: string,
	text: string,
	atMs: number,
): Promise<RefusalCode | undefined> {
	const document = readDocument(text);
	if ('reason' in document) return 'unreadable';
	const { body, signatures } = document;
	if (!body.parties.includes(options.node)) return 'wrong-receiver';
	if (body.parties.length !== 2 || !body.parties.includes(from)) return 'not-covered';
	if (signatures.some(({ node }) => !body.parties.includes(node))) return 'bad-signature';
	if (new Set(signatures.map(({ node }) => node)).size !== signatures.length) return 'bad-signature';
	const distrust = await distrustOf(options, document, from);
	if (distrust !== undefined) return distrust;
	return options.database.transact((session) => takeIn(options, session, from, document, atMs));
}

async function takeIn(
	options: AgreementOptions,
	session: Session,
	from: string,
	{ body, signatures }: AgreementDocument,
	atMs: number,
): Promise<RefusalCode | undefined> {
	const versions = await holdVersions(session, body.id);
	// An identifier belongs to the two who first used it.
	if (versions.some(({ partner }) => partner !== null && partner !== from)) return 'not-covered';
	const theirs = signatures.filter(({ node }) => node === from);
	const ours = signatures.find(({ node }) => node === options.node);
	const deed = { side: 'theirs', by: from, actor: from, reason: null, atMs } as const;
	const kept = await readKept(session, body.id, body.version);

	if (kept === undefined || kept.state === 'draft') {
		// Nobody has signed here, so a signature of ours in it is not ours.
		if (ours !== undefined) return 'bad-signature';
		const newest = versions.filter(({ state }) => state !== 'draft').at(-1)?.version ?? 0;
		if (body.version <= newest) return 'out-of-order';
		if (kept !== undefined && bodyHash(kept.document.body) !== bodyHash(body)) {
			// Our own draft of that number steps aside: nobody else has seen it.
			await deleteVersion(session, body.id, body.version);
			const moved = { ...kept.document, body: { ...kept.document.body, version: body.version + 1 } };
			await writeKept(session, moved, kept.partner, 'draft', deed);
		}
		const offered = { body, signatures: theirs };
		await writeKept(session, offered, from, 'offered', deed);
		await enterDeed(options, session, offered, { ...deed, what: 'offered' });
		return undefined;
	}
	if (bodyHash(kept.document.body) !== bodyHash(body)) return isAgreed(kept) ? 'replayed' : 'out-of-order';
	if (kept.state === 'ended') return 'agreement-not-in-force';
	const own = kept.document.signatures.find(({ node }) => node === options.node);
	if (ours !== undefined && ours.signature !== own?.signature) return 'bad-signature';
	if (kept.document.signatures.some(({ node }) => node === from)) return undefined;
	const signed = { body, signatures: [...kept.document.signatures, ...theirs] };
	if (!isSignedByAll(signed)) return 'bad-signature';
	if (stateOn(kept, versions, dayOfMs(atMs)) === 'ended') return 'agreement-not-in-force';
	await writeKept(session, signed, from, 'signed', deed);
	await enterDeed(options, session, signed, { ...deed, what: 'signed' });
	return undefined;
}

/** Takes that a partner suspends, resumes or ends. Holds at once; the same again changes nothing. */
export async function takeNotice(
	options: AgreementOptions,
	from: string,
	what: 'suspend' | 'resume' | 'end',
	text: string,
	atMs: number,
): Promise<RefusalCode | undefined> {
	const told = readNotice(text);
	if (told === undefined) return 'unreadable';
	return options.database.transact(async (session) => {
		const versions = await holdVersions(session, told.agreement);
		const kept = await readKept(session, told.agreement, told.version);
		// The same answer for an agreement with somebody else as for none.
		if (kept === undefined || kept.partner !== from || kept.state === 'draft') return 'no-agreement';
		const deed = { side: 'theirs', by: from, actor: from, reason: told.reason, atMs } as const;
		if (what === 'end' && told.scope === 'version') {
			if (kept.state !== 'ended') {
				await writeKept(session, kept.document, from, 'ended', deed);
				await enterDeed(options, session, kept.document, { ...deed, what: 'ended' });
			}
			return undefined;
		}
		const current = versions.filter(isAgreed).at(-1);
		const moved = { changed_at: new Date(atMs), changed_by: from };
		if (what === 'end') {
			if (versions.every(({ state }) => state === 'ended' || state === 'draft')) return undefined;
			await moveVersions(session, told.agreement, ['offered', 'signed', 'suspended'], {
				...moved,
				state: 'ended',
				suspended_by: null,
			});
		} else {
			if (current === undefined) return 'agreement-not-in-force';
			const by =
				what === 'suspend'
					? withSuspension(current.suspendedBy, 'theirs')
					: withoutSuspension(current.suspendedBy, 'theirs');
			if (by === current.suspendedBy) return undefined;
			await moveVersions(session, told.agreement, ['signed', 'suspended'], {
				...moved,
				state: by === null ? 'signed' : 'suspended',
				suspended_by: by,
			});
		}
		const past = { suspend: 'suspended', resume: 'resumed', end: 'ended' }[what];
		await enterDeed(options, session, kept.document, { ...deed, what: past });
		return undefined;
	});
}
