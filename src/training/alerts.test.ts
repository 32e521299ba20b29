import { describe, expect, it } from 'vitest';
import { listEntry } from '../../contract/lists.ts';
import { simulatedAlerts } from './alerts.ts';

describe('alerts of the simulated border', () => {
	it('are entries of a list, the same for the same seed, each with a key of its own', () => {
		const alerts = simulatedAlerts(7, 1, '2027-01-01');
		expect(alerts).toEqual(simulatedAlerts(7, 1, '2027-01-01'));
		expect(alerts).not.toEqual(simulatedAlerts(8, 1, '2027-01-01'));
		expect(new Set(alerts.map(({ key }) => key)).size).toBe(alerts.length);
		for (const alert of alerts) expect(listEntry.parse(alert)).toEqual(alert);
		expect(new Set(alerts.map(({ kind }) => kind))).toEqual(new Set(['person', 'organisation', 'vessel']));
	});
});
