/**
 * XML that looks like a WCO declaration and is none: what it is, and what to do with it. Decided by structure alone:
 * element names, WCOTypeName and codes, never by names of files.
 */
import { textOf, type XmlElement, type XmlName } from '../xml/element.ts';

export type LookAlike = { code: string; reason: string; remedy: string };

const FROM_CUSTOMS = 'It needs no action here; send the declaration itself, as the declarant submitted it.';

/** FunctionCode of a response (RES), as customs use it in DMS. */
const RESPONSES: ReadonlyMap<string, string> = new Map([
	['1', 'DMSACC: the declaration was accepted'],
	['2', 'DMSRCV: the declaration was received'],
	['3', 'DMSREJ: the declaration was rejected'],
	['5', 'DMSCTL: the goods are under control'],
	['6', 'DMSDOC: documents are requested'],
	['7', 'DMSRES: the declaration was amended'],
	['8', 'DMSROG: the goods are released'],
	['9', 'DMSCLE: the goods are cleared'],
	['10', 'DMSINV: the declaration was invalidated'],
	['11', 'DMSREQ: a request was decided'],
	['13', 'DMSTAX: the duties and taxes were calculated'],
	['14', 'DMSCPI: a payment is insufficient'],
	['15', 'DMSCPR: a payment reminder'],
	['16', 'DMSEOG: the goods have left'],
	['17', 'DMSEXT: the exit is confirmed'],
	['18', 'DMSGER: the goods did not leave in time'],
	['50', 'DMSQRY: a query'],
	['51', 'DMSALV: a notice of arrival'],
]);

/** A Response element: what customs tell a declarant about a declaration. */
export function describeResponse(element: XmlElement | undefined): LookAlike {
	const functionCode = textOf(element, 'FunctionCode');
	const known = RESPONSES.get((functionCode ?? '').replace(/^0+/, ''));
	const said =
		known ?? (functionCode === undefined ? undefined : `function code ${functionCode.slice(0, 20)}`);
	const about = element?.children.find(({ name }) => name === 'Declaration');
	const registration = textOf(about, 'ID') ?? textOf(about, 'FunctionalReferenceID');
	const named = registration === undefined ? '' : ` about declaration ${registration.slice(0, 60)}`;
	return {
		code: 'wco.response',
		reason: `The message is a response from customs to a declarant (RES)${said === undefined ? '' : `, ${said}`}${named}; it is not a declaration.`,
		remedy: FROM_CUSTOMS,
	};
}

/** Kinds of message by the name of an element around a declaration's data, matched from the start or end of the name. */
const BY_NAME: readonly (readonly [RegExp, LookAlike])[] = [
	[
		/^DeclarationFullResponse$|^FullDeclaration/,
		{
			code: 'wco.retrieval',
			reason:
				'The message is a full retrieval report of a declaration that customs hold (DIS); it is not a submission by a declarant.',
			remedy:
				'Send the declaration as the declarant submitted it, or keep the report as a document of the case.',
		},
	],
	[
		/^Declaration(Status|Version|Search)|^StatusQuery|^queryDeclaration|^retrieveDeclaration/i,
		{
			code: 'wco.status',
			reason: 'The message is a report on the status of declarations; it is not a declaration.',
			remedy: FROM_CUSTOMS,
		},
	],
	[
		/^inventoryLinking|^Inventory(Report|Report[A-Z])/i,
		{
			code: 'wco.inventory',
			reason: 'The message tells of a movement of goods between inventory systems; it is not a declaration.',
			remedy: 'Send it as a movement event where it says when goods arrived or left.',
		},
	],
	[
		/^FileUpload|^BatchFileUpload|^UploadedFile/i,
		{
			code: 'wco.file-upload',
			reason: 'The message asks for the upload of supporting documents; it is not a declaration.',
			remedy: FROM_CUSTOMS,
		},
	],
	[
		/Response$|Notification$|Notifications$|^error(Response|s)?$/i,
		{
			code: 'wco.response',
			reason: 'The message is a response or notification from a system; it is not a declaration.',
			remedy: FROM_CUSTOMS,
		},
	],
];

/** What an element stands for where it is recognised in order to be refused; undefined where it may hold a declaration. */
export function lookAlikeByName({ name }: XmlName): LookAlike | undefined {
	for (const [pattern, lookAlike] of BY_NAME) if (pattern.test(name)) return lookAlike;
	return undefined;
}

/** Information packages of the WCO data model that are no goods declaration, by WCOTypeName. */
const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
	['RES', 'a response from customs to a declarant'],
	['CRI', 'a cargo report at import'],
	['CRE', 'a cargo report at export'],
	['CONV', 'a conveyance report'],
	['TRT', 'a transit report'],
	['CAR', 'a cargo report'],
	['MAN', 'a manifest'],
	['LPCO', 'an application for a licence, permit or certificate'],
	['IGM', 'a manifest'],
	['INV', 'an inventory message'],
]);

/** Whether WCOTypeName says that the message is something else than a declaration. */
export function lookAlikeByType(typeName: string | undefined): LookAlike | undefined {
	if (typeName === undefined) return undefined;
	const type = /^[A-Za-z]+/.exec(typeName)?.[0].toUpperCase() ?? '';
	const what = OTHER_TYPES.get(type);
	if (what === undefined) return undefined;
	return {
		code: type === 'RES' ? 'wco.response' : 'wco.other-message',
		reason: `The message is ${what} (WCOTypeName ${type}); it is not a goods declaration.`,
		remedy:
			type === 'RES' ? FROM_CUSTOMS : 'Send goods declarations here, and cargo reports as UN/EDIFACT CUSCAR.',
	};
}

/** Children of which a declaration of the WCO data model has at least one. */
const MEMBERS: ReadonlySet<string> = new Set([
	...['FunctionCode', 'FunctionalReferenceID', 'ID', 'TypeCode', 'GoodsShipment', 'Declarant'],
	...['GoodsItemQuantity', 'AcceptanceDateTime', 'IssueDateTime', 'Amendment'],
]);

export const hasDeclarationMembers = (element: XmlElement): boolean =>
	element.children.some(({ name }) => MEMBERS.has(name));

export const notADeclaration = (root: string): LookAlike => ({
	code: 'wco.not-a-declaration',
	reason: `The document (${root.slice(0, 80)}) holds no Declaration of the WCO data model.`,
	remedy: 'Send a message that holds a Declaration element, bare or within MetaData.',
});
