/** Facts of a record: label and value, in groups that flow into as many columns as there is room for. */
import type { ReactNode } from 'react';
import { At } from './located.tsx';

export function FactGroups({ children }: { children: ReactNode }) {
	return <div className="fact-groups">{children}</div>;
}

export function FactGroup({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="fact-group">
			<h3>{title}</h3>
			<dl>{children}</dl>
		</section>
	);
}

/** One fact. What the document did not say is left out. */
export function Fact({ label, path, value }: { label: string; path: string; value: ReactNode }) {
	if (value === undefined || value === null || value === '') return null;
	return (
		<div className="fact">
			<dt>{label}</dt>
			<dd>
				<At path={path}>{value}</At>
			</dd>
		</div>
	);
}

/** A part of the form with a heading: a table, a text. */
export function Part({
	title,
	count,
	path,
	children,
}: {
	title: string;
	count?: number;
	path?: string;
	children: ReactNode;
}) {
	return (
		<section className="part" data-path={path}>
			<h3>
				{title}
				{count !== undefined && <span className="muted number"> {count}</span>}
			</h3>
			{children}
		</section>
	);
}
