import { describe, expect, it } from 'vitest';
import { type ListEntry, listEntryKind } from '../../../../contract/lists.ts';
import { draftOf, emptyDraft, fieldsOf, parseListDate, readDraft } from './entry-draft.ts';

const full: ListEntry = {
	key: 'W-1',
	kind: 'person',
	names: [
		{ full: 'Testov, Ivan', family: 'Testov', given: 'Ivan', quality: 'primary' },
		{ full: 'The Falcon', quality: 'weak', kind: 'aka' },
	],
	born: [{ from: '1956-03-04' }, { from: '1955', until: '1957', about: true }],
	died: false,
	sex: 'male',
	nationalities: ['NT', 'XK'],
	birthPlaces: ['Port, Nortoll'],
	identifiers: [{ scheme: 'passport', value: 'A123', issuer: 'NT', note: 'expired 2010' }],
	addresses: [{ street: '1 Quay', city: 'Port' }],
	emails: ['a@example.test'],
	positions: ['Harbour master'],
	remarks: 'Seen in spring',
	instruction: { action: 'discreet-check' },
};

describe('an entry in a form', () => {
	it('comes back as it was, what has no field included', () => {
		expect(readDraft(draftOf(full), full)).toEqual({ entry: full });
	});

	it('loses what is emptied', () => {
		const draft = {
			...draftOf(full),
			sex: '',
			remarks: ' ',
			born: '',
			instruction: emptyDraft('x').instruction,
		};
		const read = readDraft(draft, full);
		expect(read).toHaveProperty('entry');
		if (!('entry' in read)) return;
		for (const member of ['sex', 'remarks', 'born', 'instruction'])
			expect(read.entry).not.toHaveProperty(member);
		expect(read.entry.positions).toEqual(['Harbour master']);
	});

	it('is written for every kind with one field', () => {
		for (const kind of listEntryKind.options) {
			const draft = emptyDraft('W-2', kind);
			expect(readDraft(draft)).toHaveProperty('problems');
			const read = readDraft({
				...draft,
				names: [{ full: 'Ada', quality: 'primary' }],
				identifiers: [{ scheme: 'plate', value: 'NT 123', issuer: '' }],
				addresses: [{ street: '', city: 'Port', postcode: '', country: '' }],
				phones: '+47 1234',
				emails: 'a@example.test',
			});
			expect(read).toHaveProperty('entry');
			if ('entry' in read) expect(read.entry.names.length).toBe(fieldsOf[kind].includes('names') ? 1 : 0);
		}
	});

	it('says which field is wrong', () => {
		const read = readDraft({ ...draftOf(full), key: ' ', born: '1956, 4 March' });
		expect('problems' in read && read.problems.map(({ field }) => field).sort()).toEqual(['born', 'key']);
	});
});

describe('dates of birth', () => {
	it.each([
		['1956', { from: '1956' }],
		['circa 1956-03', { from: '1956-03', about: true }],
		['1955 to 1957-01-02', { from: '1955', until: '1957-01-02' }],
		['1955..1957', { from: '1955', until: '1957' }],
		['56', undefined],
		['1 to 2 to 3', undefined],
	])('%s', (text, date) => expect(parseListDate(text)).toEqual(date));
});
