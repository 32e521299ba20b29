/**
 * Declarations in XML of the WCO data model: recognised by structure, read one by one in flat memory, written.
 * Reads a Declaration bare, within MetaData, or within any wrapper, with any prefixes and any version of the namespace.
 * Messages that only look like declarations are refused with what they are.
 */
import type { Finding } from '../../../../contract/findings.ts';
import type { Format, MessagePlace, Reader, Reading, ReadingContext, Recognition } from '../../model.ts';
import type { XmlName } from '../xml/element.ts';
import { textOf } from '../xml/element.ts';
import { openXml, type XmlChoice, type XmlDelivery } from '../xml/reader.ts';
import { formatDeclarations } from './format.ts';
import {
	describeResponse,
	hasDeclarationMembers,
	type LookAlike,
	lookAlikeByName,
	lookAlikeByType,
	notADeclaration,
} from './look-alikes.ts';
import { parseDeclaration } from './parse.ts';

const FORMAT = 'wco-dec';

export const wcoDeclaration: Format = {
	id: FORMAT,
	title: 'WCO data model declaration (XML)',
	kinds: ['declaration'],
	recognise,
	open,
	format: formatDeclarations,
};

/** Elements looked at in order to recognise a submission. */
const NAMES_LOOKED_AT = 400;
/** A head of at least so many characters may have been cut. */
const HEAD_CHARS = 30_000;
const WCO_MARKS =
	/^(WCOTypeName|WCODataModelVersionCode|GoodsShipment|GovernmentAgencyGoodsItem|FunctionalReferenceID)$/;

function recognise(head: string): Recognition {
	const names = elementNames(head);
	const root = names[0];
	if (root === undefined) return 'no';
	const isWco = /urn:wco:datamodel/i.test(head) || names.some((name) => WCO_MARKS.test(name));
	const wrapped = root === 'submitDeclarationRequest';
	const declarationAt = names.indexOf('Declaration');
	if (!isWco && !wrapped) {
		if (root === 'Declaration' && names.includes('FunctionCode')) return 'likely';
		if (/^inventoryLinking|^Declaration[A-Z]\w*Response$|^FileUpload/.test(root)) return 'look-alike';
		return 'no';
	}
	const otherAt = names.findIndex((name) => lookAlikeByName({ name, namespace: '' }) !== undefined);
	if (otherAt >= 0 && (declarationAt < 0 || otherAt < declarationAt)) return 'look-alike';
	const type = /<(?:[\w.-]{1,60}:)?WCOTypeName[^<>]{0,200}>([^<]{1,100})</.exec(head)?.[1]?.trim();
	if (lookAlikeByType(type) !== undefined) return 'look-alike';
	if (declarationAt >= 0 || wrapped) return 'certain';
	// Long comments may keep the declaration out of sight.
	return head.length < HEAD_CHARS ? 'look-alike' : 'likely';
}

/** Local names of the first elements, comments and the rest left out; empty where the text is no XML. */
function elementNames(head: string): string[] {
	const names: string[] = [];
	if (!/^[\s\ufeff]*</.test(head)) return names;
	let at = head.indexOf('<');
	while (at >= 0 && names.length < NAMES_LOOKED_AT) {
		if (head.startsWith('<!--', at)) {
			const end = head.indexOf('-->', at + 4);
			if (end < 0) break;
			at = head.indexOf('<', end);
			continue;
		}
		START_TAG.lastIndex = at;
		const name = START_TAG.exec(head)?.[1];
		if (name !== undefined) names.push(name);
		at = head.indexOf('<', at + 1);
	}
	return names;
}

const START_TAG = /<(?:[A-Za-z_][\w.-]{0,100}:)?([A-Za-z_][\w.-]{0,200})/y;

/** A declaration and a response are read; other look-alikes are passed over; the rest is looked into. */
function choose(element: XmlName, ancestors: readonly XmlName[]): XmlChoice {
	const { name } = element;
	if (name === 'Declaration' || name === 'Response') return 'read';
	if (name === 'WCOTypeName') return 'aside';
	// Deeper elements are content of something unknown, in which a chance name means nothing.
	return ancestors.length < 4 && lookAlikeByName(element) !== undefined ? 'skip' : 'enter';
}

function open(context: ReadingContext): Reader {
	let ready: Reading[] = [];
	let typeName: string | undefined;

	const refuse = (lookAlike: LookAlike, place: MessagePlace): void => {
		ready.push({ outcome: 'refused', format: FORMAT, ...lookAlike, place });
	};
	const read = ({ element, place, findings }: XmlDelivery & { type: 'element' }): void => {
		const other =
			element.name === 'Response'
				? describeResponse(element)
				: (lookAlikeByType(typeName) ??
					(hasDeclarationMembers(element) ? undefined : notADeclaration(element.name)));
		if (other !== undefined) {
			refuse(other, place);
			return;
		}
		const parsed = parseDeclaration(element);
		if (parsed.outcome === 'refused') {
			refuse({ code: 'wco.no-reference', reason: parsed.reason, remedy: parsed.remedy }, place);
			return;
		}
		const all: Finding[] = [...findings, ...parsed.scalars.findings];
		ready.push({ outcome: 'record', format: FORMAT, record: parsed.declaration, findings: all, place });
	};
	const deliver = (delivery: XmlDelivery): void => {
		if (delivery.type === 'failure') {
			const { code, reason, remedy, place } = delivery;
			refuse({ code, reason, remedy }, place);
		} else if (delivery.type === 'document') {
			if (delivery.messages === 0) {
				refuse(lookAlikeByType(typeName) ?? notADeclaration(delivery.root.name), delivery.place);
			}
			typeName = undefined;
		} else if (delivery.choice === 'aside') typeName = textOf(delivery.element);
		else {
			if (delivery.choice === 'read') read(delivery);
			else
				refuse(lookAlikeByName(delivery.element) ?? notADeclaration(delivery.element.name), delivery.place);
			typeName = undefined;
		}
	};

	const xml = openXml(context, choose, deliver);
	const take = (): Reading[] => {
		const taken = ready;
		ready = [];
		return taken;
	};
	return {
		push(chunk) {
			xml.push(chunk);
			return take();
		},
		end() {
			xml.end();
			return take();
		},
	};
}
