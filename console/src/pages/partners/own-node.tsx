/** Who this node is: its fingerprint to be read out, its card to be given away, its keys. */
import { AnchorButton, Button } from '@blueprintjs/core';
import { Download, Duplicate, Edit, Tick } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Identity } from '../../../../contract/views-exchange.ts';
import { formatInstant } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Failure, Pending } from '../../display/states.tsx';
import { agencyWords } from '../../display/words.ts';
import { Fingerprint } from '../../exchanging/partner-marks.tsx';
import { identityQuery } from '../../queries/partners.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { ChangeCardDialog, RotateDialog } from './identity-dialogs.tsx';

const keyUses = { signing: 'Signing', sealing: 'Sealing', certificate: 'Certificate' } as const;
const keyChips = { current: 'chip chip-good', former: 'chip', revoked: 'chip chip-error' } as const;

export function OwnNode() {
	const identity = useQuery(identityQuery);
	return (
		<section className="own-node" aria-labelledby="own-node">
			{identity.isPending && <Pending rows={8} label="Loading this node" />}
			{identity.isError && <Failure error={identity.error} retry={() => void identity.refetch()} />}
			{identity.data && <Content identity={identity.data} />}
		</section>
	);
}

function Content({ identity: { card, fingerprint, keys } }: { identity: Identity }) {
	const mayChange = useAbility('identity.change');
	const [open, setOpen] = useState<'card' | 'keys'>();
	const text = useMemo(() => `${JSON.stringify(card, null, '\t')}\n`, [card]);
	const close = () => setOpen(undefined);
	useCommands([
		{
			label: 'Change name or address of this node',
			group: 'This node',
			when: () => mayChange,
			run: () => setOpen('card'),
		},
		{
			label: 'Make new keys for this node',
			group: 'This node',
			when: () => mayChange,
			run: () => setOpen('keys'),
		},
	]);
	return (
		<>
			<h2 id="own-node">This node</h2>
			<p className="own-title">{card.title}</p>
			<p className="muted">
				<span className="mono">{card.name}</span> · {agencyWords[card.agency]} · {card.country}
			</p>
			<h3>Fingerprint, to be read out</h3>
			<Fingerprint value={fingerprint} />
			<p className="muted">
				Read it to the partner by phone, or show it in person. Never send it the way that the card goes.
			</p>
			<div className="own-actions">
				<CardDownload name={`${card.name}.card.json`} text={text} />
				<CopyButton text={text} />
			</div>
			<dl className="pairs own-facts">
				<div>
					<dt>Reached at</dt>
					<dd>{card.url}</dd>
				</div>
				<div>
					<dt>Card</dt>
					<dd className="number">
						number {card.number}, {formatInstant(card.issuedAt)}
					</dd>
				</div>
			</dl>
			{mayChange && (
				<div className="own-actions">
					<Button size="small" icon={<Edit size={14} />} onClick={() => setOpen('card')}>
						Name and address …
					</Button>
					<Button size="small" onClick={() => setOpen('keys')}>
						New keys …
					</Button>
				</div>
			)}
			<h3>Keys</h3>
			<table className="table own-keys">
				<thead>
					<tr>
						<th scope="col">For</th>
						<th scope="col">State</th>
						<th scope="col">Made</th>
					</tr>
				</thead>
				<tbody>
					{keys.map((key) => (
						<tr key={key.id} title={[key.id, key.reason].filter(Boolean).join(': ')}>
							<td>{keyUses[key.use]}</td>
							<td>
								<span className={keyChips[key.state]}>{key.state}</span>
							</td>
							<td className="nowrap">
								<Instant at={key.madeAt} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{open === 'card' && <ChangeCardDialog card={card} onClose={close} />}
			{open === 'keys' && <RotateDialog onClose={close} />}
		</>
	);
}

/** The card as a file, made here: it is public, and the page has it already. */
function CardDownload({ name, text }: { name: string; text: string }) {
	const [address, setAddress] = useState<string>();
	useEffect(() => {
		const made = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
		setAddress(made);
		return () => URL.revokeObjectURL(made);
	}, [text]);
	return (
		<AnchorButton size="small" icon={<Download size={14} />} href={address} download={name}>
			Card as a file
		</AnchorButton>
	);
}

function CopyButton({ text }: { text: string }) {
	const [isCopied, setCopied] = useState(false);
	return (
		<Button
			size="small"
			icon={isCopied ? <Tick size={14} /> : <Duplicate size={14} />}
			onClick={() =>
				void navigator.clipboard.writeText(text).then(
					() => setCopied(true),
					() => undefined, // a browser may forbid it; the file is there
				)
			}
		>
			{isCopied ? 'Copied' : 'Copy the card'}
		</Button>
	);
}
