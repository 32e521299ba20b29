/** Thresholds and capacities while they are changed: texts in, settings or what is wrong out, and what differs. Pure. */
import { type LaneSettings, laneSettings } from '../../../../contract/views-targeting.ts';
import { formatPercent } from '../../display/format.ts';

export type CapacityDraft = { key: number; office: string; red: string; yellow: string };

export type LanesDraft = {
	redFrom: string;
	yellowFrom: string;
	blueFrom: string;
	/** In per cent. */
	randomShare: string;
	randomLane: LaneSettings['randomLane'];
	/** In per cent. */
	trustedShare: string;
	rankBy: LaneSettings['rankBy'];
	currency: string;
	capacities: readonly CapacityDraft[];
};

/** Shares and per cent without the noise of binary fractions: 0.07 is "7", and back. */
const inPercent = (share: number): string => String(Number((share * 100).toFixed(4)));
const fromPercent = (percent: number): number => Number((percent / 100).toFixed(6));
const placesText = (places: number | null): string => (places === null ? '' : String(places));

export const writeDraft = (settings: LaneSettings): LanesDraft => ({
	redFrom: String(settings.redFrom),
	yellowFrom: String(settings.yellowFrom),
	blueFrom: String(settings.blueFrom),
	randomShare: inPercent(settings.randomShare),
	randomLane: settings.randomLane,
	trustedShare: inPercent(settings.trustedShare),
	rankBy: settings.rankBy,
	currency: settings.currency,
	capacities: settings.capacities.map(({ office, red, yellow }, key) => ({
		key,
		office,
		red: placesText(red),
		yellow: placesText(yellow),
	})),
});

export type ReadLanes = { settings: LaneSettings; problems: readonly [] } | { problems: readonly string[] };

/** The settings that are written, or everything that is wrong with them. */
export function readLanesDraft(draft: LanesDraft): ReadLanes {
	const problems: string[] = [];
	const number = (text: string, name: string): number => {
		const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
		if (Number.isNaN(value)) problems.push(`${name} is no number.`);
		return value;
	};
	const places = (text: string, office: string): number | null => {
		if (text.trim() === '') return null;
		const value = Number(text);
		if (!Number.isInteger(value) || value < 0)
			problems.push(`Places of ${office} are whole numbers; empty is without limit.`);
		return value;
	};
	const settings = {
		redFrom: number(draft.redFrom, 'Red from'),
		yellowFrom: number(draft.yellowFrom, 'Yellow from'),
		blueFrom: number(draft.blueFrom, 'Blue from'),
		randomShare: fromPercent(number(draft.randomShare, 'The random share')),
		randomLane: draft.randomLane,
		trustedShare: fromPercent(number(draft.trustedShare, 'The share for trusted traders')),
		rankBy: draft.rankBy,
		currency: draft.currency.trim().toUpperCase(),
		capacities: draft.capacities.map(({ office, red, yellow }) => ({
			office: office.trim(),
			red: places(red, office),
			yellow: places(yellow, office),
		})),
	};
	const offices = settings.capacities.map(({ office }) => office);
	if (offices.some((office) => office === ''))
		problems.push('Every row of capacities names an office, or *.');
	const twice = offices.find((office, at) => office !== '' && offices.indexOf(office) !== at);
	if (twice !== undefined) problems.push(`${twice} has two rows.`);
	if (settings.redFrom < settings.yellowFrom || settings.yellowFrom < settings.blueFrom)
		problems.push('Red begins no lower than yellow, and yellow no lower than blue.');
	if (settings.randomShare < 0.001 || settings.randomShare > 0.2)
		problems.push('The random share is between 0.1 and 20 %: never none.');
	if (settings.trustedShare < 0.05 || settings.trustedShare > 1)
		problems.push('The share for trusted traders is between 5 and 100 %: never none.');
	if (!/^[A-Z]{3}$/.test(settings.currency)) problems.push('The currency has three letters.');
	if (problems.length > 0) return { problems: [...new Set(problems)] };
	const read = laneSettings.safeParse(settings);
	if (!read.success)
		return {
			problems: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
		};
	return { settings: read.data, problems: [] };
}

const rankWords: { readonly [by in LaneSettings['rankBy']]: string } = {
	probability: 'probability',
	revenue: 'expected revenue',
	both: 'both together',
};
export const rankOptions = Object.entries(rankWords);

/** What would be different, a line for each; empty where nothing would. */
export function describeChanges(before: LaneSettings, after: LaneSettings): readonly string[] {
	const changes: string[] = [];
	const compare = (name: string, was: string, is: string) => {
		if (was !== is) changes.push(`${name}: ${was} → ${is}`);
	};
	compare('Red from', String(before.redFrom), String(after.redFrom));
	compare('Yellow from', String(before.yellowFrom), String(after.yellowFrom));
	compare('Blue from', String(before.blueFrom), String(after.blueFrom));
	compare('Random share', formatPercent(before.randomShare), formatPercent(after.randomShare));
	compare('Lane of the random share', before.randomLane, after.randomLane);
	compare('Trusted traders keep', formatPercent(before.trustedShare), formatPercent(after.trustedShare));
	compare('Ranked by', rankWords[before.rankBy], rankWords[after.rankBy]);
	compare('Currency', before.currency, after.currency);
	const limit = (places: number | null) => (places === null ? 'no limit' : String(places));
	const text = (each: LaneSettings['capacities'][number] | undefined) =>
		each === undefined ? 'as every other office' : `${limit(each.red)} red, ${limit(each.yellow)} yellow`;
	const offices = new Set([...before.capacities, ...after.capacities].map(({ office }) => office));
	for (const office of offices) {
		const of = (settings: LaneSettings) => settings.capacities.find((each) => each.office === office);
		compare(office === '*' ? 'Every other office' : office, text(of(before)), text(of(after)));
	}
	return changes;
}
