/**
 * One line of the catalogue of findings.
 */
import type { Severity } from '../../../contract/findings.ts';

export type CatalogueEntry = {
	readonly severity: Severity;
	readonly title: string;
	readonly meaning: string;
};

export const entry = (severity: Severity, title: string, meaning: string): CatalogueEntry => ({
	severity,
	title,
	meaning,
});
