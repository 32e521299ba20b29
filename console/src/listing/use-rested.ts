import { useEffect, useState } from 'react';

const REST_MS = 150;

/**
 * The value on which the cursor has come to rest. What is only passed over is not read, so that neither the server nor
 * the access log sees it.
 */
export function useRested<T>(value: T): T {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), REST_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return rested;
}
