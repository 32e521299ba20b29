/**
 * Undervaluation: goods of a high duty are declared at a third of what was paid, and the rest goes another way.
 * Traces: goods (price per kilogram; the export declaration next door where the goods come from there) and money (a
 * second transfer to the supplier's account, from the director's own).
 */
import { DAY_MS } from '../traffic/carriage.ts';
import { personAccount } from '../traffic/money.ts';
import { companyParty, kronerOf, type Plot, personParty, type Stage, withLines } from './stage.ts';

export const undervaluation: Plot = (stage: Stage) => {
	const { random } = stage;
	const trader = stage.trader();
	const fromNeighbour = random.chance(0.6);
	const supplier = stage.company(fromNeighbour ? 'SE' : random.pick(['CN', 'TR', 'IT']));
	const goods = stage.goodsWhere((each) => each.dutyPercent >= 6 && each.dollarsPerKg > 8);
	const share = random.between(0.25, 0.45);
	const director = stage.world.regular(trader.director);
	let paid = 0;
	let declaredSum = 0;
	let lastArrival = 0;
	for (let left = random.whole(2, 4); left > 0; left--) {
		const carriage = stage.carriage(fromNeighbour ? 'road' : random.pick(['sea', 'air']));
		const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods], massFactor: 1.6 });
		const declared = withLines(consignment, (line) => ({
			...line,
			price: Math.round(line.price * share * 100) / 100,
		}));
		stage.ship(carriage, {
			consignment,
			declared,
			guilt: {
				type: 'undervaluation',
				description: 'price paid is a multiple of the price declared',
				recoveredKroner: kronerOf(consignment) * (1 - share) * 0.35,
			},
		});
		paid += kronerOf(consignment);
		declaredSum += kronerOf(declared);
		lastArrival = Math.max(lastArrival, carriage.arrivesAt);
	}
	const payee = { kind: 'company', company: supplier } as const;
	const at = stage.daysAfter(lastArrival, 0.5, 2);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: [
			{
				from: { kind: 'company', company: trader, director },
				to: payee,
				kroner: declaredSum,
				at: at - 2 * DAY_MS,
				comment: 'invoices as declared',
			},
			{
				from: personAccount(stage.world.seed, director),
				to: payee,
				kroner: paid - declaredSum,
				at: at - DAY_MS,
				comment: 'private transfer, no invoice',
			},
		],
		reason: `Director of ${trader.name} pays the supplier of his company from his private account.`,
		indicators: ['TRADE-PRICE', 'PRIVATE-ACCOUNT'],
	});
	return {
		parties: [
			companyParty('importer', trader),
			companyParty('supplier', supplier),
			personParty('director', director),
		],
		note: `Declared at ${Math.round(share * 100)} per cent of the price; the rest was paid from the director's account.`,
	};
};
