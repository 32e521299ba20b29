import { usePageTitle } from '../../display/page-title.ts';
import { Pending } from '../../display/states.tsx';

export function PartnerPage() {
	usePageTitle('Partner');
	return <Pending rows={12} />;
}
