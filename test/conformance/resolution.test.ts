import { places } from './databases.ts';
import { resolutionConformance } from './resolution.ts';
import { judgementConformance } from './resolution-judgements.ts';

for (const place of places) {
	resolutionConformance(place);
	judgementConformance(place);
}
