import { usePageTitle } from '../../display/page-title.ts';
import { Pending } from '../../display/states.tsx';

export function PartnersPage() {
	usePageTitle('Partners');
	return <Pending rows={12} />;
}
