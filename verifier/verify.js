#!/usr/bin/env node
// Verifies what a Tidewaiter node has proved or exported of its ledger, offline. Plain JavaScript for Node 20 and later; needs
// nothing but this file, and shares no code with the node: only the format, which docs/exchange.md describes.
//
//   node verify.js FILE [--key VERIFIER]…
//
// FILE is a proof bundle (JSON) or an exported ledger (JSON lines). Keys are C2SP verifiers, `name+id+base64`. The first key
// is the ledger's own; each further one is a partner that must have cosigned. Without --key the keys of the file are used,
// which shows that the file agrees with itself, and not who made it.
// Exit status: 0 verified, 1 not verified, 2 verified by the file's own keys only, 64 wrong usage, 66 no such file.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const MOST_BUNDLE_CHARACTERS = 4_000_000;
const OWNER = 0x01;
const COSIGNER = 0x04;

/** What is wrong, in a sentence; everything else that is thrown is an error of this program. */
class NotVerified extends Error {}
const require = (holds, sentence) => {
	if (!holds) throw new NotVerified(sentence);
};

const sha256 = (...parts) => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
};
const hashLeaf = (entry) => sha256(Uint8Array.of(0), entry);
const hashNode = (left, right) => sha256(Uint8Array.of(1), left, right);

/** Bytes of base64 in the one way to write them. */
function base64(text, length, what) {
	const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
	require(bytes.toString('base64') === text &&
		(length === undefined || bytes.length === length), `${what} is not base64 of the right length.`);
	return bytes;
}

