/** Below a shared record: what the agreement lets nobody say of such a record, and what it masks. */
import { useQuery } from '@tanstack/react-query';
import type { MessageKind } from '../../../../contract/exchange/message.ts';
import type { RecordKind } from '../../../../contract/records/record.ts';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { kindWords } from '../../display/words.ts';
import { agreementQuery } from '../../queries/agreements.ts';
import { useAbility } from '../../shell/session.ts';

type Props = {
	detail: Pick<MessageDetail, 'header'>;
	kind: RecordKind;
	message: MessageKind;
};

export function HeldBack({ detail: { header }, kind, message }: Props) {
	const mayRead = useAbility('agreement.read');
	const terms = useQuery({
		...agreementQuery(header.agreement ?? '', header.agreementVersion ?? undefined),
		enabled: mayRead && header.agreement !== null,
	}).data;
	if (terms === undefined) return null;
	const rules = terms.body.grants
		.filter(
			({ from, to, messages }) => from === header.from && to === header.to && messages.includes(message),
		)
		.flatMap(({ records }) => records.filter((each) => each.kind === kind));
	const masked = [...new Set(rules.flatMap((each) => each.masked))];
	const forbidden = [...new Set(rules.flatMap((each) => each.forbidden))];
	if (masked.length + forbidden.length === 0) return null;
	return (
		<details className="held-back">
			<summary>
				What the agreement keeps back of {kindWords[kind].many.toLowerCase()}: {masked.length} masked,{' '}
				{forbidden.length} never said
			</summary>
			<p className="muted">What it does not name stays behind as well.</p>
			<Paths title="Masked: that there is a value, and not which" paths={masked} />
			<Paths title="Never said" paths={forbidden} />
		</details>
	);
}

function Paths({ title, paths }: { title: string; paths: readonly string[] }) {
	if (paths.length === 0) return null;
	return (
		<>
			<h4>{title}</h4>
			<p className="mono">{paths.join(' · ')}</p>
		</>
	);
}
