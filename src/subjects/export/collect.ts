/**
 * Puts together what a person is given. In: a request with its picks. Out: the document of the export, and what was withheld from
 * it, counted. What others are in the same documents is left out of every part of it.
 */
import { type Explanation, explanation } from '../../../contract/views-screening.ts';
import { momentOf } from '../../platform/identifiers.ts';
import { documentKey } from '../../values/content-key.ts';
import { bodyOf } from '../act-on-records.ts';
import { searchedBy } from '../asked-mention.ts';
import type { Picked } from '../desk.ts';
import type { SubjectsOptions } from '../model.ts';
import { belongsToOther, ownPartsOf, standingsIn } from '../own-parts.ts';
import {
	type HeldFinding,
	type HeldRecord,
	MOST_HELD,
	type RecipientRow,
	readEntityEvents,
	readFindingsOf,
	readHeldRecords,
	readHitsOf,
	readJudgementsOf,
	readMentions,
	readRecipients,
} from '../store/held.ts';
import { articleOf, type OpenedRequest } from '../views.ts';
import {
	unnamed,
	type Withheld,
	WithheldCounts,
	withheldHit,
	withheldInGeneral,
	withheldRecord,
} from '../withholding.ts';
import type { SubjectExport, ToldHit, ToldRecord } from './document.ts';
import { toldAssessment } from './told-assessment.ts';

const MOST_LOOKS = 1_000;

const NOTICES = [
	'What speaks of other persons in the same documents is left out.',
	'The law does not let every agency say whether some data are held, such as reports of suspicion. This sentence stands in every answer, whether or not anything was left out.',
	'You may ask for wrong data to be corrected, for their use to be restricted, and for data to be erased that may not be held.',
	'You may complain to the supervisory authority, have it check what was not told to you, and go to court (GDPR art. 77 and 79; Directive (EU) 2016/680 art. 17, 52 and 54).',
];

export type Collected = {
	readonly document: SubjectExport;
	readonly withheld: readonly (Withheld & { readonly parts: number })[];
};

export async function collect(
	options: SubjectsOptions,
	request: OpenedRequest,
	article: string,
	{ own, wholeRecords, records: ids, complete }: Picked,
): Promise<Collected> {
	const { database, clock, node } = options;
	const words = request.content.decision?.withhold ?? [];
	const withheld = new WithheldCounts();
	const held = await readHeldRecords(database, ids);
	const tellable = held.filter((record) => {
		const why = withheldRecord(record, words);
		if (why !== undefined) withheld.add(why);
		return why === undefined;
	});
	const toldIds = new Set(tellable.map(({ id }) => id));
	const standing = new Map(tellable.map((record) => [record.id, standingsIn(bodyOf(record), own)] as const));
	// A description that stands in nothing that is told is not told either: it could only come from what is withheld.
	const toldMentions = new Set(
		[...standing.values()].flat().flatMap(({ mention, isOwn }) => (isOwn ? [mention] : [])),
	);
	const mentions = (await readMentions(database, [...own])).filter(({ key }) => toldMentions.has(key));
	const captions = new Map(mentions.map(({ key, caption }) => [key, caption]));

	const hits: ToldHit[] = [];
	const silent = new Set<string>();
	for (const hit of await readHitsOf(database, [...toldMentions])) {
		const why = withheldHit(hit, words);
		if (why === undefined) hits.push(toldHit(hit));
		else {
			withheld.add(why);
			silent.add(hit.mention);
		}
	}
	const general = withheldInGeneral(words);
	const isQuiet = withheld.all.some(({ category }) => unnamed.has(category)) || general !== undefined;
	const [findings, recipients] = await Promise.all([
		readFindingsOf(database, [...toldIds]),
		readRecipients(database, [
			...new Set(tellable.map(({ kind, reference }) => documentKey(kind, reference))),
		]),
	]);
	const byRecord = Map.groupBy(findings, ({ record_id }) => record_id);
	const byDocument = Map.groupBy(recipients, ({ document }) => document);
	const records: ToldRecord[] = [];
	for (const record of tellable)
		records.push(
			await toldRecord(options, record, {
				own,
				whole: wholeRecords.has(record.id),
				findings: (byRecord.get(record.id) ?? []).filter(
					({ other_record: other }) => other === null || toldIds.has(other),
				),
				recipients: byDocument.get(documentKey(record.kind, record.reference)) ?? [],
				reasons: !isQuiet,
				isSilent: (standing.get(record.id) ?? []).some(({ mention }) => silent.has(mention)),
			}),
		);

	const judgements = general === undefined ? await readJudgementsOf(database, [...toldMentions]) : [];
	if (general !== undefined) withheld.add(general);
	const entities = [...new Set(mentions.flatMap(({ entity }) => entity ?? []))];
	const events = await readEntityEvents(database, entities);
	const looks = await options.seenBy([...toldIds, ...entities], MOST_LOOKS);
	return {
		withheld: withheld.all,
		document: {
			format: 'tidewaiter-subject-export',
			formatVersion: 1,
			node,
			request: {
				id: request.row.id,
				kind: request.kind,
				article,
				receivedAt: request.row.received_at.toISOString(),
				decision: toldDecision(request),
			},
			madeAt: new Date(clock.now()).toISOString(),
			searchedBy: searchedBy(request.content.subject),
			descriptions: mentions.map(({ caption, content }) => ({ caption, content: membersOf(content) })),
			records,
			hits,
			judgements: judgements.flatMap((each) => {
				const left = captions.get(each.left_mention);
				const right = captions.get(each.right_mention);
				// The other side is somebody else, and so is the reason.
				if (left === undefined || right === undefined) return [];
				return [
					{
						at: each.at.toISOString(),
						left,
						right,
						verdict: each.verdict,
						by: each.made_by === 'person' ? 'an officer' : 'the program',
						reason: each.reason,
						undoneAt: each.undone_at?.toISOString() ?? null,
					},
				];
			}),
			history: events.map(({ at, what }) => ({ at: at.toISOString(), what })),
			seenBy: looks.map(({ at, role, purpose }) => ({ at, role, purpose })),
			withheld: withheld.all
				.filter(({ category }) => !unnamed.has(category))
				.map((each) => ({ ...each, article: articleOf(each.ground, request.law) })),
			complete: complete && held.length < MOST_HELD && looks.length < MOST_LOOKS,
			notices: NOTICES,
		},
	};
}

