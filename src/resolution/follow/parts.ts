/**
 * Addresses of persons and organisations as mentions of their own: who else is there is a question of its own. Only those
 * with a street; a town is no address. Pure.
 */
import { toStored } from '../../mentions/extract.ts';
import type { StoredMention } from '../../mentions/model.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import type { PartRow } from '../store/mentions.ts';

const MOST_ADDRESSES = 4;

export function addressParts(whole: PreparedMention): PartRow[] {
	if (whole.claim.mask > 3) return [];
	const parts: PartRow[] = [];
	for (const address of (whole.mention.addresses ?? []).slice(0, MOST_ADDRESSES)) {
		if (address.street === undefined) continue;
		const stored = toStored(
			{ kind: 'address', names: [], identifiers: [], addresses: [address] },
			// A column that only `toStored` fills.
			whole.purpose as StoredMention['purpose'],
		);
		parts.push({
			whole: whole.key,
			key: stored.key,
			side: stored.side,
			purpose: stored.purpose,
			caption: stored.caption,
			content: JSON.stringify(stored.mention),
			firstRecord: whole.firstRecord,
		});
	}
	return parts;
}
