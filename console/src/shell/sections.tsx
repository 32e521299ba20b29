/** The sections of the console, in the order of the top bar. */
import {
	Book,
	Code,
	Comparison,
	Dashboard,
	Endorsed,
	Envelope,
	Flag,
	Function as FunctionIcon,
	GitCommit,
	GlobeNetwork,
	IdNumber,
	Inbox,
	InnerJoin,
	Issue,
	Key,
	NumberedList,
	People,
	Person,
	PredictiveAnalysis,
	Properties,
	ScatterPlot,
	SplitColumns,
} from '@blueprintjs/icons';
import type { JSX } from 'react';
import type { Action } from '../../../contract/operations.ts';

export type Section = {
	to:
		| '/'
		| '/records'
		| '/queue'
		| '/lanes'
		| '/hits'
		| '/entities'
		| '/candidates'
		| '/screen'
		| '/lists'
		| '/quarantine'
		| '/rules'
		| '/models'
		| '/fairness'
		| '/messages'
		| '/agreements'
		| '/partners'
		| '/matching'
		| '/ledger'
		| '/reference'
		| '/law'
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
	/** Sections that stand behind one word in the top bar, and in a bar of their own below it while one of them is shown. */
	group?: SectionGroup;
};

export type SectionGroup = 'exchange' | 'protection';

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
		to: '/queue',
		label: 'Queue',
		icon: <NumberedList />,
		key: 'w',
		action: 'assessment.list',
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
	{
		to: '/rules',
		label: 'Rules',
		icon: <FunctionIcon />,
		key: 'b',
		action: 'rule.read',
		administration: false,
	},
	{
		to: '/lanes',
		label: 'Lanes',
		icon: <SplitColumns />,
		key: 'n',
		action: 'lane.read',
		administration: false,
		isInside: true,
	},
	{
		to: '/models',
		label: 'Models',
		icon: <PredictiveAnalysis />,
		key: 'm',
		action: 'model.read',
		administration: false,
		isInside: true,
	},
	{
		to: '/fairness',
		label: 'Fairness',
		icon: <ScatterPlot />,
		key: 'f',
		action: 'fairness.read',
		administration: false,
		isInside: true,
	},
	{
		to: '/messages',
		label: 'Messages',
		icon: <Envelope />,
		key: 'x',
		action: 'message.list',
		administration: false,
		group: 'exchange',
	},
	{
		to: '/agreements',
		label: 'Agreements',
		icon: <Endorsed />,
		key: 'd',
		action: 'agreement.read',
		administration: false,
		group: 'exchange',
	},
	{
		to: '/partners',
		label: 'Partners',
		icon: <GlobeNetwork />,
		key: 'p',
		action: 'partner.read',
		administration: false,
		group: 'exchange',
	},
	{
		to: '/matching',
		label: 'Matching',
		icon: <InnerJoin />,
		key: 't',
		action: 'matching.read',
		administration: false,
		group: 'exchange',
	},
	{
		to: '/ledger',
		label: 'Ledger',
		icon: <GitCommit />,
		key: 'v',
		action: 'ledger.read',
		administration: false,
		group: 'exchange',
	},
	{
		to: '/law',
		label: 'Law',
		icon: <Book />,
		key: 'y',
		action: 'law.read',
		administration: false,
		group: 'protection',
	},
	{ to: '/users', label: 'Users', icon: <People />, key: 'u', action: 'user.list', administration: true },
	{ to: '/keys', label: 'Keys', icon: <Key />, key: 'k', action: 'key.list', administration: true },
	{ to: '/reference', label: 'API', icon: <Code />, key: 'a', action: 'session.read', administration: true },
];
