/**
 * Registration plates of vehicles. In: a plate as typed or as a camera read it. Out: the form by which sightings meet.
 * Grammar: plate = 2*12(ALPHA / DIGIT) once white space, punctuation and accents are gone and Cyrillic and Greek letters
 * that look Latin are Latin. National patterns are not verified: there are hundreds, and they change.
 */

/** Plates are made to be read with Latin eyes: the Vienna Convention on Road Traffic allows only letters that look Latin. */
const LOOKALIKES = new Map(
	[...'АВЕКМНОРСТУХІЈЅ']
		.map((letter, at) => [letter, 'ABEKMHOPCTYXIJS'[at] ?? ''] as const)
		.concat([...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, at) => [letter, 'ABEZHIKMNOPTYX'[at] ?? ''] as const)),
);

/** Letters and digits only, in capitals, without accents: "w-äb 123" and "WAB123" are one plate. */
export function normalisePlate(text: string): string {
	const short = text.slice(0, 64);
	if (/^[\x00-\x7f]*$/.test(short)) return short.toUpperCase().replace(/[^A-Z0-9]/g, '');
	const capitals = short.normalize('NFD').toUpperCase();
	let plate = '';
	for (const letter of capitals) {
		const latin = LOOKALIKES.get(letter) ?? letter;
		if (/^[\p{L}\p{N}]$/u.test(latin)) plate += latin;
	}
	return plate;
}

/** The same for what cameras confuse: O and Q read as 0, I as 1, B as 8, S as 5, Z as 2. For candidates, never for identity. */
export const confusablePlate = (text: string): string =>
	normalisePlate(text)
		.replace(/[OQD]/g, '0')
		.replace(/I/g, '1')
		.replace(/B/g, '8')
		.replace(/S/g, '5')
		.replace(/Z/g, '2');

/** True where the text can be a plate: two to twelve letters and digits, not one of them repeated throughout. */
export function isPlate(text: string): boolean {
	const plate = normalisePlate(text);
	return (
		/^[\p{L}\p{N}]{2,12}$/u.test(plate) &&
		!(plate.length > 3 && new Set(plate).size === 1) &&
		plate !== 'UNKNOWN'
	);
}
