/** From a record to the page where messages are written, with that record picked. For whoever may send. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useCommands } from '../shell/commands.ts';
import { useAbility } from '../shell/session.ts';

export function ShareLink({ record, group }: { record: string; group: string }) {
	const maySend = useAbility('message.send');
	const navigate = useNavigate();
	const search = { records: record };
	useCommands([
		{
			label: 'Share with a partner',
			group,
			shortcut: 's',
			when: () => maySend,
			run: () => void navigate({ to: '/messages/new', search }),
		},
	]);
	if (!maySend) return null;
	return (
		<Link
			to="/messages/new"
			search={search}
			preload={false}
			title="Write a message with this record; an agreement says what of it leaves (s)"
		>
			Share…
		</Link>
	);
}
