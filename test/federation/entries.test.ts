/** Changes are in the ledger with what they change, in one transaction: both are kept, or neither; and exchange enters by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf, OperationId } from '../../contract/operations.ts';
import { parseStatement } from '../../src/policy/purpose.ts';
import type { Call } from '../../src/server/call.ts';
import { createLog } from '../../src/server/log.ts';
import { perform } from '../../src/server/perform.ts';
import { agreementBetween } from './agreements.ts';
import { DESK, openFederation, type Stage, SUPERVISOR } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openFederation(['customs', 'fiu']);
}, 90_000);
afterAll(() => stage?.dispose());

/** As the local operator does. @param ledger of the node, or one that fails. */
function ask<K extends OperationId>(id: K, input: InputOf<K>, ledger?: Partial<Call['node']['ledger']>) {
	const node = stage.node('customs');
	const subject = {
		kind: 'local-operator',
		id: 'local-operator',
		role: 'local-operator',
		node: 'customs',
	} as const;
	const stated = parseStatement({ purpose: 'customs-control', caseReference: 'C-1' });
	return perform(
		id,
		input,
		{
			node: ledger === undefined ? node : { ...node, ledger: { ...node.ledger, ...ledger } },
			nodes: [node],
			caller: { subject, channel: 'command-line', address: 'local', stated },
			at: new Date(),
		},
		createLog('silent'),
	);
}
/** Of all entries but accesses to personal data, which are entered whether something is changed then or not. */
const events = async (): Promise<string[]> => {
	const { items } = await stage.node('customs').ledger.listLedger({ limit: 200 });
	return items
		.filter(({ what }) => what !== 'view' && what !== 'search')
		.map(({ entry }) => (JSON.parse(entry) as { event: string }).event);
};

const CHANGES: readonly { readonly id: OperationId; readonly input: object }[] = [
	{ id: 'changeList', input: { list: 'watch', name: 'Watched' } },
	{
		id: 'changeListEntry',
		input: {
			list: 'watch',
			entry: { key: 'W-1', kind: 'person', names: [{ full: 'Sofia Berg', quality: 'primary' }] },
			reason: 'named in a case',
		},
	},
	{ id: 'removeListEntry', input: { list: 'watch', key: 'W-1', reason: 'the case is closed' } },
	{
		id: 'changeTrustedTrader',
		input: {
			scheme: 'eori',
			value: 'NO123456789',
			name: 'Trader Ltd',
			programme: 'AEO',
			validUntil: '2027-01-01',
		},
	},
];

describe('entries of changes', () => {
	it.each(CHANGES)(
		'$id is not made where it cannot be entered, and entered once where it is made',
		async ({ id, input }) => {
			const before = await events();
			const unwritable = async (): Promise<never> => {
				throw new Error('the ledger cannot be written');
			};
			await expect(ask(id, input as never, { enterWithin: unwritable })).rejects.toThrow();
			expect(await events()).toEqual(before);
			// Were it made all the same, it could not be made again.
			await ask(id, input as never);
			expect((await events()).filter((event) => event === id)).toHaveLength(1);
		},
	);

	it('exchange enters what it does by itself', async () => {
		await stage.agree(agreementBetween('customs', 'fiu'), 'customs');
		const { exchange } = stage.node('customs');
		const offer = await exchange.makeOffer(
			{ agreement: 'customs-fiu', purpose: 'smuggling', kinds: ['person'], of: ['lists'], validDays: 30 },
			DESK,
		);
		await exchange.withdrawOffer({ id: offer.id, reason: 'made by mistake' }, DESK);
		await exchange.changeCard({ title: 'Customs (renamed)' }, SUPERVISOR);
		await exchange.rotateKeys({ reason: 'the year is over', revoke: false }, SUPERVISOR);
		await exchange.distrustPartner({ name: 'fiu', reason: 'its keys were stolen' }, SUPERVISOR);
		const entered = await events();
		for (const event of [
			'partner-trusted',
			'saved',
			'offered',
			'signed',
			'offered-for-matching',
			'offer-withdrawn',
			'card-changed',
			'rotated',
			'partner-distrusted',
		])
			expect(entered).toContain(event);
	});
});
