import type { CustomsItem, Declaration } from '../../../../../contract/records/declaration.ts';
import { formatNumber } from '../../../display/format.ts';
import { spell } from '../../../display/words.ts';
import { DataTable } from '../data-table.tsx';
import { Fact, FactGroup, FactGroups, Part } from '../facts.tsx';
import {
	decimalText,
	join,
	massText,
	meansText,
	moneyText,
	placeText,
	quantityText,
	timeText,
} from '../text-of.ts';
import { CodeList } from './code-list.tsx';
import { Documents, Parties, Taxes } from './shared-tables.tsx';

/** Members that the form below shows; the rest is shown as a tree. */
export const declarationMembers = [
	'registrationNumber',
	'consignmentReference',
	'function',
	'direction',
	'declarationType',
	'procedureCategory',
	'declaredOn',
	'declaredAt',
	'acceptedAt',
	'office',
	'borderOffice',
	'presentationOffice',
	'supervisingOffice',
	'transitOffices',
	'destinationOffice',
	'parties',
	'borderTransport',
	'inlandTransport',
	'containers',
	'containerised',
	'seals',
	'transportDocuments',
	'documents',
	'previousDocuments',
	'authorisations',
	'guarantees',
	'dispatchCountry',
	'destinationCountry',
	'itinerary',
	'goodsLocation',
	'loadingPlace',
	'unloadingPlace',
	'arrivesOn',
	'itemCount',
	'packageCount',
	'grossMassKg',
	'netMassKg',
	'invoiceTotal',
	'exchangeRate',
	'deliveryTerms',
	'transactionNature',
	'paymentMethod',
	'taxes',
	'items',
	'change',
] as const;

export function DeclarationView({ record }: { record: Declaration }) {
	return (
		<>
			<FactGroups>
				<FactGroup title="Declaration">
					<Fact label="Reference" path="reference" value={record.reference} />
					<Fact label="Registration number" path="registrationNumber" value={record.registrationNumber} />
					<Fact
						label="Consignment reference"
						path="consignmentReference"
						value={record.consignmentReference}
					/>
					<Fact label="Direction" path="direction" value={spell(record.direction)} />
					<Fact
						label="Type"
						path="declarationType"
						value={join([record.declarationType, record.procedureCategory])}
					/>
					<Fact label="Function" path="function" value={spell(record.function)} />
					<Fact label="Declared" path="declaredAt" value={timeText(record.declaredAt) ?? record.declaredOn} />
					<Fact label="Accepted" path="acceptedAt" value={timeText(record.acceptedAt)} />
					<Fact
						label="Reason of change"
						path="change"
						value={join([record.change?.reasonCode, record.change?.reason])}
					/>
				</FactGroup>
				<FactGroup title="Goods">
					<Fact label="Items" path="itemCount" value={record.itemCount} />
					<Fact label="Packages" path="packageCount" value={record.packageCount} />
					<Fact label="Gross mass" path="grossMassKg" value={massText(record.grossMassKg)} />
					<Fact label="Net mass" path="netMassKg" value={massText(record.netMassKg)} />
					<Fact label="Invoice total" path="invoiceTotal" value={moneyText(record.invoiceTotal)} />
					<Fact label="Exchange rate" path="exchangeRate" value={record.exchangeRate} />
					<Fact
						label="Delivery terms"
						path="deliveryTerms"
						value={join([record.deliveryTerms?.code, record.deliveryTerms?.place], ' ')}
					/>
					<Fact label="Transaction" path="transactionNature" value={record.transactionNature} />
					<Fact label="Payment" path="paymentMethod" value={record.paymentMethod} />
				</FactGroup>
				<FactGroup title="Transport">
					<Fact label="At the border" path="borderTransport" value={meansText(record.borderTransport)} />
					<Fact label="Inland" path="inlandTransport" value={meansText(record.inlandTransport)} />
					<Codes label="Containers" path="containers" codes={record.containers} />
					<Fact
						label="Containerised"
						path="containerised"
						value={record.containerised === undefined ? undefined : record.containerised ? 'yes' : 'no'}
					/>
					<Codes label="Seals" path="seals" codes={record.seals} />
					<Fact
						label="From, to"
						path="dispatchCountry"
						value={join([record.dispatchCountry, record.destinationCountry], ' → ')}
					/>
					<Fact label="Itinerary" path="itinerary" value={record.itinerary?.join(' → ')} />
					<Fact label="Loaded at" path="loadingPlace" value={placeText(record.loadingPlace)} />
					<Fact label="Unloaded at" path="unloadingPlace" value={placeText(record.unloadingPlace)} />
					<Fact label="Arrives" path="arrivesOn" value={record.arrivesOn} />
				</FactGroup>
				<FactGroup title="Offices">
					<Fact label="Declaration" path="office" value={record.office} />
					<Fact label="Entry or exit" path="borderOffice" value={record.borderOffice} />
					<Fact label="Presentation" path="presentationOffice" value={record.presentationOffice} />
					<Fact label="Supervision" path="supervisingOffice" value={record.supervisingOffice} />
					<Fact label="Transit" path="transitOffices" value={record.transitOffices?.join(', ')} />
					<Fact label="Destination" path="destinationOffice" value={record.destinationOffice} />
					<Fact label="Goods at" path="goodsLocation" value={placeText(record.goodsLocation)} />
				</FactGroup>
			</FactGroups>
			<Items items={record.items} />
			<Parties parties={record.parties} base="parties" />
			<Documents
				title="Transport documents"
				documents={record.transportDocuments}
				base="transportDocuments"
			/>
			<Documents title="Documents" documents={record.documents} base="documents" />
			<Documents title="Previous documents" documents={record.previousDocuments} base="previousDocuments" />
			<Documents title="Authorisations" documents={record.authorisations} base="authorisations" />
			<Documents title="Guarantees" documents={record.guarantees} base="guarantees" />
			<Taxes taxes={record.taxes} base="taxes" />
		</>
	);
}

