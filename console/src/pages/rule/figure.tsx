import type { ReactNode } from 'react';

type Props = { label: string; value: ReactNode; note?: ReactNode; isWarning?: boolean; children?: ReactNode };

/** One figure of a row of figures. */
export function Figure({ label, value, note, isWarning = false, children }: Props) {
	return (
		<div className={isWarning ? 'rule-figure rule-figure-warning' : 'rule-figure'}>
			<dt>{label}</dt>
			<dd className="rule-figure-value number">{value}</dd>
			{(note ?? children) && (
				<dd className="rule-figure-note">
					{note} {children}
				</dd>
			)}
		</div>
	);
}
