/**
 * Cash couriers below the threshold: several people on the same route, each with a little less than must be declared.
 * Traces: people (booked together with one card, days apart) and money (cash that some disclose when asked, and one
 * account that fills).
 */

import { CASH } from '../rates.ts';
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import { cashMessage } from '../traffic/cash.ts';
import { personAccount } from '../traffic/money.ts';
import { type Plot, personParty, type Stage } from './stage.ts';

export const cashCouriers: Plot = (stage: Stage) => {
	const { random } = stage;
	const nationality = random.pick(['NG', 'PL', 'LT', 'TR', 'GB', 'ES']);
	const cardLastFour = random.digits(4);
	const agency = `Q${random.letters(2)}`;
	const couriers = Array.from({ length: random.whole(4, 7) }, () =>
		stage.person(random.chance(0.7) ? { nationality } : {}),
	);
	const collector = stage.person({ nationality: 'NO' });
	const route = stage.flight().flight;
	let lastArrival = 0;
	couriers.forEach((courier, index) => {
		const day = stage.firstDay + (index % (stage.lastDay - stage.firstDay + 1));
		const when = { ...stage.flight(day, (country) => country === route.from.country) };
		stage.fly(when, {
			seats: [{ person: courier }],
			payment: { form: 'CC', cardLastFour },
			agency,
			bookedDaysAhead: random.whole(0, 2),
		});
		lastArrival = Math.max(lastArrival, when.arrivesAt);
		// The first one always discloses when asked: a plot without any cash seen would be no plot to find.
		if (index === 0 || random.chance(0.4)) {
			const euro = CASH.thresholdEuro * random.between(0.86, 0.99);
			const basis = random.pick(['disclosed', 'found'] as const);
			stage.send(
				cashMessage(random, courier, when, {
					euro,
					basis,
					countedEuro: euro * random.between(0.99, 1.02),
					provenance: 'savings',
					intendedUse: 'holiday',
				}),
			);
		}
	});
	const at = stage.daysAfter(lastArrival, 0.5, 2);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: couriers.map((courier, index) => ({
			from: { kind: 'cash', person: courier } as const,
			to: personAccount(stage.world.seed, collector),
			kroner: random.whole(85, 112) * 1_000,
			at: at - (index + 1) * 4 * HOUR_MS - DAY_MS * 0.3,
		})),
		reason: 'People without a relation to the customer pay in cash, each below the limit.',
		indicators: ['CASH-STRUCTURED', 'THIRD-PARTY'],
	});
	return {
		parties: [...couriers.map((each) => personParty('courier', each)), personParty('collector', collector)],
		note: `${couriers.length} couriers from ${route.from.name}, card ending ${cardLastFour}, each below the threshold.`,
	};
};
