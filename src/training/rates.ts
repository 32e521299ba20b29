/**
 * The knobs of the simulated border: how much of everything there is, and how often real life gets in the way.
 * Volumes are per day at scale 1; noise rates are probabilities for one document unless the line says otherwise.
 */
export const VOLUME = {
	/** Calls of vessels, and consignments on one. */
	vesselCalls: 9,
	vesselConsignments: 40,
	/** Freight on aircraft. */
	cargoFlights: 8,
	flightConsignments: 22,
	/** Lorries over the land border, with one to three consignments each. */
	lorries: 150,
	exports: 130,
	transits: 45,
	/** Passenger flights, at least two of them. */
	passengerFlights: 8,
	suspicionReports: 9,
	/** Travellers who declare cash at the land border; those on flights come from the flights. */
	cashByRoad: 4,
	traders: 800,
} as const;

/** How traffic spreads over the week, Sunday first; the mean is 1. */
export const WEEKDAY = [0.72, 1.1, 1.12, 1.1, 1.1, 1.12, 0.74] as const;

export const NOISE = {
	/** A letter of a description or a company name is wrong. */
	typo: 0.03,
	/** A person's name comes out of another transliteration. */
	transliteration: 0.1,
	/** Family and given name stand in each other's place. */
	swappedNames: 0.006,
	/** A field that should be there is not. */
	missingField: 0.05,
	/** A container or IMO number, or an IBAN, with a digit that is wrong. */
	wrongCheckDigit: 0.008,
	/** Kilograms where tonnes were meant, or the other way round. */
	unitMistake: 0.003,
	/** Day and month of a birth stand in each other's place. */
	swappedBirth: 0.004,
	/** Mass of the declaration against the cargo report: deviation of the natural logarithm. */
	weighing: 0.004,
	/** The declaration comes days after it was due. */
	late: 0.04,
	amended: 0.05,
	cancelled: 0.005,
	/** A traveller who booked and is not on board; one who is on board and never booked. */
	noShow: 0.03,
	goShow: 0.01,
	/** Of a submission: sent twice, cut off on the way, with wrong control counts, with bytes of another encoding. */
	duplicate: 0.004,
	truncated: 0.0015,
	wrongCount: 0.0015,
	wrongReference: 0.001,
	foreignBytes: 0.001,
} as const;

export const INSPECTION = {
	/** Drawn at random, of all imports. */
	random: 0.03,
	/** Of those drawn at random, something small is wrong. */
	irregularity: 0.07,
	/** Of the declarations of a plot. */
	plot: 0.35,
	/** An inspected plot is found out. */
	found: 0.75,
} as const;

export const CASH = {
	/** What must be declared, in euros, whichever way it crosses. */
	thresholdEuro: 10_000,
	/** Of the travellers on a flight. */
	declares: 0.004,
} as const;
