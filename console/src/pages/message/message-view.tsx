/** One message: what it says on the left; correspondence, receipts, delivery and terms beside it; below, what can be done. */
import { Button } from '@blueprintjs/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { spell } from '../../display/words.ts';
import { MessageBodyView } from '../../exchanging/message-body-view.tsx';
import { ClockMark, HandlingMark, MessageStateMark } from '../../exchanging/message-marks.tsx';
import { messageKindWords } from '../../exchanging/message-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { actsOn } from './acts.ts';
import { Attachments } from './attachments.tsx';
import { Delivery } from './delivery.tsx';
import { HeldBack } from './held-back.tsx';
import { Terms } from './terms.tsx';
import { Correspondence } from './thread.tsx';
import '../../display/decide.css';
import './message.css';

type Props = {
	detail: MessageDetail;
	/** Beside the list it leads to the page of its own; there it leads nowhere. */
	isPage?: boolean;
};

export function MessageView({ detail, isPage = false }: Props) {
	const { summary, body } = detail;
	return (
		<>
			<div className="message-scroll">
				<MessageHead detail={detail} isPage={isPage} />
				<div className="message-columns">
					<div>
						{body === null ? (
							<section className="panel message-gone">
								<strong>What it said is deleted.</strong>{' '}
								{summary.state === 'recalled'
									? 'Its sender took it back.'
									: 'Its end under the agreement has come.'}{' '}
								The ledger keeps that it was there, and that it is gone.
							</section>
						) : (
							<MessageBodyView
								body={body}
								recordNote={(at) => {
									const shared = body.kind === 'control' ? undefined : body.records[at];
									return (
										summary.box === 'out' &&
										shared && (
											<Link to="/records" search={{ search: shared.reference }} preload={false}>
												The record here
											</Link>
										)
									);
								}}
								recordFoot={(at) => {
									const shared = body.kind === 'control' ? undefined : body.records[at];
									return shared && <HeldBack detail={detail} kind={shared.kind} message={body.kind} />;
								}}
							/>
						)}
						<Attachments detail={detail} />
					</div>
					<div>
						<Correspondence detail={detail} />
						<Delivery detail={detail} />
						<Terms detail={detail} />
					</div>
				</div>
			</div>
			<Acts key={summary.id} detail={detail} />
		</>
	);
}

function MessageHead({ detail: { summary, header }, isPage }: { detail: MessageDetail; isPage: boolean }) {
	const Heading = isPage ? 'h1' : 'h2';
	const isOurs = summary.box === 'out';
	const mayReadAgreement = useAbility('agreement.read');
	return (
		<header className="message-head">
			<div className="message-title">
				<Heading>
					{messageKindWords[summary.kind].name}
					<span className="muted"> {isOurs ? 'to' : 'from'} </span>
					<PartnerName name={summary.partner} />
				</Heading>
				<p className="muted">
					<MessageStateMark message={summary} /> <ClockMark message={summary} />{' '}
					<HandlingMark code={summary.handling} />
					{summary.purpose !== null && <> {spell(summary.purpose)}</>}
					{summary.agreement !== null && (
						<>
							{' '}
							· under{' '}
							{mayReadAgreement ? (
								<Link to="/agreements/$id" params={{ id: summary.agreement }} preload={false}>
									{summary.agreement}
								</Link>
							) : (
								summary.agreement
							)}
							, version {header.agreementVersion}
						</>
					)}{' '}
					· {isOurs ? 'sent' : 'came'} <Instant at={summary.at} />
				</p>
			</div>
			{!isPage && (
				<Link
					to="/messages/$id"
					params={{ id: summary.id }}
					preload={false}
					title="This message on a page of its own (Enter)"
				>
					Open
				</Link>
			)}
		</header>
	);
}

/** What can be done, each by a key; the form for it opens on the page where messages are written. */
function Acts({ detail: { summary } }: { detail: MessageDetail }) {
	const maySend = useAbility('message.send');
	const navigate = useNavigate();
	const acts = maySend ? actsOn(summary) : [];
	const begin = (kind: (typeof acts)[number]['kind']) =>
		void navigate({ to: '/messages/new', search: { kind, on: summary.id } });
	// What tells something can go on; whether it may, the agreement under which it came says, and its sender.
	const mayPassOn = summary.box === 'in' && acts.some(({ kind }) => kind === 'feedback');
	const passOn = () => void navigate({ to: '/messages/new', search: { passes: summary.id } });
	useCommands([
		...acts.map(({ label, shortcut, kind }) => ({
			label,
			group: 'Message',
			shortcut,
			run: () => begin(kind),
		})),
		{ label: 'Pass on', group: 'Message', shortcut: 'p', when: () => mayPassOn, run: passOn },
	]);
	if (acts.length === 0) return null;
	return (
		<footer className="decide">
			<div className="decide-actions">
				{acts.map(({ kind, label, shortcut, isDue }) => (
					<Button
						key={kind}
						size="small"
						intent={isDue ? 'primary' : kind === 'recall' ? 'danger' : 'none'}
						variant={kind === 'recall' ? 'outlined' : 'solid'}
						onClick={() => begin(kind)}
					>
						{label} <Shortcut shortcut={shortcut} />
					</Button>
				))}
				{mayPassOn && (
					<Button size="small" onClick={passOn}>
						Pass on <Shortcut shortcut="p" />
					</Button>
				)}
			</div>
		</footer>
	);
}
