/**
 * A mule network: money of many victims passes through the accounts of recruits to one account abroad.
 * Traces: money (reports of several banks whose accounts lead to one payee) and people (the recruits came together, on
 * one booking or with one phone).
 */
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import { type Paid, personAccount } from '../traffic/money.ts';
import { companyParty, type Plot, personParty, type Stage } from './stage.ts';

export const muleNetwork: Plot = (stage: Stage) => {
	const { random } = stage;
	const nationality = random.pick(['LT', 'PL', 'ES', 'PT', 'UA']);
	const mules = Array.from({ length: random.whole(5, 9) }, () =>
		stage.person({ nationality, age: [18, 29] }),
	);
	const recruiter = stage.person({ nationality });
	const payee = stage.company(random.pick(['HK', 'AE', 'LT', 'TR']));
	const phone = recruiter.contacts[0]?.value ?? '+4700000000';
	const when = stage.flight(stage.firstDay);
	for (let first = 0; first < mules.length; first += 3)
		stage.fly(when, {
			seats: mules.slice(first, first + 3).map((person) => ({ person })),
			phone,
			payment: { form: 'CA' },
			bookedDaysAhead: 1,
		});
	stage.fly(when, { seats: [{ person: recruiter }], phone, bookedDaysAhead: 1 });
	const accounts = mules.map((mule) => personAccount(stage.world.seed, mule));
	const banks = new Set(accounts.map((account) => account.bank));
	for (const bank of banks) {
		const at = stage.daysAfter(when.arrivesAt, 0.7, 3);
		const paid: Paid[] = [];
		for (const account of accounts.filter((each) => each.bank === bank)) {
			let sum = 0;
			for (let victim = random.whole(2, 4); victim > 0; victim--) {
				const kroner = random.whole(9, 60) * 1_000;
				sum += kroner;
				const from = personAccount(stage.world.seed, stage.world.regular(random.whole(0, 2_999)));
				paid.push({ from, to: account, kroner, at: at - DAY_MS + victim * HOUR_MS });
			}
			paid.push({
				from: account,
				to: { kind: 'company', company: payee },
				kroner: sum * 0.92,
				at: at - 12 * HOUR_MS,
				comment: 'eight per cent stay on the account',
			});
		}
		stage.report(at, {
			bank,
			paid,
			reason: 'New accounts of young customers receive money from strangers and send it abroad within hours.',
			indicators: ['MULE', 'PASS-THROUGH', 'NEW-CUSTOMER'],
		});
	}
	return {
		parties: [
			personParty('recruiter', recruiter),
			...mules.map((mule) => personParty('mule', mule)),
			companyParty('payee', payee),
		],
		note: `${mules.length} mules on one flight; their accounts at ${banks.size} banks pay ${payee.name}.`,
	};
};
