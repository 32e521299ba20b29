/**
 * Tables of resolution, as TypeScript sees them; 0004-resolution.sql says what they mean.
 */
export type ResolutionTables = Record<never, never>;
