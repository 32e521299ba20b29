/** A rule by its title. */
export function RuleLink({ rule, version, title }: { rule: string; version: number; title: string }) {
	return <span title={`${rule}, version ${version}`}>{title}</span>;
}
