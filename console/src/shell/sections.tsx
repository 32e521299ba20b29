/** The sections of the console, in the order of the top bar. */
import { Code, Dashboard, Inbox, Issue, Key, People } from '@blueprintjs/icons';
import type { JSX } from 'react';
import type { Action } from '../../../contract/operations.ts';

export type Section = {
	to: '/' | '/records' | '/quarantine' | '/reference' | '/users' | '/keys';
	label: string;
	icon: JSX.Element;
	/** Letter after `g`. */
	key: string;
	/** What the reader must be allowed to do. */
	action: Action;
	/** Sections for those who run the node stand apart. */
	administration: boolean;
};

export const sections: readonly Section[] = [
	{
		to: '/',
		label: 'Overview',
		icon: <Dashboard />,
		key: 'o',
		action: 'overview.read',
		administration: false,
	},
	{
		to: '/records',
		label: 'Records',
		icon: <Inbox />,
		key: 'r',
		action: 'record.list',
		administration: false,
	},
	{
		to: '/quarantine',
		label: 'Quarantine',
		icon: <Issue />,
		key: 'q',
		action: 'quarantine.list',
		administration: false,
	},
	{ to: '/users', label: 'Users', icon: <People />, key: 'u', action: 'user.list', administration: true },
	{ to: '/keys', label: 'Keys', icon: <Key />, key: 'k', action: 'key.list', administration: true },
	{ to: '/reference', label: 'API', icon: <Code />, key: 'a', action: 'session.read', administration: true },
];
