/**
 * A container that swaps: between terminal and scanner one box takes the place of another with the same number.
 * Traces: goods (the number passes two gates at once, the seal is another one, the mass does not fit) and money (cash on
 * the account of somebody at the terminal).
 */
import { HOUR_MS, MINUTE_MS } from '../traffic/carriage.ts';
import { personAccount } from '../traffic/money.ts';
import { gateEvent, scanEvent, sealEvent } from '../traffic/movements.ts';
import { HOME_PORTS } from '../world/gateways.ts';
import { companyParty, type Plot, personParty, type Stage } from './stage.ts';

export const containerSwap: Plot = (stage: Stage) => {
	const { random } = stage;
	const trader = stage.trader();
	const carriage = stage.carriage('sea');
	const goods = stage.goodsWhere((each) => each.dollarsPerKg < 4 && each.lineKg > 6_000);
	const supplier = stage.company(random.pick(goods.origins));
	const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods] });
	const { container } = consignment;
	stage.ship(carriage, {
		consignment,
		guilt: { type: 'container-swap', description: 'the box is not the one that was discharged' },
	});
	const worker = stage.person({ nationality: 'NO' });
	if (container !== undefined) {
		const elsewhere = random.pick(HOME_PORTS.filter((port) => port !== carriage.to));
		const at = carriage.arrivesAt + random.whole(11, 20) * HOUR_MS;
		const grossKg = consignment.lines.reduce((sum, line) => sum + line.grossKg, 0);
		stage.events([
			gateEvent(random, container, at, carriage.to, 'out'),
			gateEvent(random, container, at + random.whole(15, 50) * MINUTE_MS, elsewhere, 'in'),
			sealEvent(
				random,
				container,
				at + 90 * MINUTE_MS,
				carriage.to,
				'replaced',
				`${random.letters(2)}${random.digits(6)}`,
			),
			scanEvent(
				random,
				{ type: 'container', id: container.number },
				at + 2 * HOUR_MS,
				elsewhere,
				'anomaly',
				'mass and density do not fit the goods declared',
				grossKg * random.between(0.3, 0.6),
			),
		]);
	}
	const at = stage.daysAfter(carriage.arrivesAt, 0.8, 2);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: [1, 2].map((index) => ({
			from: { kind: 'cash', person: worker } as const,
			to: personAccount(stage.world.seed, worker),
			kroner: random.whole(45, 95) * 1_000,
			at: at - index * 9 * HOUR_MS,
			comment: `works at the terminal of ${carriage.to.name}`,
		})),
		reason: `Customer who works at the terminal of ${carriage.to.name} pays in cash that does not come from wages.`,
		indicators: ['CASH-UNEXPLAINED', 'PORT-WORKER'],
	});
	return {
		parties: [companyParty('importer', trader), personParty('terminal-worker', worker)],
		note: `Container ${container?.number ?? ''} was swapped in ${carriage.to.name}.`,
	};
};
