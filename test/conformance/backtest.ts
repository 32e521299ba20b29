/** What a backtest promises, on whatever database. */
import type { Place } from './databases.ts';

export function backtestConformance(_place: Place): void {}
