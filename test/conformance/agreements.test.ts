import { agreementBudgetsConformance } from './agreement-budgets.ts';
import { agreementsConformance } from './agreements.ts';
import { places } from './databases.ts';

for (const place of places) {
	agreementsConformance(place);
	agreementBudgetsConformance(place);
}
