/** Values that findings can point at: each carries its path, and shows the finding that concerns it. */
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Finding, Severity } from '../../../../contract/findings.ts';
import { SeverityShape } from '../../display/marks.tsx';
import { pathOf, withParents } from './place.ts';

type Located = {
	findings: ReadonlyMap<string, readonly Finding[]>;
	/** Path that the address points at. */
	at: string | undefined;
};

const LocatedContext = createContext<Located>({ findings: new Map(), at: undefined });
export const LocatedProvider = LocatedContext.Provider;
export const useLocatedPath = () => useContext(LocatedContext).at;

/** Findings by the path that they point at. */
export function groupByPath(findings: readonly Finding[]): Map<string, Finding[]> {
	const groups = new Map<string, Finding[]>();
	for (const finding of findings) {
		const path = pathOf(finding.place);
		if (path) groups.set(path, [...(groups.get(path) ?? []), finding]);
	}
	return groups;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];
const worstOf = (findings: readonly Finding[]): Severity =>
	order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';

/** A value at its path, with the mark of its worst finding and the sentences as a title. */
export function At({ path, children }: { path: string; children: ReactNode }) {
	const findings = useContext(LocatedContext).findings.get(path);
	if (!findings) return <span data-path={path}>{children}</span>;
	const severity = worstOf(findings);
	const sentences = findings.map((finding) => finding.sentence).join('\n');
	return (
		<span data-path={path} className={`has-finding has-${severity}`} title={sentences}>
			{children}
			<SeverityShape severity={severity} />
			<span className="visually-hidden"> {sentences}</span>
		</span>
	);
}

/** Brings what the address points at into view: the value itself, or the nearest part of the form that holds it. */
export function useShowLocated(at: string | undefined, root: () => HTMLElement | null) {
	useEffect(() => {
		const element = root();
		if (!element || !at || !pathOf(at)) return;
		const found = withParents(at)
			.map((path) => element.querySelector(`[data-path="${CSS.escape(path)}"]`))
			.find((candidate) => candidate !== null);
		if (!found) return;
		found.setAttribute('data-located', '');
		found.scrollIntoView({ block: 'center', behavior: 'instant' });
		return () => found.removeAttribute('data-located');
	}, [at, root]);
}
