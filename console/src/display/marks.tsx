/** Lane and severity: always a shape and a word, never colour alone. */
import type { Severity } from '../../../contract/findings.ts';
import type { Lane } from '../../../contract/views.ts';
import { laneWords, severityWords } from './words.ts';

export function LaneMark({ lane, meaning = false }: { lane: Lane; meaning?: boolean }) {
	const words = laneWords[lane];
	return (
		<span className={`mark lane lane-${lane}`} title={`${words.name}: ${words.meaning}`}>
			<span className="lane-swatch" aria-hidden="true" />
			{words.name}
			{meaning && <span className="muted"> · {words.meaning}</span>}
		</span>
	);
}

const shapes: { readonly [severity in Severity]: string } = {
	error: 'M5 .5h4L13.5 5v4L9 13.5H5L.5 9V5z',
	warning: 'M7 .8 13.6 13H.4z',
	info: 'M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
};

export function SeverityShape({ severity }: { severity: Severity }) {
	return (
		<svg className={`severity-shape severity-${severity}`} viewBox="0 0 14 14" aria-hidden="true">
			<path d={shapes[severity]} />
			<path className="severity-sign" d={severity === 'info' ? 'M7 6v4.5M7 3.2v1.4' : 'M7 4.2v4M7 9.8v1.4'} />
		</svg>
	);
}

/** Severity with its word, or with a count before it: "3 errors" is what the count of findings says. */
export function SeverityMark({ severity, count }: { severity: Severity; count?: number }) {
	const words = severityWords[severity];
	return (
		<span className="mark" title={words.one}>
			<SeverityShape severity={severity} />
			{count === undefined ? words.one : <span className="number">{count}</span>}
			{count !== undefined && <span className="visually-hidden"> findings, worst {words.one}</span>}
		</span>
	);
}
