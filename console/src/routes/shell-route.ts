/** The root of all routes, and the frame behind the sign-in: a missing session leads to the sign-in page. */
import type { QueryClient } from '@tanstack/react-query';
import {
	createRootRouteWithContext,
	createRoute,
	isRedirect,
	Outlet,
	redirect,
} from '@tanstack/react-router';
import { toCallError } from '../client/call-error.ts';
import { sessionQuery } from '../queries/session.ts';
import { Shell } from '../shell/shell.tsx';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

/** Everything behind the sign-in. A missing session leads to the sign-in page and back again. */
export const shellRoute = createRoute({
	getParentRoute: () => rootRoute,
	id: 'shell',
	beforeLoad: async ({ context, location }) => {
		try {
			const { secondFactor } = await context.queryClient.ensureQueryData(sessionQuery);
			// Until a second factor that the role needs is there, nothing else opens.
			if (secondFactor.needed && !secondFactor.used && location.pathname !== '/account')
				throw redirect({ to: '/account' });
		} catch (error) {
			if (isRedirect(error)) throw error;
			if (toCallError(error).code !== 'not-signed-in') throw error;
			throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
		}
	},
	component: Shell,
});
