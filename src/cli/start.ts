/**
 * `tidewaiter start`: opens the nodes, starts the server, says where it is and how to sign in, and stops in order.
 * Without --empty it is four nodes on invented data, and their sign-ins are kept beside them to be shown again. With
 * --empty it is one node for real use, whose first passwords are shown once and kept nowhere.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TidewaiterError } from '../../contract/errors.ts';
import type { FirstSignIn, FirstUser } from '../policy/operations.ts';
import { generatePassword, PASSWORD_BYTES } from '../policy/passwords.ts';
import { NODE_ID } from '../policy/tokens.ts';
import { createLog, type LogLevel, openAccessLog } from '../server/log.ts';
import type { NodeDescription } from '../server/node.ts';
import { createNodeServer, type NodeServer } from '../server/node-routes.ts';
import { type OpenNode, openNode } from '../server/open-node.ts';
import { createServer, stopServer } from '../server/server.ts';
import type { NodeName } from '../training/model.ts';
import { type LiveBorder, startBorder } from './live-border.ts';
import {
	announceServer,
	defaultDataDirectory,
	listNodeFolders,
	OWN_NODE,
	provideNodeFolder,
	withdrawServer,
} from './node-folders.ts';
import { formatTable, tell, write } from './terminal.ts';
import type { TrainingClock } from './training-clock.ts';
import {
	createSwitchboard,
	openTrainingClock,
	provideTraining,
	type Switchboard,
} from './training-federation.ts';
import { version } from './version.ts';

/** Signals so close together, in milliseconds, are one. */
const SAME_SIGNAL_MS = 1_000;

export type StartOptions = {
	empty?: boolean;
	port: string;
	host: string;
	data?: string;
	databaseUrl?: string;
	id?: string;
	name?: string;
	agency?: NodeDescription['agency'];
	country?: string;
	tlsCert?: string;
	tlsKey?: string;
	trustProxy?: string;
	metricsToken?: string;
	exchangePort?: string;
	exchangeHost?: string;
	log: LogLevel;
};

/** The four nodes of the simulated border: three agencies of one country, and the customs of its neighbour. */
export const trainingNodes: readonly (NodeDescription & { id: NodeName })[] = [
	{ id: 'customs', name: 'Customs, Norway (exercise)', agency: 'customs', country: 'NO', exercise: true },
	{
		id: 'fiu',
		name: 'Financial Intelligence Unit, Norway (exercise)',
		agency: 'fiu',
		country: 'NO',
		exercise: true,
	},
	{
		id: 'immigration',
		name: 'Immigration, Norway (exercise)',
		agency: 'immigration',
		country: 'NO',
		exercise: true,
	},
	{
		id: 'neighbour-customs',
		name: 'Customs, Sweden (exercise)',
		agency: 'customs',
		country: 'SE',
		exercise: true,
	},
];

const firstUsers: readonly FirstUser[] = [
	{ name: 'officer', displayName: 'Officer', role: 'officer' },
	{ name: 'analyst', displayName: 'Analyst', role: 'analyst' },
	{ name: 'supervisor', displayName: 'Supervisor', role: 'supervisor' },
	{ name: 'protection', displayName: 'Data-protection officer', role: 'data-protection-officer' },
	{ name: 'exchange', displayName: 'Exchange desk', role: 'exchange-desk' },
	{ name: 'trainer', displayName: 'Trainer', role: 'trainer' },
	{ name: 'administrator', displayName: 'Administrator', role: 'administrator' },
];

