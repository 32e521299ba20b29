import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type Limits, type ReadingContext } from '../../model.ts';
import { textOf } from './element.ts';
import { openXml, type XmlDelivery, type XmlSelect } from './reader.ts';

const context = (limits: Partial<Limits> = {}): ReadingContext => ({
	limits: { ...DEFAULT_LIMITS, ...limits },
	now: () => 0,
});

const selectMessages: XmlSelect = ({ name }) =>
	name === 'Message' ? 'read' : name === 'Header' ? 'aside' : name === 'Other' ? 'skip' : 'enter';

function readAll(
	input: string | Uint8Array,
	chunkBytes = Number.POSITIVE_INFINITY,
	limits: Partial<Limits> = {},
): XmlDelivery[] {
	const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
	const deliveries: XmlDelivery[] = [];
	const reader = openXml(context(limits), selectMessages, (delivery) => deliveries.push(delivery));
	for (let at = 0; at < bytes.length; at += chunkBytes)
		reader.push(bytes.subarray(at, Math.min(bytes.length, at + chunkBytes)));
	reader.end();
	return deliveries;
}

/** Short forms: `Message=text@offset`, `end`, `code`. */
const brief = (deliveries: XmlDelivery[]): string[] =>
	deliveries.map((delivery) =>
		delivery.type === 'element'
			? `${delivery.element.name}=${textOf(delivery.element) ?? ''}@${delivery.place.offset}`
			: delivery.type === 'document'
				? `end ${delivery.messages}`
				: delivery.code,
	);

describe('documents', () => {
	it('delivers the elements that were chosen, with namespace, attributes, line and byte offset', () => {
		const xml =
			'<?xml version="1.0"?>\n<!-- é --><b:Batch xmlns:b="urn:b" xmlns="urn:m">\n\t<Header>h</Header>\n' +
			'<Message a="1" b:c="2"><Part>x &amp; y</Part><![CDATA[<raw>]]></Message>\n</b:Batch>';
		const deliveries = readAll(xml);
		expect(brief(deliveries)).toEqual(['Header=h@74', 'Message=<raw>@93', 'end 1']);
		const message = deliveries[1];
		if (message?.type !== 'element') throw new Error('no element');
		expect(message.element).toMatchObject({ namespace: 'urn:m', line: 4 });
		expect(message.element.attributes).toEqual(
			new Map([
				['a', '1'],
				['{urn:b}c', '2'],
			]),
		);
		expect(textOf(message.element, 'Part')).toBe('x & y');
		expect(message.ancestors).toEqual([{ name: 'Batch', namespace: 'urn:b' }]);
		expect(message.place.words).toBe('message 1 (Message), line 4');
	});

	it('reads documents one after the other, with white space, marks and comments around them', () => {
		const document = (text: string) => `<?xml version="1.0"?><Message>${text}</Message>`;
		const dump = `\ufeff\r\n${document('1')}\r\n\r\n${document('2')}<!-- between -->\n\ufeff${document('3')}<Message>4</Message>\n`;
		const expected = [
			'Message=1@',
			'end 1',
			'Message=2@',
			'end 1',
			'Message=3@',
			'end 1',
			'Message=4@',
			'end 1',
		];
		for (const chunkBytes of [1, 7, 1_000])
			expect(
				brief(readAll(dump, chunkBytes)).map((words) =>
					words.replace(/\d+$/, (n) => (words.startsWith('end') ? n : '')),
				),
			).toEqual(expected);
	});

	it('decodes UTF-16, Latin-1 and windows-1252 by mark or declaration', () => {
		const utf16 = (text: string, little: boolean) => {
			const bytes = Buffer.from(text, 'utf16le');
			return little ? bytes : bytes.swap16();
		};
		for (const little of [true, false]) {
			expect(brief(readAll(utf16('\ufeff<Message>Łódź</Message>', little), 5))[0]).toBe('Message=Łódź@2');
			expect(brief(readAll(utf16('<Message>Łódź</Message>', little)))[0]).toBe('Message=Łódź@0');
		}
		const latin = Buffer.from(
			'<?xml version="1.0" encoding="ISO-8859-1"?><Message>Orl\xe9ans \x80</Message>',
			'latin1',
		);
		expect(brief(readAll(latin, 3))[0]).toBe('Message=Orléans €@43');
		expect(brief(readAll('<?xml version="1.0" encoding="EBCDIC-CP-US"?><Message/>'))).toEqual([
			'xml.encoding',
		]);
	});

	it('goes on with the next declared document after a broken one', () => {
		const dump =
			'<?xml version="1.0"?><Message>1</Messag>\n<?xml version="1.0"?>\n<Message>2</Message>' +
			'<?xml version="1.0"?><a><![CDATA[<?xml version="1.0"?><Message>quoted</Message>]]></b><?xml version="1.0"?><Message>3</Message>';
		for (const chunkBytes of [1, 10, 1_000])
			expect(brief(readAll(dump, chunkBytes))).toEqual([
				'xml.not-well-formed',
				'Message=2@63',
				'end 1',
				'xml.not-well-formed',
				`Message=3@${dump.lastIndexOf('<Message>')}`,
				'end 1',
			]);
	});

	it('reads a skipped element without its content', () => {
		const [other] = readAll('<Other a="1"><x><Message/></x>text</Other>');
		if (other?.type !== 'element') throw new Error('no element');
		expect(other).toMatchObject({ choice: 'skip', element: { children: [], text: '' } });
	});

	it('reads names with a prefix that is not declared, and says so', () => {
		const [message] = readAll('<d:Message>1</d:Message>');
		if (message?.type !== 'element') throw new Error('no element');
		expect(message.element.name).toBe('Message');
		expect(message.findings).toMatchObject([{ code: 'xml.undeclared-prefix', value: 'd' }]);
	});
});

