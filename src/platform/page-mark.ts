/**
 * Marks that say where the next page of a list begins. They come back from outside: whatever this node did not give out is refused,
 * before a database sees it.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { isIdentifier } from './identifiers.ts';

/** The one answer for every kind of damage. */
export const foreignPageMark = (): TidewaiterError =>
	new TidewaiterError('invalid-input', 'The page mark `after` is not one that this node gave out.', {
		place: 'after',
		remedy: 'Start again from the first page.',
	});

/** A mark that is the identifier of the last row. @throws TidewaiterError invalid-input */
export function readIdentifierMark(after: string | undefined): string | undefined {
	if (after === undefined || isIdentifier(after)) return after;
	throw foreignPageMark();
}
