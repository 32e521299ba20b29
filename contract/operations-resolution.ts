/**
 * Operations of resolution: entities, judgements, candidates.
 */
import { z } from 'zod';
import { define, page, paging } from './operation.ts';
import { recordId } from './views.ts';
import * as view from './views-resolution.ts';
import { mentionKey } from './views-screening.ts';

export const resolutionOperations = {
	listEntities: define({
		id: 'listEntities',
		method: 'GET',
		path: '/entities',
		summary: 'Persons, organisations and things that records speak of, by name or number',
		action: 'entity.list',
		input: z.object({
			/** A name, written anyhow, or any number. */
			search: z.string().max(200).optional(),
			kind: view.entityKind.optional(),
			...paging,
		}),
		output: page(view.entitySummary),
		errors: ['not-signed-in', 'not-permitted', 'invalid-input'],
	}),
	readEntity: define({
		id: 'readEntity',
		method: 'GET',
		path: '/entities/:id',
		summary: 'One entity: names, numbers, evidence for each link, candidates, history',
		action: 'entity.read',
		/** An identifier that was merged into another answers with the entity that it became. */
		input: z.object({ id: view.entityId }),
		output: view.entityDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	listEntityRecords: define({
		id: 'listEntityRecords',
		method: 'GET',
		path: '/entities/:id/records',
		summary: 'The records in which an entity stands, newest first: its timeline',
		action: 'entity.read',
		input: z.object({ id: view.entityId, ...paging }),
		output: page(view.appearance),
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	listRecordEntities: define({
		id: 'listRecordEntities',
		method: 'GET',
		path: '/records/:id/entities',
		summary: 'Whom and what one record speaks of, and which entities they are',
		action: 'entity.read',
		input: z.object({ id: recordId }),
		output: z.array(view.recordEntity),
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	listCandidates: define({
		id: 'listCandidates',
		method: 'GET',
		path: '/candidates',
		summary: 'Pairs that the model suspects to be one and nobody has judged',
		action: 'entity.list',
		input: z.object({
			state: z.enum(['open', 'same', 'different', 'unsure', 'lapsed']).default('open'),
			kind: view.entityKind.optional(),
			...paging,
		}),
		output: page(view.candidate),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	judge: define({
		id: 'judge',
		method: 'POST',
		path: '/judgements',
		summary: 'Say whether two mentions are one; a person’s word goes before the model’s',
		action: 'judgement.make',
		input: z.object({
			left: mentionKey,
			right: mentionKey,
			verdict: view.verdict,
			reason: z.string().min(3).max(2_000),
		}),
		output: z.object({
			judgement: view.judgement,
			/** The entities of both sides afterwards; equal where they are one. */
			leftEntity: view.entityId,
			rightEntity: view.entityId,
		}),
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict', 'invalid-input'],
	}),
	undoJudgement: define({
		id: 'undoJudgement',
		method: 'POST',
		path: '/judgements/:id/undo',
		summary: 'Take a judgement back; what it alone held together splits again',
		action: 'judgement.make',
		input: z.object({ id: z.uuid(), reason: z.string().min(3).max(2_000) }),
		output: z.object({
			judgement: view.judgement,
			leftEntity: view.entityId,
			rightEntity: view.entityId,
		}),
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict'],
	}),
	readResolution: define({
		id: 'readResolution',
		method: 'GET',
		path: '/resolution',
		summary: 'How far resolution is, the parameters of its models, and what is capped as noise',
		action: 'entity.list',
		input: z.object({}),
		output: view.resolutionStatus,
		errors: ['not-signed-in', 'not-permitted'],
	}),
	runResolution: define({
		id: 'runResolution',
		method: 'POST',
		path: '/resolution/run',
		summary:
			'Estimate the models from this node’s records and resolve them again; judgements of persons stay',
		action: 'resolution.run',
		input: z.object({ estimate: z.boolean().default(true) }),
		output: view.resolutionStatus,
		errors: ['not-signed-in', 'not-permitted', 'conflict'],
	}),
} as const;
