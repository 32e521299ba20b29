/**
 * Settings of lanes: what a node starts with, and what settings must hold to make sense. Pure.
 */
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import { isCurrency } from '../../values/currency.ts';
import { currencyOf } from './country-currency.ts';

/**
 * What a node has before anybody sets it up: no capacity, so that nothing that reaches a threshold is passed over, and one
 * record in a hundred by chance.
 */
export const defaultSettings = (country: string): LaneSettings => ({
	redFrom: 0.6,
	yellowFrom: 0.35,
	blueFrom: 0.2,
	randomShare: 0.01,
	randomLane: 'red',
	trustedShare: 0.25,
	rankBy: 'probability',
	currency: currencyOf(country),
	capacities: [],
});

/** What is wrong with settings whose shape is right; undefined where nothing is. */
export function checkSettings(settings: LaneSettings): { place: string; message: string } | undefined {
	if (settings.redFrom < settings.yellowFrom || settings.yellowFrom < settings.blueFrom)
		return {
			place: 'settings.redFrom',
			message: 'Thresholds go down from red to yellow to blue.',
		};
	if (!isCurrency(settings.currency))
		return { place: 'settings.currency', message: `${settings.currency} is no currency of today.` };
	const offices = settings.capacities.map(({ office }) => office);
	const twice = offices.find((office, at) => offices.indexOf(office) < at);
	return twice === undefined
		? undefined
		: { place: 'settings.capacities', message: `The office ${twice} is there twice.` };
}

/** Name that stands for every office that has no capacity of its own. */
export const ANY_OFFICE = '*';

/** Checks that an office can do in a day; null is without limit. */
export function capacityOf(
	settings: LaneSettings,
	office: string,
): { readonly red: number | null; readonly yellow: number | null } {
	const { capacities } = settings;
	if (capacities.length === 0) return UNLIMITED;
	return (
		capacities.find((each) => each.office === office) ??
		capacities.find((each) => each.office === ANY_OFFICE) ??
		UNLIMITED
	);
}

const UNLIMITED = { red: null, yellow: null } as const;
