import { places } from './databases.ts';
import { subjectsSuite } from './subjects.ts';

for (const place of places) subjectsSuite(place);
