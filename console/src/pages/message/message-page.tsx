/** One message on a page of its own, to link to. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { messageQuery } from '../../queries/messages.ts';
import { useCommands } from '../../shell/commands.ts';
import { useBack } from '../../shell/use-back.ts';
import { MessageView } from './message-view.tsx';

const route = getRouteApi('/shell/messages/$id');

export function MessagePage() {
	const { id } = route.useParams();
	const message = useQuery(messageQuery(id));
	usePageTitle('Message');
	const back = useBack('/messages');
	useCommands([
		{
			label: 'Back to the messages',
			group: 'Message',
			shortcut: 'u',
			run: back,
		},
	]);
	if (message.isPending) return <Pending rows={20} label="Loading the message" />;
	if (message.isError) {
		if (toCallError(message.error).code === 'not-found')
			return (
				<Empty
					isPage
					title="There is no such message"
					action={<Link to="/messages">Go to the messages</Link>}
				>
					The address may be mistyped, or the message belongs to another node.
				</Empty>
			);
		return <Failure error={message.error} retry={() => void message.refetch()} />;
	}
	return (
		<div className="message-page">
			<MessageView key={id} detail={message.data} isPage />
		</div>
	);
}
