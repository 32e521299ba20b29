/**
 * What the browser tests share: one program, one browser, a key to send with at the customs node, and documents of a
 * simulated day, among them one that the tests know by heart.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { PurposeId } from '../../contract/purposes.ts';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { Role, SubmissionResult } from '../../contract/views.ts';
import { formatById } from '../../src/intake/formats/registry.ts';
import { damaged } from '../../src/training/damage.ts';
import { simulateBorder } from '../../src/training/simulate.ts';
import { openBrowser, openVisit, signIn, type Visit, type VisitOptions } from './browser.ts';
import { type Program, quietBorder, startProgram } from './program.ts';

const MANY_DOCUMENTS = 90;
const ENVELOPE = {
	sender: 'BROKER',
	receiver: 'NOTOLL',
	preparedAt: '2026-01-05T08:00:00Z',
	controlReference: 'E2E1',
};

const day = [...simulateBorder({ seed: 5, days: 1, scale: 0.2, startDate: '2026-01-05' })].filter(
	({ node, damage }) => node === 'customs' && damage === undefined,
);

function firstDeclaration(): Declaration {
	for (const { records, format } of day)
		for (const record of records)
			if (format === 'wco-dec' && record.kind === 'declaration' && record.function === 'original')
				return record;
	throw new Error('the simulated day has no declaration');
}

/** A declaration in two versions. The check digit of its second container is wrong. */
export const known = {
	reference: 'E2E-2026-0001',
	container: 'CSQU3054383',
	wrongContainer: 'CSQU3054384',
	massBefore: '1200',
	massAfter: '2100',
} as const;

const knownDeclaration = (grossMassKg: string): string => {
	const { registrationNumber: _registered, ...declaration } = firstDeclaration();
	const record = {
		...declaration,
		reference: known.reference,
		containers: [known.container, known.wrongContainer],
		grossMassKg,
	};
	return formatById('wco-dec')?.format?.([record], ENVELOPE) ?? '';
};

/** A declaration with this reference that was cut off on its way. */
export const cutOff = (reference: string): string =>
	damaged(knownDeclaration(known.massBefore).replaceAll(known.reference, reference), 'truncated', 0.5);

/** A whole declaration that nobody has sent yet. */
export const another = (reference: string): string =>
	knownDeclaration(known.massBefore).replaceAll(known.reference, reference);

/** Cash that an invented person carries: the record with the fewest other parties. */
export const cashDeclaration = (
	reference: string,
	{ full, ...person }: { full: string; bornOn?: string },
	identifiers?: readonly { scheme: string; value: string; issuer: string }[],
) => ({
	kind: 'cash-declaration',
	reference,
	function: 'original',
	direction: 'entering',
	basis: 'declared',
	declaredAt: '2026-01-05T10:00:00Z',
	carrier: { person: { name: { full }, ...person }, ...(identifiers ? { identifiers } : {}) },
	instruments: [{ type: 'currency', value: { amount: '12000', currency: 'EUR' } }],
});

/** Sends records as JSON, one after the other. */
export async function sendAll(stage: Stage, records: readonly { reference: string }[]): Promise<void> {
	for (const record of records) {
		const { status, result } = await stage.send(`${record.reference}.json`, JSON.stringify(record));
		if (status !== 200) throw new Error(`${record.reference} was refused: ${JSON.stringify(result)}`);
	}
}

export type Stage = {
	program: Program;
	browser: Browser;
	/** Sends with the key, as a broker's program does. */
	send(name: string, body: string): Promise<{ status: number; result: SubmissionResult }>;
	/** Runs a visit of somebody who has signed in, and holds it to account for what must not happen. */
	visit(
		who: Role | 'nobody',
		run: (visit: Visit) => Promise<void>,
		options?: VisitOptions & { node?: string; purpose?: PurposeId | 'none' },
	): Promise<void>;
	dispose(): Promise<void>;
};

/** Names of the users that the program makes, by role. */
const userOf: Readonly<Partial<Record<Role, string>>> = {
	officer: 'officer',
	analyst: 'analyst',
	supervisor: 'supervisor',
	administrator: 'administrator',
	'data-protection-officer': 'protection',
};

export async function openStage(): Promise<Stage> {
	const directory = await mkdtemp(join(tmpdir(), 'tidewaiter-e2e-'));
	await quietBorder(directory);
	const [program, browser] = await Promise.all([startProgram(directory), openBrowser()]);
	const { url, passwords } = program;

	const visit: Stage['visit'] = async (who, run, { node = 'customs', purpose, ...options } = {}) => {
		const opened = await openVisit(browser, url, options);
		try {
			if (who !== 'nobody') {
				const name = userOf[who] ?? who;
				await signIn(opened, name, passwords[name] ?? '', node, purpose);
			}
			await run(opened);
			expect(opened.problems).toEqual([]);
		} finally {
			await opened.context.close();
		}
	};
	const key = await makeKey(url, passwords['administrator'] ?? '');
	const send: Stage['send'] = async (name, body) => {
		const answer = await fetch(`${url}/api/submissions?name=${encodeURIComponent(name)}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
			body,
		});
		return { status: answer.status, result: (await answer.json()) as SubmissionResult };
	};
	for (const { name, text } of day.slice(0, MANY_DOCUMENTS)) await send(name, text);
	for (const mass of [known.massBefore, known.massAfter]) {
		const { status, result } = await send(`known-${mass}.xml`, knownDeclaration(mass));
		if (status !== 200)
			throw new Error(`the known declaration was refused: ${JSON.stringify(result)}\n${program.said()}`);
	}
	return {
		program,
		browser,
		send,
		visit,
		dispose: async () => {
			await browser.close();
			await program.stop();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

/** A key for a sender, made over HTTP by the administrator. */
async function makeKey(url: string, password: string): Promise<string> {
	const session = await fetch(`${url}/api/session`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ node: 'customs', name: 'administrator', password }),
	});
	const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
	const made = await fetch(`${url}/api/keys`, {
		method: 'POST',
		headers: { cookie, 'content-type': 'application/json' },
		body: JSON.stringify({ name: 'Broker', role: 'integrator', days: 1 }),
	});
	return ((await made.json()) as { key: string }).key;
}
