/**
 * False origin: goods made in one country are invoiced through another for the sake of its preference.
 * Traces: goods (loaded where they were made, not where they are said to come from) and money (the invoicing company
 * keeps a few per cent and passes the rest on).
 */
import { DAY_MS } from '../traffic/carriage.ts';
import { companyParty, kronerOf, type Plot, type Stage, withLines } from './stage.ts';

const ROUTES = [
	['CN', 'VN'],
	['CN', 'MY'],
	['CN', 'TR'],
	['IN', 'AE'],
] as const;

export const falseOrigin: Plot = (stage: Stage) => {
	const { random } = stage;
	const [made, said] = random.pick(ROUTES);
	const trader = stage.trader();
	const maker = stage.company(made);
	const invoicer = stage.company(said);
	const goods = stage.goodsWhere((each) => each.origins.includes(made) && each.dutyPercent >= 3);
	let lastArrival = 0;
	let paid = 0;
	for (let left = random.whole(2, 3); left > 0; left--) {
		const carriage = stage.carriage('sea', (each) => each.from.country === made);
		const consignment = stage.consignment(carriage, {
			trader,
			supplier: maker,
			goods: [goods],
			massFactor: 1.4,
		});
		const declared = {
			...withLines(consignment, (line) => ({ ...line, origin: said })),
			supplier: invoicer,
			dispatch: said,
		};
		const reported = { ...consignment, supplier: random.chance(0.5) ? maker : invoicer };
		stage.ship(carriage, {
			consignment,
			declared,
			reported,
			guilt: {
				type: 'false-origin',
				description: `goods were made in ${made} and not in ${said}`,
				recoveredKroner: (kronerOf(consignment) * goods.dutyPercent) / 100,
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
				to: { kind: 'company', company: invoicer },
				kroner: paid,
				at: at - 2 * DAY_MS,
			},
			{
				from: { kind: 'company', company: invoicer },
				to: { kind: 'company', company: maker },
				kroner: paid * 0.96,
				at: at - DAY_MS,
				comment: 'same day, less four per cent',
			},
		],
		reason: `Payments of ${trader.name} to ${said} are passed on to ${made} within a day.`,
		indicators: ['PASS-THROUGH', 'TRADE-ROUTE'],
	});
	return {
		parties: [
			companyParty('importer', trader),
			companyParty('maker', maker),
			companyParty('invoicer', invoicer),
		],
		note: `Made and loaded in ${made}, declared with origin ${said}.`,
	};
};
