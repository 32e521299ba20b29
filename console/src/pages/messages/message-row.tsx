import type { MessageSummary } from '../../../../contract/views-exchange.ts';
import { formatAgo, formatInstant } from '../../display/format.ts';
import { spell } from '../../display/words.ts';
import { DirectionMark } from '../../exchanging/direction-mark.tsx';
import { ClockMark, HandlingMark, MessageStateMark } from '../../exchanging/message-marks.tsx';

/** A message in two lines: what it is and with whom; for what purpose; where it stands, and how long there is to answer. */
export function MessageRow({ message }: { message: MessageSummary }) {
	const isUnread = message.box === 'in' && message.state === 'received' && message.kind !== 'control';
	return (
		<span className={isUnread ? 'message-row message-row-unread' : 'message-row'}>
			<DirectionMark box={message.box} />
			<span className="message-row-what">
				<span>
					{message.caption}
					{message.attachments > 0 && !message.caption.includes('attachment') && ', attachments'}
				</span>
				<span className="muted">
					{message.box === 'in' ? 'from' : 'to'} {message.partner}
					{message.purpose !== null && ` · ${spell(message.purpose)}`}
				</span>
			</span>
			<span className="message-row-clock">
				<ClockMark message={message} />
			</span>
			<span className="message-row-state">
				<span>
					<MessageStateMark message={message} /> <HandlingMark code={message.handling} />
				</span>
				<time className="muted" dateTime={message.at} title={formatInstant(message.at)}>
					{formatAgo(message.at, Date.now())}
				</time>
			</span>
		</span>
	);
}
