import { describe, expect, it } from 'vitest';
import type { LaneSettings } from '../../../contract/views-targeting.ts';
import { capacityOf, checkSettings, defaultSettings } from './settings.ts';

const settings = (more: Partial<LaneSettings> = {}): LaneSettings => ({ ...defaultSettings('MT'), ...more });

describe('settings', () => {
	it('begin with the currency of the country, and make sense', () => {
		expect(defaultSettings('MT').currency).toBe('EUR');
		expect(defaultSettings('gb').currency).toBe('GBP');
		expect(defaultSettings('ZZ').currency).toBe('USD');
		expect(checkSettings(defaultSettings('MT'))).toBeUndefined();
		expect(checkSettings(settings({ blueFrom: 0.9 }))).toMatchObject({ place: 'settings.redFrom' });
	});

	it('take the office itself before all others', () => {
		const of = settings({
			capacities: [
				{ office: '*', red: 5, yellow: 5 },
				{ office: 'A', red: null, yellow: 1 },
			],
		});
		expect(capacityOf(of, 'A')).toMatchObject({ red: null, yellow: 1 });
		expect(capacityOf(of, 'B')).toMatchObject({ red: 5, yellow: 5 });
		expect(capacityOf(settings(), 'A')).toMatchObject({ red: null, yellow: null });
	});
});
