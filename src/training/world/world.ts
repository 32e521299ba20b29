/**
 * The world of one simulation: companies, fleets and schedules that stay the same from day to day.
 * In: seed and scale. Out: everything that traffic and plots draw from. Nothing in it depends on the date.
 */
import { VOLUME } from '../rates.ts';
import { buildCarriers, type Carriers } from './carriers.ts';
import { buildCompanies, type Companies } from './companies.ts';
import { personOf, type SimulatedPerson } from './people.ts';

export type World = {
	seed: number;
	scale: number;
	companies: Companies;
	carriers: Carriers;
	/** The person who directs a company or comes back often: the first 3,000. */
	regular(number: number): SimulatedPerson;
};

export function buildWorld(seed: number, scale: number): World {
	const traders = Math.round(VOLUME.traders * Math.max(0.25, scale) ** 0.6);
	const flights = Math.max(2, Math.round(VOLUME.passengerFlights * scale));
	return {
		seed,
		scale,
		companies: buildCompanies(seed, traders),
		carriers: buildCarriers(seed, flights),
		regular: (number) => personOf(seed, number % 3_000),
	};
}
