/** The frame of every page: top bar, commands that work everywhere, palette, help, the live stream. */
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { askForPurpose } from '../client/purpose-gate.ts';
import { followLive } from '../live/live.ts';
import { PurposeDialog } from '../purpose/purpose-dialog.tsx';
import { useCloseSession } from '../queries/session.ts';
import { type Command, listenToKeyboard, useCommands } from './commands.ts';
import { GroupBar } from './group-bar.tsx';
import { Palette } from './palette.tsx';
import { sections } from './sections.tsx';
import { useSession } from './session.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { setTheme, themes } from './theme.ts';
import { TopBar } from './top-bar.tsx';

export function Shell() {
	const session = useSession();
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const closeSession = useCloseSession();
	const [open, setOpen] = useState<'palette' | 'help' | undefined>();

	useEffect(listenToKeyboard, []);
	useEffect(followLive, []);

	const signOut = (search: { node?: string } = {}) =>
		closeSession.mutate(undefined, {
			onSettled: () => {
				queryClient.clear();
				void navigate({ to: '/sign-in', search });
			},
		});

	const commands: Command[] = [
		{
			label: 'Command palette',
			group: 'Everywhere',
			shortcut: 'mod+k',
			run: () => setOpen('palette'),
			keyboardOnly: true,
		},
		{ label: 'Keyboard shortcuts', group: 'Everywhere', shortcut: '?', run: () => setOpen('help') },
		...sections.map(
			(section): Command => ({
				label: `Go to ${section.label}`,
				group: 'Go to',
				icon: section.icon,
				shortcut: `g ${section.key}`,
				when: () => session.abilities.includes(section.action),
				run: () => void navigate({ to: section.to }),
			}),
		),
		...themes.map(
			(theme): Command => ({
				label:
					theme === 'system' ? 'Theme as the system says' : `${theme === 'dark' ? 'Dark' : 'Light'} theme`,
				group: 'Everywhere',
				run: () => setTheme(theme),
			}),
		),
		{
			label: 'Account and second factor',
			group: 'Everywhere',
			run: () => void navigate({ to: '/account' }),
		},
		{
			label: 'Change the purpose',
			group: 'Everywhere',
			shortcut: 'P',
			when: () => session.purposes.length > 0,
			run: askForPurpose,
		},
		{ label: 'Sign out', group: 'Everywhere', run: () => signOut() },
	];
	useCommands(commands);

	return (
		<div className="shell">
			<a className="skip-link" href="#content">
				Skip to the content
			</a>
			<TopBar
				session={session}
				onPalette={() => setOpen('palette')}
				onHelp={() => setOpen('help')}
				onSignOut={signOut}
			/>
			<GroupBar />
			<main id="content" className="content" tabIndex={-1}>
				<Outlet />
			</main>
			<Palette isOpen={open === 'palette'} onClose={() => setOpen(undefined)} />
			<PurposeDialog />
			<ShortcutsHelp isOpen={open === 'help'} onClose={() => setOpen(undefined)} />
		</div>
	);
}
