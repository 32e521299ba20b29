/**
 * The simulated border. In: a seed, a period and a scale. Out: documents in order of sending time, and the truth about
 * the plots among them. Invariants: the same options give the same bytes; memory depends on the scale, not on the days.
 * Days are planned four ahead, because bookings and cargo reports come before what they announce.
 */
import { Agenda } from './agenda.ts';
import type { Damage, Message, PlotTruth, SimulatedDocument, SimulationOptions } from './model.ts';
import { type Period, type SetPlot, setPlots, weekDays } from './plots/plots.ts';
import { type Aboard, aboardKey } from './plots/stage.ts';
import { Random, STREAM } from './random.ts';
import { NOISE, VOLUME } from './rates.ts';
import { type Batch, sentAgain, submissionOf } from './submission.ts';
import { carriagesOf, DAY_MS, dayFactor, MINUTE_MS, workingMinute } from './traffic/carriage.ts';
import { cashByRoad } from './traffic/cash.ts';
import { instant } from './traffic/declaration.ts';
import { planCarriage } from './traffic/goods.ts';
import { planSuspicion } from './traffic/money.ts';
import { planOutbound } from './traffic/outbound.ts';
import { planFlight } from './traffic/travel.ts';
import { HOME_POSTS } from './world/gateways.ts';
import { personOf } from './world/people.ts';
import { buildWorld, type World } from './world/world.ts';

/** Days that are planned before they come, and days before the first that leave traces in it. */
const AHEAD = 4;
const BEFORE = 3;
/** Messages in one submission at most. */
const MOST_MESSAGES = 400;

export type Simulation = {
	/** Documents in order of time. May be asked for once. */
	documents: Iterable<SimulatedDocument>;
	/** Plots of which at least one document has been sent so far; all of them once the documents are through. */
	truth(): PlotTruth[];
};

/** Documents of the simulated border, one after the other, without the truth. */
export const simulateBorder = (options: SimulationOptions): Iterable<SimulatedDocument> =>
	openSimulation(options).documents;

/** Runs the whole simulation without writing any document, for the truth about its plots. */
export function plots(options: SimulationOptions): PlotTruth[] {
	const simulation = openSimulation(options);
	for (const _document of simulation.documents);
	return simulation.truth();
}

/** Sets a simulation up. Nothing happens before its documents are asked for. */
export function openSimulation(options: SimulationOptions): Simulation {
	const start = Math.floor(Date.parse(`${options.startDate}T00:00:00Z`) / DAY_MS);
	if (!Number.isFinite(start)) throw new RangeError(`not a date: ${options.startDate}`);
	if (!(options.days >= 1 && options.scale > 0))
		throw new RangeError('a simulation needs at least one day and a scale above 0');
	const period: Period = { start, end: start + Math.floor(options.days) };
	const truth = new Truth();
	return { documents: documentsOf(options, period, truth), truth: () => truth.all() };
}

/** Gathers what was sent for which plot. */
class Truth {
	readonly #plots = new Map<string, SetPlot & { documents: PlotTruth['documents'][number][] }>();

	set(plots: readonly SetPlot[]): void {
		for (const plot of plots) this.#plots.set(plot.plotId, { ...plot, documents: [] });
	}

	sent({ node, at, record, plotIds = [] }: Message): void {
		for (const plotId of new Set(plotIds))
			this.#plots
				.get(plotId)
				?.documents.push({ node, kind: record.kind, reference: record.reference, at: instant(at) });
	}

