/**
 * A server for tests of the surfaces: two nodes with a real database and a stand-in intake, a console of two files, one
 * user for each role, and what was logged.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { PurposeId } from '../../contract/purposes.ts';
import type { Role } from '../../contract/views.ts';
import { openExchange } from '../exchange/operations.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/open.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { createDecisionLog } from '../policy/decision-log.ts';
import { openLaw } from '../policy/law-operations.ts';
import { createSignIn } from '../policy/operations.ts';
import { standInSeal } from '../policy/stand-in-seal.ts';
import { createResolution } from '../resolution/operations.ts';
import { createRetention } from '../retention/operations.ts';
import { createScreening } from '../screening/operations.ts';
import type { Targeting } from '../targeting/model.ts';
import { openTargeting } from '../targeting/operations.ts';
import { createLog } from './log.ts';
import type { Node } from './node.ts';
import { openSubjects } from './open-subjects.ts';
import { createServer, stopServer } from './server.ts';
import { createStandInIntake } from './stand-in-intake.ts';

export const PASSWORD = 'harbour-lights-99';
const roles: Role[] = ['officer', 'analyst', 'supervisor', 'trainer', 'integrator', 'administrator'];

export type StandInServer = Awaited<ReturnType<typeof openStandInServer>>;

export async function openStandInServer() {
	const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-server-'));
	const database = await openDatabase({ dataDir: join(folder, 'database') });
	const consoleDirectory = join(folder, 'console');
	mkdirSync(join(consoleDirectory, 'assets'), { recursive: true });
	writeFileSync(join(consoleDirectory, 'index.html'), '<!doctype html><title>Tidewaiter</title>');
	writeFileSync(join(consoleDirectory, 'assets', 'main-1a2b.js'), 'export {};');

	const targeting: Targeting = await openTargeting({
		database,
		clock: systemClock,
		country: 'ZZ',
		submit: async () => {},
		onFailure: () => {},
	});
	const opened = await openExchange({
		database,
		clock: systemClock,
		folder,
		node: { id: 'stand-in.example', name: 'Stand-in', agency: 'customs', country: 'ZZ' },
		onFailure: () => {},
	});
	const nodeOf = async (id: string, agency: Node['agency']): Promise<Node> => {
		const described = { id, name: `Node ${id}`, agency, country: 'ZZ', exercise: true };
		const intake = createStandInIntake(described);
		const resolution = createResolution({ database, clock: systemClock, onFailure: () => {} });
		const decisions = createDecisionLog({ database, newId: () => newIdentifier(Date.now()) });
		const retention = createRetention({
			database,
			clock: systemClock,
			vault: { destroy: async () => false },
			atDesk: resolution.atDesk,
			enter: (session, entries) => opened.ledger.appendIn(session, entries),
			onFailure: () => {},
		});
		return {
			...described,
			intake,
			retention,
			screening: createScreening({ database, clock: systemClock, onFailure: () => {} }),
			resolution,
			targeting,
			exchange: opened.exchange,
			ledger: opened.ledgerOperations,
			signIn: createSignIn({
				node: id,
				database,
				now: () => new Date(),
				randomBytes,
				newId: randomUUID,
				seal: standInSeal,
			}),
			law: await openLaw({
				database,
				node: { id, agency, exercise: true },
				now: () => new Date(),
				newId: randomUUID,
				onFailure: () => {},
			}),
			decisions,
			subjects: openSubjects({
				database,
				clock: systemClock,
				node: described,
				intake,
				resolution,
				targeting,
				exchange: opened.exchange,
				decisions,
				retention: {
					endOf: async () => undefined,
					eraseRecords: async () => ({ erased: [], held: [], ledgerPositions: [] }),
				},
				enter: (session, entries) => opened.ledger.appendIn(session, entries),
				onFailure: () => {},
			}),
			ready: async () => {},
			close: async () => {},
		};
	};
	const customs = await nodeOf('customs', 'customs');
	const log = { text: '' };
	const app = createServer({
		nodes: [customs, await nodeOf('fiu', 'fiu')],
		log: createLog(
			'info',
			new Writable({
				write: (chunk, _encoding, done) => {
					log.text += chunk;
					done();
				},
			}),
		),
		version: '0.0.0',
		consoleDirectory,
		metricsToken: 'scrape-me',
		maxSubmissionBytes: 1_000_000,
	});
	const cookies = new Map<Role, string>();
	for (const role of roles) {
		await customs.signIn.createUser({ name: role, displayName: 'Amara Okafor', role, password: PASSWORD });
		const cookie = cookieOf(await signInAt(app, role));
		await statePurpose(app, cookie, 'exercise');
		cookies.set(role, cookie);
	}
	return {
		app,
		customs,
		log,
		cookieFor: (role: Role): string => cookies.get(role) ?? '',
		signIn: (name: string, password = PASSWORD, headers: Record<string, string> = {}) =>
			signInAt(app, name, password, headers),
		as: (role: Role, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object | string) =>
			app.inject({
				method,
				url,
				headers: { cookie: cookies.get(role) ?? '' },
				...(payload ? { payload } : {}),
			}),
		close: async () => {
			await stopServer(app, []);
			await database.close();
			rmSync(folder, { recursive: true });
		},
	};
}

const signInAt = (
	app: FastifyInstance,
	name: string,
	password = PASSWORD,
	headers: Record<string, string> = {},
) =>
	app.inject({
		method: 'POST',
		url: '/api/session',
		payload: { node: 'customs', name, password },
		headers,
	});

/** States a purpose for a session, as the console does. */
export const statePurpose = (app: FastifyInstance, cookie: string, purpose: PurposeId) =>
	app.inject({ method: 'POST', url: '/api/session/purpose', headers: { cookie }, payload: { purpose } });

/** Name and value of the cookie that an answer sets. */
export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
	String(answer.headers['set-cookie']).split(';')[0] ?? '';
