import {
	Alignment,
	Button,
	Menu,
	MenuDivider,
	MenuItem,
	Navbar,
	NavbarDivider,
	NavbarGroup,
	PopoverNext,
} from '@blueprintjs/core';
import {
	CaretDown,
	Contrast,
	Flash,
	Help,
	LogOut,
	Moon,
	Person,
	Search,
	Tick,
	User,
} from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, type JSX } from 'react';
import type { Session } from '../../../contract/views.ts';
import { formatCount } from '../display/format.ts';
import { agencyWords, roleWords } from '../display/words.ts';
import { PurposeChip } from '../purpose/purpose-chip.tsx';
import { overviewQuery } from '../queries/overview.ts';
import { GroupLink } from './group-bar.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { Logo } from './logo.tsx';
import { type Section, sections } from './sections.tsx';
import { Shortcut } from './shortcut.tsx';
import { setTheme, type Theme, themes, useTheme } from './theme.ts';

type Props = {
	session: Session;
	onPalette: () => void;
	onHelp: () => void;
	onSignOut: (search?: { node?: string }) => void;
};

export function TopBar({ session, onPalette, onHelp, onSignOut }: Props) {
	return (
		<header>
			<Navbar className={`top-bar agency-${session.node.agency}`}>
				<NavbarGroup align={Alignment.START}>
					<Link to="/" className="brand" aria-label="Tidewaiter, overview">
						<Logo />
						<span className="brand-name">Tidewaiter</span>
					</Link>
					<NodeMenu session={session} onSignOut={onSignOut} />
					<nav className="sections" aria-label="Sections">
						{sections.map((section, at) => {
							const { to, group, action } = section;
							if (group === undefined)
								return (
									session.abilities.includes(action) && (
										<SectionLink key={to} section={section} session={session} />
									)
								);
							// A group stands where its first section stands.
							if (sections[at - 1]?.group === group) return null;
							return (
								<Fragment key={group}>
									{group === 'administration' && <NavbarDivider />}
									<GroupLink group={group} />
								</Fragment>
							);
						})}
					</nav>
				</NavbarGroup>
				<NavbarGroup align={Alignment.END}>
					<PurposeChip />
					<LiveIndicator />
					<Button
						className="palette-button"
						size="small"
						variant="outlined"
						icon={<Search />}
						onClick={onPalette}
					>
						<span className="palette-button-text">Commands</span> <Shortcut shortcut="mod+k" />
					</Button>
					<ThemeMenu />
					<Button
						variant="minimal"
						size="small"
						icon={<Help />}
						aria-label="Keyboard shortcuts"
						title="Keyboard shortcuts (?)"
						onClick={onHelp}
					/>
					<UserMenu session={session} onSignOut={onSignOut} />
				</NavbarGroup>
			</Navbar>
		</header>
	);
}

function SectionLink({ section, session }: { section: Section; session: Session }) {
	return (
		<Link
			to={section.to}
			className="section-link"
			activeOptions={{ exact: section.to === '/', includeSearch: false }}
			activeProps={{ className: 'section-link active' }}
			title={`${section.label} (g ${section.key})`}
		>
			{section.label}
			{section.to === '/quarantine' && session.abilities.includes('overview.read') && <QuarantineCount />}
		</Link>
	);
}

/** How much waits in the quarantine, where the overview has been read. */
function QuarantineCount() {
	const { data } = useQuery(overviewQuery);
	if (!data || data.totals.quarantined === 0) return null;
	return (
		<span className="section-count number">
			{formatCount(data.totals.quarantined)}
			<span className="visually-hidden"> waiting</span>
		</span>
	);
}

function NodeMenu({ session, onSignOut }: Pick<Props, 'session' | 'onSignOut'>) {
	const others = session.nodes.filter((node) => node.id !== session.node.id);
	const label = (
		<span className="node-label">
			<span className="node-name">{session.node.name}</span>
			<span className="node-agency">
				{agencyWords[session.node.agency]} · {session.node.country}
			</span>
		</span>
	);
	if (others.length === 0) return <div className="node-chip">{label}</div>;
	return (
		<PopoverNext
			placement="bottom-start"
			content={
				<Menu aria-label="Nodes">
					<MenuDivider title="Sign in to another node" />
					{others.map((node) => (
						<MenuItem
							key={node.id}
							text={node.name}
							label={`${agencyWords[node.agency]} · ${node.country}`}
							onClick={() => onSignOut({ node: node.id })}
						/>
					))}
				</Menu>
			}
		>
			<Button
				className="node-chip"
				variant="minimal"
				size="small"
				endIcon={<CaretDown />}
				title={`${session.node.name}: ${agencyWords[session.node.agency]}, ${session.node.country}`}
			>
				{label}
			</Button>
		</PopoverNext>
	);
}

const themeWords: { readonly [theme in Theme]: { label: string; icon: JSX.Element } } = {
	system: { label: 'As the system says', icon: <Contrast /> },
	light: { label: 'Light', icon: <Flash /> },
	dark: { label: 'Dark', icon: <Moon /> },
};

function ThemeMenu() {
	const current = useTheme();
	return (
		<PopoverNext
			placement="bottom-end"
			content={
				<Menu aria-label="Theme">
					{themes.map((theme) => (
						<MenuItem
							key={theme}
							icon={themeWords[theme].icon}
							text={themeWords[theme].label}
							labelElement={theme === current ? <Tick /> : undefined}
							aria-current={theme === current}
							onClick={() => setTheme(theme)}
						/>
					))}
				</Menu>
			}
		>
			<Button
				variant="minimal"
				size="small"
				icon={themeWords[current].icon}
				aria-label={`Theme: ${themeWords[current].label}`}
				title="Theme"
			/>
		</PopoverNext>
	);
}

function UserMenu({ session, onSignOut }: Pick<Props, 'session' | 'onSignOut'>) {
	const navigate = useNavigate();
	return (
		<PopoverNext
			placement="bottom-end"
			content={
				<Menu aria-label="Account">
					<MenuDivider title={`${session.user.name} · ${roleWords[session.user.role]}`} />
					<MenuItem
						icon={<Person />}
						text="Account and second factor"
						onClick={() => void navigate({ to: '/account' })}
					/>
					<MenuItem icon={<LogOut />} text="Sign out" onClick={() => onSignOut()} />
				</Menu>
			}
		>
			<Button variant="minimal" size="small" icon={<User />} endIcon={<CaretDown />} className="user-button">
				{session.user.displayName}
			</Button>
		</PopoverNext>
	);
}
