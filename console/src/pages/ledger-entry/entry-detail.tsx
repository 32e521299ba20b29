/** One entry of the ledger: what it says, the bytes that were hashed, the way to the signed root, and the proof to take away. */
import { Button } from '@blueprintjs/core';
import { Download } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { ledgerKind, type ProofBundle } from '../../../../contract/operations-ledger.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { readCheckpoint } from '../../exchanging/inclusion.ts';
import {
	eventText,
	ledgerKindWords,
	operationText,
	placeOfEntry,
	readEntry,
} from '../../exchanging/ledger-words.ts';
import { proofQuery } from '../../queries/ledger.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { InclusionPath } from './inclusion-path.tsx';
import { saveProof } from './save-proof.ts';
import './ledger-entry.css';

const dated = z.object({ at: z.iso.datetime(), what: z.string() });

function datedOf(entry: string): z.infer<typeof dated> | undefined {
	try {
		return dated.safeParse(JSON.parse(entry)).data;
	} catch {
		return undefined;
	}
}

export function EntryDetail({ position, level }: { position: number; level: 'h1' | 'h2' }) {
	const proof = useQuery(proofQuery(position));
	useCommands([
		{
			label: 'Download the proof of the entry',
			group: 'Ledger',
			icon: <Download />,
			shortcut: 'd',
			when: () => proof.isSuccess,
			run: () => proof.data && saveProof(proof.data),
		},
	]);
	if (proof.isPending) return <Pending rows={14} label="Loading the entry" />;
	if (proof.isError) {
		if (toCallError(proof.error).code === 'not-found')
			return (
				<Empty title={`The ledger has no entry ${formatCount(position)}`} isPage={level === 'h1'}>
					It may not have been made yet.{' '}
					<Link to="/ledger" search={{ tab: 'entries' }}>
						Go to the entries
					</Link>
				</Empty>
			);
		return <Failure error={proof.error} retry={() => void proof.refetch()} />;
	}
	return <Proved bundle={proof.data} level={level} />;
}

function Proved({ bundle, level: Heading }: { bundle: ProofBundle; level: 'h1' | 'h2' }) {
	const { position, entry, checkpoint } = bundle;
	const read = readEntry(entry);
	const head = datedOf(entry);
	const kind = ledgerKind.safeParse(head?.what);
	const signed = readCheckpoint(checkpoint);
	const isPage = Heading === 'h1';
	const Part = isPage ? 'h2' : 'h3';
	return (
		<ScrollRegion label="Entry" className="one-scroll entry">
			<header className="entry-head">
				<div>
					<Heading>
						{kind.success ? ledgerKindWords[kind.data] : (head?.what ?? 'Entry')}{' '}
						<span className="muted">{eventText(read.event)}</span>
					</Heading>
					<p className="muted">
						{isPage ? (
							<>entry {formatCount(position)}</>
						) : (
							<Link to="/ledger/$position" params={{ position: String(position) }}>
								entry {formatCount(position)}
							</Link>
						)}
						{signed && <> of {formatCount(signed.size)} that the checkpoint signs</>}
					</p>
				</div>
				<Button
					size="small"
					intent="primary"
					icon={<Download size={14} />}
					onClick={() => saveProof(bundle)}
					title="d"
				>
					Download the proof
				</Button>
			</header>
			<div className="entry-columns">
				<div>
					<section className="panel" aria-label="What it says">
						<dl className="pairs">
							{head && <Pair name="Entered">{<Instant at={head.at} seconds />}</Pair>}
							<Pair name="What was done">
								<span className="mono">{read.event}</span>{' '}
								<span className="muted">{operationText(read.event)}</span>
							</Pair>
							<Pair name="About">
								<Subject what={head?.what ?? ''} read={read} />
							</Pair>
							{read.actor !== null && (
								<Pair name="By">
									<span className="mono">{read.actor}</span>
								</Pair>
							)}
							{read.hash !== null && (
								<Pair name="Hash of the content">
									<span className="mono">{read.hash}</span>
								</Pair>
							)}
							{read.facts.map(([name, value]) => (
								<Pair key={name} name={name.charAt(0).toUpperCase() + name.slice(1)}>
									{value}
								</Pair>
							))}
						</dl>
					</section>
					<section className="panel" aria-label="As it was hashed">
						<div className="panel-head">
							<Part>As it was hashed</Part>
							<span className="muted">hashes, identifiers and counts; no personal data</span>
						</div>
						<pre className="entry-bytes">{entry}</pre>
					</section>
				</div>
				<div>
					<InclusionPath bundle={bundle} level={Part} />
					<section className="panel" aria-label="Checkpoint">
						<div className="panel-head">
							<Part>The checkpoint that signs it</Part>
						</div>
						<pre className="entry-bytes">{checkpoint}</pre>
					</section>
				</div>
			</div>
		</ScrollRegion>
	);
}

function Pair({ name, children }: { name: string; children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** Identifier or hash of what the entry is about, leading to its page where it has one, and to all entries about it. */
function Subject({ what, read }: { what: string; read: ReturnType<typeof readEntry> }) {
	const place = placeOfEntry({ what }, read);
	const mayReadRecords = useAbility('record.read');
	if (read.subject === '') return <span className="muted">–</span>;
	const isShown = place !== undefined && (place.to !== '/records/$id' || mayReadRecords);
	return (
		<>
			{isShown ? (
				<Link to={place.to} params={{ id: place.id }} preload={false} className="mono">
					{read.subject}
				</Link>
			) : (
				<span className="mono">{read.subject}</span>
			)}{' '}
			<Link to="/ledger" search={{ tab: 'entries', subject: read.subject }} className="entry-more">
				all entries about it
			</Link>
		</>
	);
}
