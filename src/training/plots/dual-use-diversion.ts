/**
 * Dual-use goods through a third country: bought by a firm at home, sent on under a harmless name to a company that was
 * founded last month, and paid for by somebody else again.
 * Traces: goods (import with the right heading, export of the same masses under another), money (a payment from a country
 * that has nothing to do with the deal) and people (the buyer's agent comes for the hand-over).
 */
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import { exportDeclaration } from '../traffic/declaration.ts';
import { loneKey } from '../traffic/goods.ts';
import { outboundCarriage } from '../traffic/outbound.ts';
import { FOREIGN_PORTS, HOME_PORTS } from '../world/gateways.ts';
import { companyParty, kronerOf, type Plot, personParty, type Stage, withLines } from './stage.ts';

export const dualUseDiversion: Plot = (stage: Stage) => {
	const { random } = stage;
	const goods = stage.goodsWhere((each) => each.dualUse === true);
	const disguise = stage.goodsWhere((each) => ['841391', '848180', '853690', '846694'].includes(each.hsCode));
	const maker = stage.company(random.pick(['DE', 'US', 'JP']));
	const middleman = stage.newTrader([goods], maker);
	const transitCountry = random.pick(['AE', 'TR', 'HK'] as const);
	const buyer = stage.company(transitCountry);
	const payer = stage.company(random.pick(['HK', 'AE', 'CN'].filter((code) => code !== transitCountry)));
	const agent = stage.person({ nationality: random.pick(['TR', 'AE', 'CN', 'RU']) });

	const carriage = stage.carriage('air');
	const consignment = stage.consignment(carriage, {
		trader: middleman,
		supplier: maker,
		goods: [goods],
		massFactor: 8,
	});
	stage.ship(carriage, { consignment });

	const at = stage.within(carriage.arrivesAt + random.between(16, 30) * HOUR_MS);
	const from = random.pick(HOME_PORTS);
	const to = random.pick(FOREIGN_PORTS.filter((port) => port.country === transitCountry));
	const ship = outboundCarriage(random, stage.world, at + 12 * HOUR_MS, 'sea', from, to);
	const { container: _none, ...sentOn } = consignment;
	const key = loneKey(ship.day, 7_000_000 + random.whole(0, 999_999));
	const said = {
		...withLines(sentOn, (line) => ({
			...line,
			goods: disguise,
			hsCode: disguise.hsCode,
			description: disguise.descriptions[0] ?? 'Parts',
		})),
		key,
		bill: { type: 'N705', number: `${ship.carrier.code}${key}` },
		reference: `${ship.day % 10}NO${middleman.identifier.value.slice(2)}-${key}`,
	};
	stage.send({
		at,
		node: 'customs',
		source: 'trader-gateway',
		format: 'wco-dec',
		record: exportDeclaration(said, ship, middleman, buyer, from, `X-${said.key}`, at),
	});
	stage.fly(
		stage.flight(stage.firstDay, (country) => country === transitCountry),
		{
			seats: [{ person: agent }],
			phone: `+971${random.digits(8)}`,
			payment: { form: 'CA' },
			bookedDaysAhead: 1,
		},
	);
	const reportedAt = stage.daysAfter(at, 0.4, 1.5);
	const kroner = kronerOf(consignment) * 1.7;
	stage.report(reportedAt, {
		bank: random.whole(0, 4),
		paid: [
			{
				from: { kind: 'company', company: payer },
				to: { kind: 'company', company: middleman },
				kroner,
				at: reportedAt - DAY_MS,
				goods: {
					type: 'GOODS',
					description: goods.descriptions[0] ?? 'Goods',
					seller: middleman.name,
					buyer: buyer.name,
					estimatedValue: { amount: String(Math.round(kroner)), currency: 'NOK' },
				},
			},
			{
				from: { kind: 'company', company: middleman },
				to: { kind: 'company', company: maker },
				kroner: kronerOf(consignment),
				at: reportedAt - DAY_MS + 2 * HOUR_MS,
			},
		],
		reason: `${middleman.name} is paid by a company that is neither buyer nor in the buyer's country.`,
		indicators: ['THIRD-PARTY', 'PROLIFERATION', 'TRADE-ROUTE'],
	});
	return {
		parties: [
			companyParty('middleman', middleman),
			companyParty('consignee', buyer),
			companyParty('payer', payer),
			personParty('agent', agent),
		],
		note: `${goods.hsCode} imported and sent on to ${transitCountry} as ${disguise.hsCode}.`,
	};
};
