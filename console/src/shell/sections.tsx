/** The sections of the console, in the order of the top bar. */
import {
	Book,
	Code,
	Comparison,
	Dashboard,
	Endorsed,
	Envelope,
	EyeOpen as Eye,
	Flag,
	Function as FunctionIcon,
	GitCommit,
	GlobeNetwork,
	Hand,
	History,
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
		| '/decisions'
		| '/requests'
		| '/retention'
		| '/users'
		| '/keys';
	label: string;
	icon: JSX.Element;
	/** Letter after `g`. */
	key: string;
	/** What the reader must be allowed to do. */
	action: Action;
	/** Sections that stand behind one word in the top bar, and in a bar of their own below it while one of them is shown. */
	group?: SectionGroup;
};

export type SectionGroup =
	| 'targeting'
	| 'screening'
	| 'entities'
	| 'exchange'
	| 'protection'
	| 'administration';

export const sections: readonly Section[] = [
	{
		to: '/',
		label: 'Overview',
		icon: <Dashboard />,
		key: 'o',
		action: 'overview.read',
	},
	{
		to: '/records',
		label: 'Records',
		icon: <Inbox />,
		key: 'r',
		action: 'record.list',
	},
	{
		to: '/quarantine',
		label: 'Quarantine',
		icon: <Issue />,
		key: 'q',
		action: 'quarantine.list',
	},
	{
		to: '/queue',
		label: 'Queue',
		icon: <NumberedList />,
		key: 'w',
		action: 'assessment.list',
		group: 'targeting',
	},
	{
		to: '/rules',
		label: 'Rules',
		icon: <FunctionIcon />,
		key: 'b',
		action: 'rule.read',
		group: 'targeting',
	},
	{
		to: '/lanes',
		label: 'Lanes',
		icon: <SplitColumns />,
		key: 'n',
		action: 'lane.read',
		group: 'targeting',
	},
	{
		to: '/models',
		label: 'Models',
		icon: <PredictiveAnalysis />,
		key: 'm',
		action: 'model.read',
		group: 'targeting',
	},
	{
		to: '/fairness',
		label: 'Fairness',
		icon: <ScatterPlot />,
		key: 'f',
		action: 'fairness.read',
		group: 'targeting',
	},
	{
		to: '/hits',
		label: 'Hits',
		icon: <Flag />,
		key: 'h',
		action: 'hit.list',
		group: 'screening',
	},
	{
		to: '/screen',
		label: 'Screen',
		icon: <IdNumber />,
		key: 's',
		action: 'screening.ask',
		group: 'screening',
	},
	{
		to: '/lists',
		label: 'Lists',
		icon: <Properties />,
		key: 'l',
		action: 'list.read',
		group: 'screening',
	},
	{
		to: '/entities',
		label: 'Entities',
		icon: <Person />,
		key: 'e',
		action: 'entity.list',
		group: 'entities',
	},
	{
		to: '/candidates',
		label: 'Candidates',
		icon: <Comparison />,
		key: 'c',
		action: 'entity.list',
		group: 'entities',
	},
	{
		to: '/messages',
		label: 'Messages',
		icon: <Envelope />,
		key: 'x',
		action: 'message.list',
		group: 'exchange',
	},
	{
		to: '/agreements',
		label: 'Agreements',
		icon: <Endorsed />,
		key: 'd',
		action: 'agreement.read',
		group: 'exchange',
	},
	{
		to: '/partners',
		label: 'Partners',
		icon: <GlobeNetwork />,
		key: 'p',
		action: 'partner.read',
		group: 'exchange',
	},
	{
		to: '/matching',
		label: 'Matching',
		icon: <InnerJoin />,
		key: 't',
		action: 'matching.read',
		group: 'exchange',
	},
	{
		to: '/ledger',
		label: 'Ledger',
		icon: <GitCommit />,
		key: 'v',
		action: 'ledger.read',
		group: 'exchange',
	},
	{
		to: '/decisions',
		label: 'Decisions',
		icon: <Eye />,
		key: 'i',
		action: 'decision.list',
		group: 'protection',
	},
	{
		to: '/requests',
		label: 'Requests',
		icon: <Hand />,
		key: 'j',
		action: 'request.list',
		group: 'protection',
	},
	{
		to: '/retention',
		label: 'Retention',
		icon: <History />,
		key: 'z',
		action: 'retention.read',
		group: 'protection',
	},
	{
		to: '/law',
		label: 'Law',
		icon: <Book />,
		key: 'y',
		action: 'law.read',
		group: 'protection',
	},
	{ to: '/users', label: 'Users', icon: <People />, key: 'u', action: 'user.list', group: 'administration' },
	{ to: '/keys', label: 'Keys', icon: <Key />, key: 'k', action: 'key.list', group: 'administration' },
	{
		to: '/reference',
		label: 'API',
		icon: <Code />,
		key: 'a',
		action: 'session.read',
		group: 'administration',
	},
];
