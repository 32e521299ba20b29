/**
 * The linkage models in use: as they come with the program, or as they were estimated from this node's own records.
 * Every estimation is a version; the newest of each kind is used.
 */
import type { ResolutionStatus } from '../../contract/views-resolution.ts';
import type { Clock } from '../platform/clock.ts';
import { estimateModel, type KeyedMention } from './estimate.ts';
import type { Context } from './follow/context.ts';
import type { Desk } from './follow/desk.ts';
import { DEFAULT_MODELS } from './linkage/default-models.ts';
import type { LinkageModel } from './linkage/model.ts';
import { createMatcher, type Matcher } from './matching/matcher.ts';
import type { PeopleKind, PeopleModels } from './matching/people.ts';
import { parseContent } from './matching/prepare.ts';
import type { Reader } from './store/mentions.ts';
import { pairsTogether, sampleEntities, sampleLinks } from './store/samples.ts';
import {
	changeRun,
	newestModels,
	newestVersion,
	type Run,
	type StoredModel,
	saveModels,
} from './store/state.ts';

export type Models = {
	matcher: Context['matcher'];
	describe(reader: Reader): Promise<ResolutionStatus['models']>;
	/** Estimates new models for a run, and saves them with it. */
	estimate(desk: Desk, run: Run): Promise<void>;
};

const KINDS: readonly PeopleKind[] = ['person', 'organisation'];
/** Newest entities and newest links from which a model is estimated; more change its numbers little and cost time and memory. */
const MOST_STRANGERS = 10_000;
const MOST_SAME = 5_000;
/** Fewer say too little about how names are spread. */
const LEAST_STRANGERS = 500;

export function createModels(clock: Clock): Models {
	let known: { matcher: Matcher; models: PeopleModels; stored: readonly StoredModel[] } | undefined;
	const current = async (reader: Reader): Promise<NonNullable<typeof known>> => {
		const version = (await newestVersion(reader)) + 1;
		if (known?.matcher.version === version) return known;
		const stored = version === 1 ? [] : await newestModels(reader);
		const of = (kind: PeopleKind): LinkageModel => {
			const own = stored.find((each) => each.kind === kind);
			return own === undefined ? DEFAULT_MODELS[kind] : (parseModel(own.body) ?? DEFAULT_MODELS[kind]);
		};
		const models: PeopleModels = { person: of('person'), organisation: of('organisation') };
		known = { matcher: createMatcher(version, models), models, stored };
		return known;
	};
	return {
		matcher: async (reader) => (await current(reader)).matcher,
		describe: async (reader) => {
			const { models, stored } = await current(reader);
			return KINDS.map((kind) => describeModel(kind, models[kind], stored));
		},
		estimate: async (desk, run) => {
			const at = new Date(clock.now());
			const version = (await newestVersion(desk.reader)) + 1;
			const estimated: StoredModel[] = [];
			const notes: string[] = [];
			for (const kind of KINDS) {
				const model = await estimateFrom(desk.reader, kind);
				if (model === undefined) notes.push(`Too few entities of kind ${kind} to estimate from.`);
				else
					estimated.push({
						version,
						kind,
						origin: at.toISOString().slice(0, 10),
						body: JSON.stringify(model),
					});
			}
			await desk.write(async (session) => {
				await saveModels(session, estimated, at);
				await changeRun(session, run.id, {
					estimated: true,
					note: ['Mentions are being resolved again.', ...notes].join(' '),
				});
			});
		},
	};
}

/** Undefined where too little is known of the kind. */
async function estimateFrom(reader: Reader, kind: PeopleKind): Promise<LinkageModel | undefined> {
	const read = ({ key, content }: { key: string; content: string }): KeyedMention[] => {
		const mention = parseContent(content);
		return mention === undefined || mention.names.length === 0 ? [] : [{ key, mention }];
	};
	const strangers = (await sampleEntities(reader, kind, MOST_STRANGERS)).flatMap(read);
	if (strangers.length < LEAST_STRANGERS) return undefined;
	const same = (await sampleLinks(reader, kind, MOST_SAME)).flatMap(
		({ left, right }): [KeyedMention, KeyedMention][] => {
			const [[one], [other]] = [read(left), read(right)];
			return one === undefined || other === undefined ? [] : [[one, other]];
		},
	);
	const { mentions, pairs } = await pairsTogether(reader, kind);
	return estimateModel(kind, DEFAULT_MODELS[kind], {
		strangers,
		same,
		prior: pairs / Math.max(1, (mentions * (mentions - 1)) / 2),
	});
}

/** A model that this program wrote; undefined where the text is none. */
function parseModel(body: string): LinkageModel | undefined {
	try {
		const model: unknown = JSON.parse(body);
		if (typeof model !== 'object' || model === null) return undefined;
		if (!('version' in model) || model.version !== 1 || !('comparisons' in model)) return undefined;
		// Written by `estimate` from a typed model, under this version of its form.
		return model as LinkageModel;
	} catch {
		return undefined;
	}
}

function describeModel(
	kind: PeopleKind,
	model: LinkageModel,
	stored: readonly StoredModel[],
): ResolutionStatus['models'][number] {
	return {
		kind,
		origin: stored.find((each) => each.kind === kind)?.origin ?? 'default',
		prior: model.prior,
		threshold: model.threshold,
		candidateThreshold: model.candidateThreshold,
		fields: model.comparisons.map(({ name, levels }) => ({
			field: name,
			levels: levels.map(({ name: level, matchShare, otherShare }) => ({
				level,
				m: matchShare,
				u: otherShare,
				weight: Math.round(1000 * Math.log2(matchShare / otherShare)) / 1000,
			})),
		})),
	};
}
