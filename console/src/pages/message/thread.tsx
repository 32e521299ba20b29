/** The correspondence that a message belongs to, oldest first. */
import { Link } from '@tanstack/react-router';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { DirectionMark } from '../../exchanging/direction-mark.tsx';
import { ClockMark, MessageStateMark } from '../../exchanging/message-marks.tsx';

export function Correspondence({ detail: { thread, summary } }: { detail: MessageDetail }) {
	return (
		<section className="panel message-panel" aria-label="Correspondence">
			<div className="panel-head">
				<h3>Correspondence</h3>
				<span className="muted number">{thread.length}</span>
			</div>
			<ol className="thread">
				{thread.map((message) => {
					const isThis = message.id === summary.id;
					return (
						<li key={message.id} className={isThis ? 'thread-this' : undefined} aria-current={isThis}>
							<DirectionMark box={message.box} />
							<span className="thread-what">
								{isThis ? (
									<strong>{message.caption}</strong>
								) : (
									<Link to="/messages/$id" params={{ id: message.id }} preload={false}>
										{message.caption}
									</Link>
								)}
								<span className="muted">
									<Instant at={message.at} /> {message.box === 'in' ? 'from' : 'to'} {message.partner}
								</span>
							</span>
							<span className="thread-state">
								<MessageStateMark message={message} />
								<ClockMark message={message} />
							</span>
						</li>
					);
				})}
			</ol>
		</section>
	);
}
