/**
 * A picture of the console, by hand: `node test/e2e/screenshot.ts OUT.png [--page /records] [--theme dark] …`.
 * Signs in at a server that runs on the folder `--data`, or, without one, at its own on a new folder, once the simulated
 * border has sent `--records` records there.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Overview } from '../../contract/views.ts';
import { openBrowser, openVisit, signIn, type Visit } from './browser.ts';
import { readSignIns, startProgram } from './program.ts';

const USAGE = `node test/e2e/screenshot.ts OUT.png
  --page /records    address in the console; "record" is the newest record with an error
  --theme dark       or light
  --width 1440 --height 900
  --user analyst --node customs
  --data FOLDER      of a server that runs, else one is started for the picture
  --records 1500     wait for so many, where one is started
  --click TEXT       button or tab to press before the picture
`;

const { values: asked, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		page: { type: 'string', default: '/' },
		theme: { type: 'string', default: 'light' },
		width: { type: 'string', default: '1440' },
		height: { type: 'string', default: '900' },
		user: { type: 'string', default: 'analyst' },
		node: { type: 'string', default: 'customs' },
		records: { type: 'string', default: '1500' },
		data: { type: 'string' },
		click: { type: 'string' },
	},
});
/** Until what is shown has settled: fonts, the stream of events, the last rows. */
const SETTLE_MS = 1_200;

async function waitForRecords(visit: Visit, wanted: number): Promise<void> {
	for (;;) {
		const overview = (await (await visit.context.request.get('/api/overview')).json()) as Overview;
		if (overview.totals.records >= wanted) return;
		await sleep(500);
	}
}

/** Address of the newest record with an error. */
async function newestWithError(visit: Visit): Promise<string> {
	const answer = await visit.context.request.get('/api/records?worst=error&limit=1');
	const { items } = (await answer.json()) as { items: { id: string }[] };
	return `/records/${items[0]?.id ?? ''}`;
}

async function takePicture(out: string, url: string, directory: string, wanted: number): Promise<void> {
	const browser = await openBrowser();
	try {
		const visit = await openVisit(browser, url, {
			theme: asked.theme === 'dark' ? 'dark' : 'light',
			width: Number(asked.width),
			height: Number(asked.height),
		});
		await signIn(visit, asked.user, (await readSignIns(directory))[asked.user] ?? '', asked.node);
		await waitForRecords(visit, wanted);
		await visit.page.goto(asked.page === 'record' ? await newestWithError(visit) : asked.page);
		await visit.page.getByRole('heading').first().waitFor();
		if (asked.click !== undefined) await visit.page.getByText(asked.click, { exact: true }).first().click();
		await sleep(SETTLE_MS);
		await visit.page.screenshot({ path: out });
		for (const problem of visit.problems) process.stderr.write(`${problem}\n`);
	} finally {
		await browser.close();
	}
}

const out = positionals[0];
if (out === undefined || positionals.length > 1) {
	process.stderr.write(USAGE);
	process.exitCode = 64;
} else if (asked.data === undefined) {
	const directory = await mkdtemp(join(tmpdir(), 'tidewaiter-picture-'));
	const program = await startProgram(directory);
	try {
		await takePicture(resolve(out), program.url, directory, Number(asked.records));
	} finally {
		await program.stop();
		await rm(directory, { recursive: true, force: true });
	}
} else {
	const { url } = JSON.parse(await readFile(join(asked.data, 'server.json'), 'utf8')) as { url: string };
	await takePicture(resolve(out), url, asked.data, 0);
}
