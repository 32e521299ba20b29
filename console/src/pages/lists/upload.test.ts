import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listId } from '../../../../contract/views-screening.ts';
import { packFiles, suggestListId } from './upload.ts';

describe('files of a list', () => {
	it('sends one file as it is', async () => {
		const file = new File(['a'], 'list.xml');
		expect(await packFiles([file])).toEqual({ upload: file, name: 'list.xml' });
	});

	it('packs several into one zip', async () => {
		const { upload, name } = await packFiles([new File(['1,a'], 'sdn.csv'), new File(['2,b'], 'alt.csv')]);
		expect(name).toBe('list.zip');
		expect(upload).toBeInstanceOf(Uint8Array);
		const files = unzipSync(upload as Uint8Array);
		expect(Object.keys(files).sort()).toEqual(['alt.csv', 'sdn.csv']);
		expect(new TextDecoder().decode(files['sdn.csv'])).toBe('1,a');
	});
});

describe('identifier of a list', () => {
	it.each([
		['UN consolidated list', 'un-consolidated-list'],
		['Écoutes & alertes', 'ecoutes-alertes'],
		['2026 plates', 'plates'],
		['名單', ''],
		['x'.repeat(80), 'x'.repeat(64)],
	])('%s → %s', (name, id) => {
		expect(suggestListId(name)).toBe(id);
		if (id !== '') expect(listId.safeParse(id).success).toBe(true);
	});
});
