/** One hit on a page of its own, to link to. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { hitQuery } from '../../queries/hit.ts';
import { useCommands } from '../../shell/commands.ts';
import { useBack } from '../../shell/use-back.ts';
import { HitDetail } from './hit-detail.tsx';

const route = getRouteApi('/shell/hits/$id');

export function HitPage() {
	const { id } = route.useParams();
	const hit = useQuery(hitQuery(id));
	// Names do not go into the title of a tab, which the history of the browser keeps.
	usePageTitle('Hit');
	const back = useBack('/hits');
	useCommands([
		{
			label: 'Back to the hits',
			group: 'Hit',
			shortcut: 'u',
			run: back,
		},
	]);
	if (hit.isPending) return <Pending rows={20} label="Loading the hit" />;
	if (hit.isError) {
		if (toCallError(hit.error).code === 'not-found')
			return (
				<Empty isPage title="There is no such hit" action={<Link to="/hits">Go to the hits</Link>}>
					It may have been removed at the end of its retention, or the address may be mistyped.
				</Empty>
			);
		return <Failure error={hit.error} retry={() => void hit.refetch()} />;
	}
	return (
		<div className="hit-page">
			<HitDetail detail={hit.data} isPage onDecided={() => {}} />
		</div>
	);
}
