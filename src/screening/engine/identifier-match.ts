/**
 * Identifiers of a mention looked up in the index. In: a mention. Out: for each entry met, points and, if wanted, the evidence.
 * An exact strong identifier is a hit by itself. A near one pays for its slip, and for every difference of heading and issuer.
 */

import type { Mention } from '../../mentions/model.ts';
import { countryName } from '../../values/country.ts';
import { toCountryCode } from '../../values/country-names.ts';
import { OTHER_ISSUER, OTHER_SCHEME, SLIP } from './evidence-points.ts';
import {
	type IdentifierFamily,
	identifierFamily,
	identifierPoints,
	normaliseIdentifier,
} from './identifier-family.ts';
import type { FoundIdentifier, IdentifierIndex } from './identifier-index.ts';
import type { Evidence, EvidenceFeature } from './model.ts';

export type MatchedIdentifier = {
	readonly entry: number;
	readonly points: number;
	/** Equal, of one issuer as far as is known, and strong enough to be a hit whatever else is said. */
	readonly decides: boolean;
	readonly found: FoundIdentifier;
	readonly asked: AskedIdentifier;
};

type AskedIdentifier = {
	readonly family: IdentifierFamily;
	readonly scheme: string;
	readonly value: string;
	readonly issuer: string | undefined;
};

/** Identifiers of a mention beyond these are not looked up. */
const MOST_ASKED = 40;
/** From these points on, an equal identifier needs nothing else. */
const DECIDES = 0.84;

/** A scheme that stands for not knowing the scheme: looked up in every family. */
const ANY_SCHEME = 'any';
const EVERY_FAMILY: readonly IdentifierFamily[] = [
	'document',
	'registration',
	'imo',
	'mmsi',
	'call-sign',
	'container',
	'plate',
	'account',
	'swift',
	'lei',
	'aircraft',
	'phone',
	'email',
];

/** All entries that have an identifier of the mention, or one a slip away; several for an entry where several agree. */
export function matchIdentifiers(index: IdentifierIndex, mention: Mention): MatchedIdentifier[] {
	const matched: MatchedIdentifier[] = [];
	for (const asked of identifiersAsked(mention)) {
		for (const found of index.find(asked.family, asked.value)) {
			const points = pointsOf(asked, found);
			if (points > 0) {
				const decides = found.cost === 0 && points >= DECIDES;
				matched.push({ entry: found.identifier.entry, points, decides, found, asked });
			}
		}
	}
	return matched;
}

function identifiersAsked(mention: Mention): AskedIdentifier[] {
	const asked: AskedIdentifier[] = [];
	const add = (family: IdentifierFamily, scheme: string, text: string, issuer?: string): void => {
		const value = normaliseIdentifier(family, text);
		if (value !== undefined && asked.length < MOST_ASKED) asked.push({ family, scheme, value, issuer });
	};
	for (const { scheme, value, issuer } of mention.identifiers) {
		const country = issuer === undefined ? undefined : toCountryCode(issuer);
		if (scheme === ANY_SCHEME) for (const family of EVERY_FAMILY) add(family, scheme, value, country);
		else {
			const family = identifierFamily(scheme);
			if (family !== undefined) add(family, scheme, value, country);
		}
	}
	for (const phone of mention.phones ?? []) add('phone', 'phone', phone);
	for (const email of mention.emails ?? []) add('email', 'email', email);
	return asked;
}

function pointsOf(asked: AskedIdentifier, { identifier, cost }: FoundIdentifier): number {
	let points = identifierPoints(asked.family, identifier.scheme, identifier.value) + SLIP * cost;
	if (asked.family !== 'document' && asked.family !== 'registration') return points;
	if (isOtherIssuer(asked, identifier.issuer)) points += OTHER_ISSUER;
	if (asked.scheme !== identifier.scheme && asked.scheme !== ANY_SCHEME) points += OTHER_SCHEME;
	return points;
}

const isOtherIssuer = (asked: AskedIdentifier, issuer: string | undefined): boolean =>
	asked.issuer !== undefined && issuer !== undefined && asked.issuer !== issuer;

/** The piece of evidence of one match. */
export function identifierEvidence({ asked, found, points }: MatchedIdentifier): Evidence {
	const { identifier, cost } = found;
	const feature: EvidenceFeature =
		asked.family === 'phone' || asked.family === 'email' ? asked.family : 'identifier';
	const label = asked.scheme === ANY_SCHEME ? identifier.scheme : asked.scheme;
	const slip =
		cost === 0 ? 'is the same' : `is ${cost < 1 ? 'easily misread as' : 'one slip from'} ${identifier.value}`;
	const heading =
		identifier.scheme === asked.scheme || asked.scheme === ANY_SCHEME
			? ''
			: `, listed as ${identifier.scheme}`;
	const issuer = isOtherIssuer(asked, identifier.issuer)
		? `, but issued by ${named(asked.issuer)} and not ${named(identifier.issuer)}`
		: '';
	return {
		feature,
		left: asked.value,
		right: identifier.written,
		effect: points,
		sentence: `${label} ${asked.value} ${slip}${heading}${issuer}`,
	};
}

const named = (code: string | undefined): string => (code === undefined ? '' : (countryName(code) ?? code));
