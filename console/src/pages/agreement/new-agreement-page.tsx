import { usePageTitle } from '../../display/page-title.ts';
import { Pending } from '../../display/states.tsx';

export function NewAgreementPage() {
	usePageTitle('New agreement');
	return <Pending rows={12} />;
}
