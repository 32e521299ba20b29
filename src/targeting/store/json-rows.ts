/**
 * Rows as the JSON that `json_to_recordset` reads. PostgreSQL stores every character but U+0000, which becomes U+FFFD, as in
 * rows that are copied.
 */
export const jsonRows = (rows: readonly object[]): string =>
	JSON.stringify(rows).replaceAll('\\u0000', '\\ufffd');
