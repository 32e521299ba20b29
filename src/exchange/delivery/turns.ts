/** Work in turn: what has the same key is done one after the other, in the order in which it was asked for. */

export type Turns = {
	take<T>(key: string, work: () => Promise<T>): Promise<T>;
	/** Resolves when nothing waits. */
	idle(): Promise<void>;
};

export function createTurns(): Turns {
	const last = new Map<string, Promise<unknown>>();
	return {
		take: (key, work) => {
			const next = (last.get(key) ?? Promise.resolve()).then(work);
			const settled = next
				.catch(() => {})
				.then(() => {
					if (last.get(key) === settled) last.delete(key);
				});
			last.set(key, settled);
			return next;
		},
		idle: async () => {
			while (last.size > 0) await Promise.all(last.values());
		},
	};
}
