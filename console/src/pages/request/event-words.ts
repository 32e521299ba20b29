/** What was done about a request, in words. */
import type { RequestDetail } from '../../../../contract/views-subjects.ts';

type Event = RequestDetail['history'][number];

const words: { readonly [what: string]: string } = {
	opened: 'opened',
	identified: 'who asks was identified',
	extended: 'extended by two months',
	searched: 'searched',
	picked: 'picked',
	decided: 'decided',
	exported: 'put together for the person',
	correcting: 'correction begun',
	corrected: 'record corrected',
	told: 'recipients told',
	restricted: 'record restricted',
	lifted: 'restriction lifted',
	erasing: 'erasure begun',
	erased: 'records erased',
	closed: 'answered and closed',
};

/** The facts of an event are counts and words of closed lists, never names. */
export function eventText({ what, facts }: Pick<Event, 'what' | 'facts'>): string {
	const said = Object.entries(facts)
		.filter(([name]) => name !== 'law')
		.map(([name, value]) => (typeof value === 'number' ? `${name} ${value}` : value.replaceAll('-', ' ')));
	return `${words[what] ?? what}${said.length === 0 ? '' : `: ${said.join(', ')}`}`;
}
