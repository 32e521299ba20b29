/**
 * Writes suspicion reports as goAML XML, version 4 or 5, one document for each report.
 * Written documents are valid by the 5.0.2 schema where the codes of the record are those of the unit that it goes to
 * and the report has its code, its indicators and a numeric reporter.
 */
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { FormatOptions } from '../../model.ts';
import { XmlWriter } from '../xml/writer.ts';
import { REPORT } from './report-shapes.ts';
import type { Version } from './shape.ts';
import { treeOf, writeShape } from './write-shape.ts';

/**
 * @param options `version` is `4` or `5` (also `4.0`, `5.0.2` …); 5 where it is left out.
 * @returns XML documents one after the other; records of other kinds are passed over.
 */
export function formatGoaml(records: readonly BorderRecord[], options: FormatOptions): string {
	const version: Version = options.version?.startsWith('4') ? '4' : '5';
	let documents = '';
	for (const record of records) {
		if (record.kind !== 'suspicion-report') continue;
		const xml = new XmlWriter('\t');
		xml.open('report');
		writeShape(xml, REPORT, treeOf(record), { version, client: false, bare: false });
		xml.close('report');
		documents += xml.toString();
	}
	return documents;
}