function toldDecision({ content }: OpenedRequest): SubjectExport['request']['decision'] {
	if (content.decision === null) return null;
	const { decision, article, reason } = content.decision;
	return { decision, article, reason };
}

type Beside = {
	readonly own: ReadonlySet<string>;
	readonly whole: boolean;
	readonly findings: readonly HeldFinding[];
	readonly recipients: readonly RecipientRow[];
	readonly reasons: boolean;
	readonly isSilent: boolean;
};

async function toldRecord(options: SubjectsOptions, record: HeldRecord, beside: Beside): Promise<ToldRecord> {
	const body = bodyOf(record);
	const standings = standingsIn(body, beside.own);
	const isMine = (place: string): boolean => !belongsToOther(place, standings);
	const { places, content, others } = ownPartsOf(body, beside.own, beside.whole);
	const [assessment, end] = await Promise.all([
		options.readAssessment(record.id),
		options.retention.endOf(record.id),
	]);
	// That a check was mandatory would tell of the alert that asked for it.
	const isTellable =
		assessment !== undefined && !(beside.isSilent && assessment.summary.basis === 'mandatory');
	return {
		id: record.id,
		kind: record.kind,
		reference: record.reference,
		version: record.version,
		newest: record.latest,
		receivedAt: new Date(momentOf(record.id)).toISOString(),
		source: record.source,
		channel: record.channel,
		places,
		content,
		others,
		findings: beside.findings.filter(({ place }) => isMine(place)).map(({ sentence }) => sentence),
		assessment: isTellable ? toldAssessment(assessment, isMine, beside.reasons) : [],
		restricted: record.restricted,
		sharedWith: beside.recipients.map(({ partner, agreement, purpose, at, corrected }) => ({
			partner,
			agreement,
			purpose,
			at: at.toISOString(),
			corrected,
		})),
		keepUntil: end?.keepUntil ?? null,
		maskedAt: end?.maskedAt ?? null,
	};
}

function toldHit(hit: Awaited<ReturnType<typeof readHitsOf>>[number]): ToldHit {
	const read = explanation.safeParse(JSON.parse(hit.explanation));
	const why: Explanation | undefined = read.success ? read.data : undefined;
	return {
		list: hit.list_name,
		entry: hit.entry_caption,
		state: hit.state,
		score: Math.round(hit.score * 100) / 100,
		sentence: hit.sentence,
		evidence: [
			...(why?.names === null || why === undefined ? [] : [why.names.sentence]),
			...(why?.evidence ?? []).map(({ sentence }) => sentence),
		],
		raisedAt: hit.raised_at.toISOString(),
		decidedAt: hit.decided_at?.toISOString() ?? null,
		reason: hit.reason,
	};
}

const membersOf = (json: string): { readonly [name: string]: unknown } => {
	const value: unknown = JSON.parse(json);
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
};
