/**
 * The nodes of the simulated border as a federation: they reach each other inside of this process, trust each other, and have signed
 * agreements made from the templates, so that a person can ask, answer and match at once. What people changed since stays changed.
 */
import { completeTemplate } from '../../contract/exchange/complete-template.ts';
import type { Transport } from '../exchange/model.ts';
import type { OpenNode } from '../server/open-node.ts';
import { describeBorder, provideAlerts } from './live-border.ts';
import { createTrainingClock, type TrainingClock } from './training-clock.ts';
import { STORY_BEGINS_MS, tellStory } from './training-exchange.ts';

/** Who does at a node of the training what a supervisor would do. */
const TRAINER = { id: 'simulated-border', name: 'simulated-border' } as const;
const REASON = 'Made for the simulated border';
const DAY_MS = 86_400_000;

/** Of which template, between whom: `left` and `right` as the template has them. */
const AGREED: readonly { readonly template: string; readonly left: string; readonly right: string }[] = [
	{ template: 'fiu-customs', left: 'fiu', right: 'customs' },
	{ template: 'customs-immigration', left: 'customs', right: 'immigration' },
	{ template: 'customs-customs', left: 'customs', right: 'neighbour-customs' },
];

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

export type Switchboard = {
	/** What a node sends through: nodes of this process are called, others cannot be reached. */
	transportOf(id: string): Transport;
	/** From now on these can be reached. */
	connect(nodes: readonly OpenNode[]): void;
};

/** Calls between nodes of one process, with the certificate that each would show. */
export function createSwitchboard(): Switchboard {
	const connected = new Map<string, OpenNode>();
	const nodeOf = (id: string): OpenNode => {
		const node = connected.get(id);
		if (node === undefined) throw new Error(`${id} is not among the nodes of this process`);
		return node;
	};
	return {
		connect: (nodes) => {
			for (const node of nodes) connected.set(node.id, node);
		},
		transportOf: (id) => ({
			deliver: async (to, path, body) => {
				const answering = nodeOf(to.name);
				const there = await certificatesOf(answering);
				// As TLS would find out: whoever answers there is not the one whose card is trusted.
				if (!there.includes(to.certificate)) throw new Error(`${to.name} shows another certificate`);
				const here = await certificatesOf(nodeOf(id));
				const shown = here.find((each) => answering.exchange.knowsCertificate(each)) ?? here[0];
				return answering.exchange.answerNode(path, body, shown);
			},
		}),
	};
}

/** What a node can show in TLS, the one of now first: partners that do not know it yet know a former one. */
async function certificatesOf({ exchange }: OpenNode): Promise<string[]> {
	const { card, keys } = await exchange.readIdentity({});
	const former = keys.filter(({ use }) => use === 'certificate').map(({ id }) => id);
	return [card.certificate, ...former];
}

/**
 * All that makes the nodes a federation with a past: trust, agreements, alerts, and the story, where they are not there yet. To be
 * done before anybody signs in: until then the clock may be that of yesterday.
 */
export async function provideTraining(
	directory: string,
	nodes: readonly OpenNode[],
	clock: TrainingClock,
): Promise<void> {
	const border = await describeBorder(directory);
	try {
		await provideFederation(nodes, clock.now());
		await provideAlerts(nodes, border.seed);
		// A border that has not begun is one on which nothing happens but what somebody does.
		if (border.hasBegun) await tellStory({ directory, nodes, clock, border, fromThePast: border.isNew });
	} finally {
		clock.setBack(0);
	}
}

/** The clock for the nodes of the training: that of yesterday where the folder is new. */
export async function openTrainingClock(directory: string): Promise<TrainingClock> {
	const clock = createTrainingClock();
	const { isNew } = await describeBorder(directory);
	if (isNew) clock.setBack(STORY_BEGINS_MS);
	return clock;
}

/** Trust and agreements, where there are none yet. Doing it again changes nothing. */
export async function provideFederation(nodes: readonly OpenNode[], nowMs: number): Promise<void> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	for (const node of nodes) {
		const known = new Set((await node.exchange.listPartners({})).map(({ name }) => name));
		for (const other of nodes) {
			if (other === node || known.has(other.id)) continue;
			const { card, fingerprint } = await other.exchange.readIdentity({});
			await node.exchange.trustPartner({ card, fingerprint }, TRAINER);
		}
	}
	for (const { template, left, right } of AGREED) {
		const proposer = byId.get(left);
		const signer = byId.get(right);
		if (proposer !== undefined && signer !== undefined)
			await provideAgreement(proposer, signer, template, nowMs);
	}
}

async function provideAgreement(
	proposer: OpenNode,
	signer: OpenNode,
	template: string,
	nowMs: number,
): Promise<void> {
	const templates = await proposer.exchange.listAgreementTemplates({});
	const body = templates.find(({ id }) => id === template)?.body;
	if (body === undefined) return;
	const agreed = completeTemplate(body, {
		id: template,
		left: proposer.id,
		right: signer.id,
		// What a template leaves to the parties stands in square brackets.
		legalBasis: body.legalBasis.replaceAll(/\[[^\]]*\]/g, '(invented)'),
		startsOn: dayOf(nowMs - DAY_MS),
		reviewOn: dayOf(nowMs + 180 * DAY_MS),
		endsOn: dayOf(nowMs + 364 * DAY_MS),
	});
	const page = { limit: 200, partner: signer.id } as const;
	const { items } = await proposer.exchange.listAgreements(page);
	if (items.some(({ id }) => id === template)) return;
	const move = { id: template, version: agreed.version, reason: REASON };
	await proposer.exchange.saveAgreement({ body: agreed }, TRAINER);
	await proposer.exchange.moveAgreement({ ...move, move: 'offer' }, TRAINER);
	await proposer.exchange.deliverWaiting();
	await signer.exchange.moveAgreement({ ...move, move: 'sign' }, TRAINER);
	await signer.exchange.deliverWaiting();
}
