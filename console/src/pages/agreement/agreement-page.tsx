import { usePageTitle } from '../../display/page-title.ts';
import { Pending } from '../../display/states.tsx';

export function AgreementPage() {
	usePageTitle('Agreement');
	return <Pending rows={12} />;
}
