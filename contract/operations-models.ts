/**
 * Operations of models: training, comparison, and the decision which one is live.
 */
import { z } from 'zod';
import { define } from './operation.ts';
import * as view from './views-models.ts';

const version = z.coerce.number().int().min(1);

export const modelOperations = {
	listModels: define({
		id: 'listModels',
		method: 'GET',
		path: '/models',
		summary: 'Models of this node, newest first, and the training that runs',
		action: 'model.read',
		input: z.object({}),
		output: z.object({ models: z.array(view.modelSummary).max(200), training: view.training }),
		errors: ['not-signed-in', 'not-permitted'],
	}),
	readModel: define({
		id: 'readModel',
		method: 'GET',
		path: '/models/:version',
		summary: 'The card of a model, its drift, how it does, and how it compares with the champion',
		action: 'model.read',
		input: z.object({ version }),
		output: view.modelDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
	trainModel: define({
		id: 'trainModel',
		method: 'POST',
		path: '/models',
		summary: 'Train a model on what was declared and found; it goes on in the background',
		action: 'model.train',
		input: z.object({
			/** Days back from now that are replayed. */
			days: z.number().int().min(7).max(3_650).default(730),
			seed: z.number().int().min(0).max(2_147_483_647).default(1),
		}),
		output: view.training,
		errors: ['not-signed-in', 'not-permitted', 'busy', 'conflict', 'invalid-input'],
	}),
	decideModel: define({
		id: 'decideModel',
		method: 'POST',
		path: '/models/:version/decide',
		summary: 'Let a model score beside the champion, put it live, or take it out',
		action: 'model.decide',
		input: z.object({
			version,
			decision: z.enum(['challenge', 'promote', 'retire']),
			reason: z.string().trim().min(3).max(2_000),
		}),
		output: view.modelDetail,
		errors: ['not-signed-in', 'not-permitted', 'not-found', 'conflict', 'invalid-input'],
	}),
	exportModel: define({
		id: 'exportModel',
		method: 'GET',
		path: '/models/:version/file',
		summary: 'A model as a file, with its card',
		action: 'model.read',
		input: z.object({ version }),
		output: z.unknown(),
		answer: 'bytes',
		errors: ['not-signed-in', 'not-permitted', 'not-found'],
	}),
} as const;
