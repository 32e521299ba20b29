import { places } from './databases.ts';
import { memoryConformance } from './memory.ts';

for (const place of places) memoryConformance(place);
