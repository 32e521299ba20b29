import { places } from './databases.ts';
import { screeningConformance } from './screening.ts';
import { listsConformance } from './screening-lists.ts';
import { publishedListsConformance } from './screening-published.ts';

for (const place of places) {
	listsConformance(place);
	screeningConformance(place);
	publishedListsConformance(place);
}
