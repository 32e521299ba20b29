/** Test cases of a rule, as a table that is edited in place, with what each gives now. */
import { Button, Checkbox, InputGroup, TextArea } from '@blueprintjs/core';
import { Add, Trash } from '@blueprintjs/icons';
import type { RuleTestResult } from '../../../../contract/views-rules.ts';
import { SeverityShape } from '../../display/marks.tsx';
import { newTest, type TestDraft } from './draft.ts';

type Props = {
	tests: readonly TestDraft[];
	/** By key; none while they are being checked. */
	results: ReadonlyMap<number, RuleTestResult>;
	problems: ReadonlyMap<number, string>;
	/** Undefined where they are only read. */
	onChange: ((tests: readonly TestDraft[]) => void) | undefined;
};

export function TestTable({ tests, results, problems, onChange }: Props) {
	const set = (key: number, part: Partial<TestDraft>) =>
		onChange?.(tests.map((test) => (test.key === key ? { ...test, ...part } : test)));
	return (
		<section className="panel tests" aria-labelledby="tests-title">
			<div className="panel-head">
				<h2 id="tests-title">Test cases</h2>
				<span className="muted">
					at least one that fires and one that does not, before it may be proposed
				</span>
			</div>
			{tests.length > 0 && (
				<table className="table tests-table">
					<thead>
						<tr>
							<th scope="col">Case</th>
							<th scope="col">Facts, one on a line: path = value</th>
							<th scope="col">What functions answer</th>
							<th scope="col">Fires</th>
							<th scope="col">Result</th>
							{onChange && (
								<th scope="col">
									<span className="visually-hidden">Remove</span>
								</th>
							)}
						</tr>
					</thead>
					<tbody>
						{tests.map((test, at) => (
							<tr key={test.key}>
								{onChange ? (
									<EditedCells test={test} number={at + 1} onChange={(part) => set(test.key, part)} />
								) : (
									<ReadCells test={test} />
								)}
								<td>
									<Result result={results.get(test.key)} problem={problems.get(test.key)} />
								</td>
								{onChange && (
									<td>
										<Button
											size="small"
											variant="minimal"
											icon={<Trash size={14} />}
											aria-label={`Remove case ${at + 1}`}
											onClick={() => onChange(tests.filter(({ key }) => key !== test.key))}
										/>
									</td>
								)}
							</tr>
						))}
					</tbody>
				</table>
			)}
			{tests.length === 0 && !onChange && <p className="tests-none muted">There are none.</p>}
			{onChange && (
				<div className="tests-add">
					<Button
						size="small"
						variant="minimal"
						icon={<Add size={14} />}
						onClick={() => onChange([...tests, newTest(tests, true)])}
					>
						Case that fires
					</Button>
					<Button
						size="small"
						variant="minimal"
						icon={<Add size={14} />}
						onClick={() => onChange([...tests, newTest(tests, false)])}
					>
						Case that does not
					</Button>
				</div>
			)}
		</section>
	);
}

function ReadCells({ test }: { test: TestDraft }) {
	return (
		<>
			<td>{test.name}</td>
			<td>
				<pre>{test.facts}</pre>
			</td>
			<td>
				<pre>{test.answers || '–'}</pre>
			</td>
			<td>{test.fires ? 'yes' : 'no'}</td>
		</>
	);
}

type EditedProps = { test: TestDraft; number: number; onChange: (part: Partial<TestDraft>) => void };

function EditedCells({ test, number, onChange }: EditedProps) {
	const area = (name: 'facts' | 'answers', label: string) => (
		<TextArea
			className="mono"
			fill
			size="small"
			rows={Math.min(8, Math.max(2, test[name].split('\n').length))}
			value={test[name]}
			spellCheck={false}
			aria-label={`${label} of case ${number}`}
			onChange={(event) => onChange({ [name]: event.currentTarget.value })}
		/>
	);
	return (
		<>
			<td>
				<InputGroup
					size="small"
					value={test.name}
					maxLength={200}
					aria-label={`Name of case ${number}`}
					placeholder="What it stands for"
					onValueChange={(name) => onChange({ name })}
				/>
			</td>
			<td>{area('facts', 'Facts')}</td>
			<td>{area('answers', 'Answers')}</td>
			<td>
				<Checkbox
					checked={test.fires}
					aria-label={`Case ${number} fires`}
					onChange={(event) => onChange({ fires: event.currentTarget.checked })}
				/>
			</td>
		</>
	);
}

function Result({ result, problem }: { result: RuleTestResult | undefined; problem: string | undefined }) {
	if (problem !== undefined) return <span className="test-failed">{problem}</span>;
	if (result === undefined) return <span className="muted">…</span>;
	if (result.passed) return <span className="test-passed">passes</span>;
	return (
		<span className="test-failed">
			<SeverityShape severity="error" />{' '}
			{result.fired === null ? 'fails' : result.fired ? 'it fires' : 'it does not fire'}
			{result.message !== null && `: ${result.message}`}
		</span>
	);
}
