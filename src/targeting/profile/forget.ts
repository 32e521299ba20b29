/**
 * Which keys of a full table stay: all but those that were not seen longest. Pure; the result depends on keys and days only,
 * not on where in the table they are.
 */

const DAYS = 0x1_0000;

/**
 * @param places how many there are.
 * @param keyOf key of a place; 0 is an empty one.
 * @param dayOf day of a place, 0 to 65,535; 0, the unknown, goes first.
 * @param forgotten how many keys go, at most all.
 * @returns whether the key at a place stays.
 */
export function leastRecent(
	places: number,
	keyOf: (place: number) => number,
	dayOf: (place: number) => number,
	forgotten: number,
): (place: number) => boolean {
	const byDay = new Uint32Array(DAYS);
	for (let place = 0; place < places; place++) if (keyOf(place) !== 0) byDay[dayOf(place)]!++;
	let day = 0;
	let left = forgotten;
	while (day < DAYS - 1 && byDay[day]! <= left) {
		left -= byDay[day]!;
		day++;
	}
	// Of the last day that goes only in part, the lowest keys go: keys are hashes, so nobody can choose to stay.
	const tied = new Float64Array(byDay[day]!);
	let count = 0;
	for (let place = 0; place < places; place++)
		if (keyOf(place) !== 0 && dayOf(place) === day) tied[count++] = keyOf(place);
	tied.sort();
	const lowest = left >= tied.length ? Number.POSITIVE_INFINITY : tied[left]!;
	return (place) => {
		const there = dayOf(place);
		return there > day || (there === day && keyOf(place) >= lowest);
	};
}
