/**
 * A real browser from npm packages, and visits of it that write down what must not happen: errors on the console,
 * requests to other hosts, breaches of the content security policy. For tests and pictures.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';
import { type PurposeId, purposes } from '../../contract/purposes.ts';
import type { Session } from '../../contract/views.ts';

/** `TEST_CHROMIUM` names a browser where the packaged one (Linux on x64) does not run. */
export const browserSkipped =
	process.env['TEST_CHROMIUM'] === undefined && `${process.platform}-${process.arch}` !== 'linux-x64'
		? 'the packaged browser is for Linux on x64, and TEST_CHROMIUM names no other'
		: undefined;

/**
 * Not the package's own arguments: they are for functions in a cloud, put everything into one process, which dies with
 * the first visit, and switch off web security, which is what we test. The sandbox does not start for root.
 */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] as const;

export async function openBrowser(): Promise<Browser> {
	const own = process.env['TEST_CHROMIUM'];
	return driver.launch({
		executablePath: own ?? (await chromium.executablePath()),
		args: [...ARGUMENTS],
		headless: true,
	});
}

export type Visit = {
	page: Page;
	context: BrowserContext;
	/** What must not happen and did. */
	problems: readonly string[];
	/** From now on answers with this status are no problem: the visit provokes them. */
	expectStatus(status: number): void;
};

export type VisitOptions = { theme?: 'light' | 'dark'; width?: number; height?: number };

/** A visitor of her own: no cookies, nothing stored. */
export async function openVisit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
	const context = await browser.newContext({
		baseURL: url,
		viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
		colorScheme: options.theme ?? 'light',
		reducedMotion: 'reduce',
		acceptDownloads: true,
	});
	context.setDefaultTimeout(15_000);
	const problems: string[] = [];
	const expected = new Set<number>();
	await context.exposeBinding('reportViolation', (_source, what: string) => {
		problems.push(`content security policy: ${what}`);
	});
	await context.addInitScript(
		`addEventListener('securitypolicyviolation', (event) => reportViolation(event.violatedDirective + ' ' + event.blockedURI))`,
	);
	const { host } = new URL(url);
	context.on('request', (request) => {
		const address = new URL(request.url());
		if (/^(https?|wss?):$/.test(address.protocol) && address.host !== host)
			problems.push(`request to another host: ${request.url()}`);
	});
	context.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		const status = /the server responded with a status of (\d{3})/.exec(message.text())?.[1];
		if (status !== undefined && expected.has(Number(status))) return;
		problems.push(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
	return {
		page: await context.newPage(),
		context,
		problems,
		expectStatus: (status) => expected.add(status),
	};
}

/** Signs in without the form, and states a purpose without the dialog: both have tests of their own. */
export async function signIn(
	visit: Visit,
	name: string,
	password: string,
	node = 'customs',
	purpose?: PurposeId | 'none',
): Promise<void> {
	const answer = await visit.context.request.post('/api/session', { data: { node, name, password } });
	if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`);
	if (purpose === 'none') return;
	const { purposes: offered } = (await answer.json()) as Session;
	// The first is what somebody of this role does here all day; none of these needs a case.
	const stated = purpose ?? offered.find((id) => !purposes[id].needsCase);
	const said = await visit.context.request.post('/api/session/purpose', { data: { purpose: stated } });
	if (!said.ok()) throw new Error(`${name} could not state ${stated}: ${await said.text()}`);
}
