/**
 * Agreement documents: the bytes that both parties sign, who has signed them, whether they hold on a day. Pure.
 */
import { createHash, hash } from 'node:crypto';
import {
	type AgreementBody,
	type AgreementDocument,
	type AgreementSignature,
	agreementDocument,
} from '../../../contract/exchange/agreement.ts';
import { problemsOfTerms } from '../../../contract/exchange/agreement-problems.ts';
import { verifyBytes } from '../../ledger/note/signed-note.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

const MOST_BYTES = 2 * 1024 ** 2;

/** SHA-256 of the canonical body: names one version, whatever signatures it has. */
export const bodyHash = (body: AgreementBody): string => hash('sha256', canonicalJson(body), 'hex');

const signedBytes = (body: AgreementBody, signedAt: string): Uint8Array =>
	Buffer.from(`tidewaiter-agreement-1\n${signedAt}\n${bodyHash(body)}`, 'utf8');

export function signAgreement(
	body: AgreementBody,
	node: string,
	key: string,
	signedAt: string,
	sign: (message: Uint8Array) => Uint8Array,
): AgreementSignature {
	return {
		node,
		key,
		signedAt,
		signature: Buffer.from(sign(signedBytes(body, signedAt))).toString('base64'),
	};
}

/** @param key raw Ed25519 key of the node that is said to have signed. */
export function isAgreementSignature(
	body: AgreementBody,
	signature: AgreementSignature,
	key: Uint8Array,
): boolean {
	return (
		createHash('sha256').update(key).digest('hex') === signature.key &&
		verifyBytes(
			{ name: signature.node, type: 'ed25519', publicKey: key },
			signedBytes(body, signature.signedAt),
			Buffer.from(signature.signature, 'base64'),
		)
	);
}

/** @returns the document, or why it is none. Signatures are checked by who knows the keys. */
export function readDocument(text: string): AgreementDocument | { readonly reason: string } {
	if (text.length > MOST_BYTES) return { reason: `An agreement has at most ${MOST_BYTES} characters.` };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { reason: 'It is not JSON.' };
	}
	const read = agreementDocument.safeParse(value);
	if (read.success) {
		const [problem] = problemsOfTerms(read.data.body);
		return problem === undefined ? read.data : { reason: problem.sentence };
	}
	const [issue] = read.error.issues;
	return { reason: `It is not an agreement: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
}

export const formatDocument = (document: AgreementDocument): string => canonicalJson(document);

/** Signed by every party that it names, and it names two. */
export const isSignedByAll = ({ body, signatures }: AgreementDocument): boolean =>
	body.parties.length === 2 && body.parties.every((party) => signatures.some(({ node }) => node === party));

/** Does it hold on this day? Days are UTC, the last one included. */
export const isOnDay = (body: Pick<AgreementBody, 'startsOn' | 'endsOn'>, atMs: number): boolean => {
	const day = new Date(atMs).toISOString().slice(0, 10);
	return body.startsOn <= day && day <= body.endsOn;
};
