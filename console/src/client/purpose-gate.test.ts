import { afterEach, describe, expect, it } from 'vitest';
import { CallError } from './call-error.ts';
import { askForPurpose, purposeDeclined, purposeStated, readAsked, untilPurpose } from './purpose-gate.ts';

const refusal = new CallError('purpose-needed', 'Personal data are shown for a purpose, and none is stated.');
afterEach(purposeDeclined);

describe('calls that wait for a purpose', () => {
	it('ask once, and all go on when it is stated', async () => {
		const calls = [untilPurpose(refusal), untilPurpose(refusal)];
		expect(readAsked()?.refusal).toBe(refusal);
		purposeStated();
		await Promise.all(calls);
		expect(readAsked()).toBeUndefined();
	});

	it('fail with the refusal where nobody would state one', async () => {
		const call = untilPurpose(refusal);
		purposeDeclined();
		await expect(call).rejects.toBe(refusal);
	});

	it('ask no longer when the page that called is left', async () => {
		const leaving = new AbortController();
		const call = untilPurpose(refusal, leaving.signal);
		leaving.abort();
		await expect(call).rejects.toMatchObject({ name: 'AbortError' });
		expect(readAsked()).toBeUndefined();
		await expect(untilPurpose(refusal, leaving.signal)).rejects.toBeDefined();
		expect(readAsked()).toBeUndefined();
	});

	it('leave the dialog open that somebody opened', async () => {
		askForPurpose();
		const leaving = new AbortController();
		const call = untilPurpose(refusal, leaving.signal);
		purposeStated();
		await call;
		expect(readAsked()).toBeUndefined();
	});
});
