/** Routes of protection: the law, decisions, retention, requests of data subjects. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { decisionsSearch } from '../pages/decisions/search.ts';
import { lawSearch } from '../pages/law/search.ts';
import { requestSearch } from '../pages/request/search.ts';
import { requestsSearch } from '../pages/requests/search.ts';
import { shellRoute } from './shell-route.ts';

const lawRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/law',
	validateSearch: lawSearch,
	component: lazyRouteComponent(() => import('../pages/law/law-page.tsx'), 'LawPage'),
});

const decisionsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/decisions',
	validateSearch: decisionsSearch,
	component: lazyRouteComponent(() => import('../pages/decisions/decisions-page.tsx'), 'DecisionsPage'),
});

const retentionRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/retention',
	component: lazyRouteComponent(() => import('../pages/retention/retention-page.tsx'), 'RetentionPage'),
});

const requestsRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/requests',
	validateSearch: requestsSearch,
	component: lazyRouteComponent(() => import('../pages/requests/requests-page.tsx'), 'RequestsPage'),
});

const requestRoute = createRoute({
	getParentRoute: () => shellRoute,
	path: '/requests/$id',
	validateSearch: requestSearch,
	component: lazyRouteComponent(() => import('../pages/request/request-page.tsx'), 'RequestPage'),
});

export const protectionRoutes = [
	lawRoute,
	decisionsRoute,
	retentionRoute,
	requestsRoute,
	requestRoute,
] as const;
