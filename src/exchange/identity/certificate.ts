/**
 * A self-signed X.509 certificate (RFC 5280) with an Ed25519 key (RFC 8410), for mutual TLS between nodes. Nobody vouches for it:
 * partners pin its SHA-256, which stands on the node's card. Written in DER by hand, since it is one fixed form.
 */
import {
	createHash,
	createPrivateKey,
	createPublicKey,
	type KeyObject,
	sign,
	X509Certificate,
} from 'node:crypto';

const OID = {
	commonName: [2, 5, 4, 3],
	ed25519: [1, 3, 101, 112],
	keyUsage: [2, 5, 29, 15],
	extendedKeyUsage: [2, 5, 29, 37],
	subjectAltName: [2, 5, 29, 17],
	basicConstraints: [2, 5, 29, 19],
	serverAuth: [1, 3, 6, 1, 5, 5, 7, 3, 1],
	clientAuth: [1, 3, 6, 1, 5, 5, 7, 3, 2],
} as const;

const TAG = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	oid: 0x06,
	utf8: 0x0c,
	sequence: 0x30,
	set: 0x31,
	utcTime: 0x17,
	generalizedTime: 0x18,
} as const;

/** One DER element: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(content);
	if (body.length < 128) return Buffer.concat([Uint8Array.of(tag, body.length), body]);
	const length: number[] = [];
	for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
	return Buffer.concat([Uint8Array.of(tag, 0x80 | length.length, ...length), body]);
}

function oid([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
	const bytes = [first * 40 + second];
	for (const arc of rest) {
		const groups = [arc % 128];
		for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
			groups.unshift(0x80 | (left % 128));
		bytes.push(...groups);
	}
	return der(TAG.oid, Uint8Array.from(bytes));
}

const bits = (bytes: Uint8Array, unused = 0): Buffer => der(TAG.bitString, Uint8Array.of(unused), bytes);
const truth = der(TAG.boolean, Uint8Array.of(0xff));

const extension = (id: readonly number[], isCritical: boolean, value: Uint8Array): Buffer =>
	der(TAG.sequence, oid(id), ...(isCritical ? [truth] : []), der(TAG.octetString, value));

/** `YYMMDDHHMMSSZ` through 2049 and `YYYYMMDDHHMMSSZ` from then on (RFC 5280, 4.1.2.5). */
function time(at: Date): Buffer {
	const text = `${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
	return at.getUTCFullYear() < 2050
		? der(TAG.utcTime, Buffer.from(text.slice(2), 'ascii'))
		: der(TAG.generalizedTime, Buffer.from(text, 'ascii'));
}

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param seed 32 bytes, RFC 8032. */
export const ed25519FromSeed = (seed: Uint8Array): KeyObject =>
	createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });

/**
 * @param name of the node: common name and DNS name. @param privateKey Ed25519.
 * @param serial at most 20 bytes; it is made positive. @returns DER.
 */
export function selfSigned(
	name: string,
	privateKey: KeyObject,
	{ serial, notBefore, notAfter }: { serial: Uint8Array; notBefore: Date; notAfter: Date },
): Uint8Array {
	const algorithm = der(TAG.sequence, oid(OID.ed25519));
	const who = der(
		TAG.sequence,
		der(
			TAG.set,
			der(TAG.sequence, oid(OID.commonName), der(TAG.utf8, Buffer.from(name.slice(0, 64), 'utf8'))),
		),
	);
	const positive = Uint8Array.from(serial);
	positive[0] = ((positive[0] ?? 0) & 0x7f) | 0x40;
	const extensions = der(
		TAG.sequence,
		extension(OID.basicConstraints, true, der(TAG.sequence)),
		extension(OID.keyUsage, true, bits(Uint8Array.of(0x80), 7)),
		extension(OID.extendedKeyUsage, false, der(TAG.sequence, oid(OID.serverAuth), oid(OID.clientAuth))),
		// A DNS name: context tag 2.
		extension(OID.subjectAltName, false, der(TAG.sequence, der(0x82, Buffer.from(name, 'ascii')))),
	);
	const toBeSigned = der(
		TAG.sequence,
		der(0xa0, der(TAG.integer, Uint8Array.of(2))),
		der(TAG.integer, positive),
		algorithm,
		who,
		der(TAG.sequence, time(notBefore), time(notAfter)),
		who,
		createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
		der(0xa3, extensions),
	);
	return der(TAG.sequence, toBeSigned, algorithm, bits(sign(null, toBeSigned, privateKey)));
}

/** What stands on the card: SHA-256 of the DER. */
export const certificateHash = (certificate: Uint8Array): string =>
	createHash('sha256').update(certificate).digest('hex');

export const certificatePem = (certificate: Uint8Array): string =>
	new X509Certificate(certificate).toString();

/**
 * What a client asks for in TLS (server name), so that a node whose keys changed shows the certificate that this partner still knows.
 * @param hash of the certificate on the partner's card.
 */
export const serverNameOf = (hash: string): string => `${hash.slice(0, 32)}.tidewaiter`;
