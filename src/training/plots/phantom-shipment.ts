/**
 * Phantom shipment: goods that never existed are declared, so that money can leave for them.
 * Traces: goods (a declaration whose bill and container no carrier reports and no gate sees) and money (round payments
 * for them, in advance).
 */
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import { importDeclaration } from '../traffic/declaration.ts';
import { declarantOf, importReference } from '../traffic/goods.ts';
import { companyParty, kronerOf, type Plot, type Stage } from './stage.ts';

export const phantomShipment: Plot = (stage: Stage) => {
	const { random } = stage;
	const goods = stage.goodsWhere(
		(each) => each.dollarsPerKg > 60 && each.dollarsPerKg < 3_000 && each.dutyPercent === 0,
	);
	const supplier = stage.company(random.pick(['HK', 'AE', 'CN']));
	const trader = stage.newTrader([goods], supplier);
	const paid: number[] = [];
	let lastArrival = 0;
	for (let left = random.whole(2, 4); left > 0; left--) {
		const carriage = stage.carriage(random.pick(['sea', 'air']));
		const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods], massFactor: 2 });
		const declarant = declarantOf(stage.world, consignment);
		const at = stage.within(carriage.arrivesAt + random.between(1, 12) * HOUR_MS);
		stage.send({
			at,
			node: 'customs',
			source: declarant.source,
			format: declarant.format,
			record: importDeclaration(
				consignment,
				carriage,
				declarant.company,
				importReference(stage.world, consignment),
				at,
			),
		});
		paid.push(Math.round(kronerOf(consignment) / 10_000) * 10_000 + 10_000);
		lastArrival = Math.max(lastArrival, carriage.arrivesAt);
	}
	const at = stage.daysAfter(lastArrival, 0.2, 1.5);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: paid.map((kroner, index) => ({
			from: { kind: 'company', company: trader },
			to: { kind: 'company', company: supplier },
			kroner,
			at: at - (paid.length - index) * DAY_MS,
			comment: 'advance payment',
		})),
		reason: `New customer ${trader.name} pays round sums in advance and sells nothing.`,
		indicators: ['TRADE-ADVANCE', 'ROUND-AMOUNT', 'NEW-CUSTOMER'],
	});
	return {
		parties: [companyParty('importer', trader), companyParty('payee', supplier)],
		note: 'Declared and paid; no carrier reported the bills and no terminal saw the goods.',
	};
};
