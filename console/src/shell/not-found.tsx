import { Link } from '@tanstack/react-router';
import { Empty } from '../display/states.tsx';

export function NotFound() {
	return (
		<main>
			<Empty isPage title="There is no such page" action={<Link to="/">Go to the overview</Link>}>
				The address may be mistyped, or the page may have moved.
			</Empty>
		</main>
	);
}
