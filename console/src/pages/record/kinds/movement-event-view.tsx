import type { MovementEvent } from '../../../../../contract/records/movement-event.ts';
import { formatNumber, formatPercent } from '../../../display/format.ts';
import { spell } from '../../../display/words.ts';
import { Fact, FactGroup, FactGroups } from '../facts.tsx';
import { coordinatesText, join, massText, placeText, timeText } from '../text-of.ts';

export const movementEventMembers = [
	'type',
	'at',
	'subject',
	'source',
	'place',
	'speedKmh',
	'headingDegrees',
	'direction',
	'seal',
	'plate',
	'scan',
	'container',
	'consignmentReference',
	'operator',
] as const;

export function MovementEventView({ record }: { record: MovementEvent }) {
	const { seal, plate, scan } = record;
	return (
		<FactGroups>
			<FactGroup title="What was seen">
				<Fact label="Event" path="type" value={spell(record.type)} />
				<Fact label="Reference" path="reference" value={record.reference} />
				<Fact
					label={spell(record.subject.type)}
					path="subject"
					value={join([record.subject.id, record.subject.country])}
				/>
				<Fact label="When" path="at" value={timeText(record.at)} />
				<Fact label="Seen by" path="source" value={join([record.source, record.operator])} />
				<Fact label="Container" path="container" value={record.container} />
				<Fact label="Consignment" path="consignmentReference" value={record.consignmentReference} />
			</FactGroup>
			<FactGroup title="Where">
				<Fact label="Place" path="place" value={placeText(record.place)} />
				<Fact label="Coordinates" path="place.latitude" value={coordinatesText(record.place)} />
				<Fact label="Direction" path="direction" value={record.direction && spell(record.direction)} />
				<Fact
					label="Speed"
					path="speedKmh"
					value={record.speedKmh === undefined ? undefined : `${formatNumber(record.speedKmh, 1)} km/h`}
				/>
				<Fact
					label="Heading"
					path="headingDegrees"
					value={
						record.headingDegrees === undefined ? undefined : `${formatNumber(record.headingDegrees, 0)}°`
					}
				/>
			</FactGroup>
			{(seal || plate || scan) && (
				<FactGroup title={seal ? 'Seal' : plate ? 'Number plate' : 'Scan'}>
					<Fact label="Seal" path="seal.number" value={seal?.number} />
					<Fact label="State" path="seal.state" value={seal && spell(seal.state)} />
					<Fact label="On container" path="seal.container" value={seal?.container} />
					<Fact label="Plate" path="plate.text" value={join([plate?.text, plate?.country])} />
					<Fact
						label="Certainty"
						path="plate.confidence"
						value={plate?.confidence === undefined ? undefined : formatPercent(plate.confidence)}
					/>
					<Fact label="Result" path="scan.result" value={scan && spell(scan.result)} />
					<Fact label="Remark" path="scan.remark" value={scan?.remark} />
					<Fact label="Image" path="scan.image" value={scan?.image} />
					<Fact label="Gross mass" path="scan.grossMassKg" value={massText(scan?.grossMassKg)} />
				</FactGroup>
			)}
		</FactGroups>
	);
}
