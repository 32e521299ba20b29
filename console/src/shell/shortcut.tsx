import { shortcutKeys } from './commands.ts';

/** A shortcut as keys. */
export function Shortcut({ shortcut }: { shortcut: string }) {
	const separator = shortcut.includes(' ') ? 'then' : '';
	return (
		<span className="shortcut">
			{shortcutKeys(shortcut).map((key, index) => (
				<span key={key}>
					{index > 0 && separator && <span className="muted"> {separator} </span>}
					<kbd>{key}</kbd>
				</span>
			))}
		</span>
	);
}
