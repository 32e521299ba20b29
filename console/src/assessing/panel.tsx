import type { ReactNode } from 'react';
import './assessing.css';

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** A part of an assessment, with its heading. */
export function Panel({ title, note, children }: Props) {
	return (
		<section className="panel assessed-panel">
			<div className="panel-head">
				<h3>{title}</h3>
				<span className="muted">{note}</span>
			</div>
			{children}
		</section>
	);
}
