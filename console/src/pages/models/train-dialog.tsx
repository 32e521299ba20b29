import { FormGroup, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useTrainModel } from '../../queries/models.ts';

const spans = [
	{ value: 90, label: 'the last 3 months' },
	{ value: 180, label: 'the last 6 months' },
	{ value: 365, label: 'the last year' },
	{ value: 730, label: 'the last two years' },
	{ value: 3_650, label: 'ten years' },
] as const;
const USUAL_DAYS = 730;

/** Asks for a training: from when on, and the seed that makes it repeatable. */
export function TrainDialog({ onClose }: { onClose: () => void }) {
	const train = useTrainModel();
	const [days, setDays] = useState<number>(USUAL_DAYS);
	const [seed, setSeed] = useState('1');
	const read = operations.trainModel.input.safeParse({
		days,
		seed: seed.trim() === '' ? Number.NaN : Number(seed),
	});
	return (
		<FormDialog
			title="Train a model"
			submit="Train"
			isValid={read.success}
			isPending={train.isPending}
			error={train.error}
			onClose={onClose}
			onSubmit={() => {
				if (read.success) train.mutateAsync(read.data).then(onClose, () => undefined);
			}}
		>
			<p>
				What was declared is replayed in the order in which it came, with what inspections found. The model
				waits for a decision; until then it decides nothing.
			</p>
			<FormGroup label="Learn from" labelFor="train-days">
				<HTMLSelect
					id="train-days"
					fill
					value={days}
					onChange={(event) => setDays(Number(event.currentTarget.value))}
					options={[...spans]}
				/>
			</FormGroup>
			<FormGroup label="Seed" labelFor="train-seed" helperText="The same data and seed give the same model">
				<InputGroup id="train-seed" type="number" min={0} step={1} value={seed} onValueChange={setSeed} />
			</FormGroup>
		</FormDialog>
	);
}
