/** What every page shows besides its data: pending, failure, empty. */
import { Button, Callout, Classes } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import { toCallError } from '../client/call-error.ts';

/** Skeleton rows in the height of what will come, so that nothing jumps. */
export function Pending({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
	return (
		<div className="pending" role="status" aria-label={label}>
			{Array.from({ length: rows }, (_, row) => 92 - ((row * 17) % 38)).map((width, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
				<div key={row} className={`pending-row ${Classes.SKELETON}`} style={{ width: `${width}%` }} />
			))}
		</div>
	);
}

/** A failure with its remedy, its reference and a way to try again. */
export function Failure({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
	const failure = toCallError(error);
	return (
		<Callout intent="danger" className="failure" role="alert">
			<h2>{title ?? 'This could not be loaded'}</h2>
			<p>{failure.message}</p>
			{failure.remedy && <p>{failure.remedy}</p>}
			{failure.place && <p className="muted">Where: {failure.place}</p>}
			{failure.reference && (
				<p>
					Reference for support: <code className="mono">{failure.reference}</code>
				</p>
			)}
			{retry && (
				<Button size="small" icon={<Refresh />} onClick={retry}>
					Try again
				</Button>
			)}
		</Callout>
	);
}

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; isPage?: boolean };

/** Nothing to show, and why. `isPage` where it stands for the whole page. */
export function Empty({ title, children, action, isPage = false }: EmptyProps) {
	const Heading = isPage ? 'h1' : 'h2';
	return (
		<div className="empty">
			<Heading>{title}</Heading>
			{children && <p className="muted">{children}</p>}
			{action}
		</div>
	);
}
