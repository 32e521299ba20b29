/**
 * Character sets of UN/EDIFACT interchanges (data element 0001).
 * In: text of which every character is one byte as received. Out: the text that was meant.
 * Never fails: bytes that are no UTF-8 are read as Windows-1252, the superset of ISO 8859-1 that senders use.
 */

/** ISO 8859 parts by syntax identifier (ISO 9735-1, code list 0001). */
const LABELS: { readonly [syntax: string]: string } = {
	UNOC: 'windows-1252',
	UNOD: 'iso-8859-2',
	UNOE: 'iso-8859-5',
	UNOF: 'iso-8859-7',
	UNOG: 'iso-8859-3',
	UNOH: 'iso-8859-4',
	UNOI: 'iso-8859-6',
	UNOJ: 'iso-8859-8',
	UNOK: 'windows-1254',
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
const decoders = new Map<string, typeof windows1252>();

const hasHighByte = /[\x80-\xff]/;

/**
 * Decodes bytes held as Latin-1 text by the syntax identifier of UNB. UNOA, UNOB, UNOX, UNOY, IATA and anything unknown
 * are read as UTF-8, and as Windows-1252 where they are not.
 */
export function decodeText(bytes: string, syntax: string): string {
	if (!hasHighByte.test(bytes)) return bytes;
	const buffer = Buffer.from(bytes, 'latin1');
	const label = LABELS[syntax];
	if (label === undefined) {
		try {
			return strictUtf8.decode(buffer);
		} catch {
			return windows1252.decode(buffer);
		}
	}
	let decoder = decoders.get(label);
	if (decoder === undefined) {
		decoder = new TextDecoder(label);
		decoders.set(label, decoder);
	}
	return decoder.decode(buffer);
}
