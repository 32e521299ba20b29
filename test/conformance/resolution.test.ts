import { places } from './databases.ts';
import { resolutionConformance } from './resolution.ts';

for (const place of places) resolutionConformance(place);
