/** Models: which one decides, which one runs beside it, what waits, and the training that goes on. */
import { Button } from '@blueprintjs/core';
import { Learning } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ModelSummary } from '../../../../contract/views-models.ts';
import { formatCount, formatPercent } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { inspectedShares, ModelStateMark } from '../../display/model-words.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { isTraining, modelsQuery } from '../../queries/models.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { TrainDialog } from './train-dialog.tsx';
import { TrainingPanel } from './training-panel.tsx';
import './models.css';

export function ModelsPage() {
	usePageTitle('Models');
	const models = useQuery(modelsQuery);
	const mayTrain = useAbility('model.train');
	const [isOpen, setOpen] = useState(false);
	const runs = models.data !== undefined && isTraining(models.data.training);
	const canTrain = mayTrain && models.isSuccess && !runs;
	useCommands([
		{
			label: 'Train a model',
			group: 'Models',
			icon: <Learning />,
			shortcut: 'n',
			when: () => canTrain,
			run: () => setOpen(true),
		},
	]);
	const rows = models.data?.models ?? [];
	return (
		<div className="page models">
			<div className="page-head">
				<h1>Models</h1>
				<span className="muted">that learn from what inspections found</span>
				<span className="spring" />
				{mayTrain && (
					<Button
						size="small"
						intent="primary"
						icon={<Learning size={14} />}
						disabled={!canTrain}
						onClick={() => setOpen(true)}
						title="n"
					>
						Train a model
					</Button>
				)}
			</div>
			{models.data && <TrainingPanel training={models.data.training} />}
			<div className="panel table-scroll">
				{models.isPending && <Pending rows={6} label="Loading models" />}
				{models.isError && <Failure error={models.error} retry={() => void models.refetch()} />}
				{models.isSuccess && rows.length === 0 && (
					<Empty title="There is no model yet">
						A model wants some hundreds of inspected declarations to learn from. Until then rules and chance
						select.
					</Empty>
				)}
				{rows.length > 0 && <ModelTable models={rows} />}
			</div>
			{isOpen && <TrainDialog onClose={() => setOpen(false)} />}
		</div>
	);
}

function ModelTable({ models }: { models: readonly ModelSummary[] }) {
	return (
		<table className="table models-table">
			<thead>
				<tr>
					<th scope="col">Model</th>
					<th scope="col">State</th>
					<th scope="col">Trained</th>
					<th scope="col">By</th>
					<th scope="col" className="numeric">
						Lines with an outcome
					</th>
					<th scope="col" className="numeric" title="Area under the receiver operating characteristic">
						AUC
					</th>
					{inspectedShares.map((share) => (
						<th key={share} scope="col" className="numeric">
							Precision at {share} %
						</th>
					))}
					<th scope="col">Decided</th>
					<th scope="col">Reason</th>
				</tr>
			</thead>
			<tbody>
				{models.map((model) => (
					<tr key={model.version} className={model.state === 'champion' ? 'models-champion' : undefined}>
						<th scope="row">
							<Link to="/models/$version" params={{ version: String(model.version) }}>
								Model {model.version}
							</Link>
						</th>
						<td>
							<ModelStateMark state={model.state} />
						</td>
						<td className="nowrap">
							<Instant at={model.trainedAt} />
						</td>
						<td className="nowrap">{model.trainedBy}</td>
						<td className="numeric">{formatCount(model.labelled)}</td>
						<td className="numeric">{model.auc.toFixed(3)}</td>
						{inspectedShares.map((share) => {
							const precision = model.precisionAt[share];
							return (
								<td key={share} className="numeric">
									{precision === undefined ? '–' : formatPercent(precision)}
								</td>
							);
						})}
						<td className="nowrap">
							{model.decidedAt ? (
								<>
									<Instant at={model.decidedAt} /> <span className="muted">{model.decidedBy}</span>
								</>
							) : (
								<span className="muted">–</span>
							)}
						</td>
						<td className="models-reason">{model.reason ?? <span className="muted">–</span>}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
