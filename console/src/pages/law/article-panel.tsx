/** One article: why it is so, for which purposes, what the node has narrowed, and what policy would answer. */
import { Button, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type PurposeId, purposes } from '../../../../contract/purposes.ts';
import { Instant } from '../../display/instant.tsx';
import { Failure } from '../../display/states.tsx';
import { type Article, lawAnswerQuery, useLiftNarrowing } from '../../queries/law.ts';
import { isRole, type LawRole, lawRoles, lawRoleWords } from './law-words.ts';
import { NarrowForm } from './narrow-form.tsx';

type Props = { article: Article; mayChange: boolean; isNarrowing: boolean; onNarrow: (on: boolean) => void };

export function ArticlePanel({ article, mayChange, isNarrowing, onNarrow }: Props) {
	const canNarrow =
		mayChange &&
		!/^(session|law)\./.test(article.action) &&
		(article.permit.some(isRole) || article.purposes.length > 0);
	return (
		<div className="law-article">
			<h2 className="mono">{article.action}</h2>
			<p className="law-because">{article.because}</p>
			<dl className="law-facts">
				<dt>Permitted to</dt>
				<dd>
					{article.permit
						.map((each) => lawRoles.find((role) => role === each))
						.flatMap((role) => (role ? [lawRoleWords[role].name] : ['anybody who asks']))
						.join(', ') || 'nobody'}
				</dd>
				<dt>Purposes</dt>
				<dd>
					{article.personalData
						? article.purposes.map((each) => purposes[each].name).join(', ') || 'none: nobody may'
						: 'none needed: the answer holds no personal data'}
				</dd>
			</dl>
			{article.narrowed.length > 0 && (
				<section aria-labelledby="law-narrowed">
					<h3 id="law-narrowed">Narrowed here</h3>
					<ul className="law-narrowed-list">
						{article.narrowed.map((each) => (
							<Narrowed key={each.id} narrowing={each} mayChange={mayChange} />
						))}
					</ul>
				</section>
			)}
			<Ask key={`ask ${article.action}`} article={article} />
			{canNarrow && !isNarrowing && (
				<Button size="small" onClick={() => onNarrow(true)} title="n">
					Narrow …
				</Button>
			)}
			{canNarrow && isNarrowing && (
				<NarrowForm key={`narrow ${article.action}`} article={article} onDone={() => onNarrow(false)} />
			)}
		</div>
	);
}

function Narrowed({ narrowing, mayChange }: { narrowing: Article['narrowed'][number]; mayChange: boolean }) {
	const lift = useLiftNarrowing();
	const [reason, setReason] = useState<string | undefined>();
	const { role, purpose, since } = narrowing;
	return (
		<li>
			<div>
				<strong>{role === null ? 'No role' : `Not ${lawRoleWords[role].name.toLowerCase()}`}</strong>
				{purpose !== null && ` for ${purposes[purpose].name.toLowerCase()}`}
				<span className="muted">
					{' '}
					since <Instant at={since} />: {narrowing.reason}
				</span>
			</div>
			{lift.isError && <Failure error={lift.error} />}
			{mayChange && reason === undefined && (
				<Button size="small" variant="minimal" onClick={() => setReason('')}>
					Lift …
				</Button>
			)}
			{mayChange && reason !== undefined && (
				<form
					className="law-lift"
					onSubmit={(event) => {
						event.preventDefault();
						if (reason.trim().length >= 3) lift.mutate({ id: narrowing.id, reason });
					}}
				>
					<InputGroup
						size="small"
						autoFocus
						aria-label="Why it is lifted"
						placeholder="Why it is lifted"
						value={reason}
						onValueChange={setReason}
						maxLength={400}
					/>
					<Button
						type="submit"
						size="small"
						intent="primary"
						disabled={reason.trim().length < 3}
						loading={lift.isPending}
					>
						Lift
					</Button>
				</form>
			)}
		</li>
	);
}

/** The same question that every call asks, put by hand. */
function Ask({ article }: { article: Article }) {
	const ids = { role: useId(), purpose: useId() };
	const [role, setRole] = useState<LawRole>('analyst');
	const [purpose, setPurpose] = useState<PurposeId | undefined>();
	const needsCase = purpose !== undefined && purposes[purpose].needsCase;
	const [hasCase, setHasCase] = useState(false);
	const answer = useQuery(
		lawAnswerQuery({
			role,
			action: article.action,
			...(article.personalData && purpose !== undefined ? { purpose } : {}),
			...(needsCase && hasCase ? { caseReference: 'EXAMPLE' } : {}),
		}),
	);
	return (
		<section className="law-ask" aria-labelledby="law-ask">
			<h3 id="law-ask">Ask</h3>
			<div className="law-ask-fields">
				<label htmlFor={ids.role}>May</label>
				<HTMLSelect
					id={ids.role}
					value={role}
					onChange={({ currentTarget }) =>
						setRole(lawRoles.find((each) => each === currentTarget.value) ?? role)
					}
					options={lawRoles.map((value) => ({ value, label: lawRoleWords[value].name }))}
				/>
				{article.personalData && (
					<>
						<label htmlFor={ids.purpose}>for</label>
						<HTMLSelect
							id={ids.purpose}
							value={purpose ?? ''}
							onChange={({ currentTarget }) =>
								setPurpose(Object.values(purposes).find(({ id }) => id === currentTarget.value)?.id)
							}
							options={[
								{ value: '', label: 'no stated purpose' },
								...Object.values(purposes).map(({ id, name }) => ({ value: id, label: name })),
							]}
						/>
					</>
				)}
				{needsCase && (
					<label>
						<input
							type="checkbox"
							checked={hasCase}
							onChange={({ currentTarget }) => setHasCase(currentTarget.checked)}
						/>{' '}
						on a case
					</label>
				)}
			</div>
			{answer.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
			{answer.data && (
				<div role="status" className="law-answer">
					<span className={answer.data.permitted ? 'chip chip-good' : 'chip chip-error'}>
						{answer.data.permitted ? 'permitted' : 'denied'}
					</span>
					<ul>
						{answer.data.reasons.map((reason) => (
							<li key={reason}>{reason}</li>
						))}
					</ul>
				</div>
			)}
		</section>
	);
}
