/** The sections of the console, in the order of the top bar. */
import {
	Code,
	Comparison,
	Dashboard,
	Flag,
	IdNumber,
	Inbox,
	Issue,
	Key,
	People,
	Person,
	Properties,
} from '@blueprintjs/icons';
import type { JSX } from 'react';
import type { Action } from '../../../contract/operations.ts';

export type Section = {
	to:
		| '/'
		| '/records'
		| '/hits'
		| '/entities'
		| '/candidates'
		| '/screen'
		| '/lists'
		| '/quarantine'
		| '/reference'
		| '/users'
		| '/keys';
	label: string;
	icon: JSX.Element;
	/** Letter after `g`. */
	key: string;
	/** What the reader must be allowed to do. */
	action: Action;
	/** Sections for those who run the node stand apart. */
	administration: boolean;
	/** Reached from another section's page and from the palette: the top bar has no room for all. */
	isInside?: true;
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
		to: '/hits',
		label: 'Hits',
		icon: <Flag />,
		key: 'h',
		action: 'hit.list',
		administration: false,
	},
	{
		to: '/entities',
		label: 'Entities',
		icon: <Person />,
		key: 'e',
		action: 'entity.list',
		administration: false,
	},
	{
		to: '/candidates',
		label: 'Candidates',
		icon: <Comparison />,
		key: 'c',
		action: 'entity.list',
		administration: false,
		isInside: true,
	},
	{
		to: '/screen',
		label: 'Screen',
		icon: <IdNumber />,
		key: 's',
		action: 'screening.ask',
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
	{
		to: '/lists',
		label: 'Lists',
		icon: <Properties />,
		key: 'l',
		action: 'list.read',
		administration: false,
	},
	{ to: '/users', label: 'Users', icon: <People />, key: 'u', action: 'user.list', administration: true },
	{ to: '/keys', label: 'Keys', icon: <Key />, key: 'k', action: 'key.list', administration: true },
	{ to: '/reference', label: 'API', icon: <Code />, key: 'a', action: 'session.read', administration: true },
];
