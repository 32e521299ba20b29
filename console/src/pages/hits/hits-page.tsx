import { usePageTitle } from '../../display/page-title.ts';

export function HitsPage() {
	usePageTitle('Hits');
	return <h1 className="page">Hits</h1>;
}
