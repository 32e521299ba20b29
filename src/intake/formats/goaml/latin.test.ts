/** Names in the letters that the schema takes. */
import { describe, expect, it } from 'vitest';
import { isLatin, toLatin } from './latin.ts';

describe('toLatin', () => {
	it.each([
		["Anne-Marie O'Neil Jr.", "Anne-Marie O'Neil Jr."],
		['José Núñez', 'Jose Nunez'],
		['Müller & Söhne', 'Muller and Sohne'],
		['Łukasz Øster Straße', 'Lukasz Oster Strasse'],
		['D’Arcy', "D'Arcy"],
		['Nguyễn Thị', 'Nguyen Thi'],
		['Щербакова Юлия', 'Shcherbakova Iuliia'],
		['Παπαδόπουλος', 'Papadopoylos'],
		['王小明', ''],
	])('%s becomes %s', (name, latin) => {
		expect(toLatin(name)).toBe(latin);
		expect(isLatin(latin)).toBe(true);
	});
});
