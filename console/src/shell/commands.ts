/**
 * Commands: one object each, with label, icon, shortcut, predicate and action. The palette, the help and the keyboard
 * read the same list. Pages register theirs while they are shown.
 * Shortcuts: `mod+k` (Ctrl or Command), a character (`/`, `?`, `j`), a name (`Enter`), or two in a row (`g r`).
 */
import { type JSX, useEffect, useRef, useSyncExternalStore } from 'react';
import { stored } from './stored.ts';

export type Command = {
	label: string;
	group: string;
	icon?: JSX.Element;
	shortcut?: string;
	/** May it run now? Absent means yes. */
	when?: () => boolean;
	run: () => void;
	/** Movement inside a list: in the help, not in the palette. */
	keyboardOnly?: boolean;
};

type Source = { read: () => readonly Command[] };

const sources = new Set<Source>();
const listeners = new Set<() => void>();
let generation = 0;

const announce = () => {
	generation += 1;
	for (const listener of listeners) listener();
};

/** All commands that may run now, the newest registered first so that a page overrides the shell. */
export const availableCommands = (): Command[] =>
	[...sources]
		.reverse()
		.flatMap((source) => source.read())
		.filter((command) => command.when?.() ?? true);

/** Registers commands while the caller is shown. The closures of the latest render are the ones that run. */
export function useCommands(commands: readonly Command[]) {
	const latest = useRef(commands);
	useEffect(() => {
		latest.current = commands;
	});
	useEffect(() => {
		const source: Source = { read: () => latest.current };
		sources.add(source);
		announce();
		return () => {
			sources.delete(source);
			announce();
		};
	}, []);
}

const subscribe = (listener: () => void) => {
	listeners.add(listener);
	return () => listeners.delete(listener);
};

/** Renders again when commands come or go. */
export function useAvailableCommands(): Command[] {
	useSyncExternalStore(subscribe, () => generation);
	return availableCommands();
}

/** Single-key shortcuts can be switched off (WCAG 2.1.4): speech input types whole words into the page. */
const singleKeys = stored('single-keys', ['on', 'off'], 'on');
export const useSingleKeys = () => useSyncExternalStore(singleKeys.subscribe, singleKeys.read);
export const setSingleKeys = singleKeys.write;

const isEditable = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Dialogs and menus have keys of their own. */
const isElsewhere = (target: EventTarget | null) =>
	document.querySelector('.bp6-dialog') !== null ||
	(target instanceof HTMLElement && target.closest('.bp6-popover') !== null);

/** Enter and Space belong to the control that has the focus. */
const isControl = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	target.closest('a, button, summary, [role="tab"], [role="menuitem"]') !== null;

const SEQUENCE_MS = 1_200;

/** Listens on the window and runs commands by their shortcut. Returns what stops it. */
export function listenToKeyboard(): () => void {
	let first: { key: string; until: number } | undefined;
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.defaultPrevented || event.isComposing || event.altKey) return;
		const modified = event.ctrlKey || event.metaKey;
		const key = event.key.length === 1 && !modified ? event.key : event.key.toLowerCase();
		const name = modified ? `mod+${key}` : event.key.length === 1 ? key : event.key;
		if (!modified) {
			if (singleKeys.read() === 'off' || isEditable(event.target) || isElsewhere(event.target)) return;
			if ((event.key === 'Enter' || event.key === ' ') && isControl(event.target)) return;
		}
		const commands = availableCommands();
		const sequence = first && first.until > event.timeStamp ? `${first.key} ${name}` : undefined;
		const command =
			commands.find((candidate) => sequence !== undefined && candidate.shortcut === sequence) ??
			commands.find((candidate) => candidate.shortcut === name);
		first = undefined;
		if (command) {
			event.preventDefault();
			command.run();
		} else if (!modified && commands.some((candidate) => candidate.shortcut?.startsWith(`${name} `))) {
			first = { key: name, until: event.timeStamp + SEQUENCE_MS };
		}
	};
	window.addEventListener('keydown', onKeyDown);
	return () => window.removeEventListener('keydown', onKeyDown);
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys of a shortcut as they are printed on the keyboard. */
export function shortcutKeys(shortcut: string): string[] {
	return shortcut
		.split(/[ +]/)
		.map((key) =>
			key === 'mod'
				? isMac
					? '⌘'
					: 'Ctrl'
				: key === 'Enter'
					? '↵'
					: key.length === 1 && shortcut.includes('+')
						? key.toUpperCase()
						: key,
		);
}
