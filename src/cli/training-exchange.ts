/**
 * Tells the story of the training to its nodes: offers, questions and messages, each once, at the hour that the story says. What was
 * told is noted beside the nodes, so that another start tells nothing twice.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { InputOf } from '../../contract/operations.ts';
import type { OpenNode } from '../server/open-node.ts';
import { simulatedAlerts } from '../training/alerts.ts';
import type { NodeName } from '../training/model.ts';
import type { TrainingClock } from './training-clock.ts';
import { type ToldMessage, toldMessages, toldQuestions } from './training-story.ts';

/** Who writes at a node of the training. */
const DESK = { id: 'simulated-border', name: 'simulated-border' } as const;
const HOUR_MS = 3_600_000;
/** When the story begins: before its first message, for trust and agreements. */
export const STORY_BEGINS_MS = 26 * HOUR_MS;

const told = z.object({
	/** Steps that were told. */
	steps: z.number().int().min(0),
	/** Identifiers of messages by their key in the story. */
	messages: z.record(z.string(), z.string()),
});
type Told = z.infer<typeof told>;

type Offered = Pick<InputOf<'makeOffer'>, 'agreement' | 'purpose' | 'kinds'> & { readonly from: NodeName };

const OFFERS: readonly Offered[] = [
	{
		from: 'immigration',
		agreement: 'customs-immigration',
		purpose: 'smuggling-of-goods',
		kinds: ['person', 'document'],
	},
	{
		from: 'customs',
		agreement: 'customs-immigration',
		purpose: 'smuggling-of-goods',
		kinds: ['person', 'document'],
	},
	{
		from: 'fiu',
		agreement: 'fiu-customs',
		purpose: 'money-laundering',
		kinds: ['person', 'organisation', 'account'],
	},
	{
		from: 'customs',
		agreement: 'customs-customs',
		purpose: 'smuggling-of-goods',
		kinds: ['person', 'organisation', 'vessel'],
	},
	{
		from: 'neighbour-customs',
		agreement: 'customs-customs',
		purpose: 'smuggling-of-goods',
		kinds: ['person', 'organisation', 'vessel'],
	},
];

export type StoryOptions = {
	/** Where it is noted what was told. */
	readonly directory: string;
	readonly nodes: readonly OpenNode[];
	readonly clock: TrainingClock;
	/** Of the simulated border: its alerts are whom the story is about. */
	readonly border: { readonly seed: number; readonly scale: number };
	/** Are the nodes new, so that nobody has seen their time yet? Otherwise all of it is told as of now. */
	readonly fromThePast: boolean;
};

/** Tells what was not told yet. The clock is the one on the wall afterwards. */
export async function tellStory({
	directory,
	nodes,
	clock,
	border,
	fromThePast,
}: StoryOptions): Promise<void> {
	const kept = await readTold(directory);
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const nodeOf = (id: NodeName): OpenNode => {
		const node = byId.get(id);
		if (node === undefined) throw new Error(`${id} is no node of the training`);
		return node;
	};
	const deliver = async (...ids: NodeName[]): Promise<void> => {
		for (const id of [...ids, ...ids]) await nodeOf(id).exchange.deliverWaiting();
	};
	const alerts = simulatedAlerts(border.seed, border.scale, '2099-12-31');
	const steps: { readonly hoursAgo: number; tell(): Promise<void> }[] = [
		...OFFERS.map((offer) => ({ hoursAgo: 25.5, tell: () => makeOffer(offer) })),
		...toldQuestions(alerts).map(({ hoursAgo, from, agreement, purpose, name, born }) => ({
			hoursAgo,
			tell: async () => {
				const asked = { agreement, purpose, kind: 'person', value: name, with: born, case: 'EX-1' } as const;
				await nodeOf(from).exchange.match(asked, DESK);
			},
		})),
		...toldMessages(alerts).map((message) => ({
			hoursAgo: message.hoursAgo,
			tell: async () => {
				kept.messages[message.key] = await write(message);
			},
		})),
	].sort((a, b) => b.hoursAgo - a.hoursAgo);

	async function makeOffer({ from, ...offer }: Offered): Promise<void> {
		const input = {
			...offer,
			kinds: [...offer.kinds],
			of: ['lists', 'suspicion-reports'],
			validDays: 30,
		} satisfies InputOf<'makeOffer'>;
		await nodeOf(from).exchange.makeOffer(input, DESK);
		await deliver(from);
	}

	async function write({ from, to, agreement, purpose, about, opened, body }: ToldMessage): Promise<string> {
		const on = about === undefined ? undefined : kept.messages[about];
		const sender = nodeOf(from).exchange;
		if (on !== undefined) await sender.readMessage({ id: on }, DESK);
		const { summary } = await sender.sendMessage(
			{
				agreement,
				purpose,
				correlation: on ?? null,
				records: [],
				case: 'EX-1',
				urgency: 'normal',
				body: body(on ?? '', clock.now()),
			},
			DESK,
		);
		await deliver(from, to);
		if (opened === true) await nodeOf(to).exchange.readMessage({ id: summary.id }, DESK);
		await deliver(to, from);
		return summary.id;
	}

	try {
		for (const [number, { hoursAgo, tell }] of steps.entries()) {
			if (number < kept.steps) continue;
			clock.setBack(fromThePast ? hoursAgo * HOUR_MS : 0);
			await tell();
			await writeTold(directory, { ...kept, steps: number + 1 });
		}
	} finally {
		clock.setBack(0);
	}
}

const storyFile = (directory: string): string => join(directory, 'exchange.json');

async function readTold(directory: string): Promise<Told> {
	const text = await readFile(storyFile(directory), 'utf8').catch(() => undefined);
	const read = text === undefined ? undefined : told.safeParse(JSON.parse(text));
	return read?.success ? read.data : { steps: 0, messages: {} };
}

async function writeTold(directory: string, kept: Told): Promise<void> {
	await writeFile(`${storyFile(directory)}.new`, JSON.stringify(kept));
	await rename(`${storyFile(directory)}.new`, storyFile(directory));
}
