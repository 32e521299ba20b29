/** What a list is screened for and from which score on, and what its owner asks for when something is found. */
import { Button, Callout, Checkbox, FormGroup, InputGroup } from '@blueprintjs/core';
import { type FormEvent, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { type ListView, purpose } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { purposeWords } from '../../display/screening-words.ts';
import { useChangeList } from '../../queries/lists.ts';
import { InstructionFacts, todayText } from '../../screening/instruction.tsx';
import { useAbility } from '../../shell/session.ts';
import { type InstructionDraft, readInstruction, writeInstruction } from './instruction-draft.ts';
import { InstructionFields } from './instruction-fields.tsx';

/** Offered where a purpose is switched on. */
const USUAL_THRESHOLD = '0.7';

export function SettingsTab({ list }: { list: ListView }) {
	const mayChange = useAbility('list.change');
	return mayChange ? <SettingsForm list={list} /> : <SettingsFacts list={list} />;
}

function SettingsFacts({ list }: { list: ListView }) {
	return (
		<div className="list-scroll settings">
			<section className="panel">
				<div className="panel-head">
					<h2>Screened for</h2>
				</div>
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Purpose</th>
							<th scope="col" className="numeric">
								From score
							</th>
						</tr>
					</thead>
					<tbody>
						{purpose.options.map((each) => (
							<tr key={each}>
								<td>
									{purposeWords[each].name} <span className="muted">{purposeWords[each].meaning}</span>
								</td>
								<td className="numeric">{list.thresholds[each]?.toFixed(2) ?? 'not screened for'}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<section className="panel">
				<InstructionFacts instruction={list.instruction} today={todayText()} />
			</section>
		</div>
	);
}

function SettingsForm({ list }: { list: ListView }) {
	const change = useChangeList();
	const [name, setName] = useState(list.name);
	const [thresholds, setThresholds] = useState<Readonly<Record<string, string>>>(() =>
		Object.fromEntries(Object.entries(list.thresholds).map(([each, threshold]) => [each, String(threshold)])),
	);
	const [instruction, setInstruction] = useState<InstructionDraft>(() => writeInstruction(list.instruction));
	const input = {
		list: list.id,
		name: name.trim(),
		thresholds: Object.fromEntries(
			Object.entries(thresholds).map(([each, text]) => [
				each,
				text.trim() === '' ? Number.NaN : Number(text),
			]),
		),
		instruction: readInstruction(instruction),
	};
	const read = operations.changeList.input.safeParse(input);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (read.success && !change.isPending) change.mutate(read.data);
	};
	return (
		<form className="list-scroll settings" onSubmit={submit}>
			<section className="panel settings-panel">
				<h2>Screened for</h2>
				<p className="muted">
					A purpose that is switched off is not screened for on this list. The preview says what a threshold
					would raise.
				</p>
				{purpose.options.map((each) => {
					const text = thresholds[each];
					const { [each]: _this, ...others } = thresholds;
					const isBad = text !== undefined && !isThreshold(text);
					return (
						<div key={each} className="threshold-line">
							<Checkbox
								checked={text !== undefined}
								onChange={(event) =>
									setThresholds(
										event.currentTarget.checked ? { ...thresholds, [each]: USUAL_THRESHOLD } : others,
									)
								}
							>
								{purposeWords[each].name} <span className="muted">{purposeWords[each].meaning}</span>
							</Checkbox>
							<InputGroup
								size="small"
								type="number"
								min={0}
								max={1}
								step={0.01}
								disabled={text === undefined}
								value={text ?? ''}
								aria-label={`${purposeWords[each].name}: from score`}
								aria-invalid={isBad}
								intent={isBad ? 'danger' : 'none'}
								onValueChange={(next) => setThresholds({ ...thresholds, [each]: next })}
							/>
						</div>
					);
				})}
			</section>
			<section className="panel settings-panel">
				<h2>What is asked for</h2>
				<FormGroup label="Name of the list" labelFor="settings-name">
					<InputGroup id="settings-name" value={name} maxLength={200} onValueChange={setName} />
				</FormGroup>
				<InstructionFields draft={instruction} onChange={setInstruction} />
			</section>
			<div className="settings-foot">
				{change.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(change.error).message} {toCallError(change.error).remedy}
					</Callout>
				)}
				{change.isSuccess && !change.isPending && (
					<Callout compact intent="success" role="status">
						Saved. What is stored is screened again where that matters.
					</Callout>
				)}
				<Button type="submit" intent="primary" disabled={!read.success} loading={change.isPending}>
					Save
				</Button>
			</div>
		</form>
	);
}

const isThreshold = (text: string): boolean => text.trim() !== '' && Number(text) >= 0 && Number(text) <= 1;
