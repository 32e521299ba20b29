/** Why a step could not be done, where it was asked for. */
import { Callout } from '@blueprintjs/core';
import { toCallError } from '../../client/call-error.ts';

export function MutationFailure({ error }: { error: unknown }) {
	if (!error) return null;
	const { message, remedy } = toCallError(error);
	return (
		<Callout compact intent="danger" role="alert">
			{message} {remedy}
		</Callout>
	);
}
