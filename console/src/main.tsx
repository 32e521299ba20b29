/** Starts the console: queries, routes, Blueprint. A session that ended anywhere leads to the sign-in page. */
import './without-eval.ts';
import '@blueprintjs/core/lib/css/blueprint.css';
import './styles/tokens.css';
import './styles/shell.css';
import './styles/display.css';
import './styles/tables.css';
import './styles/tabs.css';
import './shell/theme.ts';
import { BlueprintProvider } from '@blueprintjs/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { toCallError } from './client/call-error.ts';
import { sessionQuery } from './queries/session.ts';
import { makeRouter } from './router.tsx';

/** Failures that pass by themselves. All others are shown at once. */
const passing = new Set(['unreachable', 'busy', 'database-unavailable', 'stopping', 'too-many-requests']);

const onError = (error: unknown) => {
	if (toCallError(error).code !== 'not-signed-in') return;
	const { href, pathname } = router.state.location;
	if (pathname === '/sign-in') return;
	queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
	void router.navigate({ to: '/sign-in', search: { to: href } });
};

const queryClient = new QueryClient({
	queryCache: new QueryCache({ onError }),
	mutationCache: new MutationCache({ onError }),
	defaultOptions: {
		queries: {
			retry: (failures, error) => failures < 3 && passing.has(toCallError(error).code),
			refetchOnWindowFocus: false,
		},
	},
});

const router = makeRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with id root');
createRoot(root).render(
	<StrictMode>
		<QueryClientProvider client={queryClient}>
			<BlueprintProvider>
				<RouterProvider router={router} />
			</BlueprintProvider>
		</QueryClientProvider>
	</StrictMode>,
);
