/**
 * A traveller with two identities: one person, two passports, two names, one date of birth and one phone.
 * Traces: people (two journeys a few days apart with the same phone and card) and money (cash declared under one name and
 * paid in under the other).
 */
import { HOUR_MS } from '../traffic/carriage.ts';
import { cashMessage } from '../traffic/cash.ts';
import { personAccount } from '../traffic/money.ts';
import { otherSpelling, plain, type SimulatedPerson } from '../world/people.ts';
import { type Plot, personParty, type Stage } from './stage.ts';

export const twoIdentities: Plot = (stage: Stage) => {
	const { random } = stage;
	const own = stage.person({ nationality: random.pick(['UA', 'SY', 'IQ', 'IR', 'MA', 'NG', 'CN']) });
	const issued = stage.person({
		nationality: random.pick(['GR', 'FR', 'PT', 'PL']),
		female: own.sex === 'female',
	});
	// Half of such passports keep the given name, so that one turns round when called.
	const given = random.chance(0.5) ? otherSpelling(random, plain(own.given)) : issued.given;
	const { middle: _own, ...withoutMiddle } = issued;
	const other: SimulatedPerson = {
		...withoutMiddle,
		given,
		full: `${given} ${issued.family}`,
		bornOn: own.bornOn,
		contacts: own.contacts,
	};
	const phone = own.contacts[0]?.value ?? '+4700000000';
	const payment = { form: 'CC', cardLastFour: random.digits(4) };
	const first = stage.flight(stage.firstDay);
	const second = stage.flight(stage.lastDay);
	stage.fly(first, { seats: [{ person: own }], phone, payment, bookedDaysAhead: random.whole(0, 6) });
	stage.fly(second, {
		seats: [{ person: own, as: other, document: other.passport }],
		phone,
		payment,
		bookedDaysAhead: random.whole(0, 6),
	});
	stage.send(
		cashMessage(random, own, first, {
			euro: random.between(15_000, 60_000),
			provenance: 'sale of a car',
		}),
	);
	const at = stage.daysAfter(second.arrivesAt, 0.5, 2);
	stage.report(at, {
		bank: random.whole(0, 4),
		paid: [
			{
				from: { kind: 'cash', person: other },
				to: personAccount(stage.world.seed, other),
				kroner: random.whole(150, 600) * 1_000,
				at: at - 6 * HOUR_MS,
			},
		],
		reason: 'Customer identified by a passport whose photograph fits another customer.',
		indicators: ['IDENTITY', 'CASH-UNEXPLAINED'],
	});
	return {
		parties: [personParty('traveller', own), personParty('second-identity', other)],
		note: `${own.full} also travels as ${other.full}; born on ${own.bornOn} in both passports.`,
	};
};
