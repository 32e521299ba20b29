/**
 * Numbers, dates and sizes as text: ISO order, 24 hours, thousands grouped, never rounded where money or mass is exact.
 */

const whole = new Intl.NumberFormat('en-GB');
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const formatCount = (count: number): string => whole.format(count);

/** A count that stops at a bound: "1,000+" says that there are at least so many. */
export const formatUpTo = (count: number, bound: number): string =>
	count >= bound ? `${whole.format(bound)}+` : whole.format(count);

export const formatPercent = (share: number): string => `${oneDigit.format(share * 100)} %`;

export const formatNumber = (value: number, digits = 2): string =>
	value.toLocaleString('en-GB', { maximumFractionDigits: digits });

/** Groups an exact decimal without touching its digits: "1234567.50" → "1,234,567.50". Other text stays as it is. */
export function formatDecimal(decimal: string): string {
	const parts = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
	if (!parts) return decimal;
	const [, sign = '', digits = '', fraction = ''] = parts;
	let grouped = '';
	for (let end = digits.length; end > 0; end -= 3) {
		grouped = digits.slice(Math.max(0, end - 3), end) + (grouped && `,${grouped}`);
	}
	return sign + grouped + fraction;
}

const two = (number: number) => String(number).padStart(2, '0');

/** An instant in the reader's own zone: `2026-11-22 05:42`, with seconds where asked. */
export function formatInstant(instant: string, seconds = false): string {
	const at = new Date(instant);
	if (Number.isNaN(at.getTime())) return instant;
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `${day} ${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ''}`;
}

export function formatHour(instant: string): string {
	const at = new Date(instant);
	return `${two(at.getHours())}:00`;
}

/** A date and time of a document as it stands there: `2026-11-22 07:35`, its own zone kept. */
export const formatDocumentTime = (dateTime: string): string =>
	dateTime.replace('T', ' ').replace(/Z$/, ' UTC');

export function formatBytes(bytes: number): string {
	if (bytes < 1024) return `${bytes} B`;
	if (bytes < 1024 ** 2) return `${oneDigit.format(bytes / 1024)} KiB`;
	return `${oneDigit.format(bytes / 1024 ** 2)} MiB`;
}

/** How long ago, in one unit: "now", "5 min ago", "3 h ago", "2 d ago". */
export function formatAgo(instant: string, now: number): string {
	const seconds = Math.max(0, (now - new Date(instant).getTime()) / 1000);
	if (seconds < 60) return 'now';
	if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
	if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
	return `${Math.floor(seconds / 86_400)} d ago`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${formatCount(count)} ${count === 1 ? one : many}`;