/** `name+id+base64`, where the id is the first four bytes of SHA-256(name, line feed, type, key). */
function parseKey(text) {
	const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(String(text)) ?? [];
	require(name !== undefined, `This is not a verifier key: ${String(text).slice(0, 80)}`);
	const bytes = base64(encoded, 33, 'A verifier key');
	const keyId = sha256(`${name}\n`, bytes).subarray(0, 4);
	require(keyId.toString('hex') === id, `The identifier of the key of ${name} is not that of its bytes.`);
	require(bytes[0] === OWNER || bytes[0] === COSIGNER, `The key of ${name} is of a type that is not known.`);
	const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
	return { name, keyId, type: bytes[0], key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
}

/** C2SP signed note: text, an empty line, lines of signatures. */
function parseNote(note) {
	require(typeof note === 'string' &&
		note.endsWith('\n') &&
		note.includes('\n\n'), 'The checkpoint is not a signed note.');
	const split = note.lastIndexOf('\n\n');
	const text = note.slice(0, split + 1);
	const lines = note
		.slice(split + 2, -1)
		.split('\n')
		.map((line) => {
			const [, name, encoded] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
			require(name !== undefined, 'A line of the checkpoint is not a signature.');
			const bytes = base64(encoded, undefined, 'A signature');
			return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
		});
	const [origin, size, root] = text.split('\n');
	require(/^(0|[1-9]\d{0,15})$/.test(size ?? '') &&
		Number.isSafeInteger(Number(size)), 'The checkpoint has no size.');
	return { text, lines, origin, size: Number(size), root: base64(root, 32, 'The root of the checkpoint') };
}

/** The signature of this key: for a cosigner with the moment. */
function checkSignature(note, { name, keyId, type, key }) {
	const lines = note.lines.filter((line) => line.name === name && line.keyId.equals(keyId));
	require(lines.length > 0, `${name} has not ${type === OWNER ? 'signed' : 'cosigned'} the checkpoint.`);
	let seconds = 0n;
	for (const { signature } of lines) {
		if (type === OWNER) {
			require(signature.length === 64 &&
				verify(null, Buffer.from(note.text), key, signature), `The signature of ${name} is not good.`);
			continue;
		}
		require(signature.length === 72, `The cosignature of ${name} is not good.`);
		seconds = signature.readBigUInt64BE();
		const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.text}`);
		require(verify(null, message, key, signature.subarray(8)), `The cosignature of ${name} is not good.`);
	}
	return type === OWNER ? `signed by ${name}` : `cosigned by ${name} at ${isoOf(seconds)}`;
}

const isoOf = (seconds) =>
	seconds < 253_402_300_800n ? new Date(Number(seconds) * 1000).toISOString() : `${seconds} s`;

/** The owner's signature, and that of every partner that was named. */
function checkSignatures(note, keys) {
	const owners = keys.filter(({ type, name }) => type === OWNER && name === note.origin);
	require(owners.length > 0, `There is no key of ${note.origin}, whose ledger this is.`);
	const others = keys.filter((key) => !owners.includes(key));
	const stranger = others.find(({ type }) => type !== COSIGNER);
	require(stranger === undefined, `The key of ${stranger?.name} is not that of a cosigner.`);
	return [owners, ...others.map((key) => [key])].map((either) => {
		// A node that has changed its keys has several; one of them has signed.
		const failed = [];
		for (const key of either)
			try {
				return checkSignature(note, key);
			} catch (error) {
				failed.push(error);
			}
		throw failed[0];
	});
}

/** RFC 9162, section 2.1.3.2. */
function rootOfProof(leaf, position, size, proof) {
	let at = BigInt(position);
	let last = BigInt(size) - 1n;
	let hash = leaf;
	for (const sibling of proof) {
		require(last > 0n, 'The proof is too long.');
		if (at % 2n === 1n || at === last) {
			hash = hashNode(sibling, hash);
			while (at % 2n === 0n && at !== 0n) {
				at >>= 1n;
				last >>= 1n;
			}
		} else hash = hashNode(hash, sibling);
		at >>= 1n;
		last >>= 1n;
	}
	require(last === 0n, 'The proof is too short.');
	return hash;
}

/** Keys to verify with: those that were given, or those of the file. */
const keysFor = (given, { verifiers }) => {
	if (given.length > 0) return given;
	require(Array.isArray(verifiers) &&
		verifiers.length > 0 &&
		verifiers.length <= 200, 'The file has no keys; give --key.');
	return verifiers.map(parseKey);
};

function verifyProof(bundle, given) {
	require(bundle.formatVersion === 1, 'The version of the format is not known.');
	const { position, entry, proof } = bundle;
	require(Number.isSafeInteger(position) &&
		position >= 0 &&
		typeof entry === 'string', 'There is no entry, or no position.');
	require(Array.isArray(proof) && proof.length <= 110, 'There is no proof, or it is too long.');
	const note = parseNote(bundle.checkpoint);
	const signatures = checkSignatures(note, keysFor(given, bundle));
	require(position < note.size, `The checkpoint has ${note.size} entries, and this is entry ${position}.`);
	const hashes = proof.map((hash) => base64(hash, 32, 'A hash of the proof'));
	const root = rootOfProof(hashLeaf(Buffer.from(entry, 'utf8')), position, note.size, hashes);
	require(root.equals(note.root), 'The entry is not at this position of the ledger that was signed.');
	return [`entry ${position} of ${note.size} in the ledger of ${note.origin}`, ...signatures, entry];
}

/** Roots of perfect subtrees of the entries so far, the largest first: a new leaf joins those of its own size. */
function createTree(left, from) {
	const sizes = [];
	for (let rest = from, width = 2 ** 52; width >= 1; width /= 2)
		if (rest >= width) {
			sizes.push(width);
			rest -= width;
		}
	require(Array.isArray(left) &&
		left.length === sizes.length, 'The hashes before the first entry do not fit its position.');
	const trees = sizes.map((size, at) => ({
		size,
		hash: base64(left[at], 32, 'A hash before the first entry'),
	}));
	return {
		add(leaf) {
			let tree = { size: 1, hash: leaf };
			while (trees.at(-1)?.size === tree.size)
				tree = { size: tree.size * 2, hash: hashNode(trees.pop().hash, tree.hash) };
			trees.push(tree);
		},
		root: () =>
			trees.length === 0
				? sha256()
				: trees.map(({ hash }) => hash).reduceRight((right, hash) => hashNode(hash, right)),
		size: () => trees.reduce((sum, { size }) => sum + size, 0),
	};
}

/** An export: every line but the last is an entry as it was hashed. The last says where they begin, so it is read first. */
async function verifyExport(path, end, count, given) {
	require(end.formatVersion === 1, 'The version of the format is not known.');
	const { from } = end;
	require(Number.isSafeInteger(from) && from >= 0, 'The export does not say where it begins.');
	const note = parseNote(end.checkpoint);
	const signatures = checkSignatures(note, keysFor(given, end));
	require(from + count ===
		note.size, `The export has the entries ${from} to ${from + count - 1}; ${note.size} were signed.`);
	const tree = createTree(end.left, from);
	let done = 0;
	for await (const line of linesOf(path)) {
		if (done === count) break;
		tree.add(hashLeaf(Buffer.from(line, 'utf8')));
		done += 1;
		if (process.stderr.isTTY && done % 100_000 === 0) process.stderr.write(`\r${done} of ${count} entries`);
	}
	if (process.stderr.isTTY && count >= 100_000) process.stderr.write('\r\x1b[K');
	require(tree.size() === note.size &&
		tree
			.root()
			.equals(
				note.root,
			), 'The entries are not those that were signed: one was changed, taken out or put in.');
	return [`${count} entries from ${from} of the ledger of ${note.origin}, none changed`, ...signatures];
}

const linesOf = (path) =>
	createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });

const parse = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** The last line of the file and how many come before; a bundle may also be spread over several lines. */
async function verifyFile(path, given) {
	let last;
	let lines = 0;
	let start = '';
	for await (const line of linesOf(path)) {
		if (line.trim() === '') continue;
		last = line;
		lines += 1;
		if (start.length < MOST_BUNDLE_CHARACTERS) start += `${line}\n`;
	}
	const end = parse(last ?? '');
	if (end?.format === 'tidewaiter-ledger') return verifyExport(path, end, lines - 1, given);
	const bundle = start.length < MOST_BUNDLE_CHARACTERS ? parse(start) : undefined;
	require(bundle?.format === 'tidewaiter-proof', 'This is neither a proof nor an exported ledger.');
	return verifyProof(bundle, given);
}

const [path, ...rest] = process.argv.slice(2);
const isPaired = rest.length % 2 === 0 && rest.every((word, at) => at % 2 === 1 || word === '--key');
if (path === undefined || path.startsWith('-') || !isPaired) {
	process.stderr.write('usage: node verify.js FILE [--key VERIFIER]…\n');
	process.exit(64);
}
try {
	const given = rest.filter((_, at) => at % 2 === 1).map(parseKey);
	const said = await verifyFile(path, given);
	process.stdout.write(`verified\n${said.map((line) => `  ${line}\n`).join('')}`);
	if (given.length === 0) {
		process.stderr.write(
			'These are the keys of the file itself. Compare them with a card that you trust, and give them with --key.\n',
		);
		process.exitCode = 2;
	}
} catch (error) {
	const isMissing = error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'EACCES';
	process.stdout.write(
		`NOT VERIFIED\n  ${error instanceof NotVerified ? error.message : isMissing ? `${path} cannot be read.` : `The file cannot be read: ${error.message}`}\n`,
	);
	process.exitCode = isMissing ? 66 : 1;
}
