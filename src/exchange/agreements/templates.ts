/** Templates that come with the program: files in `agreements/templates`, with days of today on. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type AgreementTemplate, agreementTemplate } from '../../../contract/views-exchange.ts';
import { dayOfMs } from './life.ts';

const FOLDER = new URL('../../../agreements/templates/', import.meta.url);
const DAY_MS = 86_400_000;
const REVIEW_DAYS = 365;
const END_DAYS = 3 * 365;

let templates: Promise<readonly AgreementTemplate[]> | undefined;

async function readTemplates(): Promise<readonly AgreementTemplate[]> {
	const names = (await readdir(fileURLToPath(FOLDER))).filter((name) => name.endsWith('.json')).sort();
	return Promise.all(
		names.map(async (name) =>
			agreementTemplate.parse(JSON.parse(await readFile(fileURLToPath(new URL(name, FOLDER)), 'utf8'))),
		),
	);
}

/** @returns all of them; each begins today, is reviewed after a year and ends after three. */
export async function templatesOf(nowMs: number): Promise<AgreementTemplate[]> {
	templates ??= readTemplates();
	const days = {
		startsOn: dayOfMs(nowMs),
		reviewOn: dayOfMs(nowMs + REVIEW_DAYS * DAY_MS),
		endsOn: dayOfMs(nowMs + END_DAYS * DAY_MS),
	};
	return (await templates).map((template) => ({ ...template, body: { ...template.body, ...days } }));
}
