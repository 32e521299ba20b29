import { usePageTitle } from '../../display/page-title.ts';

export function ListsPage() {
	usePageTitle('Lists');
	return <h1 className="page">Lists</h1>;
}
