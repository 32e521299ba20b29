import { places } from './databases.ts';
import { ledgerSuite } from './ledger.ts';

for (const place of places) ledgerSuite(place);
