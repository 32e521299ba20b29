import { places } from './databases.ts';
import { retentionConformance } from './retention.ts';

for (const place of places) retentionConformance(place);