/** Runs until it is told to stop. */
export async function runStart(options: StartOptions): Promise<number> {
	const empty = options.empty === true;
	const directory =
		options.data === undefined ? defaultDataDirectory(empty ? 'own' : 'training') : resolve(options.data);
	const wanted = empty ? [await ownNode(directory, options)] : trainingNodes;
	const stopping = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => stopping.abort(signal));

	const log = createLog(options.log);
	const switchboard = empty ? undefined : createSwitchboard();
	const onFailure = (message: string, cause: unknown): void =>
		log.error({ event: 'failure', err: cause }, message);
	const clock = empty ? undefined : await openTrainingClock(directory);
	const nodes = await openNodes(directory, wanted, options, onFailure, { switchboard, clock });
	switchboard?.connect(nodes);
	if (clock !== undefined)
		await provideTraining(directory, nodes, clock).catch((error: unknown) =>
			onFailure('the nodes of the training have no past', error),
		);
	const signIns = await provideSignIns(directory, nodes, empty);
	const accessLogs = new Map(nodes.map((node) => [node.id, openAccessLog(node.folder.path)]));
	const server = createServer({
		nodes,
		log,
		accessLog: (node) => accessLogs.get(node) ?? log,
		version,
		consoleDirectory: fileURLToPath(new URL('../../console/dist', import.meta.url)),
		...(await readTls(options)),
		...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
		...(options.metricsToken === undefined ? {} : { metricsToken: options.metricsToken }),
	});
	let border: LiveBorder | undefined;
	let endpoint: NodeServer | undefined;
	try {
		endpoint = await openEndpoint(nodes, options, onFailure);
		await server.listen({ port: Number(options.port), host: options.host });
		const url = addressOf(server.server.address(), options);
		await announceServer(directory, {
			url,
			keys: Object.fromEntries(nodes.map((node) => [node.id, node.signIn.operatorKey])),
		});
		await showStart(url, nodes, signIns, {
			directory,
			empty,
			host: options.host,
			tls: options.tlsCert !== undefined,
		});
		if (!empty) {
			border = await startBorder(directory, nodes, tell, (error) =>
				log.error({ event: 'failure', err: error }, 'the simulated border stopped'),
			);
		}
		await new Promise<void>((done) => {
			if (stopping.signal.aborted) done();
			else stopping.signal.addEventListener('abort', () => done());
		});
		tell('Stopping: what is under way is finished first.');
		// A second signal does not wait. The terminal and each launcher pass on one Ctrl-C: what comes at once is the same.
		const firstAt = performance.now();
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.on(signal, () => {
				if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(75);
			});
		return 0;
	} finally {
		await border?.stop();
		await endpoint?.close();
		await withdrawServer(directory);
		await stopServer(server, nodes);
	}
}

/** Where partners reach a node of real use; the nodes of the training reach each other within the process. */
async function openEndpoint(
	nodes: readonly OpenNode[],
	options: StartOptions,
	onFailure: (message: string, cause: unknown) => void,
): Promise<NodeServer | undefined> {
	if (options.exchangePort === undefined) return undefined;
	const [node] = nodes;
	const port = Number(options.exchangePort);
	if (node === undefined || options.empty !== true || !Number.isInteger(port) || port < 0 || port > 65_535)
		throw new TidewaiterError(
			'usage',
			'--exchange-port wants a port, and a node that was started with --empty.',
		);
	const { exchange } = node;
	const endpoint = createNodeServer({ exchange, monotonic: () => performance.now(), onFailure });
	const listening = await endpoint.listen(port, options.exchangeHost ?? '0.0.0.0');
	tell(`Partners reach ${node.id} at port ${listening.port}.`);
	return endpoint;
}

async function ownNode(directory: string, options: StartOptions): Promise<NodeDescription> {
	const existing = await listNodeFolders(directory);
	const known =
		options.id === undefined
			? existing[0]
			: existing.find(({ description }) => description.id === options.id);
	if (known !== undefined) return known.description;
	const id = options.id ?? OWN_NODE.id;
	if (!NODE_ID.test(id)) {
		throw new TidewaiterError('usage', `${id} is no identifier of a node.`, {
			remedy: 'Lower-case letters, digits and "-", beginning with a letter, at most 32.',
		});
	}
	return {
		id,
		name: options.name ?? OWN_NODE.name,
		agency: options.agency ?? OWN_NODE.agency,
		country: (options.country ?? OWN_NODE.country).toUpperCase(),
	};
}

