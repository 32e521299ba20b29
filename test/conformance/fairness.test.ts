import { places } from './databases.ts';
import { fairnessConformance } from './fairness.ts';

for (const place of places) fairnessConformance(place);
