/**
 * Files of a list as one upload: one file goes as it is; several (the three of a sanctions list, for instance) go as a zip.
 */
import type { Upload } from '../../client/call.ts';

/** Name of a list as an identifier: small letters, digits, hyphens, a letter first. */
export function suggestListId(name: string): string {
	const id = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 64)
		.replace(/-+$/, '');
	return id.length >= 2 ? id : '';
}

export async function packFiles(files: readonly File[]): Promise<{ upload: Upload; name: string }> {
	const only = files.length === 1 ? files[0] : undefined;
	if (only) return { upload: only, name: only.name };
	const { zipSync } = await import('fflate');
	const contents = await Promise.all(
		files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
	);
	return { upload: zipSync(Object.fromEntries(contents), { level: 1 }), name: 'list.zip' };
}
