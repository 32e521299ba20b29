/** What the commands of messages ask of a node. The node behind the door only notes it; what nodes do with it is tested elsewhere. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from './door.ts';
import { addMessageCommands } from './message-commands.ts';
import { addOperationCommands } from './operation-commands.ts';

const ID = '019b1c3e-7a40-7000-8000-5c1d2e3f4a5b';
const RECORD = '019b1c3e-7a40-7000-8000-000000000001';
const GROUNDS = { grounds: 'because of a case' };
/** The least that each kind says. */
const BODIES: readonly { readonly kind: string }[] = [
	{ kind: 'query' },
	{ kind: 'request', ...GROUNDS, urgency: 'urgent' },
	{ kind: 'spontaneous', ...GROUNDS },
	{ kind: 'alert', category: 'cash', action: 'inquiry', validUntil: '2027-01-01T00:00:00Z' },
	{ kind: 'hit-notice', on: 'x', seenAt: '2026-11-01T00:00:00Z' },
	{ kind: 'supplementary' },
	{ kind: 'referral', ...GROUNDS },
	{ kind: 'feedback', outcome: 'useful' },
	{ kind: 'consent-request', ...GROUNDS },
	{ kind: 'consent', given: true },
	{ kind: 'correction', reason: 'it was wrong' },
	{ kind: 'recall', reason: 'it was wrong' },
] as { kind: string }[];
const NAMES_IT = ['hit-notice', 'feedback', 'consent-request', 'consent', 'correction', 'recall'];

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tidewaiter-messages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command. @returns what it asked of the node. */
async function run(...words: string[]): Promise<{ id: string; input: Record<string, unknown> }[]> {
	const calls: { id: string; input: Record<string, unknown> }[] = [];
	const summary = {
		id: ID,
		state: 'delivered',
		caption: 'Request',
		agreement: 'fiu-customs',
		purpose: 'money-laundering',
		handling: 'H1',
	};
	// A door that answers with as much as the commands read.
	const door = {
		call: async (id: string, input: Record<string, unknown>) => {
			calls.push({ id, input });
			return { summary };
		},
	} as unknown as Door;
	const program = new Command().exitOverride();
	addOperationCommands(program);
	addMessageCommands(
		program,
		{ withDoor: (_options, _channel, work) => work(door), writeTo: async () => {} },
		() => '',
	);
	await program.parseAsync(['messages', ...words, '--json'], { from: 'user' });
	return calls;
}

const fileOf = async (body: object): Promise<string> => {
	const file = join(folder, 'message.json');
	await writeFile(file, JSON.stringify({ agreement: 'fiu-customs', purpose: 'money-laundering', body }));
	return file;
};

describe('commands of messages', () => {
	it.each(BODIES)('send a $kind, about another message, with records', async (body) => {
		const [sent] = await run('send', await fileOf(body), '--about', ID, '--records', RECORD);
		expect(sent).toMatchObject({
			id: 'sendMessage',
			input: { agreement: 'fiu-customs', correlation: ID, records: [RECORD], body: { kind: body.kind } },
		});
		if (NAMES_IT.includes(body.kind)) expect(sent?.input['body']).toMatchObject({ on: ID });
		else expect(sent?.input['body']).not.toHaveProperty('on');
	});

	it('reply under the agreement, purpose and handling of what they answer, graded', async () => {
		const [read, sent] = await run(
			'reply',
			ID,
			'--outcome',
			'partial',
			'--ground',
			'source-protection',
			'--grade',
			'B2',
		);
		expect(read).toMatchObject({ id: 'readMessage', input: { id: ID } });
		expect(sent?.input).toMatchObject({
			agreement: 'fiu-customs',
			purpose: 'money-laundering',
			handling: 'H1',
			correlation: ID,
			body: { kind: 'reply', outcome: 'partial', evaluation: { source: 'B', information: '2' } },
		});
		await expect(run('reply', ID, '--outcome', 'full', '--grade', 'Z9')).rejects.toMatchObject({
			code: 'usage',
		});
	});

	it('say what is wrong with a file, and where to see how it should be', async () => {
		await expect(run('send', await fileOf({ kind: 'gossip' }))).rejects.toMatchObject({
			code: 'invalid-input',
			remedy: expect.stringContaining('messages send --help'),
		});
		await expect(run('send', await fileOf({ kind: 'feedback', outcome: 'useful' }))).rejects.toMatchObject({
			code: 'invalid-input',
			place: 'body.on',
		});
		await writeFile(join(folder, 'letter.txt'), 'Dear colleagues');
		await expect(run('send', join(folder, 'letter.txt'))).rejects.toMatchObject({ code: 'invalid-input' });
	});
});
