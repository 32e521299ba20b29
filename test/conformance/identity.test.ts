import { places } from './databases.ts';
import { identityConformance } from './identity.ts';

for (const place of places) identityConformance(place);
