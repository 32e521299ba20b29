import { usePageTitle } from '../../display/page-title.ts';

export function HitPage() {
	usePageTitle('Hit');
	return <h1 className="page">Hit</h1>;
}
