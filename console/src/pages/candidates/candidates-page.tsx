import { usePageTitle } from '../../display/page-title.ts';

export function CandidatesPage() {
	usePageTitle('Candidates');
	return <h1>Candidates</h1>;
}
