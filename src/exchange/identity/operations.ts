/**
 * Identity: who this node is, and whom it trusts. A person compares a fingerprint before a node is trusted; from then on only what
 * its keys sign changes its card. Every change of keys and of trust is entered into the ledger in its own transaction.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { LedgerEntry } from '../../ledger/model.ts';
import type { Control, Identity, IdentityOperations } from '../model.ts';
import { type PartnerFigures, readPartnerFigures } from '../store/identity.ts';
import { formatCard, keyIdOf, readCard, refuseCard, refuseNextCard, revokedKeyOf } from './card.ts';
import { fingerprintOf, parseFingerprint } from './fingerprint.ts';
import { identityOf, type OwnIdentityOptions, openOwnIdentity } from './identity.ts';
import type { KnownPartner } from './known-partners.ts';

export type IdentityOptions = OwnIdentityOptions & {
	/** Tells a partner something about the exchange itself; stored before it resolves. */
	readonly tell: Control;
	readonly onFailure: (message: string, cause: unknown) => void;
};

export type OpenedIdentity = {
	readonly identity: Identity;
	readonly operations: IdentityOperations;
	/** Goes on with a change of keys that a stop interrupted. To be called when messages can be sent. */
	resume(): Promise<void>;
};

type Partner = OutputOf<'listPartners'>[number];

