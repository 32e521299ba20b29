import { places } from './databases.ts';
import { targetingConformance } from './targeting.ts';
import { outcomesConformance } from './targeting-outcomes.ts';

for (const place of places) {
	targetingConformance(place);
	outcomesConformance(place);
}
