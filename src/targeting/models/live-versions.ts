/**
 * The models that score in this process: read from the store at the start, after a decision, and now and then, because
 * another process may have decided. What they count is added to the store now and then and at the end.
 */
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { addModelCounts, readLiveVersions, readModelBody } from '../store/models.ts';
import { addCounts, readCounts } from './drift.ts';
import type { LiveModels } from './live-models.ts';
import { type CountingModel, openLiveModel } from './open-live-model.ts';
import { parseStoredModel, type StoredModel } from './stored-model.ts';

/** How long a decision that was made in another process may go unnoticed. */
const LOOK_EVERY_MS = 30_000;
const KEEP_EVERY_MS = 300_000;

/** A model that is open, with what its drift is held against. */
export type Opened = {
	readonly model: CountingModel;
	readonly reference: StoredModel['reference'];
	/** Names of its features, in the order of the reference. */
	readonly features: readonly string[];
};

export function createLiveModels({
	database,
	clock,
	onFailure,
}: {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
}) {
	let champion: Opened | undefined;
	let challenger: Opened | undefined;
	let live: LiveModels = { champion: undefined, challenger: undefined };
	/** Asked for reasons of older records; a few, because each holds its trees. */
	const others = new Map<number, Opened>();
	/** Told once. */
	const refused = new Set<number>();
	let lookedMs = clock.monotonic();
	let keptMs = lookedMs;
	let background: Promise<void> | undefined;
	let closed = false;

	async function openStored(version: number): Promise<Opened | undefined> {
		const known = [champion, challenger, others.get(version)].find((each) => each?.model.version === version);
		if (known !== undefined) return known;
		if (refused.has(version)) return undefined;
		const body = await readModelBody(database.kysely, version);
		if (body === undefined) return undefined;
		const read = parseStoredModel(body);
		const opened = read.ok ? openLiveModel(version, read.model) : read;
		if (opened.ok && read.ok)
			return {
				model: opened.model,
				reference: read.model.reference,
				features: read.model.probability.ensemble.features.map(({ name }) => name),
			};
		if (!opened.ok) {
			refused.add(version);
			onFailure('opening a model', new Error(`Model version ${version} was refused: ${opened.reason}.`));
		}
		return undefined;
	}

	async function reload(): Promise<void> {
		const wanted = await readLiveVersions(database.kysely);
		const before = [champion, challenger];
		const next = [wanted.champion, wanted.challenger].map((version) =>
			version === undefined ? undefined : openStored(version),
		);
		[champion, challenger] = [await next[0], await next[1]];
		live = { champion: champion?.model, challenger: challenger?.model };
		for (const each of before)
			if (each !== undefined && each !== champion && each !== challenger) await keep(each);
	}

	async function keep({ model, reference }: Opened): Promise<void> {
		const { scored, counts } = model.counter.take();
		if (scored === 0) return;
		await addModelCounts(database, model.version, scored, (kept) =>
			JSON.stringify(addCounts(readCounts(kept, reference), counts)),
		);
	}

	async function keepCounts(): Promise<void> {
		for (const each of [champion, challenger]) if (each !== undefined) await keep(each);
	}

	/** Looks at the store beside the line, at most one look at a time. */
	function lookNowAndThen(): void {
		const now = clock.monotonic();
		if (closed || background !== undefined || now - lookedMs < LOOK_EVERY_MS) return;
		lookedMs = now;
		const keepToo = now - keptMs >= KEEP_EVERY_MS;
		if (keepToo) keptMs = now;
		background = (async () => {
			await reload();
			if (keepToo) await keepCounts();
		})()
			.catch((cause: unknown) => {
				if (!closed) onFailure('reading the models that are live', cause);
			})
			.finally(() => {
				background = undefined;
			});
	}

	return {
		current(): LiveModels {
			lookNowAndThen();
			return live;
		},
		reload,
		keepCounts,
		async openVersion(version: number): Promise<Opened | undefined> {
			const opened = await openStored(version);
			if (opened === undefined) return undefined;
			if (opened !== champion && opened !== challenger) {
				others.delete(version);
				others.set(version, opened);
				for (const old of others.keys()) if (others.size > MOST_OTHERS) others.delete(old);
			}
			return opened;
		},
		async close(): Promise<void> {
			closed = true;
			await background;
			await keepCounts();
		},
	};
}

const MOST_OTHERS = 3;
