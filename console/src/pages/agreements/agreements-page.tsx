import { usePageTitle } from '../../display/page-title.ts';
import { Pending } from '../../display/states.tsx';

export function AgreementsPage() {
	usePageTitle('Agreements');
	return <Pending rows={12} />;
}
