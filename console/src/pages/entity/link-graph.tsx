/**
 * The mentions of an entity as points, and the judgements that join them as lines: which link holds what together. The
 * tables beside and below say the same in words; the drawing is for those who see it.
 */

import { layOut } from './link-layout.ts';
import { type Link, numbersOf } from './links.ts';

/** Beyond this many mentions a drawing says less than the table. */
export const MOST_DRAWN = 30;

const WIDTH = 380;
const HEIGHT = 236;
const MARGIN = 22;
const RADIUS = 11;

type Props = {
	count: number;
	links: readonly Link[];
	/** Judgement under the cursor. */
	current: string | undefined;
	onShow: (judgement: string) => void;
};

export function LinkGraph({ count, links, current, onShow }: Props) {
	const places = layOut(count, links).map(({ x, y }) => ({
		x: MARGIN + x * (WIDTH - 2 * MARGIN),
		y: MARGIN + y * (HEIGHT - 2 * MARGIN),
	}));
	const ends = links.find(({ judgement }) => judgement.id === current);
	return (
		<svg
			className="link-graph"
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			role="img"
			aria-label={`${count} mentions and ${links.length} links between them; the tables say which`}
		>
			{links.map(({ judgement, left, right, holdsAlone }) => {
				const [from, to] = [places[left], places[right]];
				if (!from || !to) return null;
				const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
				const name = [
					'link',
					`link-${judgement.by}`,
					holdsAlone ? 'link-alone' : '',
					judgement.id === current ? 'current' : '',
				].join(' ');
				return (
					// biome-ignore lint/a11y/noStaticElementInteractions: the table of judgements takes the keys.
					<g key={judgement.id} className={name} onClick={() => onShow(judgement.id)}>
						<title>{`Mentions ${numbersOf([left, right])}: ${judgement.reason}`}</title>
						<line className="link-ground" {...line} />
						<line className="link-line" {...line} />
					</g>
				);
			})}
			{places.map(({ x, y }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the number is what the point stands for.
				<g key={index} className={index === ends?.left || index === ends?.right ? 'point current' : 'point'}>
					<circle cx={x} cy={y} r={RADIUS} />
					<text x={x} y={y + 4} textAnchor="middle">
						{index + 1}
					</text>
				</g>
			))}
		</svg>
	);
}

/** What the lines mean. */
export function LinkLegend() {
	return (
		<ul className="link-legend" aria-label="What the lines mean">
			{(
				[
					['person', 'said by a person'],
					['identifier', 'by a number in common'],
					['model', 'by the model'],
					['alone', 'holds alone: else it splits'],
				] as const
			).map(([kind, words]) => (
				<li key={kind}>
					<svg viewBox="0 0 26 8" aria-hidden="true" className={`link link-${kind}`}>
						<line className="link-line" x1="1" x2="25" y1="4" y2="4" />
					</svg>
					{words}
				</li>
			))}
		</ul>
	);
}
