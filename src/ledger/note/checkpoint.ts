/**
 * Checkpoints (C2SP tlog-checkpoint): the size and root of a log at one moment, as a note that its owner signs and that
 * partners cosign (C2SP tlog-cosignature, version 1, Ed25519). Whoever cosigns says: this is the largest tree of this log that
 * I have seen, and it has all that I saw before.
 */
import {
	keyIdOf,
	linesOf,
	type NoteSigner,
	type NoteVerifier,
	type SignatureLine,
	type SignedNote,
	signBytes,
	signNote,
	verifyBytes,
} from './signed-note.ts';

export type Checkpoint = {
	/** Names the log: of the form `tidewaiter.example/customs`, without spaces. */
	readonly origin: string;
	readonly size: number;
	/** 32 bytes. */
	readonly root: Uint8Array;
};

/** The three lines that are signed. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
	`${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** @returns undefined where the text is not a checkpoint. Lines after the third are extensions, and ignored. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
	const [origin, size, root] = text.split('\n');
	if (origin === undefined || origin === '' || size === undefined || root === undefined) return undefined;
	if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
	const hash = Buffer.from(root, 'base64');
	if (hash.length !== 32 || hash.toString('base64') !== root) return undefined;
	return { origin, size: Number(size), root: hash };
}

export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): SignedNote {
	const text = formatCheckpoint(checkpoint);
	return { text, signatures: [signNote(text, signer)] };
}

/** What a cosigner signs: a header, the time, the text. */
const cosigned = (text: string, seconds: number | bigint): Uint8Array =>
	Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`, 'utf8');

/** @param seconds since 1970, whole. */
export function cosign(text: string, signer: NoteSigner, seconds: number): SignatureLine {
	const signature = Buffer.alloc(72);
	signature.writeBigUInt64BE(BigInt(seconds));
	signature.set(signBytes(signer, cosigned(text, seconds)), 8);
	return { name: signer.name, keyId: keyIdOf(signer), signature };
}

/** When this cosigner signed the note, in seconds since 1970; undefined where it did not, or a line does not verify. */
export function cosignedAt(note: SignedNote, verifier: NoteVerifier): number | undefined {
	let newest: number | undefined;
	for (const line of linesOf(note, verifier)) {
		if (line.signature.length !== 72) return undefined;
		const bytes = Buffer.from(line.signature);
		const seconds = bytes.readBigUInt64BE();
		if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
		if (!verifyBytes(verifier, cosigned(note.text, seconds), bytes.subarray(8))) return undefined;
		newest = Math.max(newest ?? 0, Number(seconds));
	}
	return newest;
}