/** Opens the identity of a node, and makes it at the first start. */
export async function openIdentity(options: IdentityOptions): Promise<OpenedIdentity> {
	const { database, nowMs, enter, tell, onFailure, facts } = options;
	const own = await openOwnIdentity(options);

	/** Changes of keys and of trust go one after the other. */
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const next = last.then(work, work);
		last = next.catch(() => {});
		return next;
	};

	const trustedNames = (): string[] =>
		own.partners
			.all()
			.filter(({ state }) => state !== 'distrusted')
			.map(({ name }) => name);

	/** One partner that cannot be told does not keep the others from it; its people see the change when they compare. */
	const tellAll = async (card: NodeCard): Promise<void> => {
		for (const name of trustedNames())
			await tell(name, 'card', formatCard(card)).catch((cause: unknown) =>
				onFailure(`${name} could not be told of the new card`, cause),
			);
	};

	const decide = async (
		partner: Omit<KnownPartner, 'keys'>,
		carriedOn: boolean,
		entry: Pick<LedgerEntry, 'event' | 'actor'>,
	): Promise<KnownPartner> => {
		const at = new Date(nowMs());
		const saved = await database.transact(async (session) => {
			const kept = await own.partners.save(session, partner, { at, carriedOn });
			await enter(session, {
				at: at.toISOString(),
				what: 'key',
				...entry,
				subject: partner.name,
				hash: keyIdOf(Buffer.from(formatCard(partner.card), 'utf8')),
			});
			return kept;
		});
		own.partners.remember(saved);
		return saved;
	};

	const takeCard = (from: string, document: string): Promise<RefusalCode | undefined> =>
		inTurn(async () => {
			const known = own.partners.get(from);
			if (known === undefined || known.state === 'distrusted') return 'unknown-sender';
			const card = readCard(document);
			if ('code' in card) return card.code;
			if (formatCard(card) === formatCard(known.card)) return undefined;
			const refused = refuseNextCard(known.card, card) ?? refuseRevoked(known, card);
			if (refused !== undefined) return refused.code;
			const isChanged =
				card.signingKey !== known.card.signingKey || card.sealingKey !== known.card.sealingKey;
			await decide({ ...known, card, state: isChanged ? 'changed' : known.state }, true, {
				event: isChanged ? 'partner-keys-changed' : 'partner-card-changed',
			});
			return undefined;
		});

	const view = async (partner: KnownPartner): Promise<Partner> =>
		viewOf(partner, (await readPartnerFigures(database)).get(partner.name));

	const readIdentity = async (): Promise<OutputOf<'readIdentity'>> => {
		const card = own.card();
		return {
			card,
			fingerprint: fingerprintOf(card),
			keys: own.keys().flatMap(({ use, id, state, madeAt, endedAt, reason }) =>
				state === 'next'
					? []
					: [
							{
								use,
								id,
								state,
								madeAt: madeAt.toISOString(),
								endedAt: endedAt?.toISOString() ?? null,
								reason,
							},
						],
			),
		};
	};

	const problemOfCard = (card: NodeCard): OutputOf<'checkCard'>['problem'] => {
		try {
			refuseToTrust(own.card(), own.partners.all(), card, fingerprintOf(card));
			return null;
		} catch (error) {
			if (!(error instanceof TidewaiterError)) throw error;
			return { sentence: error.message, remedy: error.remedy ?? null };
		}
	};

	const operations: IdentityOperations = {
		readIdentity,
		rotateKeys: ({ reason, revoke }) =>
			inTurn(async () => {
				const rotation = await own.beginRotation(reason, revoke);
				// Signed and stored under the keys that partners know; what comes after it is signed with the new ones.
				await tellAll(rotation.card);
				await rotation.finish();
				return readIdentity();
			}),
		changeCard: ({ title, url }, actor) =>
			inTurn(async () => {
				if (url !== undefined && !/^https:\/\/[^\s/?#@]+\/?$/.test(url))
					throw new TidewaiterError('invalid-input', 'Partners reach a node at https://host:port.', {
						place: 'url',
					});
				const card = own.card();
				if ((title ?? card.title) === card.title && (url ?? card.url) === card.url) return readIdentity();
				const changed = { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
				const next = await own.issueCard(changed, {
					event: 'card-changed',
					subject: facts.name,
					actor: actor.id,
				});
				await tellAll(next);
				return readIdentity();
			}),
		listPartners: async () => {
			const figures = await readPartnerFigures(database);
			return own.partners.all().map((partner) => viewOf(partner, figures.get(partner.name)));
		},
		checkCard: async ({ card }) => ({
			fingerprint: fingerprintOf(card),
			problem: problemOfCard(card),
			known: own.partners.get(card.name)?.state ?? null,
			carriesOn: isCarriedOn(own.partners.get(card.name), card),
		}),
		trustPartner: ({ card, fingerprint }, actor) =>
			inTurn(async () => {
				refuseToTrust(own.card(), own.partners.all(), card, fingerprint);
				const carriedOn = isCarriedOn(own.partners.get(card.name), card);
				return view(
					await decide(
						{
							name: card.name,
							card,
							state: 'trusted',
							trustedBy: actor.name,
							trustedAt: new Date(nowMs()),
							reason: null,
						},
						carriedOn,
						{ event: 'partner-trusted', actor: actor.id },
					),
				);
			}),
		distrustPartner: ({ name, reason }, actor) =>
			inTurn(async () => {
				const known = own.partners.get(name);
				if (known === undefined) throw new TidewaiterError('not-found', `${name} is not among the partners.`);
				return view(
					await decide(
						{
							...known,
							state: 'distrusted',
							trustedBy: actor.name,
							trustedAt: new Date(nowMs()),
							reason,
						},
						true,
						{ event: 'partner-distrusted', actor: actor.id },
					),
				);
			}),
	};
	return {
		identity: identityOf(own, takeCard),
		operations,
		resume: () =>
			inTurn(async () => {
				const rotation = own.pending();
				if (rotation === undefined) return;
				await tellAll(rotation.card);
				await rotation.finish();
			}),
	};
}

/** Do the keys that are known speak for this card? */
const isCarriedOn = (known: KnownPartner | undefined, card: NodeCard): boolean =>
	known !== undefined &&
	(formatCard(known.card) === formatCard(card) || refuseNextCard(known.card, card) === undefined);

const refuseRevoked = (known: KnownPartner, card: NodeCard) =>
	revokedKeyOf(
		card,
		[...known.keys.values()].filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => ({ key: id })),
	);

/** @throws TidewaiterError `invalid-input` or `conflict`, with what a person can do about it. */
function refuseToTrust(
	own: NodeCard,
	partners: readonly KnownPartner[],
	card: NodeCard,
	fingerprint: string,
): void {
	const refused = refuseCard(card);
	if (refused !== undefined)
		throw new TidewaiterError('invalid-input', `This card is not believed. ${refused.reason}`, {
			place: 'card',
		});
	if (parseFingerprint(fingerprint) !== fingerprintOf(card))
		throw new TidewaiterError('invalid-input', 'The fingerprint is not that of the card.', {
			place: 'fingerprint',
			remedy:
				'Ask the partner for it by another way than the card came: by phone, or in person. If it stays another, the card is forged.',
		});
	if (card.name === own.name || card.signingKey === own.signingKey)
		throw new TidewaiterError('conflict', 'This is the card of this node itself.', { place: 'card' });
	const twin = partners.find(
		(partner) => partner.name !== card.name && partner.card.signingKey === card.signingKey,
	);
	if (twin !== undefined)
		throw new TidewaiterError('conflict', `${twin.name} has the same key.`, { place: 'card' });
	const known = partners.find(({ name }) => name === card.name);
	if (known === undefined) return;
	const revoked = refuseRevoked(known, card) ?? revokedKeyOf(card, known.card.revoked);
	if (revoked !== undefined)
		throw new TidewaiterError('conflict', revoked.reason, {
			place: 'card',
			remedy: `Ask ${card.name} for its card of today.`,
		});
	// A node that was set up anew begins at 1 again; whoever trusts it has taken its trust away before.
	const isOlder = card.number < known.card.number;
	const isOther = card.number === known.card.number && formatCard(card) !== formatCard(known.card);
	if (known.state !== 'distrusted' && (isOlder || isOther))
		throw new TidewaiterError(
			'conflict',
			`The card has the number ${card.number}; number ${known.card.number} is known.`,
			{
				place: 'card',
				remedy: `Ask ${card.name} for its card of today. If it was set up anew, distrust it first.`,
			},
		);
}

function viewOf(partner: KnownPartner, figures: PartnerFigures | undefined): Partner {
	const { name, card } = partner;
	return {
		name,
		title: card.title,
		agency: card.agency,
		country: card.country,
		url: card.url,
		fingerprint: fingerprintOf(card),
		state: partner.state,
		trustedBy: partner.trustedBy,
		trustedAt: partner.trustedAt.toISOString(),
		reason: partner.reason,
		card,
		heardAt: figures?.heardAt?.toISOString() ?? null,
		agreements: figures?.agreements ?? 0,
		waiting: figures?.waiting ?? 0,
		unreachableSince: figures?.unreachableSince?.toISOString() ?? null,
		ledger: {
			size: figures?.ledgerSize ?? null,
			cosignedAt: figures?.cosignedAt?.toISOString() ?? null,
			problem: figures?.ledgerProblem ?? null,
		},
	};
}
