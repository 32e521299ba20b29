import { usePageTitle } from '../../display/page-title.ts';

export function EntitiesPage() {
	usePageTitle('Entities');
	return <h1>Entities</h1>;
}
