/**
 * Why XML could not be read, in words for people, and what to do about it.
 */

export type XmlFailureCode =
	| 'xml.not-well-formed'
	| 'xml.truncated'
	| 'xml.empty'
	| 'xml.doctype'
	| 'xml.entity'
	| 'xml.encoding'
	| 'limit.depth'
	| 'limit.token'
	| 'limit.message-bytes'
	| 'limit.message-time'
	| 'limit.bytes'
	| 'limit.records';

/** Thrown inside of the XML reader to leave a document; it never leaves the reader. */
export class NotWellFormed extends Error {
	override readonly name = 'NotWellFormed';
	readonly code: XmlFailureCode;

	/** @param words complete the sentence "The XML is not well-formed: …". */
	constructor(words: string, code: XmlFailureCode = 'xml.not-well-formed') {
		super(words);
		this.code = code;
	}
}

export const XML_REMEDIES: { readonly [code in XmlFailureCode]: string } = {
	'xml.not-well-formed': 'Ask the sender to correct the XML and to send it again.',
	'xml.truncated': 'Send the whole file again: its end is missing.',
	'xml.empty': 'Send a file that holds an XML document.',
	'xml.doctype': 'Ask the sender to leave out the DOCTYPE: document types and their entities are never read.',
	'xml.entity': 'Write the character itself, or a number such as &#233;: named entities are never read.',
	'xml.encoding': 'Send the file as UTF-8, or declare the encoding that it really has.',
	'limit.depth': 'Send messages that are nested less deeply, or let the operator raise the limit on depth.',
	'limit.token': 'Send shorter texts, or let the operator raise the limit on the length of a text.',
	'limit.message-bytes': 'Split the message, or let the operator raise the limit on the size of a message.',
	'limit.message-time':
		'Send the message again when the system is less busy, or let the operator raise the limit.',
	'limit.bytes': 'Split the submission into smaller files, or let the operator raise the limit on its size.',
	'limit.records':
		'Split the submission into smaller files, or let the operator raise the limit on messages.',
};
