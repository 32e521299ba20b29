/** Invented persons for tests: each is written down several times, with mistakes. The same seed gives the same records. */
import type { LinkageField, LinkageRecord } from './model.ts';

export const fields: readonly LinkageField[] = [
	{ name: 'given name', kind: 'given-name' },
	{ name: 'family name', kind: 'family-name' },
	{ name: 'born', kind: 'date', dateOrder: 'year-first' },
	{ name: 'city', kind: 'place' },
	{ name: 'e-mail', kind: 'email' },
];

const givens =
	'anna bela carlos dora emil fatima goran hana igor jana karim lena milan nora omar petra'.split(' ');
const starts = 'bar cor dal fen gor hul jas kem lor mav nol pir quen ros tam vel wes zan'.split(' ');
const ends = 'bert don fels gart hoff ik kov lund man nik ov pen rath son ton vic wald zek'.split(' ');
const cities = 'oslo porto riga sofia tunis varna wroclaw zadar'.split(' ');

/** @returns records and the person of each. */
export function invent(people: number, seed = 7): { records: LinkageRecord[]; truth: number[] } {
	let state = seed;
	const draw = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * below);
	};
	const from = (list: readonly string[]): string => list[draw(list.length)] ?? '';
	const slip = (text: string): string => {
		const at = draw(Math.max(1, text.length - 1));
		return text.slice(0, at) + text.slice(at + 1);
	};
	const records: LinkageRecord[] = [];
	const truth: number[] = [];
	for (let person = 0; person < people; person++) {
		const given = from(givens);
		const family = from(starts) + from(ends);
		const born = `${1940 + draw(60)}-0${1 + draw(9)}-${10 + draw(18)}`;
		const said = [given, family, born, from(cities), `${given}.${family}${draw(90)}@post.example`];
		for (let time = 1 + draw(4); time > 0; time--) {
			const values = said.map((value) => (draw(10) === 0 ? '' : draw(8) === 0 ? slip(value) : value));
			records.push({ key: `${person}-${time}`, values });
			truth.push(person);
		}
	}
	return { records, truth };
}
