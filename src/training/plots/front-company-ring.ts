/**
 * A front-company ring: companies with one address and one director trade and pay in a circle.
 * Traces: goods (small imports by companies that nobody knows), money (the same sum comes round) and people (the
 * director flies in and out, with the phone number of the companies).
 */
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import type { Trader } from '../world/companies.ts';
import { companyParty, type Plot, personParty, type Stage } from './stage.ts';

export const frontCompanyRing: Plot = (stage: Stage) => {
	const { random } = stage;
	const director = stage.person({ nationality: random.pick(['LT', 'PL', 'GB', 'TR']) });
	const phone = director.contacts[0]?.value ?? '+4700000000';
	const supplier = stage.company(random.pick(['SE', 'LT', 'AE']));
	const goods = stage.goodsWhere((each) => each.dollarsPerKg > 20 && each.dollarsPerKg < 500);
	const first = stage.newTrader([goods], supplier);
	const ring: Trader[] = [first];
	for (let more = random.whole(2, 4); more > 0; more--) {
		const next = stage.newTrader([goods], supplier);
		ring.push({
			...next,
			address: first.address,
			contacts: [{ kind: 'phone', value: phone }],
			...(first.broker === undefined ? {} : { broker: first.broker }),
		});
	}
	let lastArrival = 0;
	for (const trader of ring.slice(0, 3)) {
		const carriage = stage.carriage('road');
		const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods], massFactor: 0.4 });
		stage.ship(carriage, {
			consignment,
			guilt: { type: 'front-company', description: 'consignee has no premises, goods were not collected' },
		});
		lastArrival = Math.max(lastArrival, carriage.arrivesAt);
	}
	stage.fly(stage.flight(), { seats: [{ person: director }], phone, bookedDaysAhead: 2 });
	const at = stage.daysAfter(lastArrival, 0.5, 2);
	const sum = random.whole(40, 180) * 10_000;
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: ring.map((company, index) => ({
			from: { kind: 'company', company, director } as const,
			to: { kind: 'company', company: ring[(index + 1) % ring.length] ?? first, director } as const,
			kroner: sum * random.between(0.985, 1),
			at: at - 2 * DAY_MS + index * 5 * HOUR_MS,
			comment: 'consultancy',
		})),
		reason: `${ring.length} companies with one address and one director pay each other the same sum in a circle.`,
		indicators: ['CIRCULAR', 'SHARED-ADDRESS', 'SHELL-COMPANY'],
	});
	return {
		parties: [
			...ring.map((company) => companyParty('front-company', company)),
			personParty('director', director),
		],
		note: `${ring.length} companies, one address, one director; the same money came round.`,
	};
};
