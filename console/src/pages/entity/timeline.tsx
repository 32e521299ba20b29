/** Records in which the entity stands, newest first, by day. `j` and `k` move, Enter opens. */
import { Button } from '@blueprintjs/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { AppearanceView, EntityDetail } from '../../../../contract/views-resolution.ts';
import { formatDocumentTime, formatInstant, plural } from '../../display/format.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { kindWords, spell } from '../../display/words.ts';
import { entityRecordsQuery } from '../../queries/entity-records.ts';
import { useCommands } from '../../shell/commands.ts';
import { layOutTimeline } from './timeline-rows.ts';

const ROW_HEIGHT = 26;
/** Rows before the end at which the next page is asked for. */
const AHEAD_ROWS = 30;

type Props = {
	detail: EntityDetail;
	/** Record under the cursor. */
	at: string | undefined;
	onAt: (record: string) => void;
};

export function Timeline({ detail, at, onAt }: Props) {
	const list = useInfiniteQuery(entityRecordsQuery(detail.summary.id));
	const navigate = useNavigate();
	const scroller = useRef<HTMLDivElement>(null);
	const appearances = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
	const rows = useMemo(() => layOutTimeline(appearances), [appearances]);
	const numbers = useMemo(
		() => new Map(detail.mentions.map(({ key }, index) => [key, index + 1])),
		[detail.mentions],
	);
	// A record may name it at two places: the address says the record, and the cursor which of the two.
	const [cursor, setCursor] = useState<number>();
	const current =
		cursor ??
		Math.max(
			0,
			appearances.findIndex(({ record }) => record === at),
		);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		overscan: 14,
	});
	const items = virtualizer.getVirtualItems();
	const last = items.at(-1)?.index ?? 0;
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
	useEffect(() => {
		if (last >= rows.length - AHEAD_ROWS && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
			void fetchNextPage();
	}, [last, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

	const put = (index: number, appearance: AppearanceView) => {
		setCursor(index);
		onAt(appearance.record);
	};
	const moveTo = (index: number) => {
		const next = Math.max(0, Math.min(appearances.length - 1, index));
		const appearance = appearances[next];
		if (!appearance) return;
		put(next, appearance);
		virtualizer.scrollToIndex(
			rows.findIndex((row) => 'index' in row && row.index === next),
			{ align: 'auto' },
		);
	};
	const open = (appearance: AppearanceView | undefined) => {
		if (!appearance) return;
		void navigate({
			to: '/records/$id',
			params: { id: appearance.record },
			search: { at: appearance.place },
		});
	};
	const movement = (label: string, shortcut: string, run: () => void) => ({
		label,
		group: 'Timeline',
		shortcut,
		keyboardOnly: true,
		when: () => appearances.length > 0,
		run,
	});
	useCommands([
		movement('Next record', 'j', () => moveTo(current + 1)),
		movement('Record before', 'k', () => moveTo(current - 1)),
		movement('Open the record', 'Enter', () => open(appearances[current])),
	]);

	if (list.isPending) return <Pending rows={14} label="Loading the records" />;
	if (list.isError && appearances.length === 0)
		return <Failure error={list.error} retry={() => void list.refetch()} />;
	if (appearances.length === 0)
		return <Empty title="No record is left">Its records were removed at the end of their retention.</Empty>;
	return (
		<>
			<h2 className="visually-hidden">Timeline</h2>
			<div ref={scroller} className="timeline">
				{/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that exist only in view. */}
				<div
					role="table"
					aria-label="Records, newest first"
					aria-rowcount={hasNextPage ? -1 : rows.length}
					className="timeline-rows"
					style={{ height: virtualizer.getTotalSize() }}
				>
					{items.map((item) => {
						const row = rows[item.index];
						if (!row) return null;
						const place = { transform: `translateY(${item.start}px)`, height: ROW_HEIGHT };
						if ('day' in row) {
							return (
								// biome-ignore lint/a11y/useSemanticElements: as above.
								// biome-ignore lint/a11y/useFocusableInteractive: nothing is pressed here.
								<div key={item.key} role="row" className="timeline-day" style={place}>
									{/* biome-ignore lint/a11y/useSemanticElements: as above. */}
									<span role="cell">
										<time dateTime={row.day}>{row.day}</time>
										<span className="muted number"> · {plural(row.records, 'record')}</span>
									</span>
								</div>
							);
						}
						return (
							<TimelineLine
								key={item.key}
								appearance={row.appearance}
								mention={numbers.get(row.appearance.mention)}
								isCurrent={row.index === current}
								place={place}
								onCurrent={() => put(row.index, row.appearance)}
								onOpen={() => open(row.appearance)}
							/>
						);
					})}
				</div>
			</div>
			{isFetchNextPageError && (
				<p className="timeline-failed">
					<Button size="small" intent="danger" variant="minimal" onClick={() => void fetchNextPage()}>
						More could not be loaded: try again
					</Button>
				</p>
			)}
		</>
	);
}

type LineProps = {
	appearance: AppearanceView;
	/** Number of the mention, where it is among those shown. */
	mention: number | undefined;
	isCurrent: boolean;
	place: CSSProperties;
	onCurrent: () => void;
	onOpen: () => void;
};

function TimelineLine({ appearance, mention, isCurrent, place, onCurrent, onOpen }: LineProps) {
	const { record, kind, reference, caption, receivedAt, documentDate, role } = appearance;
	return (
		// biome-ignore lint/a11y/useSemanticElements: see Timeline.
		// biome-ignore lint/a11y/useFocusableInteractive: the link inside takes the focus.
		// biome-ignore lint/a11y/useKeyWithClickEvents: j and k do the same.
		<div
			role="row"
			className={isCurrent ? 'timeline-line current' : 'timeline-line'}
			aria-current={isCurrent}
			style={place}
			onClick={onCurrent}
			onDoubleClick={onOpen}
		>
			<Cell>
				<time dateTime={receivedAt} title={`Received ${receivedAt} (UTC)`}>
					{formatInstant(receivedAt).slice(11)}
				</time>
			</Cell>
			<Cell>{spell(role)}</Cell>
			<Cell>{kindWords[kind].one}</Cell>
			<Cell>
				<Link
					to="/records/$id"
					params={{ id: record }}
					search={{ at: appearance.place }}
					preload={false}
					title={reference}
				>
					{reference}
				</Link>
			</Cell>
			<Cell title={caption}>{caption}</Cell>
			<Cell muted>{documentDate && `of ${formatDocumentTime(documentDate).slice(0, 10)}`}</Cell>
			<Cell muted title="Which of its mentions stands there">
				{mention !== undefined && `mention ${mention}`}
			</Cell>
		</div>
	);
}

function Cell({ children, title, muted = false }: { children: ReactNode; title?: string; muted?: boolean }) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: see Timeline.
		<span role="cell" className={muted ? 'timeline-cell muted' : 'timeline-cell'} title={title}>
			{children}
		</span>
	);
}
