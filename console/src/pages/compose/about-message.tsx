/** Above the form: the message that is answered, or that the new one is about. */
import { Callout } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { ClockMark } from '../../exchanging/message-marks.tsx';

export function AboutMessage({ detail: { summary, body }, verb }: { detail: MessageDetail; verb: string }) {
	const said = body !== null && 'grounds' in body ? body.grounds : undefined;
	return (
		<Callout compact icon={null} className="compose-about">
			<span className="muted">{verb} </span>
			<Link to="/messages/$id" params={{ id: summary.id }} preload={false}>
				{summary.caption}
			</Link>{' '}
			<span className="muted">
				{summary.box === 'in' ? 'from' : 'to'} {summary.partner}, <Instant at={summary.at} />
			</span>{' '}
			<ClockMark message={summary} />
			{said && <p dir="auto">{said}</p>}
		</Callout>
	);
}
