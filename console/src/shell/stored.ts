/** A choice of this reader that outlives the page. Where storage is closed it lasts as long as the page. */

export type Stored<T extends string> = {
	read(): T;
	write(value: T): void;
	subscribe(listener: () => void): () => void;
};

export function stored<T extends string>(name: string, values: readonly T[], fallback: T): Stored<T> {
	const listeners = new Set<() => void>();
	const key = `tidewaiter.${name}`;
	const load = (): T => {
		try {
			const text = localStorage.getItem(key);
			return values.find((value) => value === text) ?? fallback;
		} catch {
			return fallback;
		}
	};
	let current = load();
	const announce = () => {
		for (const listener of listeners) listener();
	};
	globalThis.addEventListener('storage', (event) => {
		if (event.key !== key) return;
		current = load();
		announce();
	});
	return {
		read: () => current,
		write(value) {
			current = value;
			try {
				localStorage.setItem(key, value);
			} catch {
				// Kept for this page only.
			}
			announce();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
