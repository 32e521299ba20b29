/**
 * Persons, entities and accounts for property tests, such as goAML can express whole.
 */
import fc from 'fast-check';
import type {
	ClientRelation,
	RelationPeriod,
	ReportedAccount,
	ReportedAddress,
	ReportedContact,
	ReportedDevice,
	ReportedEntity,
	ReportedFact,
	ReportedIdentifier,
	ReportedPerson,
	ReportedSanction,
} from '../../../../contract/records/reported-subjects.ts';
import type { Version } from './shape.ts';

/** Leaves out what is undefined, as records do. */
export const whole = <T extends object>(members: fc.Arbitrary<T>): fc.Arbitrary<T> =>
	members.map((value) => {
		const kept = { ...value };
		for (const key in kept) if (kept[key] === undefined) delete kept[key];
		return kept;
	});

export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
	fc.option(value, { nil: undefined, freq: 2 });

/** Only where the version has an element for it. */
export const since5 = <T>(version: Version, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
	version === '5' ? maybe(value) : fc.constant(undefined);

export const free = (max: number): fc.Arbitrary<string> =>
	fc
		.string({ unit: fc.constantFrom(...'aZ 09<&>"\'é中ж\n;.,/'), minLength: 1, maxLength: max })
		.map((text) => text.replace(/\s+/g, ' ').trim())
		.map((text) => (text === '' || text === '-' ? 'x' : text));

const name = fc
	.string({ unit: fc.constantFrom(..."abcxyz'"), minLength: 1, maxLength: 12 })
	.map((rest) => `M${rest}`);
export const among = (codes: string) => fc.constantFrom(...codes.split(' '));
/** Both kinds, each built once: building them anew for every value would take most of the time. */
export const ownOrNot = <T>(build: (client: boolean) => fc.Arbitrary<T>): fc.Arbitrary<T> =>
	fc.oneof(build(true), build(false));

const letters = (units: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
	fc.string({ unit: fc.constantFrom(...units), minLength, maxLength });
export const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
	letters('0123456789', minLength, maxLength);
const serial = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
	letters('ABCXYZ0123456789', minLength, maxLength);

export const country = among('AE DE FR KE LK NG US');
export const day = fc
	.date({
		min: new Date('1930-01-01T00:00:00Z'),
		max: new Date('2030-01-01T00:00:00Z'),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString().slice(0, 10));
export const moment = fc
	.tuple(
		day,
		fc.integer({ min: 0, max: 23 }),
		fc.integer({ min: 0, max: 59 }),
		among('Z +04:00 -03:30'),
		fc.boolean(),
	)
	.map(
		([date, hour, minute, zone, hasZone]) =>
			`${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:07${hasZone ? zone : ''}`,
	);
export const amount = fc.integer({ min: 1, max: 99_999_999 }).map((cents) => String(cents / 100));
export const few = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc.array(value, { minLength: 1, maxLength: 2 });

const period: fc.Arbitrary<RelationPeriod> = whole(
	fc.record({ from: day, fromApproximate: maybe(fc.constant(true)), until: maybe(day) }),
);

export const addressOf = (version: Version): fc.Arbitrary<ReportedAddress> =>
	whole(
		fc.record({
			kind: maybe(among('BU PRIVT REG')),
			lines: maybe(fc.array(free(30), { minLength: 1, maxLength: version === '5' ? 3 : 1 })),
			town: maybe(free(40)),
			city: free(40),
			subdivision: maybe(free(40)),
			postcode: maybe(serial(3, 8)),
			country: maybe(country),
			plusCode: since5(version, fc.constant('7HQQ+2C')),
			comments: maybe(free(60)),
		}),
	);

const phone: fc.Arbitrary<ReportedContact> = whole(
	fc.record({
		kind: fc.constant('phone' as const),
		value: fc
			.tuple(among('1 49 971'), digits(5, 12), maybe(fc.constant('12')))
			.map(([prefix, number, extension]) => `+${prefix} ${number}${extension ? ` ext. ${extension}` : ''}`),
		use: maybe(among('BU PRIVT')),
		means: maybe(among('L M S')),
		comments: maybe(free(40)),
	}),
);

const fax: fc.Arbitrary<ReportedContact> = digits(5, 12).map((value) => ({ kind: 'fax', value }));

const email: fc.Arbitrary<ReportedContact> = letters('abcxyz_', 1, 12).map((user) => ({
	kind: 'email',
	value: `${user}.q@mail.example`,
}));

const contacts = fc
	.tuple(fc.array(fc.oneof(phone, fax), { maxLength: 2 }), fc.array(email, { maxLength: 2 }))
	.map(([phones, emails]) => [...phones, ...emails])
	.map((all) => (all.length === 0 ? undefined : all));

/** A document with everything that the schema demands. */
const document: fc.Arbitrary<ReportedIdentifier> = whole(
	fc.record({
		scheme: among('passport identity-card driving-licence GCCID local'),
		value: serial(5, 12),
		issuer: country,
		issuedOn: day,
		expiresOn: day,
		issuedAt: maybe(free(30)),
		comments: maybe(free(30)),
	}),
);

const ownNumber = (scheme: string): fc.Arbitrary<ReportedIdentifier> =>
	serial(5, 12).map((value) => ({ scheme, value }));

const bookletNumber: fc.Arbitrary<ReportedIdentifier> = fc
	.tuple(serial(6, 9), country)
	.map(([value, issuer]) => ({ scheme: 'passport', value, issuer }));

const identifiers = (client: boolean): fc.Arbitrary<ReportedIdentifier[] | undefined> =>
	fc
		.tuple(
			maybe(ownNumber('social-security')),
			maybe(bookletNumber),
			maybe(ownNumber('identity-number')),
			fc.array(document, { minLength: client ? 1 : 0, maxLength: 2 }),
		)
		.map(([social, booklet, identity, documents]) => {
			const all = [social, booklet, identity, ...documents].filter((each) => each !== undefined);
			return all.length === 0 ? undefined : all;
		});

export const device: fc.Arbitrary<ReportedDevice> = whole(
	fc.record({
		number: maybe(free(20)),
		operatingSystem: maybe(among('Android Linux iOS')),
		provider: maybe(free(20)),
		ipv4: fc.ipV4(),
		port: maybe(fc.integer({ min: 0, max: 65_535 })),
		ipv6: maybe(fc.constant('2001:db8:0:0:0:0:0:1')),
		firstSeenAt: maybe(moment),
		proxy: maybe(fc.constant(true)),
		city: maybe(free(20)),
		country: maybe(country),
		comments: maybe(free(20)),
	}),
);

const sanction: fc.Arbitrary<ReportedSanction> = whole(
	fc.record({ provider: free(20), list: free(20), source: maybe(free(20)), period: maybe(period) }),
);

export const fact: fc.Arbitrary<ReportedFact> = whole(
	fc.record({
		subject: free(20),
		text: maybe(free(20)),
		number: maybe(amount),
		at: maybe(moment),
		flag: maybe(fc.boolean()),
	}),
);

const clientRelation: fc.Arbitrary<ClientRelation> = whole(
	fc.record({ clientNumber: maybe(free(20)), period, comments: maybe(free(20)) }),
);

const personName = fc
	.record({
		given: name,
		middle: maybe(name),
		prefix: maybe(fc.constantFrom('van der', 'bin')),
		family: name,
		title: maybe(fc.constant('Dr')),
		aliases: maybe(few(name)),
	})
	.map((parts) => ({
		...parts,
		full: [parts.given, parts.middle, parts.prefix, parts.family]
			.filter((part) => part !== undefined)
			.join(' '),
	}));

export const reportedPersonOf = (version: Version, client = false): fc.Arbitrary<ReportedPerson> =>
	whole(
		fc.record({
			person: whole(
				fc.record({
					name: whole(personName),
					sex: maybe(fc.constantFrom('female' as const, 'male' as const)),
					bornOn: client ? day : maybe(day),
					birthPlace: maybe(free(30)),
					birthCountry: since5(version, country),
					nationalities: maybe(fc.uniqueArray(country, { minLength: 1, maxLength: 3 })),
					residence: maybe(country),
					occupation: maybe(free(30)),
					deceased: maybe(fc.constant(true)),
					diedOn: maybe(day),
				}),
			),
			mothersName: maybe(free(30)),
			identifiers: identifiers(client),
			addresses: maybe(few(addressOf(version))),
			contacts,
			residenceSince: since5(version, day),
			employer: maybe(free(30)),
			sanctions: since5(version, few(sanction)),
			devices: since5(version, few(device)),
			socialAccounts: since5(version, few(fc.record({ platform: free(10), userName: free(10) }))),
			protected: since5(version, fc.boolean()),
			sourceOfWealth: maybe(free(30)),
			taxNumber: maybe(free(20)),
			clientRelation: since5(version, clientRelation),
			facts: since5(version, few(fact)),
			comments: maybe(free(100)),
		}),
	);

export const reportedEntityOf = (version: Version, client = false): fc.Arbitrary<ReportedEntity> =>
	whole(
		fc.record({
			name: fc.tuple(name, name).map((parts) => parts.join(' ')),
			commercialName: maybe(name),
			legalForm: client ? among('CONST FINSA') : maybe(among('CONST FINSA')),
			registrationNumber: maybe(free(20)),
			identifiers: since5(
				version,
				few(whole(fc.record({ scheme: among('TRADL2 CRN'), value: free(20), issuer: country }))),
			),
			business: maybe(free(30)),
			incorporatedOn: client ? day : maybe(day),
			incorporationCountry: maybe(country),
			incorporationState: maybe(free(20)),
			addresses: maybe(few(addressOf(version))),
			contacts,
			directors: (client ? few : (value: fc.Arbitrary<ReportedPerson>) => maybe(few(value)))(
				fc
					.tuple(reportedPersonOf(version), among('DIR UBO SHRHL'))
					.map(([person, role]) => ({ ...person, role })),
			),
			taxNumber: maybe(free(20)),
			comments: maybe(free(60)),
		}),
	);

export const reportedAccountOf = (version: Version, client = false): fc.Arbitrary<ReportedAccount> =>
	whole(
		fc.record({
			institutionName: maybe(free(30)),
			swift: maybe(serial(8, 8)),
			nonBank: client ? fc.boolean() : maybe(fc.boolean()),
			branch: maybe(free(20)),
			number: digits(6, 16),
			iban: maybe(fc.constant('DE89370400440532013000')),
			name: maybe(name),
			clientNumber: maybe(digits(4, 9)),
			currency: client ? among('EUR AED') : maybe(among('EUR AED')),
			type: maybe(among('A B LOAN')),
			status: maybe(among('A BLK CLS')),
			openedAt: client ? moment : maybe(moment),
			closedAt: maybe(moment),
			balance: maybe(amount),
			beneficiary: maybe(free(20)),
			holderEntity: maybe(reportedEntityOf(version, client)),
			signatories: (client ? few : (value: fc.Arbitrary<Signatory>) => maybe(few(value)))(
				whole(
					fc.record({
						person: reportedPersonOf(version, client),
						primary: maybe(fc.constant(true as boolean)),
						role: maybe(among('PAH JAH POA')),
					}),
				),
			),
			comments: maybe(free(60)),
		}),
	);

type Signatory = NonNullable<ReportedAccount['signatories']>[number];
