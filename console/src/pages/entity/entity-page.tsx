import { usePageTitle } from '../../display/page-title.ts';

export function EntityPage() {
	usePageTitle('Entity');
	return <h1>Entity</h1>;
}
