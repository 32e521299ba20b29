/**
 * Where mentions stand in the drawing of an entity: linked ones near each other, others apart. Pure and without chance, so
 * that the same entity is drawn the same each time. In: a count and links. Out: points between 0 and 1.
 * Fruchterman and Reingold, Graph Drawing by Force-directed Placement (1991), for a few dozen points.
 */
export type Point = { x: number; y: number };
type Ends = { left: number; right: number };

const ROUNDS = 240;
const FIRST_STEP = 0.12;
/** Below this two points count as one place, and are moved apart along a line of their own. */
const LEAST_DISTANCE = 1e-4;

export function layOut(count: number, links: readonly Ends[]): Point[] {
	const points = Array.from({ length: count }, (_, index) => onCircle(index, count));
	if (count < 3) return stretched(points);
	const ideal = Math.sqrt(1 / count);
	for (let round = 0; round < ROUNDS; round += 1) {
		const step = FIRST_STEP * (1 - round / ROUNDS);
		const moves = points.map(() => ({ x: 0, y: 0 }));
		for (let a = 0; a < count; a += 1) {
			for (let b = a + 1; b < count; b += 1)
				push(points, moves, a, b, (distance) => -(ideal ** 2) / distance);
		}
		for (const { left, right } of links) {
			push(points, moves, left, right, (distance) => distance ** 2 / ideal);
		}
		for (const [index, move] of moves.entries()) {
			const point = points[index];
			const length = Math.hypot(move.x, move.y);
			if (!point || length < LEAST_DISTANCE) continue;
			point.x += (move.x / length) * Math.min(length, step);
			point.y += (move.y / length) * Math.min(length, step);
		}
	}
	return stretched(points);
}

/** Moves two points towards each other by a force, or apart where it is negative. */
function push(
	points: readonly Point[],
	moves: readonly Point[],
	a: number,
	b: number,
	force: (distance: number) => number,
) {
	const [from, to, fromMove, toMove] = [points[a], points[b], moves[a], moves[b]];
	if (!from || !to || !fromMove || !toMove) return;
	const x = to.x - from.x || LEAST_DISTANCE * (b - a);
	const y = to.y - from.y;
	const distance = Math.max(LEAST_DISTANCE, Math.hypot(x, y));
	const strength = force(distance) / distance;
	fromMove.x += x * strength;
	fromMove.y += y * strength;
	toMove.x -= x * strength;
	toMove.y -= y * strength;
}

const onCircle = (index: number, count: number): Point => {
	const angle = Math.PI - (index / Math.max(1, count)) * 2 * Math.PI;
	return { x: Math.cos(angle), y: Math.sin(angle) };
};

/** Fills the square from 0 to 1 in each direction; what has no extent stands in the middle. */
function stretched(points: readonly Point[]): Point[] {
	const along = (axis: 'x' | 'y') => {
		const values = points.map((point) => point[axis]);
		const least = Math.min(...values);
		const extent = Math.max(...values) - least;
		return (point: Point) => (extent < LEAST_DISTANCE ? 0.5 : (point[axis] - least) / extent);
	};
	const [x, y] = [along('x'), along('y')];
	return points.map((point) => ({ x: x(point), y: y(point) }));
}
