import { places } from './databases.ts';
import { targetingConformance } from './targeting.ts';

for (const place of places) targetingConformance(place);
