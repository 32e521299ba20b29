/** Countries by name. Sources that give no code keep their own words. */

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `IR` → "Iran"; what is no ISO 3166-1 alpha-2 code stays as it is. */
export function formatCountry(country: string): string {
	return /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;
}
