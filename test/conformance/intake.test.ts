import { places } from './databases.ts';
import { intakeConformance } from './intake.ts';

for (const place of places) intakeConformance(place);
