import { Link } from '@tanstack/react-router';
import type { ListVersion, ListView } from '../../../../contract/views-screening.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { formatPublished, versionStateWords } from '../../display/screening-words.ts';
import { Empty } from '../../display/states.tsx';

/** Versions of a list that the server told of, newest first. */
const versionsOf = (list: ListView): readonly ListVersion[] =>
	list.versions ?? [list.staged, list.active].filter((version) => version !== null);

export const newestVersion = (list: ListView): number =>
	Math.max(0, ...versionsOf(list).map(({ version }) => version));

const nothing = <span className="muted">–</span>;

/** Versions of a list: who loaded them and when, and what each brought. */
export function VersionsTab({ list }: { list: ListView }) {
	const versions = versionsOf(list);
	if (versions.length === 0) return <Empty title="No version has been loaded">Load the list first.</Empty>;
	return (
		<div className="list-scroll">
			<table className="table">
				<thead>
					<tr>
						<th scope="col" className="numeric">
							Version
						</th>
						<th scope="col">State</th>
						<th scope="col">Loaded</th>
						<th scope="col">By</th>
						<th scope="col">From</th>
						<th scope="col">Published</th>
						<th scope="col">Active since</th>
						<th scope="col" className="numeric">
							Entries
						</th>
						<th scope="col" className="numeric">
							Added
						</th>
						<th scope="col" className="numeric">
							Changed
						</th>
						<th scope="col" className="numeric">
							Removed
						</th>
						<th scope="col" className="numeric">
							Unread places
						</th>
						<th scope="col">
							<span className="visually-hidden">Changes</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{versions.map((version) => (
						<tr key={version.version}>
							<td className="numeric">{version.version}</td>
							<td>
								<span className={version.state === 'active' ? 'chip chip-good' : 'chip'}>
									{versionStateWords[version.state].toLowerCase()}
								</span>
							</td>
							<td className="nowrap">
								<Instant at={version.loadedAt} />
							</td>
							<td>{version.loadedBy}</td>
							<td>{version.source ?? nothing}</td>
							<td className="nowrap number">
								{version.publishedAt ? formatPublished(version.publishedAt) : nothing}
							</td>
							<td className="nowrap">
								{version.activatedAt ? <Instant at={version.activatedAt} /> : nothing}
							</td>
							<td className="numeric">{formatCount(version.entries)}</td>
							<td className="numeric">{formatCount(version.added)}</td>
							<td className="numeric">{formatCount(version.changed)}</td>
							<td className="numeric">{formatCount(version.removed)}</td>
							<td className="numeric">{formatCount(version.problems)}</td>
							<td>
								{version.version > 1 && (
									<Link
										to="/lists/$list"
										params={{ list: list.id }}
										search={{ tab: 'changes', from: version.version - 1, to: version.version }}
										aria-label={`Changes of version ${version.version}`}
									>
										changes
									</Link>
								)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
