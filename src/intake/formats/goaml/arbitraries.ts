/**
 * Suspicion reports for property tests: those that goAML can express whole, so that reading what was written gives the
 * same record. Codes are ones that the 5.0.2 schema knows, so that what is written can also be validated.
 */
import fc from 'fast-check';
import {
	type ReportedActivity,
	type ReportedGoods,
	type ReportedRouting,
	type ReportedSubject,
	type ReportedTransaction,
	type SuspicionReport,
	suspicionReport,
	type TransactionSide,
} from '../../../../contract/records/money-reports.ts';
import type { Version } from './shape.ts';
import {
	addressOf,
	among,
	amount,
	country,
	day,
	device,
	digits,
	fact,
	few,
	free,
	maybe,
	moment,
	ownOrNot,
	reportedAccountOf,
	reportedEntityOf,
	reportedPersonOf,
	since5,
	whole,
} from './subject-arbitraries.ts';

const subjectOf = (version: Version, client: boolean): fc.Arbitrary<ReportedSubject> =>
	fc.oneof(
		reportedPersonOf(version, client).map((person) => ({ person })),
		reportedEntityOf(version, client).map((entity) => ({ entity })),
		reportedAccountOf(version, client).map((account) => ({ account })),
	);

const foreignCurrency = fc.record({ currency: among('USD GBP'), amount, exchangeRate: amount });

const sideOf = (version: Version, side: TransactionSide['side']): fc.Arbitrary<TransactionSide> =>
	ownOrNot((client) =>
		whole(
			fc
				.record({
					subject: subjectOf(version, client),
					side: fc.constant(side),
					ownClient: fc.constant(client ? true : undefined),
					role: side === 'party' ? among('BUY SELL BROK') : fc.constant(undefined),
					fundsCode: side === 'party' ? maybe(among('CASH CHQ')) : among('CASH ELCFT GBB'),
					foreignCurrency: maybe(foreignCurrency),
					conductor: side === 'from' ? maybe(reportedPersonOf(version, client)) : fc.constant(undefined),
					suspected: since5(version, fc.boolean()),
					device: since5(version, device),
					country: maybe(country),
					significance: side === 'party' ? maybe(fc.integer({ min: 0, max: 10 })) : fc.constant(undefined),
					comments: side === 'party' ? maybe(free(30)) : fc.constant(undefined),
				})
				.map(({ subject, ...rest }) => ({ ...subject, ...rest })),
		),
	);

export const reportedGoodsOf = (version: Version): fc.Arbitrary<ReportedGoods> =>
	whole(
		fc.record({
			type: among('VHCLE GOLD JEWEL PROPY'),
			make: maybe(free(20)),
			description: maybe(free(60)),
			seller: maybe(free(30)),
			buyer: maybe(free(30)),
			estimatedValue: maybe(fc.record({ amount, currency: fc.constant('EUR') })),
			disposedValue: maybe(fc.record({ amount, currency: fc.constant('EUR') })),
			status: maybe(among('SOLD LET')),
			statusComment: maybe(free(20)),
			size: maybe(
				fc.record({ value: fc.integer({ min: 1, max: 9_999 }).map(String), unit: among('MTK KGM') }),
			),
			address: maybe(addressOf(version)),
			registrationDate: maybe(day),
			registrationNumber: maybe(free(20)),
			identificationNumber: maybe(free(20)),
			comments: maybe(free(30)),
		}),
	);

const routing: fc.Arbitrary<ReportedRouting> = whole(
	fc.record({
		mode: among('SEA AIR'),
		type: among('SHIP PLANE'),
		carrier: maybe(free(20)),
		step: maybe(fc.integer({ min: 1, max: 9 })),
		at: maybe(moment),
		place: maybe(free(20)),
		country,
	}),
);

const sidesOf = (version: Version): fc.Arbitrary<TransactionSide[]> =>
	fc.oneof(
		fc.tuple(sideOf(version, 'from'), sideOf(version, 'to')),
		fc.array(sideOf(version, 'party'), { minLength: 1, maxLength: 3 }),
	);

export const reportedTransactionOf = (version: Version): fc.Arbitrary<ReportedTransaction> =>
	whole(
		fc
			.record({
				number: fc.uuid(),
				internalReference: maybe(free(20)),
				suspicious: since5(version, fc.boolean()),
				agentName: since5(version, free(20)),
				location: maybe(free(20)),
				address: since5(version, addressOf(version)),
				description: maybe(free(200)),
				at: moment,
				lateDeposit: maybe(fc.boolean()),
				valueOn: maybe(day),
				teller: maybe(free(20)),
				authorised: maybe(free(20)),
				type: since5(version, among('A B')),
				mode: maybe(among('ATM SWIFT CDM')),
				amountLocal: amount,
				status: since5(version, among('C I')),
				sides: sidesOf(version),
				goods: maybe(few(reportedGoodsOf(version))),
				routing: since5(version, few(routing)),
				comments: maybe(free(30)),
				postedAt: maybe(moment),
			})
			.map(({ postedAt, ...rest }) => ({
				...rest,
				postedAt: rest.lateDeposit === undefined ? undefined : postedAt,
			})),
	);

export const reportedActivityOf = (version: Version): fc.Arbitrary<ReportedActivity> =>
	whole(
		fc.record({
			parties: few(
				ownOrNot((client) =>
					whole(
						fc
							.record({
								subject: subjectOf(version, version === '5' && client),
								ownClient: fc.constant(version === '5' && client ? true : undefined),
								role: since5(version, among('SUSPECT WITNESS')),
								country: since5(version, country),
								suspected: since5(version, fc.boolean()),
								significance: maybe(fc.integer({ min: 0, max: 10 })),
								reason: maybe(free(60)),
								comments: maybe(free(30)),
							})
							.map(({ subject, ...rest }) => ({ ...subject, ...rest })),
					),
				),
			),
			goods: maybe(few(reportedGoodsOf(version))),
		}),
	);

/** A report that the version can express whole. */
export const suspicionReportOf = (version: Version): fc.Arbitrary<SuspicionReport> =>
	whole(
		fc
			.record({
				reporter: fc.integer({ min: 1, max: 99_999 }),
				own: digits(3, 8).map((number) => `SR-${number}`),
				kind: fc.constant('suspicion-report' as const),
				reporterBranch: maybe(free(20)),
				reportCode: among('STR SAR'),
				submissionCode: fc.constant('E'),
				schemaVersion: since5(version, fc.constant('5.0.2')),
				fiuReference: maybe(free(20)),
				rejectedReference: since5(version, free(20)),
				submittedAt: moment,
				localCurrency: maybe(among('AED EUR')),
				reportingPerson: maybe(reportedPersonOf('4')),
				location: maybe(addressOf(version)),
				reason: maybe(free(200)),
				action: maybe(free(200)),
				indicators: fc.uniqueArray(among('STRUC UNUSU PML01 SVACC'), { minLength: 1, maxLength: 3 }),
				facts: since5(version, few(fact)),
				content: fc.oneof(
					fc
						.array(reportedTransactionOf(version), { minLength: 1, maxLength: 3 })
						.map((transactions) => ({ transactions })),
					reportedActivityOf(version).map((activity) => ({ activity })),
				),
			})
			.map(({ reporter, own, content, ...rest }) => ({
				...rest,
				reporterId: String(reporter),
				reference: `${reporter}/${own}`,
				...content,
			})),
		// Plain objects, as they come from a store.
	).map((report) => suspicionReport.parse(report));
