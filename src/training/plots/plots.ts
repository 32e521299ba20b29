/**
 * All plots by type, and when they happen. In: a week of the simulation. Out: plots that have put themselves into the
 * traffic. Of every type at least as many a week as the scale says, so one at scale 1; the first week has one of each
 * at any scale.
 */
import { type Outbox, type PlotType, plotTypes } from '../model.ts';
import { Random, STREAM } from '../random.ts';
import { DAY_MS } from '../traffic/carriage.ts';
import type { World } from '../world/world.ts';
import { cashCouriers } from './cash-couriers.ts';
import { containerSwap } from './container-swap.ts';
import { dualUseDiversion } from './dual-use-diversion.ts';
import { falseOrigin } from './false-origin.ts';
import { frontCompanyRing } from './front-company-ring.ts';
import { misclassification } from './misclassification.ts';
import { muleNetwork } from './mule-network.ts';
import { multipleInvoicing } from './multiple-invoicing.ts';
import { phantomShipment } from './phantom-shipment.ts';
import { type Aboard, type Plot, Stage, type Told } from './stage.ts';
import { transitDiversion } from './transit-diversion.ts';
import { twoIdentities } from './two-identities.ts';
import { undervaluation } from './undervaluation.ts';

const PLOTS: Readonly<Record<PlotType, Plot>> = {
	undervaluation,
	misclassification,
	'false-origin': falseOrigin,
	'phantom-shipment': phantomShipment,
	'multiple-invoicing': multipleInvoicing,
	'transit-diversion': transitDiversion,
	'container-swap': containerSwap,
	'front-company-ring': frontCompanyRing,
	'cash-couriers': cashCouriers,
	'two-identities': twoIdentities,
	'mule-network': muleNetwork,
	'dual-use-diversion': dualUseDiversion,
};

/** The period of the simulation, in days since 1970; `end` is not included. */
export type Period = { start: number; end: number };
export type SetPlot = Told & { plotId: string; type: PlotType };

/** Days of a week of the simulation; the last one takes in what is left over. */
export function weekDays(period: Period, week: number): Period | undefined {
	const weeks = Math.max(1, Math.floor((period.end - period.start) / 7));
	if (week >= weeks) return undefined;
	const start = period.start + week * 7;
	return { start, end: week === weeks - 1 ? period.end : start + 7 };
}

/** Sets the plots of one week. */
export function setPlots(
	world: World,
	outbox: Outbox,
	aboard: Aboard,
	period: Period,
	week: number,
): SetPlot[] {
	const days = weekDays(period, week);
	if (days === undefined) return [];
	const random = new Random(world.seed, STREAM.plots, week, 1_000_003);
	// Three days before the first arrival for bookings and cargo reports, two days after the last for what follows.
	const last = Math.min(days.end - 1, period.end - 3);
	const first = Math.max(days.start, Math.min(period.start + 3, last));
	const set: SetPlot[] = [];
	plotTypes.forEach((type, index) => {
		const wanted = Math.floor(world.scale) + (random.chance(world.scale % 1) ? 1 : 0);
		const count = Math.max(week === 0 ? 1 : 0, wanted);
		for (let copy = 0; copy < count; copy++) {
			const plotId = `plot-${week + 1}-${type}-${copy + 1}`;
			const salt = (week * plotTypes.length + index) * 1_000 + (copy % 1_000);
			const stage = new Stage(
				world,
				outbox,
				aboard,
				plotId,
				salt,
				{ first: Math.max(first, days.start), last: Math.max(last, days.start) },
				{ from: period.start * DAY_MS, until: period.end * DAY_MS },
			);
			set.push({ plotId, type, ...PLOTS[type](stage) });
		}
	});
	return set;
}
