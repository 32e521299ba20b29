/**
 * Back-off after wrong passwords. Counts failures per account and address, per address, and per account.
 * From the account alone the wait stays short, so that a stranger cannot lock a colleague out.
 * Pure but for its own counts, which live in this process and are bounded; time comes in as milliseconds.
 */

type Count = { failures: number; lastAt: number };

type Rule = { free: number; mostMs: number };

const RULES = {
	pair: { free: 4, mostMs: 15 * 60_000 },
	address: { free: 20, mostMs: 15 * 60_000 },
	account: { free: 20, mostMs: 30_000 },
} as const satisfies Record<string, Rule>;

/** Failures older than this are forgotten. */
const FORGET_MS = 60 * 60_000;
const MAX_COUNTS = 20_000;

export type Throttle = {
	/** Milliseconds to wait before the next try counts; 0 where it may go on. */
	waitMs(account: string, address: string, now: number): number;
	failed(account: string, address: string, now: number): void;
	/** A right password clears what was counted for this account, and takes its own try back from the address. */
	succeeded(account: string, address: string): void;
};

export function createThrottle(): Throttle {
	const counts = new Map<string, Count>();
	const keysOf = (account: string, address: string): [string, Rule][] => [
		[`pair ${address} ${account}`, RULES.pair],
		[`address ${address}`, RULES.address],
		[`account ${account}`, RULES.account],
	];
	return {
		waitMs: (account, address, now) =>
			Math.max(
				...keysOf(account, address).map(([key, rule]) => {
					const count = counts.get(key);
					if (count === undefined || now - count.lastAt > FORGET_MS) return 0;
					return Math.max(0, count.lastAt + pauseMs(count.failures, rule) - now);
				}),
			),
		failed: (account, address, now) => {
			for (const [key] of keysOf(account, address)) {
				const count = counts.get(key);
				const known = count !== undefined && now - count.lastAt <= FORGET_MS ? count.failures : 0;
				// Deleting first keeps the map in the order of last use: the oldest goes first when it is full.
				counts.delete(key);
				counts.set(key, { failures: known + 1, lastAt: now });
			}
			for (const key of counts.keys()) {
				if (counts.size <= MAX_COUNTS) break;
				counts.delete(key);
			}
		},
		succeeded: (account, address) => {
			counts.delete(`pair ${address} ${account}`);
			counts.delete(`account ${account}`);
			// An address may be a whole office: only this one try is taken back.
			const ofAddress = counts.get(`address ${address}`);
			if (ofAddress !== undefined) ofAddress.failures -= 1;
		},
	};
}

/** 1 s after the first failure beyond the free ones, doubling up to the most that the rule allows. */
const pauseMs = (failures: number, rule: Rule): number =>
	failures <= rule.free ? 0 : Math.min(rule.mostMs, 1_000 * 2 ** Math.min(30, failures - rule.free - 1));
