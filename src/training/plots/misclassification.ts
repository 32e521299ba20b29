/**
 * Misclassification: goods with a high duty are declared under a heading with none.
 * Traces: goods (the cargo report and the price per kilogram know what they are) and money (the bank's note on what was
 * paid for).
 */

import { DAY_MS } from '../traffic/carriage.ts';
import { goodsByCode } from '../world/goods.ts';
import { companyParty, kronerOf, type Plot, type Stage, withLines } from './stage.ts';

/** What is inside, and what it is said to be. */
const DISGUISES = [
	['240220', '481910', 'Cartons and packing material'],
	['610910', '392321', 'Packing bags and covers'],
	['620342', '630231', 'Textile articles for household'],
	['240412', '340250', 'Cleaning fluid, retail packs'],
	['020130', '230990', 'Feed preparations'],
	['611030', '392690', 'Plastic articles'],
] as const;

export const misclassification: Plot = (stage: Stage) => {
	const { random } = stage;
	const [inside, saidCode, saidText] = random.pick(DISGUISES);
	const trader = stage.trader();
	const goods = goodsByCode(inside);
	const disguise = goodsByCode(saidCode);
	const supplier = stage.company(random.pick(goods.origins));
	let lastArrival = 0;
	let paid = 0;
	for (let left = random.whole(2, 3); left > 0; left--) {
		const carriage = stage.carriage(random.chance(0.7) ? 'sea' : 'road');
		const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods] });
		const declared = withLines(consignment, (line) => ({
			...line,
			goods: disguise,
			hsCode: saidCode,
			description: saidText,
		}));
		// The cargo report tells the truth: the forwarder at the other end did not know what to hide.
		stage.ship(carriage, {
			consignment,
			declared,
			guilt: {
				type: 'misclassification',
				description: `goods of heading ${inside} under ${saidCode}`,
				recoveredKroner: (kronerOf(consignment) * (goods.dutyPercent + 5)) / 100,
			},
		});
		paid += kronerOf(consignment);
		lastArrival = Math.max(lastArrival, carriage.arrivesAt);
	}
	const at = stage.daysAfter(lastArrival, 0.5, 2);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: [
			{
				from: { kind: 'company', company: trader },
				to: { kind: 'company', company: supplier },
				kroner: paid,
				at: at - DAY_MS,
				goods: {
					type: 'GOODS',
					description: goods.descriptions[0] ?? 'Goods',
					seller: supplier.name,
					buyer: trader.name,
					estimatedValue: { amount: String(Math.round(paid)), currency: 'NOK' },
				},
			},
		],
		reason: `${trader.name} pays for ${(goods.descriptions[0] ?? 'goods').toLowerCase()}, in which it has not dealt before.`,
		indicators: ['TRADE-NEW-GOODS'],
	});
	return {
		parties: [companyParty('importer', trader), companyParty('supplier', supplier)],
		note: `Goods of ${inside} declared as ${saidCode}.`,
	};
};
