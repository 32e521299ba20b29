import { queryOptions } from '@tanstack/react-query';
import { readCallError, unreachable } from '../client/call-error.ts';
import { parseOpenApi } from '../pages/api/open-api.ts';

/** The description of the interface as the server publishes it (OpenAPI 3.1). */
export const openApiQuery = queryOptions({
	queryKey: ['open-api'],
	queryFn: async ({ signal }) => {
		const answer = await fetch('/api/openapi.json', { signal }).catch((cause) => {
			throw unreachable(cause);
		});
		if (!answer.ok) throw await readCallError(answer);
		return parseOpenApi(await answer.json());
	},
	staleTime: Number.POSITIVE_INFINITY,
});
