/** How a message travels: receipts with their signatures, and each try with what came of it. */
import type { Receipt } from '../../../../contract/exchange/envelope.ts';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { receiptWords, refusalWords } from '../../exchanging/message-words.ts';

/** Letters of a signature that are enough to tell it from another. */
const SIGNATURE_LETTERS = 12;

export function Delivery({ detail: { summary, receipts, attempts, header } }: { detail: MessageDetail }) {
	const isOurs = summary.box === 'out';
	const last = attempts.at(-1);
	return (
		<section className="panel message-panel" aria-label="Receipts and delivery">
			<div className="panel-head">
				<h3>Receipts</h3>
				<span className="muted">{isOurs ? `signed by ${summary.partner}` : 'signed by this node'}</span>
			</div>
			{receipts.length === 0 ? (
				<p className="message-none muted">
					{isOurs
						? `${summary.partner} has not signed for it yet; it is tried until `
						: 'None was given yet; it had to arrive before '}
					<Instant at={header.expiresAt} />.
				</p>
			) : (
				<ol className="receipts">
					{receipts.map((receipt) => (
						<ReceiptLine key={receipt.signature} receipt={receipt} isOurs={isOurs} />
					))}
				</ol>
			)}
			{isOurs && summary.state === 'waiting' && last !== undefined && (
				<p className="message-none message-last">
					Last try: {last.outcome}, <Instant at={last.at} seconds />
				</p>
			)}
			{attempts.length > 0 && (
				<details className="held-back">
					<summary>{attempts.length === 1 ? '1 try' : `${attempts.length} tries`} to deliver it</summary>
					<ol className="receipts">
						{attempts.map(({ at, outcome }) => (
							<li key={at + outcome}>
								<Instant at={at} seconds /> {outcome}
							</li>
						))}
					</ol>
				</details>
			)}
		</section>
	);
}

function ReceiptLine({
	receipt: { state, code, reason, at, signature },
	isOurs,
}: {
	receipt: Receipt;
	isOurs: boolean;
}) {
	const refusal = code === null ? undefined : refusalWords[code];
	return (
		<li>
			<Instant at={at} seconds /> <strong>{receiptWords[state]}</strong>
			{refusal && (
				<p className="receipt-refusal">
					{refusal.why}. {isOurs && refusal.remedy} <code>{code}</code>
				</p>
			)}
			{reason && <p className="muted">{reason}</p>}
			<code
				className="receipt-signature muted"
				title={`Ed25519 signature, verified when it came: ${signature}`}
			>
				{signature.slice(0, SIGNATURE_LETTERS)}…
			</code>
		</li>
	);
}
