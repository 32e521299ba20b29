/** Kind of an entity: a shape and a word. The word is left out only where the column or the heading says it. */
import {
	Airplane,
	BankAccount,
	Box,
	CargoShip,
	KnownVehicle,
	MapMarker,
	Office,
	Person,
} from '@blueprintjs/icons';
import type { JSX } from 'react';
import type { EntityKind } from '../../../contract/views-resolution.ts';
import { entryKindWords } from './screening-words.ts';

const shapes: { readonly [kind in EntityKind]: JSX.Element } = {
	person: <Person size={14} />,
	organisation: <Office size={14} />,
	vessel: <CargoShip size={14} />,
	aircraft: <Airplane size={14} />,
	vehicle: <KnownVehicle size={14} />,
	equipment: <Box size={14} />,
	account: <BankAccount size={14} />,
	address: <MapMarker size={14} />,
};

export function EntityKindMark({ kind, isShapeOnly = false }: { kind: EntityKind; isShapeOnly?: boolean }) {
	const word = entryKindWords[kind].one;
	return (
		<span className="mark entity-kind" title={word}>
			<span className="entity-kind-shape" aria-hidden="true">
				{shapes[kind]}
			</span>
			{isShapeOnly ? <span className="visually-hidden">{word}</span> : word}
		</span>
	);
}
