import fc from 'fast-check';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../model.ts';
import type { XmlElement } from './element.ts';
import { openXml } from './reader.ts';
import { escapeXml, XmlWriter } from './writer.ts';

/** A tree in a form that two parsers can be compared by: text without what is only white space between tags. */
type Plain = {
	name: string;
	namespace: string;
	attributes: [string, string][];
	text: string;
	children: Plain[];
};

const plain = (element: XmlElement): Plain => ({
	name: element.name,
	namespace: element.namespace,
	attributes: [...element.attributes].toSorted(),
	text: element.text,
	children: element.children.map(plain),
});

function byOurs(xml: string, chunkBytes = 65_536): Plain | undefined {
	let tree: Plain | undefined;
	let failed = false;
	const reader = openXml(
		{ limits: DEFAULT_LIMITS, now: () => 0 },
		() => 'read',
		(delivery) => {
			if (delivery.type === 'failure') failed = true;
			else if (delivery.type === 'element') tree = plain(delivery.element);
		},
	);
	const bytes = new TextEncoder().encode(xml);
	for (let at = 0; at < bytes.length; at += chunkBytes) reader.push(bytes.subarray(at, at + chunkBytes));
	reader.end();
	return failed ? undefined : tree;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The same by the library, which keeps to the letter of the standard. A prefix without declaration is no error to us. */
function byLibrary(xml: string): Plain | undefined {
	const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
	const open: Plain[] = [];
	let root: Plain | undefined;
	let failed = false;
	const add = (text: string): void => {
		const inner = open.at(-1);
		if (inner !== undefined) inner.text += text;
	};
	parser.on('error', ({ message }) => {
		if (!message.includes('unbound namespace prefix')) failed = true;
	});
	parser.on('doctype', () => {
		failed = true;
	});
	parser.on('text', (text) => {
		if (/[^ \t\r\n]/.test(text)) add(text);
	});
	parser.on('cdata', add);
	parser.on('opentag', (tag) => {
		const own = Object.values<SaxesAttributeNS>(tag.attributes).filter(({ uri }) => uri !== XMLNS);
		const element: Plain = {
			name: tag.local,
			namespace: tag.uri,
			attributes: own
				.map(({ prefix, local, uri, value }): [string, string] => [
					prefix === '' ? local : `{${uri}}${local}`,
					value,
				])
				.toSorted(),
			text: '',
			children: [],
		};
		open.at(-1)?.children.push(element);
		open.push(element);
		root ??= element;
	});
	parser.on('closetag', () => {
		open.pop();
	});
	parser.write(xml).close();
	return failed ? undefined : root;
}

const PIECES = [
	...[
		'<a>',
		'</a>',
		'<b >',
		'</b\n>',
		'<p:c>',
		'</p:c>',
		'<a/>',
		'<b x="1"/>',
		'<b x=\'2\' y="3">',
		'</b>',
		'<b x="1" x="2"/>',
	],
	...[
		'<a xmlns="urn:1">',
		'<p:c xmlns:p="urn:2" p:x="1">',
		'<p:c xmlns:p="">',
		'<a xmlns:xml="urn:3"/>',
		'<a xmlns:q="urn:2" q:x="1" p:x="2"/>',
	],
	...[
		'text',
		' ',
		'\n\t',
		'\r\n',
		'\r',
		'é€😀',
		'&amp;',
		'&lt;',
		'&#65;',
		'&#x1F600;',
		'&#0;',
		'&#xD800;',
		'&nbsp;',
		'&',
		'&;',
		'&#;',
	],
	...[
		'<![CDATA[x < y]]>',
		'<![CDATA[',
		']]>',
		']]',
		'<!-- c -->',
		'<!-- c -- d -->',
		'<!---->',
		'<!--->',
		'<?pi data?>',
		'<?pi?>',
		'<??>',
	],
	...[
		'<?xml version="1.0"?>',
		'<?XML x?>',
		'<?a:b x?>',
		'<!DOCTYPE a>',
		'<!ELEMENT a>',
		'<',
		'>',
		'"',
		"'",
		'/',
		'=',
		'<1>',
		'<a:b:c/>',
		'<:a/>',
	],
	...[
		'<a b/>',
		'<a b=c/>',
		'<a b="<"/>',
		'<a b=">"/>',
		'<a b="&lt;&#10;\n"/>',
		'<a b="1"c="2"/>',
		'<a / >',
		'</ a>',
		'< a>',
		'\u0001',
		'\ufffe',
		'<é/>',
		'<a·b/>',
	],
];

describe('the scanner against a library', () => {
	it('accepts the same documents and reads the same trees from them', () => {
		let accepted = 0;
		const balanced = fc.letrec((tie) => ({
			content: fc
				.array(
					fc.oneof(
						{ weight: 4, arbitrary: fc.constantFrom(...PIECES) },
						{ weight: 5, arbitrary: tie('element') },
					),
					{ maxLength: 3 },
				)
				.map((parts) => parts.join('')),
			element: fc
				.tuple(
					fc.constantFrom('a', 'b', 'p:c', 'xml:d'),
					fc.constantFrom('', ' x="1"', ' xmlns="urn:4"', ' xmlns:p="urn:5"', " p:y='&quot;'"),
					tie('content'),
				)
				.map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`),
		}));
		fc.assert(
			fc.property(
				fc.oneof(
					balanced.content,
					fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join('')),
				),
				fc.integer({ min: 1, max: 30 }),
				(content, chunkBytes) => {
					const xml = `<r>${content}</r>`;
					const expected = byLibrary(xml);
					if (expected !== undefined) accepted++;
					expect(byOurs(xml)).toEqual(expected);
					expect(byOurs(xml, chunkBytes)).toEqual(expected);
				},
			),
			{ numRuns: 3_000, seed: 11 },
		);
		expect(accepted).toBeGreaterThan(300);
	});

	it('judges every piece alone as the library does', () => {
		for (const piece of PIECES) {
			for (const xml of [`<r>${piece}</r>`, `<r ${piece}/>`, `<r a="${piece}"/>`])
				expect([xml, byOurs(xml)]).toEqual([xml, byLibrary(xml)]);
		}
	});
});

describe('the writer', () => {
	it('writes what the reader reads back', () => {
		const value = fc.string({ unit: 'grapheme', maxLength: 20 });
		fc.assert(
			fc.property(value, value, fc.constantFrom('', '\t'), (text, attribute, indent) => {
				const xml = new XmlWriter(indent)
					.open('r', { a: attribute, b: undefined })
					.leaf('t', text)
					.leaf('u', undefined)
					.close('r')
					.toString();
				const tree = byOurs(xml);
				expect(tree?.attributes).toEqual([['a', attribute]]);
				expect(tree?.children).toHaveLength(1);
				expect(tree?.children[0]?.text.trim()).toBe(text.trim());
			}),
			{ numRuns: 200, seed: 12 },
		);
	});

	it('leaves out characters that XML cannot hold, and groups that are empty', () => {
		expect(escapeXml('a\u0000b\ufffec\ud800d')).toBe('abcd');
		const writer = new XmlWriter('', false);
		writer.open('r').group('g', () => writer.leaf('x', undefined));
		expect(
			writer
				.group('h', () => writer.leaf('x', 1))
				.close('r')
				.toString(),
		).toBe('<r><h><x>1</x></h></r>');
	});
});