/** Opens all, or none: what is open is closed again when one fails. */
async function openNodes(
	directory: string,
	wanted: readonly NodeDescription[],
	options: StartOptions,
	onFailure: (message: string, cause: unknown) => void,
	{ switchboard, clock }: { switchboard: Switchboard | undefined; clock: TrainingClock | undefined },
): Promise<OpenNode[]> {
	const url = options.databaseUrl ?? process.env['DATABASE_URL'];
	const opened = await Promise.allSettled(
		wanted.map(async (each) => {
			const { description, path } = await provideNodeFolder(directory, each);
			const node = await openNode({
				description,
				folder: path,
				...(switchboard === undefined ? {} : { transport: switchboard.transportOf(description.id) }),
				...(clock === undefined ? {} : { clock }),
				databaseUrl: url === undefined || wanted.length === 1 ? url : withSchema(url, description.id),
				onFailure,
			});
			// Read now, so that the first who sends does not wait for it; where it fails, the line tries again.
			node.retention.start();
			node.targeting
				.ready()
				.catch((error: unknown) => onFailure('profiles could not be read; the line tries again', error));
			return node;
		}),
	);
	const nodes = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
	const failed = opened.find((each) => each.status === 'rejected');
	if (failed === undefined) return nodes;
	await Promise.all(nodes.map((node) => node.close()));
	throw failed.reason;
}

/** Several nodes in one PostgreSQL database have a schema each. */
function withSchema(url: string, id: string): string {
	const address = new URL(url);
	address.searchParams.set('schema', id.replaceAll('-', '_'));
	return address.toString();
}

const keptPasswords = z.record(z.string(), z.string());

/**
 * First users of nodes that have none, and what to show of them. The sign-ins of the simulated border guard nothing: they
 * are the same at each node, and kept to be shown again.
 */
async function provideSignIns(
	directory: string,
	nodes: readonly OpenNode[],
	empty: boolean,
): Promise<FirstSignIn[]> {
	if (empty) return (await Promise.all(nodes.map((node) => node.signIn.createFirstUsers(firstUsers)))).flat();
	const file = join(directory, 'sign-ins.json');
	const kept = await readFile(file, 'utf8').then(
		(text) => keptPasswords.parse(JSON.parse(text)),
		(): Record<string, string> => ({}),
	);
	const users = firstUsers.map((user) => ({
		...user,
		password: kept[user.name] ?? generatePassword(randomBytes(PASSWORD_BYTES)),
	}));
	const passwords = Object.fromEntries(users.map((user) => [user.name, user.password]));
	await writeFile(file, `${JSON.stringify(passwords, null, '\t')}\n`, { mode: 0o600 });
	await Promise.all(nodes.map((node) => node.signIn.createFirstUsers(users)));
	return users;
}

async function readTls(options: StartOptions): Promise<{ tls?: { certificate: string; key: string } }> {
	if (options.tlsCert === undefined && options.tlsKey === undefined) return {};
	if (options.tlsCert === undefined || options.tlsKey === undefined) {
		throw new TidewaiterError('usage', 'TLS wants both --tls-cert and --tls-key.');
	}
	return {
		tls: {
			certificate: await readFile(options.tlsCert, 'utf8'),
			key: await readFile(options.tlsKey, 'utf8'),
		},
	};
}

function addressOf(address: AddressInfo | string | null, options: StartOptions): string {
	const port = typeof address === 'object' && address !== null ? address.port : options.port;
	const host = ['0.0.0.0', '::'].includes(options.host) ? 'localhost' : options.host;
	return `${options.tlsCert === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function showStart(
	url: string,
	nodes: readonly OpenNode[],
	signIns: readonly FirstSignIn[],
	start: { directory: string; empty: boolean; host: string; tls: boolean },
): Promise<void> {
	await write(`Tidewaiter ${version}: ${url}\nData: ${start.directory}\n\n`);
	await write(
		formatTable(
			[
				{ title: 'node', value: (node) => node.id },
				{ title: 'name', value: (node) => node.name },
			],
			nodes,
		),
	);
	if (signIns.length > 0) {
		const table = formatTable(
			[
				{ title: 'sign in as', value: (user) => user.name },
				{ title: 'password', value: (user) => user.password },
				{ title: 'role', value: (user) => user.role },
			],
			signIns,
		);
		await write(`\n${table}`);
		await write(
			start.empty
				? '\nThe passwords are shown this once. Note them now.\n'
				: '\nThe same at each node. All data here is invented.\n',
		);
	} else if (start.empty) {
		await write('\nSign in as before; "tidewaiter user list" shows who can.\n');
	}
	const nearby = ['localhost', '127.0.0.1', '::1'].includes(start.host);
	if (!nearby && !start.tls) {
		tell(
			'Other machines can reach this, without TLS: passwords pass in the clear unless a proxy ends TLS before it.',
		);
	}
	tell('Ctrl-C stops.');
}
