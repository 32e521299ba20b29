/**
 * Models of a node: training on what it has seen, champion and challenger, cards, drift.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { ModelDetail, ModelState, ModelSummary } from '../../../contract/views-models.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { lowestIdentifier } from '../../platform/identifiers.ts';
import type { ModelOperations } from '../model.ts';
import {
	enterState,
	leaveState,
	listModelRows,
	lockModelState,
	type ModelRow,
	readModelBody,
	readModelRow,
	readScoredOutcomes,
} from '../store/models.ts';
import { describeDrift, readCounts } from './drift.ts';
import { liveFigures } from './live-figures.ts';
import type { LiveModel, LiveModels } from './live-models.ts';
import { createLiveModels } from './live-versions.ts';
import { readCard, readComparison } from './read-card.ts';
import { titleOf } from './sentences.ts';
import { createTrainer } from './train-model.ts';

export type ModelOptions = {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
};

export type Models = ModelOperations & {
	current(): LiveModels;
	/** A model that is not live (any more), for the reasons of what it scored; undefined where it cannot be read. */
	openVersion(version: number): Promise<LiveModel | undefined>;
	/** Reads champion and challenger from the store. */
	open(): Promise<void>;
	/** Stops a training that runs; keeps what live models counted. */
	close(): Promise<void>;
};

const MOST_LISTED = 200;
/** The newest so many inspections make the live figures. */
const MOST_INSPECTIONS = 20_000;

export function createModels({ database, clock, onFailure }: ModelOptions): Models {
	const live = createLiveModels({ database, clock, onFailure });
	const trainer = createTrainer({ database, clock, onFailure });

	async function detailOf(row: ModelRow): Promise<ModelDetail> {
		const card = readCard(row.card);
		if (card === undefined)
			throw new TidewaiterError('internal', `The card of version ${row.version} cannot be read.`);
		return {
			summary: summaryOf(row, card),
			card,
			...(await sinceLive(row)),
			comparison: row.state === 'champion' ? null : readComparison(row.comparison),
		};
	}

	/** Drift and live figures of a model that scores, or did. */
	async function sinceLive(row: ModelRow): Promise<Pick<ModelDetail, 'drift' | 'live'>> {
		const scores = row.state === 'champion' || row.state === 'challenger';
		if (!scores || row.decidedAt === null) return { drift: null, live: null };
		const opened = await live.openVersion(row.version);
		if (opened === undefined) return { drift: null, live: null };
		const { reference, features } = opened;
		const inspections = await readScoredOutcomes(
			database.kysely,
			row.version,
			row.state === 'champion' ? 'champion' : 'challenger',
			lowestIdentifier(row.decidedAt.getTime()),
			MOST_INSPECTIONS,
		);
		const named = features.map((name) => ({ name, title: titleOf(name) }));
		return {
			drift: describeDrift(reference, readCounts(row.drift, reference), named),
			live: liveFigures(row.scored, inspections, reference.topProbability),
		};
	}

	async function existing(version: number): Promise<ModelRow> {
		const row = await readModelRow(database.kysely, version);
		if (row === undefined) throw new TidewaiterError('not-found', `There is no model of version ${version}.`);
		return row;
	}

	return {
		current: () => live.current(),
		openVersion: async (version) => (await live.openVersion(version))?.model,
		open: () => live.reload(),
		close: async () => {
			await trainer.close();
			await live.close();
		},
		listModels: async () => ({
			models: (await listModelRows(database.kysely, MOST_LISTED)).flatMap((row) => {
				const card = readCard(row.card);
				return card === undefined ? [] : [summaryOf(row, card)];
			}),
			training: trainer.state(),
		}),
		readModel: async ({ version }) => {
			await live.keepCounts();
			return detailOf(await existing(version));
		},
		trainModel: (input, actor) => trainer.start(input, actor),
		decideModel: async ({ version, decision, reason }, actor) => {
			await live.keepCounts();
			await database.transact(async (session) => {
				const state = await lockModelState(session, version);
				if (state === undefined)
					throw new TidewaiterError('not-found', `There is no model of version ${version}.`);
				const next = NEXT[decision];
				if (state === next)
					throw new TidewaiterError('conflict', `Version ${version} is ${inWords(next)} already.`);
				if (decision === 'challenge' && state === 'champion')
					throw new TidewaiterError('conflict', `Version ${version} is the champion.`, {
						remedy: 'Promote another model first, or retire this one.',
					});
				const at = new Date(clock.now());
				if (next !== 'retired')
					await leaveState(session, next, 'retired', {
						at,
						by: actor.name,
						reason: `version ${version} took its place: ${reason}`,
					});
				await enterState(session, version, next, { at, by: actor.name, reason });
				await actor.enter?.(session);
			});
			await live.reload();
			return detailOf(await existing(version));
		},
		async *exportModel({ version }) {
			const row = await existing(version);
			const body = await readModelBody(database.kysely, version);
			if (body === undefined || !body.startsWith('{'))
				throw new TidewaiterError('internal', `The trees of version ${version} cannot be read.`);
			yield `{"card":${row.card},`;
			// The rest of the object, in pieces that a slow reader can take.
			for (let at = 1; at < body.length; at += PIECE) yield body.slice(at, at + PIECE);
			yield '\n';
		},
	};
}

const PIECE = 1_000_000;

const NEXT: Readonly<Record<'challenge' | 'promote' | 'retire', ModelState>> = {
	challenge: 'challenger',
	promote: 'champion',
	retire: 'retired',
};

const inWords = (state: ModelState): string => (state === 'retired' ? 'retired' : `the ${state}`);

const summaryOf = (row: ModelRow, card: NonNullable<ReturnType<typeof readCard>>): ModelSummary => ({
	id: `model-${row.version}`,
	version: row.version,
	state: row.state,
	trainedAt: row.trainedAt.toISOString(),
	trainedBy: row.trainedBy,
	decidedAt: row.decidedAt?.toISOString() ?? null,
	decidedBy: row.decidedBy,
	reason: row.reason,
	labelled: card.data.labelled,
	auc: card.auc,
	precisionAt: card.precisionAt,
});
