/** One assessment in full: why this lane, what rules and model say, what was asked before, the facts, what came after. */
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { formatNumber, formatPercent } from '../display/format.ts';
import { LaneMark } from '../display/marks.tsx';
import { ScoreMark } from '../display/screening-marks.tsx';
import { useSession } from '../shell/session.ts';
import { asSentence } from './as-sentence.ts';
import { toldBasis, toldLaneReason } from './discretion.ts';
import { FactsTable } from './facts-table.tsx';
import { Ladder } from './ladder.tsx';
import { BasisMark, RandomMark, StateMark } from './marks.tsx';
import { ModelReasons } from './model-reasons.tsx';
import { RuleReasons } from './rule-reasons.tsx';
import { Story } from './story.tsx';
import './assessing.css';

/** @param currency of the node, for what a check is expected to bring; undefined where it is not known. */
export function AssessmentView({
	detail,
	currency,
}: {
	detail: AssessmentDetail;
	currency?: string | undefined;
}) {
	return (
		<>
			<Verdict detail={detail} currency={currency} />
			<div className="assessed-columns">
				<div>
					<RuleReasons detail={detail} />
					<ModelReasons detail={detail} />
				</div>
				<div>
					<Story detail={detail} />
					<Ladder detail={detail} />
					<FactsTable facts={detail.facts} />
				</div>
			</div>
		</>
	);
}

/** Lane, what chose it, the score, and the reason in words. */
function Verdict({ detail, currency }: { detail: AssessmentDetail; currency: string | undefined }) {
	const { role } = useSession().user;
	const { summary } = detail;
	return (
		<section className="panel verdict" aria-label="Lane and why">
			<ScoreMark score={summary.score} />
			<div>
				<p className="verdict-marks">
					<LaneMark lane={summary.lane} meaning />
					<BasisMark basis={toldBasis(role, summary)} />
					<StateMark summary={summary} />
					<RandomMark summary={summary} />
					<span className="muted">
						{summary.score > 0 ? (
							<>
								<span className="number">{formatPercent(summary.score)}</span> by rules and model together
							</>
						) : (
							'neither a rule with a weight nor a model speaks for it'
						)}
						{summary.expectedRevenue !== null && (
							<>
								{' '}
								· <span className="number">{formatNumber(summary.expectedRevenue, 0)}</span> {currency}{' '}
								expected to be recovered
							</>
						)}
					</span>
				</p>
				<p className="verdict-reason">{asSentence(toldLaneReason(role, detail))}</p>
			</div>
		</section>
	);
}
