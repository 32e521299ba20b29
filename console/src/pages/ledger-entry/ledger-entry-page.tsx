/** One entry of the ledger on a page of its own: what links from messages, records and notes lead to. */
import { ArrowLeft } from '@blueprintjs/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty } from '../../display/states.tsx';
import { useCommands } from '../../shell/commands.ts';
import { EntryDetail } from './entry-detail.tsx';
import '../../exchanging/exchanging.css';

const route = getRouteApi('/shell/ledger/$position');

export function LedgerEntryPage() {
	const { position } = route.useParams();
	const navigate = route.useNavigate();
	const router = useRouter();
	const at = /^\d{1,15}$/.test(position) ? Number(position) : undefined;
	usePageTitle(`Entry ${position}`);
	const step = (by: 1 | -1) => {
		if (at !== undefined && at + by >= 0)
			void navigate({ to: '/ledger/$position', params: { position: String(at + by) }, replace: true });
	};
	const back = () =>
		router.history.canGoBack()
			? router.history.back()
			: void router.navigate({ to: '/ledger', search: { tab: 'entries' } });
	useCommands([
		{ label: 'Entry before', group: 'Ledger', shortcut: 'j', run: () => step(-1) },
		{ label: 'Next entry', group: 'Ledger', shortcut: 'k', run: () => step(1) },
		{ label: 'Back to the ledger', group: 'Ledger', icon: <ArrowLeft />, shortcut: 'b', run: back },
	]);
	if (at === undefined) return <Empty isPage title="There is no such entry" />;
	return (
		<div className="one">
			<EntryDetail key={at} position={at} level="h1" />
		</div>
	);
}
