/**
 * Transit diversion: goods under seal leave the road, are unloaded at home untaxed, and what arrives at the border is
 * lighter, later and under another seal.
 * Traces: goods (positions off the way, a seal that was replaced) and money (cash paid in by the warehouse next door).
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../traffic/carriage.ts';
import { plateEvent, scanEvent, sealEvent, trackPositions } from '../traffic/movements.ts';
import { transitMessage, transitOf } from '../traffic/outbound.ts';
import { companyParty, kronerOf, type Plot, personParty, type Stage } from './stage.ts';

/** Industrial estates off the way to the border. */
const WAREHOUSES = [
	{ name: 'Gjøvik', latitude: 60.8, longitude: 10.69 },
	{ name: 'Kongsberg', latitude: 59.67, longitude: 9.65 },
	{ name: 'Notodden', latitude: 59.56, longitude: 9.26 },
] as const;

export const transitDiversion: Plot = (stage: Stage) => {
	const { random } = stage;
	const day = stage.day();
	const transit = transitOf(stage.world, random, day, 400_000 + random.whole(0, 90_000));
	const place = random.pick(WAREHOUSES);
	const warehouse = stage.company('NO');
	const keeper = stage.person({ nationality: 'NO' });
	const grossKg = transit.consignment.lines.reduce((sum, line) => sum + line.grossKg, 0);
	stage.send(transitMessage(stage.world, transit));
	const { container } = transit.consignment;
	const vehicle = { type: 'vehicle', id: transit.plate, country: 'NO' } as const;
	const there = trackPositions(random, vehicle, transit.at, [transit.entry, place], container?.number);
	const unloaded = (there.at(-1)?.at ?? transit.at) + random.whole(3, 7) * HOUR_MS;
	const back = trackPositions(random, vehicle, unloaded, [place, transit.exit], container?.number, 3);
	const arrived = (back.at(-1)?.at ?? unloaded) + 20 * MINUTE_MS;
	stage.events([...there, ...back, plateEvent(random, transit.plate, 'NO', arrived, transit.exit, 'out')]);
	if (container !== undefined) {
		const other = `${random.letters(2)}${random.digits(6)}`;
		stage.events([
			sealEvent(random, container, transit.at - 30 * MINUTE_MS, transit.entry, 'applied'),
			sealEvent(random, container, arrived, transit.exit, random.pick(['replaced', 'tampered']), other),
			scanEvent(
				random,
				{ type: 'container', id: container.number },
				arrived + 30 * MINUTE_MS,
				transit.exit,
				'inconclusive',
				'load smaller than declared',
				grossKg * 0.2 + 2_300,
			),
		]);
	}
	const at = stage.daysAfter(arrived, 0.5, 2);
	const kroner = kronerOf(transit.consignment) * 0.6;
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: Array.from({ length: random.whole(3, 5) }, (_, index) => ({
			from: { kind: 'cash', person: keeper } as const,
			to: { kind: 'company', company: warehouse, director: keeper } as const,
			kroner: (kroner / 4) * random.between(0.8, 1.2),
			at: at - (index + 1) * 5 * HOUR_MS - (index % 2) * DAY_MS * 0.2,
		})),
		reason: `${warehouse.name} near ${place.name} pays in much cash for a warehouse without customers.`,
		indicators: ['CASH-BUSINESS', 'TURNOVER'],
	});
	return {
		parties: [
			companyParty('consignee', transit.consignment.trader),
			companyParty('warehouse', warehouse),
			personParty('warehouse-keeper', keeper),
		],
		note: `Transit ${transit.reference} left its way for ${place.name} and was unloaded there.`,
	};
};
