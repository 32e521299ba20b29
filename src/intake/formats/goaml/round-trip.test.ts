/** What is written is read back as it was, and is valid by the goAML schema. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { type SuspicionReport, suspicionReport } from '../../../../contract/records/money-reports.ts';
import { recordsOfKind } from '../json/arbitraries.ts';
import { suspicionReportOf } from './arbitraries.ts';
import { read } from './fixtures/reading.ts';
import { goaml } from './goaml.ts';

const SCHEMA = new URL('../../../../../shared/data/messages/goaml/goAMLSchema-5.0.2.xsd', import.meta.url);
const OPTIONS = {
	sender: '77',
	receiver: 'FIU',
	preparedAt: '2026-03-01T08:00:00Z',
	controlReference: '1',
};

const write = (reports: readonly SuspicionReport[], version: string): string =>
	goaml.format?.(reports, { ...OPTIONS, version }) ?? '';

describe.each(['4', '5'] as const)('goAML %s', (version) => {
	it('reads what it wrote', () => {
		fc.assert(
			fc.property(suspicionReportOf(version), (report) => {
				expect(suspicionReport.safeParse(report).error).toBeUndefined();
				const [reading, ...more] = read(write([report], version));
				expect(more).toEqual([]);
				expect(reading).toMatchObject({ outcome: 'record' });
				if (reading?.outcome === 'record') {
					expect(reading.record).toStrictEqual(report);
					expect(reading.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
				}
			}),
			{ numRuns: 40, seed: 20_260_301 },
		);
	});

	it.skipIf(!existsSync(SCHEMA))('writes what the schema takes (skipped without ../shared/data)', () => {
		using schema = XmlDocument.fromBuffer(readFileSync(SCHEMA));
		using validator = XsdValidator.fromDoc(schema);
		fc.assert(
			fc.property(suspicionReportOf(version), (report) => {
				using document = XmlDocument.fromString(write([report], version));
				validator.validate(document);
			}),
			{ numRuns: 40, seed: 20_260_302 },
		);
	});

	it.skipIf(!existsSync(SCHEMA))(
		'writes any record so that only foreign codes fail (skipped without ../shared/data)',
		() => {
			using schema = XmlDocument.fromBuffer(readFileSync(SCHEMA));
			using validator = XsdValidator.fromDoc(schema);
			fc.assert(
				fc.property(recordsOfKind('suspicion-report'), (record) => {
					const written = goaml.format?.([record], { ...OPTIONS, version }) ?? '';
					expect(read(written)).toMatchObject([{ outcome: 'record' }]);
					using document = XmlDocument.fromString(written);
					// Codes belong to the unit that the report is for; the reporter's number has to be one.
					expect(
						defectsOf(validator, document).filter((each) => !/enumeration|rentity_id/.test(each)),
					).toEqual([]);
				}),
				{ numRuns: 40, seed: 20_260_303 },
			);
		},
	);
});

function defectsOf(validator: XsdValidator, document: XmlDocument): string[] {
	try {
		validator.validate(document);
		return [];
	} catch (error) {
		return error instanceof XmlValidateError
			? error.details.map((detail) => detail.message)
			: [String(error)];
	}
}
