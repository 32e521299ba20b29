/**
 * Three agencies of one country and the customs of its neighbour, in one process: four nodes on folders of their own
 * behind one server, with an integrator's key and an analyst's session at each. For tests.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { SubmissionResult } from '../../contract/views.ts';
import { trainingNodes } from '../../src/cli/start.ts';
import { whereOf } from '../../src/server/call.ts';
import { createLog } from '../../src/server/log.ts';
import { type OpenNode, openNode } from '../../src/server/open-node.ts';
import { createServer, stopServer } from '../../src/server/server.ts';
import type { NodeName } from '../../src/training/model.ts';

const PASSWORD = 'harbour-lights-99';

/** What a request carries: the key of a machine, or the cookie of a session. */
export type Credentials = { authorization: string } | { cookie: string };

export type Federation = Awaited<ReturnType<typeof openFederation>>;

/** @param folder of an earlier federation, to go on with it; a new one otherwise. */
export async function openFederation(folder?: string) {
	const directory = folder ?? (await mkdtemp(join(tmpdir(), 'tidewaiter-federation-')));
	const failures: unknown[] = [];
	const nodes = await Promise.all(
		trainingNodes.map((description) =>
			openNode({
				description,
				folder: join(directory, description.id),
				onFailure: (message, cause) => failures.push(message, cause),
			}),
		),
	);
	const app = createServer({
		nodes,
		log: createLog('silent'),
		version: '0.0.0',
		consoleDirectory: join(directory, 'no-console'),
	});
	const keys = new Map<string, Credentials>();
	const sessions = new Map<string, Credentials>();
	for (const node of nodes) {
		const { signIn } = node;
		await signIn.createFirstUsers([
			{ name: 'analyst', displayName: 'Analyst', role: 'analyst', password: PASSWORD },
		]);
		const by = {
			kind: 'local-operator',
			id: 'local-operator',
			role: 'local-operator',
			node: node.id,
		} as const;
		const { key } = await signIn.createKey({ name: 'Feeder', role: 'integrator', days: 1 }, by);
		keys.set(node.id, { authorization: `Bearer ${key}` });
		const { token, who } = await signIn.openSession({ name: 'analyst', password: PASSWORD }, '127.0.0.1');
		await signIn.statePurpose(who, token, { purpose: 'exercise' }, whereOf(node));
		sessions.set(node.id, { cookie: `tidewaiter=${token}` });
	}
	const of = <T>(kept: ReadonlyMap<string, T>, node: NodeName): T => {
		const found = kept.get(node);
		if (found === undefined) throw new Error(`no node ${node}`);
		return found;
	};

	return {
		directory,
		app,
		/** Failures that nobody waited for. */
		failures,
		keyOf: (node: NodeName): Credentials => of(keys, node),
		sessionOf: (node: NodeName): Credentials => of(sessions, node),
		node: (node: NodeName): OpenNode => of(new Map(nodes.map((each) => [each.id, each])), node),
		get: (credentials: Credentials, path: string) => app.inject({ url: `/api${path}`, headers: credentials }),
		submit: (credentials: Credentials, name: string, body: string) =>
			app.inject({
				method: 'POST',
				url: `/api/submissions?name=${encodeURIComponent(name)}`,
				headers: { ...credentials, 'content-type': 'application/octet-stream' },
				payload: body,
			}),
		/** Closes nodes and server and leaves the folders as they are. */
		close: () => stopServer(app, nodes),
		dispose: async () => {
			await stopServer(app, nodes).catch(() => {});
			await rm(directory, { recursive: true, force: true });
		},
	};
}

/** The answer of an operation, as the contract says; the server has checked it. */
export const answerOf = <K extends OperationId>(_operation: K, answer: { json(): unknown }): OutputOf<K> =>
	// The contract's own type of what this operation answers with.
	answer.json() as OutputOf<K>;

/** What became of a submission, whether it was accepted or the refusal tells it. */
export function resultOf(answer: { statusCode: number; json(): unknown }): SubmissionResult {
	const body = answer.json() as SubmissionResult | { submission?: SubmissionResult };
	const result = 'status' in body && typeof body.submission === 'string' ? body : body.submission;
	if (typeof result !== 'object') throw new Error(`no result: ${JSON.stringify(body)}`);
	return result as SubmissionResult;
}

/** Every record of a node that matches, over all pages. */
export async function allRecords(
	federation: Federation,
	node: NodeName,
	filter: Partial<InputOf<'listRecords'>> = {},
) {
	const items: OutputOf<'listRecords'>['items'] = [];
	let after: string | null = '';
	while (after !== null) {
		const query = new URLSearchParams({ ...(filter as Record<string, string>), limit: '500' });
		if (after !== '') query.set('after', after);
		const answer = await federation.get(federation.sessionOf(node), `/records?${query}`);
		const page = answerOf('listRecords', answer);
		items.push(...page.items);
		after = page.next;
	}
	return items;
}
