/** A budget as a bar: what is spent, and what is left. The words say it all; the bar repeats them. */
import { formatCount } from '../display/format.ts';
import './budget-bar.css';

type Props = { spent: number; of: number /** Of what: "questions today". */; label: string };

export function BudgetBar({ spent, of, label }: Props) {
	const left = Math.max(0, of - spent);
	const share = of === 0 ? 1 : Math.min(1, spent / of);
	const state = left === 0 ? 'spent' : share >= 0.8 ? 'short' : 'time';
	return (
		<span
			className={`budget budget-is-${state}`}
			title={`${formatCount(spent)} of ${formatCount(of)} ${label} spent`}
		>
			<svg className="budget-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
				<rect className="budget-ground" width="100" height="8" rx="2" />
				<rect className="budget-spent" width={spent > 0 ? Math.max(3, share * 100) : 0} height="8" rx="2" />
			</svg>
			<span className="number">
				{formatCount(left)} of {formatCount(of)} left
			</span>
			<span className="visually-hidden"> {label}</span>
		</span>
	);
}
