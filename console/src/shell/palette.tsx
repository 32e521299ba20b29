/** The command palette: every command that may run now, and the search of records and of entities. */
import { Dialog, InputGroup, Menu, MenuItem } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { type Command, useAvailableCommands } from './commands.ts';
import { useAbility } from './session.ts';
import { Shortcut } from './shortcut.tsx';

/** Letters of the query in order, best where they stand together or start words. Undefined is no match. */
export function matchCommand(label: string, query: string): number | undefined {
	const text = label.toLowerCase();
	const wanted = query.trim().toLowerCase();
	if (wanted === '') return 0;
	const whole = text.indexOf(wanted);
	if (whole >= 0) return whole === 0 || text[whole - 1] === ' ' ? 0 : 1;
	let at = -1;
	for (const letter of wanted.replace(/\s/g, '')) {
		at = text.indexOf(letter, at + 1);
		if (at < 0) return undefined;
	}
	return 2;
}

/** Groups that every page has come after those of the page itself. */
const commonGroups = ['Go to', 'Everywhere'];

/** Commands that match, the best first; without a query by group. */
function findCommands(commands: readonly Command[], query: string): Command[] {
	return commands
		.filter((command) => !command.keyboardOnly)
		.map((command) => ({ command, rank: matchCommand(command.label, query) }))
		.filter((entry) => entry.rank !== undefined)
		.sort(
			(a, b) =>
				(a.rank ?? 0) - (b.rank ?? 0) ||
				commonGroups.indexOf(a.command.group) - commonGroups.indexOf(b.command.group),
		)
		.map((entry) => entry.command);
}

type Props = { isOpen: boolean; onClose: () => void };

export function Palette({ isOpen, onClose }: Props) {
	return (
		<Dialog
			isOpen={isOpen}
			onClose={onClose}
			className="palette"
			aria-labelledby="palette-title"
			transitionDuration={0}
		>
			{isOpen && <PaletteContent onClose={onClose} />}
		</Dialog>
	);
}

function PaletteContent({ onClose }: { onClose: () => void }) {
	const [query, setQuery] = useState('');
	const [current, setCurrent] = useState(0);
	const navigate = useNavigate();
	const mayListRecords = useAbility('record.list');
	const mayListEntities = useAbility('entity.list');
	const listId = useId();
	const commands = useAvailableCommands();
	const found = findCommands(commands, query);
	const wanted = query.trim();
	if (wanted !== '') {
		const searches: Command[] = [
			{
				label: `Search records for “${wanted}”`,
				group: 'Search',
				icon: <Search />,
				when: () => mayListRecords,
				run: () => void navigate({ to: '/records', search: { search: wanted } }),
			},
			{
				label: `Search entities for “${wanted}”`,
				group: 'Search',
				icon: <Search />,
				when: () => mayListEntities,
				run: () => void navigate({ to: '/entities', search: { search: wanted } }),
			},
		].filter(({ when }) => when());
		// A reference has digits, a command and a name have none: what looks like a reference is searched first.
		if (/\d/.test(wanted)) found.unshift(...searches);
		else found.push(...searches.reverse());
	}
	const at = Math.min(current, found.length - 1);
	const run = (command: Command | undefined) => {
		if (!command) return;
		onClose();
		command.run();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined) setCurrent((at + step + found.length) % found.length);
		else if (event.key === 'Enter') run(found[at]);
		else return;
		event.preventDefault();
	};
	return (
		<>
			<h2 id="palette-title" className="visually-hidden">
				Commands
			</h2>
			<InputGroup
				autoFocus
				size="large"
				leftIcon={<Search />}
				placeholder="A command, or a reference, name or number to search for"
				value={query}
				onValueChange={(value) => {
					setQuery(value);
					setCurrent(0);
				}}
				onKeyDown={onKeyDown}
				role="combobox"
				aria-label="Command"
				aria-expanded="true"
				aria-controls={listId}
				aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
			/>
			<Menu id={listId} role="listbox" aria-label="Commands" className="palette-list">
				{found.length === 0 && <MenuItem disabled text="No command of that name" />}
				{found.map((command, index) => (
					<PaletteEntry
						key={`${command.group} ${command.label}`}
						id={`${listId}-${index}`}
						command={command}
						title={wanted === '' && command.group !== found[index - 1]?.group ? command.group : undefined}
						isCurrent={index === at}
						onHover={() => setCurrent(index)}
						onRun={() => run(command)}
					/>
				))}
			</Menu>
		</>
	);
}

type EntryProps = {
	id: string;
	command: Command;
	title: string | undefined;
	isCurrent: boolean;
	onHover: () => void;
	onRun: () => void;
};

function PaletteEntry({ id, command, title, isCurrent, onHover, onRun }: EntryProps) {
	return (
		<>
			{title && (
				<li role="presentation" className="palette-group">
					{title}
				</li>
			)}
			<MenuItem
				roleStructure="listoption"
				selected={isCurrent}
				icon={command.icon ?? <span className="icon-space" />}
				text={command.label}
				labelElement={command.shortcut ? <Shortcut shortcut={command.shortcut} /> : undefined}
				active={isCurrent}
				tabIndex={-1}
				onMouseMove={onHover}
				onClick={onRun}
				ref={(element: HTMLElement | null) => {
					if (!element) return;
					// The option itself is what the field names as current, not the link inside it.
					element.id = id;
					if (isCurrent) element.scrollIntoView({ block: 'nearest' });
				}}
			/>
		</>
	);
}
