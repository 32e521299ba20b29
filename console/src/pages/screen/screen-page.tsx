import { usePageTitle } from '../../display/page-title.ts';

export function ScreenPage() {
	usePageTitle('Screen');
	return <h1 className="page">Screen</h1>;
}
