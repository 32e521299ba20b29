/**
 * How fast questions come, and whether they look like somebody going through all identifiers. Pure: time and counts come in.
 * The holder cannot see what is asked nor whether it hit; number, speed and failures are all it has.
 */

const MINUTE_MS = 60_000;
const LEAST_A_MINUTE = 10;
const MOST_A_MINUTE = 1_000;
const MINUTES_OF_A_DAYS_BUDGET = 60;

/** Questions in a minute: a day's budget may be spent in an hour, not faster; at least ten, at most a thousand. */
export const questionsPerMinute = (questionsPerDay: number): number =>
	Math.min(MOST_A_MINUTE, Math.max(LEAST_A_MINUTE, Math.ceil(questionsPerDay / MINUTES_OF_A_DAYS_BUDGET)));

/** Times of the last minute, by agreement and side. */
export type Pace = {
	/** Takes one of the minute. False where it is spent; nothing is taken then. */
	take(of: string, most: number, atMs: number): boolean;
};

const MOST_KEPT = 10_000;

export function createPace(): Pace {
	const times = new Map<string, number[]>();
	return {
		take(of, most, atMs) {
			const recent = (times.get(of) ?? []).filter((at) => at > atMs - MINUTE_MS && at <= atMs);
			if (times.size > MOST_KEPT) times.clear();
			times.set(of, recent);
			if (recent.length >= most) return false;
			recent.push(atMs);
			return true;
		},
	};
}

/** Questions of a partner under one agreement: by day, today last, and how many were refused. */
export type QuestionDays = readonly {
	readonly day: string;
	readonly answered: number;
	readonly refused: number;
}[];

const FEW = 20;
const SPENT_SHARE = 0.8;
const TIMES_USUAL = 5;
const REFUSED_SHARE = 0.2;

/**
 * @returns in a sentence why the questions look like a search through all identifiers: the day's budget nearly spent, several
 * times what is usual, or refused unusually often. Undefined where they do not.
 */
export function enumerationAlarm(
	days: QuestionDays,
	today: string,
	questionsPerDay: number | undefined,
): string | undefined {
	const now = days.find(({ day }) => day === today);
	if (now === undefined) return undefined;
	const { answered, refused } = now;
	if (refused >= FEW / 2 && refused > (answered + refused) * REFUSED_SHARE)
		return `${refused} of ${answered + refused} questions of today were refused: too fast, over budget, or malformed.`;
	if (answered < FEW) return undefined;
	if (questionsPerDay !== undefined && answered >= questionsPerDay * SPENT_SHARE)
		return `${answered} questions today, of a budget of ${questionsPerDay}.`;
	const before = days.filter(({ day }) => day < today);
	const usual = before.reduce((sum, each) => sum + each.answered, 0) / Math.max(1, before.length);
	if (before.length > 0 && answered > usual * TIMES_USUAL)
		return `${answered} questions today; ${usual.toFixed(0)} are usual on a day with questions.`;
	return undefined;
}
