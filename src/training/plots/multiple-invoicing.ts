/**
 * Multiple invoicing: one shipment, several invoices, each declared through another broker and paid from another bank.
 * Traces: goods (one bill of lading in several declarations) and money (several payments to one payee, each with
 * another invoice).
 */
import { DAY_MS, HOUR_MS } from '../traffic/carriage.ts';
import { importDeclaration } from '../traffic/declaration.ts';
import { companyParty, kronerOf, type Plot, type Stage } from './stage.ts';

export const multipleInvoicing: Plot = (stage: Stage) => {
	const { random } = stage;
	const goods = stage.goodsWhere((each) => each.dollarsPerKg > 8 && each.dollarsPerKg < 200);
	const supplier = stage.company(random.pick(['HK', 'CN', 'AE', 'TR']));
	const trader = stage.trader();
	const carriage = stage.carriage('sea');
	const consignment = stage.consignment(carriage, { trader, supplier, goods: [goods], massFactor: 2 });
	stage.ship(carriage, {
		consignment,
		guilt: {
			type: 'multiple-invoicing',
			description: 'the same shipment was declared with several invoices',
		},
	});
	const again = random.whole(1, 3);
	const invoices = [consignment.invoice.number];
	for (let copy = 1; copy <= again; copy++) {
		const number = `${consignment.invoice.number}/${copy + 1}`;
		invoices.push(number);
		const broker = random.pick(stage.world.companies.brokers);
		const at = stage.within(carriage.arrivesAt + random.between(6, 40) * HOUR_MS);
		const copied = {
			...consignment,
			invoice: { ...consignment.invoice, number },
			key: `${consignment.key}${copy}`,
		};
		stage.send({
			at,
			node: 'customs',
			source: `broker-${String(broker.number + 1).padStart(2, '0')}`,
			format: 'wco-dec',
			record: importDeclaration(
				copied,
				carriage,
				broker,
				`${String(broker.number).padStart(4, '0')}-${copied.key}`,
				at,
			),
		});
	}
	invoices.forEach((invoice, index) => {
		const at = stage.daysAfter(carriage.arrivesAt, 0.5, 2);
		stage.report(at, {
			bank: index,
			paid: [
				{
					from: { kind: 'company', company: trader },
					to: { kind: 'company', company: supplier },
					kroner: kronerOf(consignment) * random.between(0.97, 1.03),
					at: at - DAY_MS,
					comment: `invoice ${invoice}, bill ${consignment.bill.number}`,
				},
			],
			reason: `${trader.name} pays an invoice for goods that seem to have been paid for before.`,
			indicators: ['TRADE-DOCUMENTS', 'DUPLICATE-PAYMENT'],
		});
	});
	return {
		parties: [companyParty('importer', trader), companyParty('payee', supplier)],
		note: `Bill ${consignment.bill.number} was declared and paid ${invoices.length} times.`,
	};
};
