/** Trusting a node: its card pasted, dropped or chosen, then its fingerprint compared by another way than the card came. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FileInput, TextArea } from '@blueprintjs/core';
import { type DragEvent, useState } from 'react';
import { type NodeCard, nodeCard } from '../../../../contract/exchange/node-card.ts';
import type { CardCheck, Partner } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatInstant } from '../../display/format.ts';
import { agencyWords } from '../../display/words.ts';
import { useCheckCard, useTrustPartner } from '../../queries/partners.ts';
import { FingerprintEntry } from './fingerprint-entry.tsx';
import { compareGroups, emptyGroups, formatGroups, type Groups } from './groups.ts';
import './partner.css';

/** A card with a hundred revoked keys has 50,000. */
const MOST_CHARACTERS = 256 * 1024;

type Props = {
	/** That of a partner which is to be compared again; to be given by the reader where it is left out. */
	card?: { card: NodeCard; fingerprint: string };
	onClose: () => void;
	onTrusted: (partner: Partner) => void;
};

/** @returns the card in a text, or what is wrong with it. */
function readCard(text: string): NodeCard | string {
	if (text.length > MOST_CHARACTERS) return 'This is too long for a card.';
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return 'This is not JSON. A card begins with { and ends with }.';
	}
	const read = nodeCard.safeParse(value);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	return `This is not a card: ${issue?.path.join('.') || 'it'}: ${issue?.message ?? ''}`;
}

export function TrustDialog({ card: known, onClose, onTrusted }: Props) {
	const [text, setText] = useState('');
	const [groups, setGroups] = useState<Groups>(emptyGroups);
	const check = useCheckCard();
	const trust = useTrustPartner();
	const read = text.trim() === '' ? undefined : readCard(text);
	const card = known?.card ?? (typeof read === 'object' ? read : undefined);
	const checked: CardCheck | undefined = known
		? { fingerprint: known.fingerprint, problem: null, known: null, carriesOn: true }
		: check.data;
	const isSame =
		checked !== undefined && compareGroups(groups, checked.fingerprint).every((state) => state === 'same');
	const take = (next: string) => {
		setText(next);
		setGroups(emptyGroups);
		check.reset();
		const taken = next.trim() === '' ? undefined : readCard(next);
		if (typeof taken === 'object') check.mutate({ card: taken });
	};
	const drop = (event: DragEvent) => {
		const file = event.dataTransfer.files[0];
		if (file === undefined) return;
		event.preventDefault();
		if (file.size <= MOST_CHARACTERS) void file.text().then(take);
	};
	const run = () => {
		if (card === undefined || !isSame || trust.isPending) return;
		trust.mutateAsync({ card, fingerprint: formatGroups(groups) }).then(
			onTrusted,
			() => undefined, // shown below, from the state of the mutation
		);
	};
	const failure = trust.error ?? check.error;
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={known ? `Compare the fingerprint of ${known.card.title}` : 'Trust a partner'}
			className="trust-dialog"
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					run();
				}}
			>
				<DialogBody>
					{known === undefined && (
						<section
							className="trust-card"
							aria-label="Card"
							onDragOver={(event) => event.preventDefault()}
							onDrop={drop}
						>
							<TextArea
								fill
								autoFocus
								rows={card === undefined ? 6 : 2}
								className="mono"
								spellCheck={false}
								aria-label="Card of the partner"
								placeholder="Paste the card that the partner gave you, or drop its file here"
								value={text}
								onChange={(event) => take(event.currentTarget.value)}
							/>
							<FileInput
								fill
								text="or choose the file of the card"
								inputProps={{ accept: '.json,application/json', 'aria-label': 'File of the card' }}
								onInputChange={(event) => {
									const file = event.currentTarget.files?.[0];
									if (file && file.size <= MOST_CHARACTERS) void file.text().then(take);
								}}
							/>
							{typeof read === 'string' && (
								<Callout compact intent="danger" role="alert">
									{read}
								</Callout>
							)}
						</section>
					)}
					{card !== undefined && <CardFacts card={card} />}
					{checked?.problem && (
						<Callout compact intent="danger" role="alert">
							{checked.problem.sentence} {checked.problem.remedy}
						</Callout>
					)}
					{checked !== undefined && checked.problem === null && (
						<>
							{checked.known !== null && (
								<Callout compact intent={checked.carriesOn ? 'primary' : 'warning'}>
									{checked.carriesOn
										? 'This node is known here, and its keys have signed this card.'
										: 'This node is known here by other keys, which have not signed this card. Ask the partner why before you go on.'}
								</Callout>
							)}
							<FingerprintEntry groups={groups} expected={checked.fingerprint} onChange={setGroups} />
						</>
					)}
					{failure && (
						<Callout compact intent="danger" role="alert">
							{toCallError(failure).message} {toCallError(failure).remedy}
						</Callout>
					)}
				</DialogBody>
				<DialogFooter
					actions={
						<>
							<Button onClick={onClose}>Leave it</Button>
							<Button type="submit" intent="primary" disabled={!isSame} loading={trust.isPending}>
								{known ? 'It is the same' : 'Trust this node'}
							</Button>
						</>
					}
				/>
			</form>
		</Dialog>
	);
}

/** Who a card says that it is: nothing of it is true before the fingerprint was compared. */
function CardFacts({ card }: { card: NodeCard }) {
	return (
		<dl className="pairs trust-facts" aria-label="What the card says">
			<div>
				<dt>The card says</dt>
				<dd>
					<strong>{card.title}</strong> · <span className="mono">{card.name}</span>
				</dd>
			</div>
			<div>
				<dt>Agency</dt>
				<dd>
					{agencyWords[card.agency]}, {card.country}
				</dd>
			</div>
			<div>
				<dt>Reached at</dt>
				<dd>{card.url}</dd>
			</div>
			<div>
				<dt>Card</dt>
				<dd className="number">
					number {card.number}, {formatInstant(card.issuedAt)}
					{card.revoked.length > 0 && `; ${card.revoked.length} revoked keys`}
				</dd>
			</div>
		</dl>
	);
}
