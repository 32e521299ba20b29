import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { declaration as declarationSchema } from '../../../../contract/records/declaration.ts';
import { byRole, OPTIONS, readAll, readOne } from './fixtures/reading.ts';
import { formatDeclaration } from './format.ts';
import { wcoDeclaration } from './wco.ts';

const samples = new URL('../../../../../shared/data/messages/cds/', import.meta.url);

/** Paths that have no field: they are kept as further facts, and docs/formats/wco.md names them. */
const WITHOUT_FIELD = [
	'AdditionalDocument/WriteOff/QuantityQuantity',
	'FunctionalReferenceID',
	'GoodsShipment/Warehouse/ID',
	'GoodsShipment/Warehouse/TypeCode',
];

describe.skipIf(!existsSync(samples))('real messages (skipped without ../shared/data)', () => {
	const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : [];
	const read = files.map((name) => ({
		name,
		bytes: readFileSync(new URL(encodeURIComponent(name), samples)),
	}));

	it('reads every declaration and refuses every look-alike, as recognised', () => {
		for (const { name, bytes } of read) {
			const recognition = wcoDeclaration.recognise(
				bytes.subarray(0, 65_536).toString().replace('\ufeff', ''),
			);
			const readings = readAll(bytes, 1_000);
			expect(readings, name).toHaveLength(1);
			expect(readings[0]?.outcome, name).toBe(recognition === 'certain' ? 'record' : 'refused');
			if (readings[0]?.outcome === 'record') {
				expect(readings[0].findings, name).toEqual([]);
				expect(declarationSchema.safeParse(readings[0].record).error, name).toBeUndefined();
			} else expect(readings[0]?.code, name).toMatch(/^wco\.(response|retrieval)$/);
		}
	});

	it('has a field for every element, but for those that are listed', () => {
		const without = new Set<string>();
		for (const { bytes } of read) {
			for (const reading of readAll(bytes)) {
				if (reading.outcome !== 'record' || reading.record.kind !== 'declaration') continue;
				const { record } = reading;
				const facts = [record.further, ...record.items.map(({ further }) => further)];
				for (const path of facts.flatMap((some) => Object.keys(some ?? {})))
					without.add(path.replace(/\[\d+\]$/, ''));
			}
		}
		expect([...without].toSorted()).toEqual(WITHOUT_FIELD);
	});

	it('loses no value on the way to a record, but for sequence numbers and pointers of statements', () => {
		const values = /<(?:\w+:)?(\w+)(?:\s[^<>]*)?>([^<>]+)<\/(?:\w+:)?\1>/g;
		const left =
			/^(SequenceNumeric|FunctionCode|DocumentSectionCode|StatementTypeCode|WCO\w+|Responsible\w+|Agency\w+|regime|receiptDate|clientID|conversationID|\w+PartyID|badgeIdentifier|acceptanceDateTime|DateTimeString|TypeCode|ModeCode|ContainerCode)$/;
		for (const { name, bytes } of read) {
			const [reading] = readAll(bytes);
			if (reading?.outcome !== 'record') continue;
			const kept = JSON.stringify(reading.record).toUpperCase();
			for (const [, element = '', value = ''] of bytes
				.toString()
				.replace(/<!--[\s\S]*?-->/g, '')
				.matchAll(values)) {
				if (left.test(element) || /^(|TSP|TRC)$/.test(value.trim())) continue;
				const text = /^\d+\.\d*0$/.test(value.trim()) ? value.trim().replace(/\.?0+$/, '') : value.trim();
				const escaped = JSON.stringify(text.replaceAll('&apos;', "'").replaceAll('&amp;', '&'))
					.slice(1, -1)
					.toUpperCase();
				expect(kept.includes(escaped), `${name}: ${element} ${value}`).toBe(true);
			}
		}
	});

	it('writes real declarations so that they read the same', () => {
		for (const { name, bytes } of read) {
			const [reading] = readAll(bytes);
			if (reading?.outcome !== 'record' || reading.record.kind !== 'declaration') continue;
			const again = readOne(formatDeclaration(reading.record, OPTIONS)).declaration;
			expect(byRole(again), name).toEqual(byRole(reading.record));
		}
	});
});
