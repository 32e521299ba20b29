import type { Stage } from '../stage.ts';

/** A list of invented persons and things, as an agency writes it in a table. */
export const watchList = (...rows: readonly string[]): string =>
	['key,kind,name,born,nationality,plate,programme,action,handling,owner,legal basis', ...rows].join('\n');

/** Loads a list over HTTP, as somebody who may. */
export async function loadWatchList(
	stage: Stage,
	list: string,
	name: string,
	content: string,
): Promise<void> {
	await stage.visit('supervisor', async ({ context }) => {
		const answer = await context.request.post(
			`/api/lists/${list}/versions?name=${encodeURIComponent(name)}&file=list.csv`,
			{ data: Buffer.from(content), headers: { 'content-type': 'application/octet-stream' } },
		);
		if (!answer.ok()) throw new Error(`${list}: ${await answer.text()}`);
	});
}
