/** A submission as it was received: a range of its bytes as numbered lines or segments, with the place of a finding. */
import { AnchorButton, Button, ButtonGroup } from '@blueprintjs/core';
import { Download } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { addressOf } from '../client/call.ts';
import { formatBytes, formatCount } from '../display/format.ts';
import { Failure, Pending } from '../display/states.tsx';
import { usePurposedLink } from '../purpose/use-purposed-link.ts';
import { originalQuery } from '../queries/original.ts';
import { layOutOriginal, type OriginalLine, tokeniseXml } from './lines.ts';
import './original.css';

/** Bytes shown at a time, and bytes read from the head to know the syntax. */
const RANGE_BYTES = 64 * 1024;
const HEAD_BYTES = 512;

type Props = {
	submission: string;
	bytes: number;
	/** Byte at which the record starts. */
	start: number;
	/** What to show: a byte, a segment of the message, or a line. */
	place: { offset?: number; segment?: number; line?: number } | undefined;
};

export function OriginalView({ submission, bytes, start, place }: Props) {
	// Lines are numbered from the first byte, so a line is looked for from there.
	const wanted = place?.offset ?? (place?.line === undefined ? start : 0);
	const [range, setRange] = useState(rangeAround(wanted, bytes));
	useEffect(() => setRange(rangeAround(wanted, bytes)), [wanted, bytes]);
	const head = useQuery(originalQuery(submission, 0, Math.min(HEAD_BYTES, Math.max(1, bytes))));
	const body = useQuery(originalQuery(submission, range, RANGE_BYTES));
	const list = useRef<HTMLOListElement>(null);
	const ask = usePurposedLink();

	const original = useMemo(() => {
		if (!body.data || !head.data) return undefined;
		return layOutOriginal(body.data, range, new TextDecoder().decode(head.data));
	}, [body.data, head.data, range]);
	const located = original && place ? findLine(original.lines, place, start) : undefined;
	useEffect(() => {
		if (located !== undefined) list.current?.children[located]?.scrollIntoView({ block: 'center' });
	}, [located]);

	const failed = [head, body].find((query) => query.isError);
	const until = Math.min(bytes, range + RANGE_BYTES);
	return (
		<div className="original">
			<div className="original-bar">
				<span className="muted number">
					{original ? `${syntaxWords[original.syntax]} · ${original.encoding} · ` : ''}
					bytes {formatCount(range)} to {formatCount(until)} of {formatBytes(bytes)}
				</span>
				<span className="spring" />
				{bytes > RANGE_BYTES && (
					<ButtonGroup>
						<Button size="small" disabled={range === 0} onClick={() => setRange(0)}>
							Start
						</Button>
						<Button
							size="small"
							disabled={range === 0}
							onClick={() => setRange(Math.max(0, range - RANGE_BYTES))}
						>
							Before
						</Button>
						<Button size="small" disabled={until >= bytes} onClick={() => setRange(range + RANGE_BYTES)}>
							Next
						</Button>
					</ButtonGroup>
				)}
				<AnchorButton
					size="small"
					variant="minimal"
					icon={<Download size={14} />}
					href={addressOf('readOriginal', { submission })}
					onClick={ask}
					download
				>
					Download
				</AnchorButton>
			</div>
			{failed && (
				<Failure
					error={failed.error}
					retry={() => void failed.refetch()}
					title="The original could not be loaded"
				/>
			)}
			{!failed && !original && <Pending rows={16} label="Loading the original" />}
			{original && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable with the keyboard.
				<ol ref={list} className="original-lines mono" aria-label="Original" tabIndex={0}>
					{original.lines.map((line, index) => (
						<li
							key={line.offset}
							className={index === located ? 'located' : undefined}
							title={`byte ${formatCount(line.offset)}`}
						>
							<span className="line-number number">{line.number ?? '·'}</span>
							<span className="line-text">
								{original.syntax === 'xml' ? (
									<XmlLine text={line.text} />
								) : original.syntax === 'edifact' ? (
									<Segment text={line.text} />
								) : (
									line.text
								)}
							</span>
						</li>
					))}
				</ol>
			)}
		</div>
	);
}

const syntaxWords = { edifact: 'EDIFACT segments', xml: 'XML', text: 'Text' } as const;

/** Start of the range that shows a byte with what comes before it. */
function rangeAround(offset: number, bytes: number): number {
	if (offset < RANGE_BYTES / 2) return 0;
	return Math.max(0, Math.min(offset - 2_048, bytes - 1));
}

function findLine(lines: readonly OriginalLine[], place: NonNullable<Props['place']>, start: number) {
	const { offset, segment, line } = place;
	const at =
		offset !== undefined
			? lines.findLastIndex((each) => each.offset <= offset)
			: segment !== undefined
				? lines.findIndex((each) => each.offset >= start && each.number === segment)
				: lines.findIndex((each) => each.number === line);
	return at < 0 ? undefined : at;
}

function XmlLine({ text }: { text: string }) {
	let offset = 0;
	return tokeniseXml(text).map((token) => {
		const key = offset;
		offset += token.text.length;
		return (
			<span key={key} className={`xml-${token.kind}`}>
				{token.text}
			</span>
		);
	});
}

function Segment({ text }: { text: string }) {
	return (
		<>
			<span className="segment-tag">{text.slice(0, 3)}</span>
			{text.slice(3)}
		</>
	);
}
