import { places } from './databases.ts';
import { modelsConformance } from './models.ts';

for (const place of places) modelsConformance(place);
