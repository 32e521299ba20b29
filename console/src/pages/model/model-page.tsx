/** The card of a model as a page: what it learnt from, how well it does, where it errs, and whether it goes live. */
import { AnchorButton, Button } from '@blueprintjs/core';
import { Export } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { ModelDetail } from '../../../../contract/views-models.ts';
import { addressOf } from '../../client/call.ts';
import { toCallError } from '../../client/call-error.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { formatCount, formatPercent } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ModelStateMark, modelStateWords } from '../../display/model-words.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { modelQuery } from '../../queries/models.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { useBack } from '../../shell/use-back.ts';
import { Calibration, Comparison, DataPanel, Importance, PrecisionPanel } from './card-panels.tsx';
import { DecideDialog, type Decision, decisionsOf, decisionWords } from './decide-dialog.tsx';
import { ErrorsPanel } from './errors-panel.tsx';
import { DriftPanel, LivePanel } from './live-panels.tsx';
import './model.css';

const route = getRouteApi('/shell/models/$version');
const versionText = z.coerce.number().int().min(1);

export function ModelPage() {
	const { version: text } = route.useParams();
	const version = versionText.safeParse(text).data;
	if (version === undefined)
		return (
			<Empty isPage title="There is no such model">
				The address may be mistyped.
			</Empty>
		);
	return <ModelOf key={version} version={version} />;
}

function ModelOf({ version }: { version: number }) {
	usePageTitle(`Model ${version}`);
	const model = useQuery(modelQuery(version));
	if (model.isPending) return <Pending rows={20} label="Loading the model" />;
	if (model.isError)
		return (
			<Failure
				error={model.error}
				retry={() => void model.refetch()}
				title={toCallError(model.error).code === 'not-found' ? 'There is no such model' : undefined}
			/>
		);
	return <ModelContent detail={model.data} />;
}

function ModelContent({ detail }: { detail: ModelDetail }) {
	const { summary, card, drift, live, comparison } = detail;
	const mayDecide = useAbility('model.decide');
	const [decision, setDecision] = useState<Decision>();
	const possible = mayDecide ? decisionsOf(summary.state) : [];
	const back = useBack('/models');
	useCommands([
		...(['challenge', 'promote', 'retire'] as const).map((each) => ({
			label: decisionWords[each].verb,
			group: 'Model',
			shortcut: decisionWords[each].key,
			when: () => possible.includes(each),
			run: () => setDecision(each),
		})),
		{ label: 'Back to the models', group: 'Model', shortcut: 'u', run: back },
	]);
	return (
		<div className="model">
			<DetailHead
				back={{ label: 'Back to the models', shortcut: 'u', onBack: back }}
				title={
					<>
						Model {summary.version} <ModelStateMark state={summary.state} />
					</>
				}
				subtitle={
					<>
						{modelStateWords[summary.state].meaning}
						{summary.decidedBy !== null &&
							` · ${summary.decidedBy}${summary.reason ? `: ${summary.reason}` : ''}`}
					</>
				}
				facts={
					<>
						<Fact label="Trained">
							<Instant at={summary.trainedAt} />
						</Fact>
						<div>
							<dt>By</dt>
							<dd>{summary.trainedBy}</dd>
						</div>
						<Fact label="Lines with an outcome">{formatCount(summary.labelled)}</Fact>
						<Fact label="AUC">{summary.auc.toFixed(3)}</Fact>
						<Fact label="Precision at 5 %">
							{summary.precisionAt['5'] === undefined ? '–' : formatPercent(summary.precisionAt['5'])}
						</Fact>
						<Fact label="Trees">
							{formatCount(card.trees)}
							{card.revenueTrees !== null && ` + ${formatCount(card.revenueTrees)}`}
						</Fact>
					</>
				}
			>
				<div className="model-actions">
					{possible.map((each) => (
						<Button
							key={each}
							size="small"
							intent={decisionWords[each].intent}
							variant={each === 'promote' ? 'solid' : 'outlined'}
							onClick={() => setDecision(each)}
						>
							{decisionWords[each].verb} <Shortcut shortcut={decisionWords[each].key} />
						</Button>
					))}
					<AnchorButton
						size="small"
						variant="minimal"
						icon={<Export size={14} />}
						href={addressOf('exportModel', { version: summary.version })}
						download
						title="The model with its card, as a file"
					>
						File
					</AnchorButton>
				</div>
			</DetailHead>
			<div className="model-scroll">
				<div className="model-grid">
					{comparison && <Comparison comparison={comparison} version={summary.version} />}
					<PrecisionPanel detail={detail} />
					<Calibration card={card} />
					<DataPanel card={card} />
					<LivePanel live={live} state={summary.state} />
					<Importance card={card} />
					<DriftPanel drift={drift} />
					<ErrorsPanel card={card} />
				</div>
			</div>
			{decision !== undefined && possible.includes(decision) && (
				<DecideDialog
					key={decision}
					model={summary}
					decision={decision}
					onClose={() => setDecision(undefined)}
				/>
			)}
		</div>
	);
}
