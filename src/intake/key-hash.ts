/**
 * Identifiers of records as the store keeps them: 53 bits of a hash. Whoever finds one compares the identifier itself.
 */
import { recordKinds } from '../../contract/records/record.ts';
import { lookupKey } from '../values/content-key.ts';
import {
	normaliseContainer,
	normaliseReference,
	normaliseTransportDocument,
	type RecordKey,
	type RecordKeyKind,
	recordKeyKinds,
} from './validate/keys.ts';

type Key = Pick<RecordKey, 'kind' | 'value'>;

/** An identifier as one text: equal texts, equal identifiers. */
export const keyText = ({ kind, value }: Key): string => `${kind}\u0000${value}`;

/** The identifier as it stands in the index. */
export const keyHash = (key: Key): number => lookupKey(keyText(key));

/** Every identifier that a search text may stand for: the kinds differ, the way they are written does little. */
export function keysOfSearch(text: string): Key[] {
	const reference = normaliseReference(text);
	const forms = new Set(
		[text.trim(), reference, normaliseTransportDocument(text), normaliseContainer(text)].filter(
			(form) => form !== undefined && form !== '',
		),
	);
	const keys: Key[] = recordKinds.map((kind) => ({ kind: 'reference', value: `${kind}/${reference}` }));
	for (const kind of recordKeyKinds satisfies readonly RecordKeyKind[])
		for (const value of forms) if (value !== undefined && kind !== 'reference') keys.push({ kind, value });
	return keys;
}
