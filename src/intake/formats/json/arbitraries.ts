/**
 * Generated records of every kind for property tests, straight from the shapes of the contract's schemas.
 * A generated record is valid, canonical, and as odd as the schema allows.
 */
import fc from 'fast-check';
import {
	type BorderRecord,
	borderRecord,
	type RecordKind,
	recordKinds,
} from '../../../../contract/records/record.ts';
import { dateOf } from '../../../values/calendar.ts';
import { addDecimals, parseDecimal } from '../../../values/decimal.ts';
import { type LeafShape, type Shape, shapeOf } from './record-shape.ts';

const dates = fc
	.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
	.map(([year, month, day]) => dateOf(year, month, day) ?? '2000-01-01');

const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));

const dateTimes = fc
	.tuple(
		dates,
		twoDigits(23),
		twoDigits(59),
		fc.option(twoDigits(59), { nil: undefined }),
		fc.constantFrom('', 'Z', '+02:00', '-09:30'),
	)
	.map(
		([date, hour, minute, second, zone]) =>
			`${date}T${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone}`,
	);

/** Canonical decimals, negative ones and long ones too. */
export const decimals: fc.Arbitrary<string> = fc
	.tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 999_999 }))
	.map(([whole, fraction]) =>
		addDecimals(whole.toString(), parseDecimal(`0.${String(fraction).padStart(6, '0')}`) ?? '0'),
	);

/** Text with everything that trips readers: quotes, separators, formulas, line breaks, other scripts. */
const texts = (max: number): fc.Arbitrary<string> =>
	fc
		.oneof(
			{
				weight: 6,
				arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: Math.min(max, 12) }),
			},
			{ weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(max, 8) }) },
			{
				weight: 2,
				arbitrary: fc.constantFrom(
					'=SUM(A1)',
					"'=x",
					"''-1",
					'+1',
					'@cmd',
					'-',
					'"',
					'a,b;c\td',
					'line\r\nbreak',
					' x ',
					'[]',
					'{}',
					'null',
					'Jürgen',
					'محمد',
					'王小明',
					'\\',
				),
			},
		)
		.map((text) => text.replaceAll('\0', '').slice(0, max).toWellFormed())
		.filter((text) => text.length > 0 && text.length <= max);

function leaf(shape: LeafShape): fc.Arbitrary<unknown> {
	switch (shape.type) {
		case 'boolean':
			return fc.boolean();
		case 'choice':
			return fc.constantFrom(...shape.options);
		case 'number':
			return shape.integer
				? fc.integer({ min: Math.max(shape.min, -(2 ** 31)), max: Math.min(shape.max, 2 ** 31 - 1) })
				: fc
						.double({
							min: Math.max(shape.min, -1e6),
							max: Math.min(shape.max, 1e6),
							maxExcluded: shape.below,
							noNaN: true,
						})
						.map((value) => (Object.is(value, -0) ? 0 : value));
		case 'text':
			if (shape.use === 'decimal') return decimals;
			if (shape.use === 'date') return dates;
			if (shape.use === 'date-time') return dateTimes;
			if (shape.pattern !== undefined) return fc.stringMatching(shape.pattern);
			return texts(Math.min(shape.max, 64));
	}
}

function arbitraryOf(shape: Shape, depth: number): fc.Arbitrary<unknown> {
	switch (shape.type) {
		case 'object': {
			const model: Record<string, fc.Arbitrary<unknown>> = {};
			for (const [name, member] of shape.members) {
				const inner = arbitraryOf(member.shape, depth + 1);
				// The deeper, the sparser: a suspicion report would otherwise grow without end.
				model[name] = member.optional
					? fc.oneof(
							{ weight: depth + 1, arbitrary: fc.constant(undefined) },
							{ weight: 2, arbitrary: inner },
						)
					: inner;
			}
			return fc.record(model).map((value) => {
				for (const name of Object.keys(value)) if (value[name] === undefined) delete value[name];
				return value;
			});
		}
		case 'array':
			return fc.array(arbitraryOf(shape.element, depth + 1), {
				minLength: shape.min,
				maxLength: Math.max(shape.min, Math.min(shape.max, depth < 3 ? 2 : 1)),
			});
		case 'map':
			return fc.dictionary(
				texts(Math.min(shape.maxKeyChars, 20)).filter((key) => key !== '__proto__'),
				arbitraryOf(shape.value, depth + 1),
				{ maxKeys: 3, noNullPrototype: true },
			);
		default:
			return leaf(shape);
	}
}

const byKind = new Map<RecordKind, fc.Arbitrary<BorderRecord>>();

/** Valid records of one kind. */
export function recordsOfKind(kind: RecordKind): fc.Arbitrary<BorderRecord> {
	let arbitrary = byKind.get(kind);
	if (arbitrary === undefined) {
		arbitrary = arbitraryOf(shapeOf(kind), 0).map((value) => borderRecord.parse(value));
		byKind.set(kind, arbitrary);
	}
	return arbitrary;
}

/** Valid records of all kinds. */
export const borderRecords: fc.Arbitrary<BorderRecord> = fc.oneof(...recordKinds.map(recordsOfKind));
