/** What differs between two versions, grouped for reading: a list that lost and won members is one line. Pure. */
import { recordKinds } from '../../../../contract/records/record.ts';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { kindWords, spell } from '../../display/words.ts';

type Change = AgreementDetail['changes'][number];
export type ChangeGroup = {
	readonly what: string;
	readonly removed: readonly string[];
	readonly added: readonly string[];
};

/** Members of a list come as `purposes: money-laundering`; they belong to one place. */
const placeOf = (path: string): string => path.split(': ')[0] ?? path;

/** Groups in the order in which their places come first. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
	const groups = new Map<string, { removed: string[]; added: string[] }>();
	for (const { path, before, after } of changes) {
		const place = placeOf(path);
		const group = groups.get(place) ?? { removed: [], added: [] };
		if (before !== null) group.removed.push(before);
		if (after !== null) group.added.push(after);
		groups.set(place, group);
	}
	return [...groups].map(([what, group]) => ({ what, ...group }));
}

const KINDS = recordKinds.join('|');
const LISTS = 'messages|matching|subjects|allowed|masked|forbidden';
const GRANT = new RegExp(`^grants (\\S+ to \\S+?)( \\(\\d+\\))?(?:\\.(${KINDS}))?(?:\\.(${LISTS}))?$`);

/** `grants fiu to customs.declaration.allowed` → "fiu to customs, Declarations, allowed"; `retentionDays` → "Retention days". */
export function changePlace(place: string): string {
	const grant = GRANT.exec(place);
	if (!grant) return place.split('.').map(spell).join(': ');
	const [, way = '', number = '', kind, list] = grant;
	const record = recordKinds.find((each) => each === kind);
	return [way + number, record && kindWords[record].many, list].filter(Boolean).join(', ');
}
