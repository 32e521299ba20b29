import { formatInstant } from '../display/format.ts';

/** An instant in the reader's zone; the exact one in UTC is in its title and in its `dateTime`. */
export function Instant({ at, seconds = false }: { at: string; seconds?: boolean }) {
	return (
		<time dateTime={at} title={`${at} (UTC)`} className="number">
			{formatInstant(at, seconds)}
		</time>
	);
}
