import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { formatPercent } from '../display/format.ts';
import { laneWords } from '../display/words.ts';
import { useSession } from '../shell/session.ts';
import { askedInOrder } from './asked-in-order.ts';
import { isChanceTold, toldBasis } from './discretion.ts';
import { Panel } from './panel.tsx';

/** What was asked, in order; who is trusted; what the office can still do today. */
export function Ladder({ detail }: { detail: AssessmentDetail }) {
	const { role } = useSession().user;
	const { summary, trusted, capacity } = detail;
	const asked = askedInOrder(detail, toldBasis(role, summary), isChanceTold(role, summary));
	return (
		<Panel title="What was asked, in order">
			<ol className="ladder">
				{asked.map(({ basis, title, said, decided }) => (
					<li key={basis} className={decided ? 'ladder-decided' : undefined}>
						<span className="ladder-title">{title}</span>
						<span>
							{said}
							{decided && <strong> This decided.</strong>}
						</span>
					</li>
				))}
			</ol>
			<dl className="ladder-more">
				{trusted && (
					<div>
						<dt>Trusted trader</dt>
						<dd>
							{trusted.scheme} {trusted.value}: about{' '}
							<span className="number">{formatPercent(trusted.share)}</span> of what would be selected is
							kept, never none.
						</dd>
					</div>
				)}
				{capacity && (
					<div>
						<dt>Capacity</dt>
						<dd>
							<span className="number">
								{capacity.used} of {capacity.of}
							</span>{' '}
							{laneWords[capacity.lane].name.toLowerCase()} checks of {capacity.office} were taken that day.
						</dd>
					</div>
				)}
			</dl>
		</Panel>
	);
}
