import { backtestConformance } from './backtest.ts';
import { places } from './databases.ts';
import { rulesConformance } from './rules.ts';

for (const place of places) {
	rulesConformance(place);
	backtestConformance(place);
}
