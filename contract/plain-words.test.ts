import { describe, expect, it } from 'vitest';
import {
	chanceText,
	decidedText,
	decisiveText,
	inHundred,
	modelText,
	movedText,
	NEVER_USED,
} from './plain-words.ts';
import { recordKinds } from './records/record.ts';
import { lane } from './views.ts';
import { laneBasis } from './views-targeting.ts';

describe('words for the person concerned', () => {
	it('tell shares as so many in 100 or in 1,000', () => {
		expect(inHundred(0.23)).toBe('about 23 in 100');
		expect(inHundred(0.004)).toBe('about 4 in 1,000');
		expect(inHundred(0.0002)).toBe('fewer than 1 in 1,000');
		expect(inHundred(0.01)).toBe('about 1 in 100');
	});

	it('say of chance whether it drew, in both cases', () => {
		expect(chanceText({ share: 0.02, draw: 0.5, drawn: false })).toMatch(/about 2 in 100.*was not drawn/);
		expect(chanceText({ share: 0.02, draw: 0.01, drawn: true })).toMatch(/This one was drawn/);
	});

	it('say how much a circumstance moved the estimate, and which way', () => {
		expect(movedText({ effect: 1.4 })).toBe('much likelier');
		expect(movedText({ effect: 0.5 })).toBe('likelier');
		expect(movedText({ effect: -0.1 })).toBe('a little less likely');
		expect(movedText({ effect: 0.001 })).toBe('did not matter');
	});

	it('hold no term of the trade', () => {
		const texts = [
			...recordKinds.flatMap((kind) => lane.options.map((each) => decidedText(kind, each))),
			chanceText({ share: 0.02, draw: 0.5, drawn: false }),
			modelText(0.3),
			...laneBasis.options.map(decisiveText),
			...NEVER_USED,
		].join(' ');
		expect(texts).not.toMatch(/lane|score|assess|selectiv|target|threshold|log|odds|feature|Shapley/i);
	});
});
