/** Routes: what each address shows, and which search parameters it takes. Pages are loaded when they are first shown. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Failure, Pending } from './display/states.tsx';
import { agreementSearch, newAgreementSearch } from './pages/agreement/search.ts';
import { agreementsSearch } from './pages/agreements/search.ts';
import { candidatesSearch } from './pages/candidates/search.ts';
import { composeSearch } from './pages/compose/search.ts';
import { entitiesSearch } from './pages/entities/search.ts';
import { entitySearch } from './pages/entity/search.ts';
import { fairnessSearch } from './pages/fairness/search.ts';
import { hitsSearch } from './pages/hits/search.ts';
import { lanesSearch } from './pages/lanes/search.ts';
import { ledgerSearch } from './pages/ledger/search.ts';
import { listSearch } from './pages/list/search.ts';
import { matchingSearch } from './pages/matching/search.ts';
import { messagesSearch } from './pages/messages/search.ts';
import { partnersSearch } from './pages/partners/search.ts';
import { quarantineSearch } from './pages/quarantine/search.ts';
import { queueSearch } from './pages/queue/search.ts';
import { recordSearch } from './pages/record/search.ts';
import { recordsSearch } from './pages/records/search.ts';
import { ruleSearch } from './pages/rule/search.ts';
import { rulesSearch } from './pages/rules/search.ts';
import { screenSearch } from './pages/screen/search.ts';
import { signInSearch } from './pages/sign-in/search.ts';
import { protectionRoutes } from './routes/protection-routes.ts';
import { rootRoute, shellRoute } from './routes/shell-route.ts';
import { formatSearchText, parseSearchText } from './search-text.ts';
import { NotFound } from './shell/not-found.tsx';

const signInRoute = createRoute({
	getParentRoute: () => rootRoute,
	path: '/sign-in',
	validateSearch: signInSearch,
	component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const overviewRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/',
	component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
});

const recordsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/records',
	validateSearch: recordsSearch,
	component: lazyRouteComponent(() => import('./pages/records/records-page.tsx'), 'RecordsPage'),
});

const recordRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/records/$id',
	validateSearch: recordSearch,
	component: lazyRouteComponent(() => import('./pages/record/record-page.tsx'), 'RecordPage'),
});

const assessmentRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/records/$id/assessment',
	component: lazyRouteComponent(() => import('./pages/assessment/assessment-page.tsx'), 'AssessmentPage'),
});

const queueRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/queue',
	validateSearch: queueSearch,
	component: lazyRouteComponent(() => import('./pages/queue/queue-page.tsx'), 'QueuePage'),
});

const lanesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/lanes',
	validateSearch: lanesSearch,
	component: lazyRouteComponent(() => import('./pages/lanes/lanes-page.tsx'), 'LanesPage'),
});

const hitsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/hits',
	validateSearch: hitsSearch,
	component: lazyRouteComponent(() => import('./pages/hits/hits-page.tsx'), 'HitsPage'),
});

const hitRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/hits/$id',
	component: lazyRouteComponent(() => import('./pages/hit/hit-page.tsx'), 'HitPage'),
});

const entitiesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/entities',
	validateSearch: entitiesSearch,
	component: lazyRouteComponent(() => import('./pages/entities/entities-page.tsx'), 'EntitiesPage'),
});

const entityRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/entities/$id',
	validateSearch: entitySearch,
	component: lazyRouteComponent(() => import('./pages/entity/entity-page.tsx'), 'EntityPage'),
});

const candidatesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/candidates',
	validateSearch: candidatesSearch,
	component: lazyRouteComponent(() => import('./pages/candidates/candidates-page.tsx'), 'CandidatesPage'),
});

const screenRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/screen',
	validateSearch: screenSearch,
	component: lazyRouteComponent(() => import('./pages/screen/screen-page.tsx'), 'ScreenPage'),
});

const listsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/lists',
	component: lazyRouteComponent(() => import('./pages/lists/lists-page.tsx'), 'ListsPage'),
});

const listRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/lists/$list',
	validateSearch: listSearch,
	component: lazyRouteComponent(() => import('./pages/list/list-page.tsx'), 'ListPage'),
});

const quarantineRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/quarantine',
	validateSearch: quarantineSearch,
	component: lazyRouteComponent(() => import('./pages/quarantine/quarantine-page.tsx'), 'QuarantinePage'),
});

const rulesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/rules',
	validateSearch: rulesSearch,
	component: lazyRouteComponent(() => import('./pages/rules/rules-page.tsx'), 'RulesPage'),
});

const ruleRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/rules/$id',
	validateSearch: ruleSearch,
	component: lazyRouteComponent(() => import('./pages/rule/rule-page.tsx'), 'RulePage'),
});

const newRuleRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/rules-new',
	component: lazyRouteComponent(() => import('./pages/rule/new-rule-page.tsx'), 'NewRulePage'),
});

const modelsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/models',
	component: lazyRouteComponent(() => import('./pages/models/models-page.tsx'), 'ModelsPage'),
});

const modelRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/models/$version',
	component: lazyRouteComponent(() => import('./pages/model/model-page.tsx'), 'ModelPage'),
});

const fairnessRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/fairness',
	validateSearch: fairnessSearch,
	component: lazyRouteComponent(() => import('./pages/fairness/fairness-page.tsx'), 'FairnessPage'),
});

const accountRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/account',
	component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
});

const partnersRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/partners',
	validateSearch: partnersSearch,
	component: lazyRouteComponent(() => import('./pages/partners/partners-page.tsx'), 'PartnersPage'),
});

const partnerRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/partners/$id',
	component: lazyRouteComponent(() => import('./pages/partner/partner-page.tsx'), 'PartnerPage'),
});

const agreementsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/agreements',
	validateSearch: agreementsSearch,
	component: lazyRouteComponent(() => import('./pages/agreements/agreements-page.tsx'), 'AgreementsPage'),
});

const agreementRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/agreements/$id',
	validateSearch: agreementSearch,
	component: lazyRouteComponent(() => import('./pages/agreement/agreement-page.tsx'), 'AgreementPage'),
});

const newAgreementRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/agreements-new',
	validateSearch: newAgreementSearch,
	component: lazyRouteComponent(() => import('./pages/agreement/new-agreement-page.tsx'), 'NewAgreementPage'),
});

const messagesRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/messages',
	validateSearch: messagesSearch,
	component: lazyRouteComponent(() => import('./pages/messages/messages-page.tsx'), 'MessagesPage'),
});

const newMessageRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/messages/new',
	validateSearch: composeSearch,
	component: lazyRouteComponent(() => import('./pages/compose/compose-page.tsx'), 'ComposePage'),
});

const messageRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/messages/$id',
	component: lazyRouteComponent(() => import('./pages/message/message-page.tsx'), 'MessagePage'),
});

const matchingRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/matching',
	validateSearch: matchingSearch,
	component: lazyRouteComponent(() => import('./pages/matching/matching-page.tsx'), 'MatchingPage'),
});

const ledgerRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/ledger',
	validateSearch: ledgerSearch,
	component: lazyRouteComponent(() => import('./pages/ledger/ledger-page.tsx'), 'LedgerPage'),
});

const ledgerEntryRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/ledger/$position',
	component: lazyRouteComponent(
		() => import('./pages/ledger-entry/ledger-entry-page.tsx'),
		'LedgerEntryPage',
	),
});

const referenceRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/reference',
	validateSearch: z.object({ operation: z.string().max(200).optional().catch(undefined) }),
	component: lazyRouteComponent(() => import('./pages/api/api-page.tsx'), 'ApiPage'),
});

const usersRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/users',
	component: lazyRouteComponent(() => import('./pages/users/users-page.tsx'), 'UsersPage'),
});

const keysRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/keys',
	component: lazyRouteComponent(() => import('./pages/keys/keys-page.tsx'), 'KeysPage'),
});

const routeTree = rootRoute.addChildren([
	signInRoute,
	shellRoute.addChildren([
		overviewRoute,
		recordsRoute,
		recordRoute,
		assessmentRoute,
		queueRoute,
		lanesRoute,
		hitsRoute,
		hitRoute,
		entitiesRoute,
		entityRoute,
		candidatesRoute,
		screenRoute,
		listsRoute,
		listRoute,
		quarantineRoute,
		rulesRoute,
		ruleRoute,
		newRuleRoute,
		modelsRoute,
		modelRoute,
		fairnessRoute,
		accountRoute,
		...protectionRoutes,
		partnersRoute,
		partnerRoute,
		agreementsRoute,
		agreementRoute,
		newAgreementRoute,
		messagesRoute,
		newMessageRoute,
		messageRoute,
		matchingRoute,
		ledgerRoute,
		ledgerEntryRoute,
		referenceRoute,
		usersRoute,
		keysRoute,
	]),
]);

export const makeRouter = (queryClient: QueryClient) =>
	createRouter({
		routeTree,
		context: { queryClient },
		parseSearch: parseSearchText,
		stringifySearch: formatSearchText,
		defaultPreload: 'intent',
		defaultPendingMs: 150,
		scrollRestoration: true,
		defaultPendingComponent: () => <Pending rows={12} />,
		defaultErrorComponent: ({ error, reset }) => (
			<main className="page page-narrow">
				<Failure error={error} retry={reset} title="This page could not be shown" />
			</main>
		),
		defaultNotFoundComponent: NotFound,
	});

declare module '@tanstack/react-router' {
	interface Register {
		router: ReturnType<typeof makeRouter>;
	}
}
