import { Dialog, DialogBody, Switch } from '@blueprintjs/core';
import { type Command, setSingleKeys, useAvailableCommands, useSingleKeys } from './commands.ts';
import { Shortcut } from './shortcut.tsx';

/** Every shortcut that works on this page, by group, and the switch that turns single keys off. */
export function ShortcutsHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
	return (
		<Dialog isOpen={isOpen} onClose={onClose} title="Keyboard shortcuts" className="shortcuts-help">
			<DialogBody>{isOpen && <Help />}</DialogBody>
		</Dialog>
	);
}

function Help() {
	const singleKeys = useSingleKeys();
	const commands = useAvailableCommands();
	const groups = new Map<string, Command[]>();
	for (const command of commands) {
		if (!command.shortcut) continue;
		groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
	}
	return (
		<>
			<div className="shortcuts-groups">
				{[...groups].map(([group, commands]) => (
					<section key={group}>
						<h3>{group}</h3>
						<dl>
							{commands.map((command) => (
								<div key={command.label} className="shortcut-line">
									<dt>{command.label}</dt>
									<dd>
										<Shortcut shortcut={command.shortcut ?? ''} />
									</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
			<Switch
				checked={singleKeys === 'on'}
				onChange={(event) => setSingleKeys(event.currentTarget.checked ? 'on' : 'off')}
				label="Shortcuts of a single key (switch off for speech input)"
			/>
		</>
	);
}
