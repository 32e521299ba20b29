/** What is agreed with a partner, and the way to a new agreement. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { plural } from '../../display/format.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { AgreementStateMark, DayMark, WaitsMark } from '../../exchanging/agreement-marks.tsx';
import { isReviewOverdue, todayUtc } from '../../exchanging/days.ts';
import { agreementsWithQuery } from '../../queries/agreements.ts';
import { useAbility } from '../../shell/session.ts';

export function PartnerAgreements({ partner }: { partner: string }) {
	const mayRead = useAbility('agreement.read');
	const mayWrite = useAbility('agreement.write');
	const agreements = useQuery({ ...agreementsWithQuery(partner), enabled: mayRead });
	const today = todayUtc();
	const rows = agreements.data?.items ?? [];
	if (!mayRead) return null;
	return (
		<section className="panel" aria-labelledby="partner-agreements">
			<div className="panel-head">
				<h2 id="partner-agreements">Agreements</h2>
				{mayWrite && (
					<Link to="/agreements-new" search={{ partner }} preload={false}>
						New agreement
					</Link>
				)}
			</div>
			{agreements.isPending && <Pending rows={3} label="Loading agreements" />}
			{agreements.isError && <Failure error={agreements.error} retry={() => void agreements.refetch()} />}
			{agreements.isSuccess && rows.length === 0 && (
				<p className="panel-note muted">There is none, so nothing can be exchanged with it.</p>
			)}
			{rows.length > 0 && (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Agreement</th>
							<th scope="col">State</th>
							<th scope="col">Review</th>
							<th scope="col">Last day</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((each) => (
							<tr key={`${each.id} ${each.version}`}>
								<td>
									<Link
										to="/agreements/$id"
										params={{ id: each.id }}
										search={{ version: each.version }}
										preload={false}
									>
										{each.title}
									</Link>{' '}
									<span className="muted number">v{each.version}</span>
								</td>
								<td className="nowrap">
									<AgreementStateMark state={each.state} /> <WaitsMark waitsFor={each.waitsFor} />
								</td>
								<td>
									<DayMark
										day={each.reviewOn}
										today={today}
										past="overdue"
										counts={isReviewOverdue(each, today)}
									/>
								</td>
								<td>
									<DayMark day={each.endsOn} today={today} past="over" counts={each.state !== 'draft'} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			{agreements.data?.next != null && (
				<p className="panel-note">
					<Link to="/agreements" search={{ partner }}>
						All {plural(agreements.data.total ?? rows.length, 'agreement')}
					</Link>
				</p>
			)}
		</section>
	);
}
