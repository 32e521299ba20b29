/**
 * Where vehicles and containers by land usually are. In: positions. Out: whether hardly anybody else was there. The map is a
 * grid of some ten kilometres, learnt from what was seen; where little was seen, nowhere is unusual.
 */
import type { Place } from '../../../contract/records/common.ts';

/** Cells to a degree: 11 km northwards; 6 to 22 km eastwards, by latitude. */
const CELLS_NORTH = 10;
const CELLS_EAST = 5;
/** Cells of a parallel, with one to spare on either side; and the offset that makes all numbers positive. */
const CELLS_AROUND = 2_000;
const CELLS_TO_POLE = 901;
const MOST_CELLS = 50_000;
/** Journeys that must be known before any place is unusual, and the share of them that makes a place usual. */
const LEAST_JOURNEYS = 100;
const USUAL_SHARE = 0.01;

/** How many were in a cell, and who came last: whoever comes again at once is not counted again. */
type Cell = { travellers: number; last: number };

const numberOf = (north: number, east: number): number => (north + CELLS_TO_POLE) * CELLS_AROUND + east + 900;

/** The cell of a position; undefined where there is none. */
function cellOf({ latitude, longitude }: Place): { north: number; east: number } | undefined {
	return latitude === undefined || longitude === undefined
		? undefined
		: { north: Math.floor(latitude * CELLS_NORTH), east: Math.floor(longitude * CELLS_EAST) };
}

export class Ways {
	readonly cells = new Map<number, Cell>();
	/** Journeys by land of which a position is known. */
	journeys = 0;

	/** @param traveller hash of the key of what was seen. */
	enter(place: Place, traveller: number, isNew: boolean): void {
		const cell = cellOf(place);
		if (cell === undefined) return;
		if (isNew) this.journeys++;
		const number = numberOf(cell.north, cell.east);
		const held = this.cells.get(number);
		if (held === undefined) {
			this.cells.set(number, { travellers: 1, last: traveller });
			if (this.cells.size <= MOST_CELLS) return;
			for (const oldest of this.cells.keys()) {
				this.cells.delete(oldest);
				break;
			}
		} else if (held.last !== traveller) {
			held.travellers++;
			held.last = traveller;
		}
	}

	/** True where fewer than one in a hundred others came within a cell of the place. */
	isUnusual(place: Place, traveller: number): boolean {
		const cell = cellOf(place);
		if (cell === undefined || this.journeys < LEAST_JOURNEYS) return false;
		const usual = USUAL_SHARE * this.journeys;
		for (let north = cell.north - 1; north <= cell.north + 1; north++)
			for (let east = cell.east - 1; east <= cell.east + 1; east++) {
				const near = this.cells.get(numberOf(north, east));
				if (near !== undefined && near.travellers - (near.last === traveller ? 1 : 0) >= usual) return false;
			}
		return true;
	}
}
