import { plural } from '../../display/format.ts';

/** Hours as people say them: whole days from two days on. */
export const hoursWords = (hours: number): string =>
	hours >= 48 && hours % 24 === 0 ? plural(hours / 24, 'day') : plural(hours, 'hour');
