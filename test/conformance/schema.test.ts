import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/database/open.ts';
import { places } from './databases.ts';
import { describeSchema } from './schema.ts';

for (const place of places)
	describe.skipIf(place.skipped !== undefined)(
		`the schema on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			it('is the one that is written down; after a migration, `vitest run -u test/conformance/schema` writes it anew', async () => {
				const at = await place.make();
				const database = await openDatabase(
					at.databaseUrl === undefined ? { dataDir: `${at.folder}/database` } : { url: at.databaseUrl },
				);
				try {
					await expect(await describeSchema(database)).toMatchFileSnapshot('./schema.golden.txt');
				} finally {
					await database.close();
					await at.dispose();
				}
			});
		},
	);
