/**
 * The export as a page: one HTML file that needs nothing else, to be read and to be printed. Pure. Every value is text: nothing of
 * a document is taken as markup. No script, no link to anywhere.
 */
import type { SubjectExport, ToldHit, ToldRecord } from './document.ts';

const escaped = (text: string): string =>
	text.replace(
		/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g,
		(character) => ESCAPES[character] ?? ' ',
	);
const ESCAPES: { readonly [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const day = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
const words = (name: string): string =>
	name
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replaceAll('-', ' ')
		.toLowerCase();

const STYLE = `body{font:11pt/1.45 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid #777}h3{font-size:1.05rem;margin-top:1.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.15rem .6rem .15rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
th{font-weight:600;width:30%}.note{color:#333}article{break-inside:auto}h2,h3{break-after:avoid}@page{margin:18mm}@media print{body{margin:0;max-width:none}}`;

/** A value and all below it as rows: where it stands, and what it says. */
function rowsOf(value: unknown, path: readonly string[]): [string, string][] {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value))
		return value.flatMap((each, at) => rowsOf(each, value.length === 1 ? path : [...path, String(at + 1)]));
	if (typeof value === 'object')
		return Object.entries(value).flatMap(([name, member]) => rowsOf(member, [...path, words(name)]));
	return [[path.join(' · '), String(value)]];
}

const table = (caption: string, rows: readonly (readonly [string, string])[]): string =>
	rows.length === 0
		? ''
		: `<table><caption class="note">${escaped(caption)}</caption><tbody>${rows
				.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`)
				.join('')}</tbody></table>`;

const list = (items: readonly string[]): string =>
	items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

const section = (title: string, ...parts: readonly string[]): string => {
	const inside = parts.filter((part) => part !== '').join('\n');
	return inside === '' ? '' : `<section><h2>${escaped(title)}</h2>\n${inside}</section>`;
};

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

export function formatPage(document: SubjectExport): string {
	const { node, request, records, hits, judgements, history, seenBy, withheld } = document;
	const title = `What ${node.name} holds about you`;
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
${paragraph(`Answer to your request of ${request.receivedAt.slice(0, 10)} (${request.article}), number ${request.id}. Made on ${day(document.madeAt)}.`)}
${request.decision === null ? paragraph('This is a draft: the request is not decided yet.') : paragraph(request.decision.reason)}
${paragraph(`We looked for: ${document.searchedBy.join('; ')}.`)}
${document.complete ? '' : paragraph('More is held than one answer takes. Ask for the rest.')}
${section('How documents describe you', ...document.descriptions.map(({ caption, content }) => table(caption, rowsOf(content, []))))}
${section('Documents in which you stand', ...records.map(recordPart))}
${section('Comparisons with lists', hits.length === 0 ? paragraph('No comparison of your data with a list is told here.') : hits.map(hitPart).join('\n'))}
${section(
	'What was held to be one person',
	list(
		judgements.map(
			(each) =>
				`${day(each.at)}: “${each.left}” and “${each.right}” were held to be ${each.verdict === 'same' ? 'one' : each.verdict} by ${each.by}: ${each.reason}${each.undoneAt === null ? '' : ' This was taken back.'}`,
		),
	),
	list(history.map(({ at, what }) => `${day(at)}: what is held together was ${what}.`)),
)}
${section('Who looked', list(seenBy.map(({ at, role, purpose }) => `${day(at)}: ${words(role)}${purpose === null ? '' : `, for ${words(purpose)}`}`)))}
${section(
	'What is not told',
	list(
		withheld.map(
			(each) =>
				`${each.parts} ${each.parts === 1 ? 'part' : 'parts'}: ${words(each.category)}, ${words(each.ground)}${each.article === null ? '' : ` (${each.article})`}`,
		),
	),
)}
${section('Your rights', list(document.notices))}
</body></html>
`;
}

function recordPart(record: ToldRecord): string {
	const facts: [string, string][] = [
		['Received', day(record.receivedAt)],
		['From', `${record.source} (${words(record.channel)})`],
		['You are', record.places.map(({ role }) => words(role)).join(', ') || 'named by a number'],
		['Version', `${record.version}${record.newest ? '' : ', replaced since'}`],
		['Others in it', record.others === 0 ? 'nobody' : `${record.others}, left out here`],
		...(record.restricted ? [['Restricted', 'yes: nobody uses it'] as [string, string]] : []),
		...(record.keepUntil === null ? [] : [['Kept until', record.keepUntil.slice(0, 10)] as [string, string]]),
		...(record.maskedAt === null ? [] : [['Masked on', record.maskedAt.slice(0, 10)] as [string, string]]),
		...record.sharedWith.map(({ partner, agreement, purpose, at, corrected }): [string, string] => [
			'Sent to',
			`${partner} on ${at.slice(0, 10)}, under ${agreement ?? 'no agreement'}${purpose === null ? '' : `, for ${words(purpose)}`}${corrected ? '; corrected since' : ''}`,
		]),
	];
	return `<article><h3>${escaped(`${words(record.kind)} ${record.reference}`)}</h3>
${table('About the document', facts)}
${table('What it says', rowsOf(record.content, []))}
${record.findings.length === 0 ? '' : `<p>What checks found:</p>${list(record.findings)}`}
${record.assessment.length === 0 ? '' : `<p>What was decided, and why:</p>${list(record.assessment)}`}</article>`;
}

function hitPart(hit: ToldHit): string {
	const state = hit.state === 'dismissed' ? 'found to be somebody else' : hit.state;
	return `<article><h3>${escaped(`${hit.list}${hit.entry === null ? '' : `: ${hit.entry}`}`)}</h3>
${paragraph(`${hit.sentence} ${day(hit.raisedAt)}: ${state}${hit.reason === null ? '' : `, ${hit.reason}`}.`)}
${list(hit.evidence)}</article>`;
}