/** Codes of which each may have a finding of its own. */
function Codes({
	label,
	path,
	codes,
}: {
	label: string;
	path: string;
	codes: readonly string[] | undefined;
}) {
	if (!codes?.length) return null;
	return <Fact label={label} path={path} value={<CodeList path={path} codes={codes} />} />;
}

/** What the goods cost per kilogram, which is what tells an odd value at a glance. */
export function pricePerKg(item: CustomsItem): string | undefined {
	const price = item.price ?? item.customsValue ?? item.statisticalValue;
	const mass = Number(item.netMassKg ?? item.grossMassKg);
	if (!price || !(mass > 0)) return undefined;
	return `${formatNumber(Number(price.amount) / mass, 2)}`;
}

function Items({ items }: { items: readonly CustomsItem[] }) {
	return (
		<Part title="Items" count={items.length}>
			<DataTable
				label="Items"
				base="items"
				rows={items}
				columns={[
					{ title: '#', member: 'number', value: (item) => item.number, numeric: true },
					{ title: 'HS', member: 'hsCode', value: (item) => item.hsCode },
					{ title: 'Commodity', member: 'commodityCode', value: (item) => item.commodityCode },
					{ title: 'Description', member: 'description', value: (item) => item.description, wide: true },
					{ title: 'Origin', member: 'originCountry', value: (item) => item.originCountry },
					{ title: 'Procedure', member: 'procedures', value: (item) => item.procedures?.join(' ') },
					{
						title: 'Packages',
						member: 'packages',
						value: (item) =>
							item.packages &&
							join(
								item.packages.map((each) => join([each.count, each.kind], ' ')),
								', ',
							),
						numeric: true,
					},
					{
						title: 'Net, kg',
						member: 'netMassKg',
						value: (item) => decimalText(item.netMassKg),
						numeric: true,
					},
					{
						title: 'Gross, kg',
						member: 'grossMassKg',
						value: (item) => decimalText(item.grossMassKg),
						numeric: true,
					},
					{
						title: 'Quantity',
						member: 'supplementary',
						value: (item) => quantityText(item.supplementary),
						numeric: true,
					},
					{ title: 'Price', member: 'price', value: (item) => moneyText(item.price), numeric: true },
					{
						title: 'Customs value',
						member: 'customsValue',
						value: (item) => moneyText(item.customsValue),
						numeric: true,
					},
					{
						title: 'Statistical value',
						member: 'statisticalValue',
						value: (item) => moneyText(item.statisticalValue),
						numeric: true,
					},
					{ title: 'Per kg', member: 'pricePerKg', value: pricePerKg, numeric: true },
				]}
			/>
		</Part>
	);
}
