/** Thresholds, the random share, trust and capacities: facts for those who may read, a form for those who may change. */
import { Button, Callout, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { toCallError } from '../../client/call-error.ts';
import { Instant } from '../../display/instant.tsx';
import { LaneMark } from '../../display/marks.tsx';
import { useChangeLanes } from '../../queries/lanes.ts';
import { useAbility } from '../../shell/session.ts';
import { CapacityRows } from './capacity-rows.tsx';
import { describeChanges, type LanesDraft, rankOptions, readLanesDraft, writeDraft } from './lanes-draft.ts';
import type { Lanes } from './results-tab.tsx';

const reasonSchema = operations.changeLanes.input.shape.reason;

export function SettingsTab({ lanes: { settings, changedBy, changedAt } }: { lanes: Lanes }) {
	const mayChange = useAbility('lane.change');
	const change = useChangeLanes();
	const id = useId();
	const [draft, setDraft] = useState<LanesDraft>(() => writeDraft(settings));
	const [reason, setReason] = useState('');
	const [saved, setSaved] = useState(false);
	const read = readLanesDraft(draft);
	const changes = 'settings' in read ? describeChanges(settings, read.settings) : [];
	const isReady = 'settings' in read && changes.length > 0 && reasonSchema.safeParse(reason).success;
	const set = (part: Partial<LanesDraft>) => {
		setSaved(false);
		setDraft((before) => ({ ...before, ...part }));
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isReady || change.isPending) return;
		// By the promise: the form is made anew when the settings are read again.
		change.mutateAsync({ settings: read.settings, reason: reason.trim() }).then(
			({ settings: stored }) => {
				setDraft(writeDraft(stored));
				setReason('');
				setSaved(true);
			},
			() => undefined,
		);
	};
	const number = (
		name: 'redFrom' | 'yellowFrom' | 'blueFrom' | 'randomShare' | 'trustedShare',
		label: string,
	) => (
		<InputGroup
			id={`${id}-${name}`}
			size="small"
			inputMode="decimal"
			aria-label={label}
			readOnly={!mayChange}
			value={draft[name]}
			onValueChange={(text) => set({ [name]: text })}
		/>
	);
	return (
		<form className="lanes-scroll lanes-settings" onSubmit={submit}>
			<section className="panel settings-box">
				<h2>From which score on</h2>
				<p className="muted">
					The score is the probability, by rules and model together, that an inspection finds something.
				</p>
				<Line label={<LaneMark lane="red" meaning />}>{number('redFrom', 'Red from score')}</Line>
				<Line label={<LaneMark lane="yellow" meaning />}>{number('yellowFrom', 'Yellow from score')}</Line>
				<Line label={<LaneMark lane="blue" meaning />}>{number('blueFrom', 'Blue from score')}</Line>
				<Line label="Where places are few, ranked by">
					<HTMLSelect
						aria-label="Ranked by"
						disabled={!mayChange}
						value={draft.rankBy}
						options={rankOptions.map(([value, label]) => ({ value, label }))}
						onChange={(event) => {
							const by = event.currentTarget.value;
							if (by === 'probability' || by === 'revenue' || by === 'both') set({ rankBy: by });
						}}
					/>
				</Line>
				<Line label="Currency of the node">
					<InputGroup
						size="small"
						aria-label="Currency"
						maxLength={3}
						readOnly={!mayChange}
						value={draft.currency}
						onValueChange={(text) => set({ currency: text.toUpperCase() })}
					/>
				</Line>
			</section>
			<section className="panel settings-box">
				<h2>Chance and trust</h2>
				<p className="muted">
					Neither is ever none: without a random share nobody knows what is overlooked, and a trader that is
					never checked is trusted for nothing.
				</p>
				<Line label="Random share, in per cent of all records">{number('randomShare', 'Random share')}</Line>
				<Line label="Lane of the random share">
					<HTMLSelect
						aria-label="Lane of the random share"
						disabled={!mayChange}
						value={draft.randomLane}
						options={[
							{ value: 'red', label: 'Red: physical check' },
							{ value: 'yellow', label: 'Yellow: documents' },
						]}
						onChange={(event) => set({ randomLane: event.currentTarget.value === 'red' ? 'red' : 'yellow' })}
					/>
				</Line>
				<Line label="Of what would be selected, trusted traders keep, in per cent">
					{number('trustedShare', 'Share for trusted traders')}
				</Line>
				<p className="muted settings-changed">
					{changedAt ? (
						<>
							Changed by {changedBy ?? 'the node'} at <Instant at={changedAt} />.
						</>
					) : (
						'As the node came: nobody has changed them.'
					)}
				</p>
			</section>
			<CapacityRows
				rows={draft.capacities}
				mayChange={mayChange}
				onChange={(capacities) => set({ capacities })}
			/>
			{mayChange && (
				<section className="panel settings-box settings-save">
					<h2>What changes</h2>
					{'settings' in read ? (
						changes.length === 0 ? (
							<p className="muted">
								{saved ? 'Saved. It holds for what comes from now on.' : 'Nothing yet.'}
							</p>
						) : (
							<ul className="settings-changes number">
								{changes.map((each) => (
									<li key={each}>{each}</li>
								))}
							</ul>
						)
					) : (
						<Callout compact intent="warning" role="status" icon={null}>
							<ul className="settings-changes">
								{read.problems.map((each) => (
									<li key={each}>{each}</li>
								))}
							</ul>
						</Callout>
					)}
					{change.isError && (
						<Callout compact intent="danger" role="alert">
							{toCallError(change.error).message} {toCallError(change.error).remedy}
						</Callout>
					)}
					<div className="settings-line">
						<InputGroup
							size="small"
							fill
							aria-label="Reason"
							placeholder="Why? It is kept with your name"
							maxLength={2_000}
							value={reason}
							onValueChange={setReason}
						/>
						<Button
							type="submit"
							size="small"
							intent="primary"
							disabled={!isReady}
							loading={change.isPending}
						>
							Save
						</Button>
					</div>
				</section>
			)}
		</form>
	);
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
	return (
		<div className="threshold-row">
			<span>{label}</span>
			{children}
		</div>
	);
}
