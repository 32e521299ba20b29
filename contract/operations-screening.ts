/**
 * Operations of screening: lists, questions, hits.
 */
import { z } from 'zod';
import { alertAction, alertInstruction, listEntry, listEntryKind, listFormat } from './lists.ts';
import { define, page, paging } from './operation.ts';
import { recordId } from './views.ts';
import * as view from './views-screening.ts';

const version = z.coerce.number().int().min(1);

/** What is asked about one person, organisation or thing. */
export const screeningQuestion = {
	name: z.string().min(1).max(400).optional(),
	kind: z
		.enum(['person', 'organisation', 'vessel', 'aircraft', 'vehicle', 'equipment', 'any'])
		.default('any'),
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
	born: z
		.string()
		.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'use YYYY-MM-DD, YYYY-MM or YYYY')
		.optional(),
	/** Country by code or by name; several with commas. */
	nationality: z.string().max(200).optional(),
	country: z.string().max(200).optional(),
	sex: z.enum(['female', 'male']).optional(),
	birthPlace: z.string().max(400).optional(),
	/** Any number: passport, IMO, container, plate, IBAN, phone, e-mail; `scheme:value` where the kind is known. */
	identifier: z.string().max(200).optional(),
	address: z.string().max(400).optional(),
};

export const screeningOperations = {
	listLists: define({
		id: 'listLists',
		method: 'GET',
		path: '/lists',
		summary: 'Lists that records are screened against, with their versions and thresholds',
		action: 'list.read',
		input: z.object({}),
		output: z.array(view.list),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	loadList: define({
		id: 'loadList',
		method: 'POST',
		path: '/lists/:list/versions',
		summary: 'Load a version of a list; a list of that name is made where there is none',
		action: 'list.change',
		input: z.object({
			list: view.listId,
			/** Recognised by content where it is left out. */
			format: listFormat.optional(),
			/** File name, a hint only. A zip holds the files of a list that has several. */
			file: z.string().max(400).optional(),
			name: z.string().min(1).max(200).optional(),
			/** `false` keeps it staged, for a preview. */
			activate: z.stringbool().default(true),
		}),
		body: 'bytes',
		output: view.listLoaded,
		errors: ['not-signed-in', 'not-permitted', 'too-large', 'unknown-format', 'unreadable', 'conflict'],
	}),
	activateList: define({
		id: 'activateList',
		method: 'POST',
		path: '/lists/:list/versions/:version/activate',
		summary: 'Screen against a staged version from now on, and screen what is stored again',
		action: 'list.change',
		input: z.object({ list: view.listId, version }),
		output: view.list,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
	diffList: define({
		id: 'diffList',
		method: 'GET',
		path: '/lists/:list/diff',
		summary: 'What was added, changed and removed from one version of a list to another',
		action: 'list.read',
		input: z.object({
			list: view.listId,
			/** The version before where it is left out. */
			from: version.optional(),
			/** The newest where it is left out. */
			to: version.optional(),
			change: z.enum(['added', 'changed', 'removed']).optional(),
			...paging,
		}),
		output: z.object({
			from: z.number().int(),
			to: z.number().int(),
			added: z.number().int(),
			changed: z.number().int(),
			removed: z.number().int(),
			...page(view.entryChange).shape,
		}),
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	previewList: define({
		id: 'previewList',
		method: 'GET',
		path: '/lists/:list/preview',
		summary: 'Hits per day that a version or a threshold would raise, before it goes live',
		action: 'list.read',
		input: z.object({
			list: view.listId,
			/** The staged version, or the active one where nothing is staged. */
			version: version.optional(),
			/** One threshold for all purposes, instead of those that are set. */
			threshold: z.coerce.number().min(0).max(1).optional(),
			days: z.coerce.number().int().min(1).max(90).default(14),
		}),
		output: view.preview,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	changeList: define({
		id: 'changeList',
		method: 'POST',
		path: '/lists/:list',
		summary: 'Make a list of one’s own, or change name, thresholds and what its alerts ask for',
		action: 'list.change',
		input: z.object({
			list: view.listId,
			name: z.string().min(1).max(200).optional(),
			thresholds: view.thresholds.optional(),
			instruction: alertInstruction.partial().optional(),
		}),
		output: view.list,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'invalid-input'],
	}),
	listListEntries: define({
		id: 'listListEntries',
		method: 'GET',
		path: '/lists/:list/entries',
		summary: 'Entries of the active version of a list, by name or key',
		action: 'list.read',
		input: z.object({
			list: view.listId,
			search: z.string().max(200).optional(),
			kind: listEntryKind.optional(),
			...paging,
		}),
		output: page(view.storedListEntry),
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	changeListEntry: define({
		id: 'changeListEntry',
		method: 'POST',
		path: '/lists/:list/entries',
		summary: 'Add or change an entry of a list of one’s own; takes effect at once',
		action: 'list-entry.change',
		input: z.object({ list: view.listId, entry: listEntry, reason: z.string().min(3).max(1_000) }),
		output: view.storedListEntry,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict', 'invalid-input'],
	}),
	removeListEntry: define({
		id: 'removeListEntry',
		method: 'POST',
		path: '/lists/:list/entries/:key/remove',
		summary: 'Take an entry off a list of one’s own; its hits are withdrawn',
		action: 'list-entry.change',
		input: z.object({ list: view.listId, key: z.string().max(200), reason: z.string().min(3).max(1_000) }),
		output: z.object({ list: view.listId, key: z.string(), withdrawn: z.number().int() }),
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
	screen: define({
		id: 'screen',
		method: 'POST',
		path: '/screen',
		summary: 'Ask whether somebody or something is on a list; nothing is stored',
		action: 'screening.ask',
		input: z.object({
			...screeningQuestion,
			purpose: view.purpose.default('enquiry'),
			/** Lists to ask, with commas; all where it is left out. */
			lists: z.string().max(1_000).optional(),
			/** Shows weaker hits too, instead of the thresholds that are set. */
			threshold: z.coerce.number().min(0).max(1).optional(),
			limit: z.coerce.number().int().min(1).max(100).default(20),
		}),
		output: view.screened,
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	screenBatch: define({
		id: 'screenBatch',
		method: 'POST',
		path: '/screen/batch',
		summary: 'Screen every row of a CSV file; answers as CSV or JSON lines, row by row',
		action: 'screening.ask',
		input: z.object({
			purpose: view.purpose.default('enquiry'),
			threshold: z.coerce.number().min(0).max(1).optional(),
			answer: z.enum(['csv', 'json-lines']).default('csv'),
			/** Rows without a hit are answered too. */
			all: z.stringbool().default(false),
		}),
		body: 'bytes',
		output: z.unknown(),
		answer: 'bytes',
		errors: ['not-signed-in', 'not-permitted', 'too-large', 'unreadable'],
	}),
	listHits: define({
		id: 'listHits',
		method: 'GET',
		path: '/hits',
		summary: 'Hits, newest first, filtered and paged',
		action: 'hit.list',
		input: z.object({
			state: view.hitState.optional(),
			list: view.listId.optional(),
			purpose: view.purpose.optional(),
			/** What the owner of the list asks for. */
			action: alertAction.optional(),
			/** Hits on the parties of one record. */
			record: recordId.optional(),
			/** Hits on one entry of a list. */
			entry: z.string().max(200).optional(),
			minimumScore: z.coerce.number().min(0).max(1).optional(),
			...paging,
		}),
		output: page(view.hitSummary),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	readHit: define({
		id: 'readHit',
		method: 'GET',
		path: '/hits/:id',
		summary: 'One hit: which names and evidence were compared, the entry, the records, the history',
		action: 'hit.read',
		input: z.object({ id: z.uuid() }),
		output: view.hitDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	decideHit: define({
		id: 'decideHit',
		method: 'POST',
		path: '/hits/:id/decide',
		summary: 'Confirm or dismiss a hit, or open it again, with a reason',
		action: 'hit.decide',
		input: z.object({
			id: z.uuid(),
			decision: z.enum(['confirm', 'dismiss', 'reopen']),
			reason: z.string().min(3).max(2_000),
		}),
		output: view.hitSummary,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
} as const;
