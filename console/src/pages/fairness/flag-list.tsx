import type { Fairness } from '../../../../contract/views-targeting.ts';
import { formatCount } from '../../display/format.ts';
import { SeverityShape } from '../../display/marks.tsx';
import { dimensionWords, formatBy, formatGroup } from './fairness-words.ts';

type Flag = Fairness['flags'][number];
/** More would push the figures out of view; the rest is told by its number, and in the export. */
const MOST_SHOWN = 12;

type Props = {
	flags: readonly Flag[];
	shown: Pick<Flag, 'by' | 'dimension'>;
	onShow: (flag: Flag) => void;
};

/** What is out of proportion, over all dimensions and ways of selecting; each leads to its table. */
export function FlagList({ flags, shown, onShow }: Props) {
	return (
		<section className="panel fairness-flags" aria-labelledby="fairness-flags">
			<div className="panel-head">
				<h2 id="fairness-flags">Out of proportion</h2>
				<span className="muted">all dimensions, all rules and the model</span>
			</div>
			{flags.length === 0 ? (
				<p className="fairness-none muted">
					No group is selected far more often than others without finding more.
				</p>
			) : (
				<ul>
					{flags.slice(0, MOST_SHOWN).map((flag) => {
						const isShown = flag.by === shown.by && flag.dimension === shown.dimension;
						return (
							<li key={`${flag.by} ${flag.dimension} ${flag.group}`}>
								<SeverityShape severity="warning" />
								<div>
									<button
										type="button"
										className="place-button"
										aria-pressed={isShown}
										onClick={() => onShow(flag)}
									>
										<strong>{formatBy(flag.by)}</strong>: {dimensionWords[flag.dimension].name.toLowerCase()}{' '}
										{formatGroup(flag.dimension, flag.group)}
									</button>
									<p>{flag.sentence}</p>
								</div>
							</li>
						);
					})}
				</ul>
			)}
			{flags.length > MOST_SHOWN && (
				<p className="fairness-none muted number">
					and {formatCount(flags.length - MOST_SHOWN)} more: the export has all of them.
				</p>
			)}
		</section>
	);
}
