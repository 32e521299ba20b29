import type { ListView } from '../../../../contract/views-screening.ts';
import { formatCount, formatPercent } from '../../display/format.ts';
import './lists.css';

/** How far what is stored has been screened against the newest change of a list. */
export function Rescreening({ rescreening }: Pick<ListView, 'rescreening'>) {
	if (rescreening === null || rescreening.done >= 1) return <span className="muted">up to date</span>;
	const { done, screened, of } = rescreening;
	const words = `${formatPercent(done)} of what is stored`;
	return (
		<span className="rescreening" title={`${formatCount(screened)} of ${formatCount(of)} mentions`}>
			<progress value={done} max={1} aria-label="Screening again">
				{words}
			</progress>
			<span className="number">{formatPercent(done)}</span>
		</span>
	);
}
