/** Head of a page about one thing: the way back, what it is, and its facts in one row. */
import { ArrowLeft } from '@blueprintjs/icons';
import type { ReactNode } from 'react';
import './detail-head.css';

type Props = {
	/** Where the way back leads, and the key that goes there. */
	back: { label: string; shortcut: string; onBack: () => void };
	title: ReactNode;
	subtitle: ReactNode;
	/** `Fact`s, or other pairs of dt and dd in a div. */
	facts: ReactNode;
	/** What can be done, at the end of the row. */
	children?: ReactNode;
};

export function DetailHead({ back: { label, shortcut, onBack }, title, subtitle, facts, children }: Props) {
	return (
		<header className="detail-head">
			<button
				type="button"
				className="detail-back"
				onClick={onBack}
				aria-label={label}
				title={`${label} (${shortcut})`}
			>
				<ArrowLeft />
			</button>
			<div className="detail-title">
				<h1>{title}</h1>
				<p>{subtitle}</p>
			</div>
			<dl className="detail-facts">{facts}</dl>
			{children}
		</header>
	);
}

/** A fact whose value is a number or an instant. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd className="number">{children}</dd>
		</div>
	);
}
