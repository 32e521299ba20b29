/**
 * Requests of data subjects put together: the register, finding, acting on records, and the export. The only orchestration of the
 * room. Requests whose end has come are deleted once an hour.
 */
import { requestArticles } from '../../contract/data-protection-law.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { createActsOnRecords } from './act-on-records.ts';
import { atDesk, entryOf, readPicked, requireIdentity } from './desk.ts';
import { collect } from './export/collect.ts';
import type { SubjectExport } from './export/document.ts';
import { formatPage } from './export/page.ts';
import { createFinding } from './find-subject.ts';
import type { Subjects, SubjectsOptions } from './model.ts';
import { createRegister } from './register.ts';
import { readRequestRow } from './store/requests.ts';
import { openStored } from './views.ts';

const HOUR_MS = 3_600_000;

export function createSubjects(options: SubjectsOptions): Subjects {
	const { database, clock, enter } = options;
	const register = createRegister(options);
	let running: Promise<unknown> | undefined;
	const deleteEnded = (): void => {
		running ??= register
			.deleteEnded()
			.catch((error: unknown) => options.onFailure('requests that have ended could not be deleted', error))
			.finally(() => {
				running = undefined;
			});
	};
	const timer = setInterval(deleteEnded, HOUR_MS);
	timer.unref();

	return {
		...register,
		...createFinding(options),
		...createActsOnRecords(options),
		exportSubject: async ({ id, format }, actor) => {
			const request = openStored(await readRequestRow(database, id), id);
			requireIdentity(request);
			const picked = await readPicked(options, id);
			const article = requestArticles[request.kind][request.law];
			const { document, withheld } = await collect(options, request, article, picked);
			const facts = { format, records: document.records.length, hits: document.hits.length };
			const said = Object.fromEntries(withheld.map(({ category, parts }) => [category, parts]));
			if (request.state === 'closed') {
				const at = new Date(clock.now());
				await database.transact((session) =>
					enter(session, [entryOf(id, actor, at, { what: 'exported', facts })]),
				);
			} else
				await atDesk(options, id, actor, async (_request, session) => {
					const at = new Date(clock.now());
					if (withheld.length > 0)
						await enter(session, [entryOf(id, actor, at, { what: 'withheld', facts: said })]);
					return {
						what: 'exported',
						facts: {
							...facts,
							...Object.fromEntries(Object.entries(said).map(([name, parts]) => [`withheld ${name}`, parts])),
						},
					};
				});
			const name = `${options.node.id}-request-${id.slice(-12)}`;
			return format === 'html'
				? { text: formatPage(document), mediaType: 'text/html; charset=utf-8', name: `${name}.html` }
				: {
						text: `${canonicalJson(wellFormed(document))}\n`,
						mediaType: 'application/json; charset=utf-8',
						name: `${name}.json`,
					};
		},
		close: async () => {
			clearInterval(timer);
			await running;
		},
	};
}

/** Half of a surrogate pair, which a document may hold and UTF-8 cannot, becomes U+FFFD. */
const wellFormed = (document: SubjectExport): unknown =>
	JSON.parse(JSON.stringify(document), (_name, value: unknown) =>
		typeof value === 'string' ? value.toWellFormed() : value,
	);
