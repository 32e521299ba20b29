/** The law as a table: actions down, roles across. The row under the cursor is explained beside it. */
import { useEffect, useRef } from 'react';
import type { Action } from '../../../../contract/operations.ts';
import type { Article } from '../../queries/law.ts';
import { lawRoles, lawRoleWords, standingOf, standingWords, subjectOf } from './law-words.ts';

type Props = {
	articles: readonly Article[];
	current: Action | undefined;
	onCurrent: (action: Action) => void;
};

const signs = { permitted: '●', less: '◐', narrowed: '○', denied: '' } as const;

export function LawMatrix({ articles, current, onCurrent }: Props) {
	const row = useRef<HTMLTableRowElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the row that `current` names is the one to show.
	useEffect(() => {
		row.current?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	return (
		<table className="table law-matrix">
			<thead>
				<tr>
					<th scope="col">Action</th>
					<th scope="col">Personal data</th>
					{lawRoles.map((role) => (
						<th scope="col" key={role} className="law-role" title={lawRoleWords[role].name}>
							<abbr title={lawRoleWords[role].name}>{lawRoleWords[role].short}</abbr>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{articles.map((article, at) => {
					const isCurrent = article.action === current;
					const isFirst = subjectOf(article.action) !== subjectOf(articles[at - 1]?.action ?? '');
					return (
						<tr
							key={article.action}
							ref={isCurrent ? row : undefined}
							className={`${isCurrent ? 'current' : ''}${isFirst ? ' law-first' : ''}`}
							onClick={() => onCurrent(article.action)}
						>
							<th scope="row">
								<button
									type="button"
									className="law-action mono"
									aria-current={isCurrent}
									onClick={() => onCurrent(article.action)}
								>
									{article.action}
								</button>
							</th>
							<td className="muted">{article.personalData ? 'for a purpose' : ''}</td>
							{lawRoles.map((role) => {
								const standing = standingOf(article, role);
								return (
									<td key={role} className={`law-cell law-${standing}`} title={standingWords[standing]}>
										<span aria-hidden="true">{signs[standing]}</span>
										<span className="visually-hidden">{standingWords[standing]}</span>
									</td>
								);
							})}
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}
