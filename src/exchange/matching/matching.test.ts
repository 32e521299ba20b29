import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateMany } from './evaluate-many.ts';
import { formatOffer, intersect, isOffered, offerTags, parseOffer, tagOf } from './offered-set.ts';
import { answer, ask, offerKeyOf, readAnswer } from './question.ts';
import { setUpOffer } from './set-up.ts';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');
const seed = hex('a3'.repeat(32));

/** RFC 9497, appendix A.1.2: ristretto255-SHA512, VOPRF, batch size 1. */
const vectors = [
	{
		input: '00',
		blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
		question: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
		evaluated: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
		output:
			'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
	},
	{
		input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
		blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
		question: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
		evaluated: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
		output:
			'8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
	},
] as const;

describe('RFC 9497', () => {
	const key = offerKeyOf(seed, 'test key');

	it('derives the key of its vectors', () => {
		expect(Buffer.from(key.secretKey).toString('hex')).toBe(
			'e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909',
		);
		expect(Buffer.from(key.publicKey).toString('hex')).toBe(
			'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e',
		);
	});

	for (const vector of vectors)
		it(`gives the published output for ${vector.input}`, async () => {
			const asked = ask(hex(vector.input));
			const given = answer(key, asked.question);
			const output = given === undefined ? undefined : readAnswer(asked, key.publicKey, given);
			expect(output && Buffer.from(output).toString('hex')).toBe(vector.output);
			const text = Buffer.from(vector.input, 'hex').toString('utf8');
			expect([...(await evaluateMany(key.secretKey, [text]))]).toEqual([tagOf(hex(vector.output))]);
			const published = answer(key, hex(vector.question));
			expect(published && Buffer.from(published.subarray(0, 32)).toString('hex')).toBe(vector.evaluated);
		});

	it('asks the same thing differently each time', () => {
		const one = ask(hex('00'));
		const other = ask(hex('00'));
		expect(Buffer.from(one.question).equals(other.question)).toBe(false);
	});

	it('refuses an answer of another key, a changed one, and what is no group element', () => {
		const other = offerKeyOf(seed, 'another offer');
		const asked = ask(Buffer.from('passport:X1'));
		const foreign = answer(other, asked.question);
		expect(foreign && readAnswer(asked, key.publicKey, foreign)).toBeUndefined();
		const good = answer(key, asked.question);
		if (good === undefined) throw new Error('no answer');
		for (const at of [0, 31, 32, 63, 64, 95]) {
			const changed = Uint8Array.from(good);
			changed[at] = (changed[at] ?? 0) ^ 1;
			expect(readAnswer(asked, key.publicKey, changed)).toBeUndefined();
		}
		expect(readAnswer(asked, key.publicKey, good.subarray(1))).toBeUndefined();
		for (const bad of [new Uint8Array(32), new Uint8Array(32).fill(0xff), new Uint8Array(31)])
			expect(answer(key, bad)).toBeUndefined();
	});
});

describe('an offer', () => {
	const key = offerKeyOf(seed, 'agreement 1 / purpose / 2026');

	it('in bulk is what the function gives one by one', async () => {
		const inputs = ['', 'passport:X1', 'container:MSKU1234565', 'é'.repeat(300)];
		const tags = await evaluateMany(key.secretKey, inputs);
		const asked = inputs.map((input) => {
			const one = ask(Buffer.from(input, 'utf8'));
			const given = answer(key, one.question);
			const output = given && readAnswer(one, key.publicKey, given);
			return output && tagOf(output);
		});
		expect([...tags]).toEqual(asked);
	});

	it('is set up on threads, and says of each identifier whether it is in it', async () => {
		const inputs = Array.from({ length: 300 }, (_, at) => `passport:${at % 250}`);
		const offer = await setUpOffer(key, inputs, undefined, 2);
		expect(offer.tags.length).toBe(250);
		for (const [text, expected] of [
			['passport:7', true],
			['passport:249', true],
			['passport:250', false],
		] as const) {
			const asked = ask(Buffer.from(text));
			const given = answer(key, asked.question);
			const output = given && readAnswer(asked, key.publicKey, given);
			expect(output && isOffered(offer, tagOf(output))).toBe(expected);
		}
	});

	it('is read as it was written, and nothing else is one', () => {
		fc.assert(
			fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 50 }), (list) => {
				const offer = offerTags(BigUint64Array.from(list));
				expect(parseOffer(formatOffer(offer))).toEqual(offer);
				expect(intersect(offer, offer)).toEqual(offer.tags);
			}),
			{ seed: 9497, numRuns: 50 },
		);
		const bytes = formatOffer(offerTags(BigUint64Array.from([1n, 2n])));
		expect(parseOffer(bytes.subarray(0, -1))).toBeUndefined();
		expect(parseOffer(Uint8Array.from([...bytes.subarray(0, -8), ...new Uint8Array(8)]))).toBeUndefined();
		expect(parseOffer(new Uint8Array(3))).toBeUndefined();
	});
});
