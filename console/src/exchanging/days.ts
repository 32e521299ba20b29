/** Days of agreements, `YYYY-MM-DD`, UTC: both sides must be on the same day. Pure but for `todayUtc`. */

const DAY_MS = 86_400_000;

/** Today, as agreements count days. */
export const todayUtc = (): string => new Date().toISOString().slice(0, 10);

/** Whole days from one day to another; negative where the other is before. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Is its review past, while it is offered, signed or suspended? */
export const isReviewOverdue = (
	{ state, reviewOn }: { readonly state: string; readonly reviewOn: string },
	today: string,
): boolean => (state === 'signed' || state === 'offered' || state === 'suspended') && reviewOn < today;
