import { usePageTitle } from '../../display/page-title.ts';

export function ListPage() {
	usePageTitle('List');
	return <h1 className="page">List</h1>;
}
