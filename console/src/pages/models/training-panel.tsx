import { Callout, ProgressBar } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import type { Training } from '../../../../contract/views-models.ts';
import { formatCount, formatPercent } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { trainingWords } from '../../display/model-words.tsx';
import { isTraining } from '../../queries/models.ts';

/** The training that runs, how far it is, and what became of the last one. */
export function TrainingPanel({ training }: { training: Training }) {
	const { state, startedAt, by, done, of, version, message } = training;
	if (state === 'idle') return null;
	if (isTraining(training)) {
		const share = of === null || of === 0 ? undefined : Math.min(1, done / of);
		return (
			<section className="panel training" aria-label="Training" role="status">
				<div className="panel-head">
					<h2>{trainingWords[state]} …</h2>
					<span className="muted number">
						{share === undefined
							? formatCount(done)
							: `${formatCount(done)} of ${formatCount(of ?? 0)}, ${formatPercent(share)}`}
						{startedAt && (
							<>
								; since <Instant at={startedAt} seconds /> by {by}
							</>
						)}
					</span>
				</div>
				<ProgressBar
					intent="primary"
					animate={share === undefined}
					{...(share === undefined ? {} : { value: share })}
				/>
			</section>
		);
	}
	return (
		<Callout
			compact
			icon={null}
			intent={state === 'failed' ? 'danger' : 'success'}
			className="training-last"
			role="status"
		>
			<strong>{trainingWords[state]}.</strong> {message}{' '}
			{version !== null && (
				<Link to="/models/$version" params={{ version: String(version) }}>
					Look at model {version}
				</Link>
			)}
		</Callout>
	);
}