	all(): PlotTruth[] {
		return [...this.#plots.values()].filter((plot) => plot.documents.length > 0);
	}
}

function* documentsOf(
	options: SimulationOptions,
	period: Period,
	truth: Truth,
): Generator<SimulatedDocument> {
	const world = buildWorld(options.seed, options.scale);
	const agenda = new Agenda();
	const aboard: Aboard = { shipments: new Map(), parties: new Map() };
	const windowMs = Math.max(1, (options.batchMinutes ?? 60) * MINUTE_MS);
	const outgoing = new Outgoing(world.seed);
	let nextWeek = 0;
	let left = options.declarations ?? Number.POSITIVE_INFINITY;

	const plan = (day: number): void => {
		for (
			let days = weekDays(period, nextWeek);
			days !== undefined && days.start <= day + 1;
			days = weekDays(period, nextWeek)
		)
			truth.set(setPlots(world, agenda, aboard, period, nextWeek++));
		planDay(world, agenda, aboard, day);
	};
	for (let day = period.start - BEFORE; day < period.start + AHEAD; day++) plan(day);

	for (let day = period.start; day < period.end; day++) {
		plan(day + AHEAD);
		const until = (day + 1) * DAY_MS;
		for (let window = day * DAY_MS; window < until; window += windowMs) {
			const windowEnd = Math.min(window + windowMs, until);
			for (let message = agenda.next(windowEnd); message !== undefined; message = agenda.next(windowEnd)) {
				if (message.at < period.start * DAY_MS) continue;
				truth.sent(message);
				outgoing.add(message);
			}
			for (const document of outgoing.take(windowEnd)) {
				yield document;
				if (document.node === 'customs')
					for (const record of document.records) if (record.kind === 'declaration') left--;
				if (left <= 0) return;
			}
		}
	}
}

/** Everything that arrives on this day is planned: its traces before and after follow by themselves. */
function planDay(world: World, agenda: Agenda, aboard: Aboard, day: number): void {
	for (const carriage of carriagesOf(world, day)) {
		const key = aboardKey(day, carriage.index);
		planCarriage(world, agenda, carriage, aboard.shipments.get(key) ?? []);
		aboard.shipments.delete(key);
	}
	for (const flight of world.carriers.flights) {
		const key = aboardKey(day, flight.index);
		planFlight(world, agenda, flight, day, aboard.parties.get(key) ?? []);
		aboard.parties.delete(key);
	}
	planOutbound(world, agenda, day);
	planSuspicion(world, agenda, day);
	planCashByRoad(world, agenda, day);
}

function planCashByRoad(world: World, agenda: Agenda, day: number): void {
	const random = new Random(world.seed, STREAM.cash, day);
	for (let left = random.poisson(VOLUME.cashByRoad * dayFactor(day) * world.scale); left > 0; left--) {
		const at = day * DAY_MS + workingMinute(random) * MINUTE_MS;
		const person = personOf(world.seed, 7_000_000_000 + day * 1_000 + left);
		const direction = random.chance(0.6) ? 'leaving' : 'entering';
		agenda.send(
			cashByRoad(random, person, at, random.pick(HOME_POSTS), direction, {
				euro: random.logNormal(13_000, 0.4),
			}),
		);
	}
}

/** Batches by sender, with what goes wrong between sender and node. */
class Outgoing {
	readonly #seed: number;
	readonly #open = new Map<string, Batch>();
	#again: SimulatedDocument[] = [];
	#count = 0;

	constructor(seed: number) {
		this.#seed = seed;
	}

	add(message: Message): void {
		const { node, source, format, group } = message;
		const key = `${node}|${source}|${format}|${group ?? ''}`;
		let batch = this.#open.get(key);
		if (batch !== undefined && batch.messages.length >= MOST_MESSAGES) {
			this.#open.delete(key);
			this.#open.set(`${key}|${this.#open.size}|${message.at}`, batch);
			batch = undefined;
		}
		if (batch === undefined) {
			batch = { node, source, format, messages: [] };
			this.#open.set(key, batch);
		}
		batch.messages.push(message);
	}

	/** Documents of the window that ends now, in order of time. */
	take(until: number): SimulatedDocument[] {
		const documents: SimulatedDocument[] = [];
		for (const batch of this.#open.values()) {
			const number = this.#count++;
			const random = new Random(this.#seed, STREAM.submissions, number);
			const isPlot = batch.messages.some((message) => message.plotIds !== undefined);
			const damage = isPlot ? undefined : damageOf(random, batch);
			documents.push(submissionOf(batch, number, damage, random.unit()));
			if (damage !== undefined || random.chance(NOISE.duplicate)) {
				const at = (batch.messages.at(-1)?.at ?? until) + random.whole(2, 40) * 6 * MINUTE_MS;
				this.#again.push(sentAgain(batch, number, at, damage !== undefined));
			}
		}
		this.#open.clear();
		const due = instant(until);
		documents.push(...this.#again.filter((document) => document.at < due));
		this.#again = this.#again.filter((document) => document.at >= due);
		return documents.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
	}
}

const EDIFACT = new Set(['paxlst', 'pnrgov', 'cuscar']);

/** What happens to a submission on its way, where its format has what can be spoilt. */
function damageOf(random: Random, batch: Batch): Damage | undefined {
	const draw = random.unit();
	const edifact = EDIFACT.has(batch.format);
	let limit = 0;
	for (const [damage, rate, possible] of [
		['truncated', NOISE.truncated, true],
		['wrong-count', NOISE.wrongCount, edifact || batch.format === 'wco-dec'],
		['wrong-reference', NOISE.wrongReference, edifact],
		['foreign-bytes', NOISE.foreignBytes, true],
	] as const) {
		limit += rate;
		if (draw < limit) return possible ? damage : 'truncated';
	}
	return undefined;
}