describe('hostile input', () => {
	const laughs = `<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Message>&b;</Message>`;
	const cases: [string, string, string | Uint8Array, Partial<Limits>][] = [
		['billion laughs', 'xml.doctype', laughs, {}],
		['external entity', 'xml.doctype', '<!DOCTYPE m SYSTEM "file:///etc/passwd"><Message/>', {}],
		['parameter entity', 'xml.doctype', '<!DOCTYPE m [<!ENTITY % p SYSTEM "http://x/">%p;]><Message/>', {}],
		['unknown entity', 'xml.entity', '<Message>&eacute;</Message>', {}],
		['deep nesting', 'limit.depth', `<Message>${'<a>'.repeat(100_000)}`, {}],
		['deep nesting outside a message', 'limit.depth', '<a>'.repeat(65), {}],
		['deep nesting in what is skipped', 'limit.depth', `<Other>${'<a>'.repeat(65)}`, {}],
		['huge attribute', 'limit.token', `<Message a="${'x'.repeat(2_000_000)}"/>`, {}],
		['huge attribute without end', 'limit.token', `<Message a="${'x'.repeat(2_000_000)}`, {}],
		['huge text', 'limit.token', `<Message>${'x'.repeat(2_000_000)}</Message>`, {}],
		['huge text in pieces', 'limit.token', `<Message>${'x&amp;<!-- -->'.repeat(700_000)}</Message>`, {}],
		['huge document type', 'xml.doctype', `<!DOCTYPE m [${'<!ENTITY a "b">'.repeat(100_000)}`, {}],
		['huge comment', 'limit.token', `<!--${'x'.repeat(2_000_000)}--><Message/>`, {}],
		[
			'many attributes',
			'limit.token',
			`<Message ${Array.from({ length: 200_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
			{},
		],
		['long message', 'limit.message-bytes', `<Message>${'<a/>'.repeat(100)}`, { maxMessageBytes: 300 }],
		['long skipped message', 'limit.message-bytes', `<Other>${'<a/>'.repeat(100)}`, { maxMessageBytes: 300 }],
		['long submission', 'limit.bytes', `<Message>${'x'.repeat(100)}</Message>`, { maxBytes: 50 }],
		['unclosed', 'xml.truncated', '<Message><a>1</a>', {}],
		['unclosed tag', 'xml.truncated', '<Message><a', {}],
		['half a root', 'xml.truncated', '<Mess', {}],
		['nothing', 'xml.empty', '', {}],
		['only white space', 'xml.empty', ' \n ', {}],
		['only a declaration', 'xml.empty', '<?xml version="1.0"?>', {}],
		['text', 'xml.not-well-formed', 'no XML at all', {}],
		['invalid UTF-8', 'xml.encoding', Buffer.from('<Message>\xff\xfe</Message>', 'latin1'), {}],
		['truncated UTF-8', 'xml.encoding', Buffer.from('<Message>\xc3', 'latin1'), {}],
		['duplicate attributes', 'xml.not-well-formed', '<Message a="1" a="2"/>', {}],
		['control character', 'xml.not-well-formed', '<Message>\u0001</Message>', {}],
		['control character by number', 'xml.not-well-formed', '<Message>&#1;</Message>', {}],
	];
	it.each(cases)('%s is refused with %s', (_name, code, input, limits) => {
		for (const chunkBytes of [65_536, 17]) {
			const deliveries = readAll(
				input,
				typeof input !== 'string' || input.length < 2_000 ? chunkBytes : 65_536,
				limits,
			);
			expect(brief(deliveries)).toEqual([code]);
		}
	});

	it('bounds processor time of a message, and does not count the time between pushes', () => {
		let clock = 0;
		const run = (perReading: number, between: number): string[] => {
			const deliveries: XmlDelivery[] = [];
			const reader = openXml(
				{ limits: { ...DEFAULT_LIMITS, maxMessageMs: 100 }, now: () => (clock += perReading) },
				selectMessages,
				(delivery) => deliveries.push(delivery),
			);
			reader.push(Buffer.from(`<Message>${' '.repeat(300)}`));
			for (let n = 0; n < 20; n++) {
				clock += between;
				reader.push(Buffer.from('<a/>'));
			}
			reader.push(Buffer.from('</Message>'));
			reader.end();
			return brief(deliveries);
		};
		expect(run(50, 0)).toEqual(['limit.message-time']);
		expect(run(0.001, 1_000)).toEqual(['Message=@0', 'end 1']);
	});

	it('says the line and column of an error', () => {
		const [failure] = readAll('<Message>\n  <a></b>\n</Message>');
		expect(failure).toMatchObject({ type: 'failure', reason: expect.stringContaining('line 2, column 6') });
	});

	it('never throws, whatever the bytes and wherever they are cut', () => {
		const valid = Buffer.from(
			'<?xml version="1.0"?><B><!-- c --><Message a="é">t &lt; <![CDATA[x]]></Message><Other/></B>',
		);
		fc.assert(
			fc.property(
				fc.nat(valid.length),
				fc.array(fc.tuple(fc.nat(valid.length), fc.nat(255)), { maxLength: 3 }),
				fc.integer({ min: 1, max: 40 }),
				(end, damages, chunkBytes) => {
					const bytes = Uint8Array.from(valid.subarray(0, end));
					for (const [at, byte] of damages) if (at < end) bytes[at] = byte;
					expect(brief(readAll(bytes, chunkBytes))).toEqual(brief(readAll(bytes)));
				},
			),
			{ numRuns: 300, seed: 2 },
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				readAll(bytes, 7);
			}),
			{ numRuns: 300, seed: 3 },
		);
	});
});
