/** The parsed form of a record: the form of its kind, then whatever that form has not shown. */
import type { JSX } from 'react';
import { type BorderRecord, borderRecord } from '../../../../../contract/records/record.ts';
import { Part } from '../facts.tsx';
import { ValueTree } from '../value-tree.tsx';
import { BookingView, bookingMembers } from './booking-view.tsx';
import { CargoReportView, cargoReportMembers } from './cargo-report-view.tsx';
import { CashDeclarationView, cashDeclarationMembers } from './cash-declaration-view.tsx';
import { DeclarationView, declarationMembers } from './declaration-view.tsx';
import { MovementEventView, movementEventMembers } from './movement-event-view.tsx';
import { OutcomeView, outcomeMembers } from './outcome-view.tsx';
import { PassengerListView, passengerListMembers } from './passenger-list-view.tsx';
import { withoutMembers } from './shared-tables.tsx';
import { SuspicionReportView, suspicionReportMembers } from './suspicion-report-view.tsx';

type Form = { view: JSX.Element; shown: readonly string[] };

function formOf(record: BorderRecord): Form {
	switch (record.kind) {
		case 'declaration':
			return { view: <DeclarationView record={record} />, shown: declarationMembers };
		case 'cargo-report':
			return { view: <CargoReportView record={record} />, shown: cargoReportMembers };
		case 'passenger-list':
			return { view: <PassengerListView record={record} />, shown: passengerListMembers };
		case 'booking':
			return { view: <BookingView record={record} />, shown: bookingMembers };
		case 'suspicion-report':
			return { view: <SuspicionReportView record={record} />, shown: suspicionReportMembers };
		case 'cash-declaration':
			return { view: <CashDeclarationView record={record} />, shown: cashDeclarationMembers };
		case 'movement-event':
			return { view: <MovementEventView record={record} />, shown: movementEventMembers };
		case 'outcome':
			return { view: <OutcomeView record={record} />, shown: outcomeMembers };
	}
}

/** `record` comes from the store of a node that may be newer than this console: what it does not know is a tree. */
export function RecordView({ record }: { record: Record<string, unknown> }) {
	const read = borderRecord.safeParse(record);
	if (!read.success) return <ValueTree value={record} path="" />;
	const { view, shown } = formOf(read.data);
	const rest = withoutMembers(read.data, shown);
	return (
		<>
			{view}
			{Object.keys(rest).length > 0 && (
				<Part title="Further fields">
					<ValueTree value={rest} path="" />
				</Part>
			)}
		</>
	);
}
