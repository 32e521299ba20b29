/**
 * Shapes of goods and services that money was for, and of the carriage of goods.
 */
import { ADDRESS } from './particular-shapes.ts';
import {
	code,
	comments,
	country,
	date,
	decimal,
	flag,
	group,
	moment,
	type Shape,
	shape,
	type Tree,
	text,
	whole,
} from './shape.ts';
import { isEmpty, present, textAt, treeAt } from './tree.ts';

const MAX_VALUE = 790_000_000_000_000;

export const GOODS: Shape = shape(
	'item',
	[
		code('item_type', 'type', { need: 'always', fill: '-', missed: 'warning' }),
		text('item_make', 'make', 255),
		text('description', 'description', 8_000),
		text('previously_registered_to', 'seller', 500),
		text('presently_registered_to', 'buyer', 500),
		decimal('estimated_value', 'estimated', { places: 4, from: -MAX_VALUE, to: MAX_VALUE }),
		code('status_code', 'status'),
		text('status_comments', 'statusComment', 500),
		decimal('disposed_value', 'disposed', { places: 4, from: -MAX_VALUE, to: MAX_VALUE }),
		code('currency_code', 'currency'),
		decimal('size', 'sizeValue', { places: 0, from: 0, to: MAX_VALUE }),
		text('size_uom', 'sizeUnit', 250),
		group('address', 'address', () => ADDRESS),
		date('registration_date', 'registrationDate'),
		text('registration_number', 'registrationNumber', 500),
		text('identification_number', 'identificationNumber', 255),
		comments(),
	],
	{
		fromElements(tree) {
			if (isEmpty(tree)) return undefined;
			const { estimated, disposed, currency, sizeValue, sizeUnit, ...rest } = tree;
			const money = (amount: Tree[string]) =>
				amount === undefined ? undefined : present({ amount, currency });
			const unit = typeof sizeUnit === 'string' ? sizeUnit.toUpperCase().slice(0, 64) : undefined;
			const size = sizeValue === undefined ? undefined : present({ value: sizeValue, unit });
			const estimatedValue = money(estimated);
			return { type: '-', ...present({ ...rest, estimatedValue, disposedValue: money(disposed), size }) };
		},
		toElements(tree) {
			const { estimatedValue, disposedValue, size, ...rest } = tree;
			const money = treeAt({ estimatedValue }, 'estimatedValue') ?? {};
			const disposed = treeAt({ disposedValue }, 'disposedValue') ?? {};
			const measure = treeAt({ size }, 'size') ?? {};
			const currency = money['currency'] ?? disposed['currency'];
			const other = disposed['currency'] !== undefined && disposed['currency'] !== currency;
			const sizeWhole = !textAt(measure, 'value')?.includes('.');
			return present({
				...rest,
				estimated: money['amount'],
				disposed: other ? undefined : disposed['amount'],
				currency,
				sizeValue: sizeWhole ? measure['value'] : undefined,
				sizeUnit: sizeWhole ? measure['unit'] : undefined,
				leftovers: [
					...(other ? [`disposed_value: ${disposed['amount']} ${disposed['currency']}`] : []),
					...(sizeWhole ? [] : [`size: ${measure['value']} ${measure['unit'] ?? ''}`.trim()]),
				],
			});
		},
	},
);

export const ROUTING: Shape = shape('routing', [
	flag('reporting_point', 'reportingPoint'),
	code('transport_mode', 'mode', { need: 'always', fill: '-' }),
	code('transport_type', 'type', { need: 'always', fill: '-' }),
	text('carrier_name', 'carrier', 500),
	text('carrier_number', 'carrierNumber', 255),
	whole('step_number', 'step', -2_147_483_648, 2_147_483_647),
	code('step_code', 'stepCode'),
	moment('step_date', 'at'),
	code('step_status', 'status'),
	text('place', 'place', 255),
	country('country_code', 'country', { need: 'always', fill: '-' }),
	comments(),
]);
