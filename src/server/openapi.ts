/**
 * The description of the interface (OpenAPI 3.1), made from the table of operations and nothing else.
 */
import { z } from 'zod';
import { errorCodes, errorTable } from '../../contract/errors.ts';
import { type Operation, operations } from '../../contract/operations.ts';
import { borderRecord } from '../../contract/records/record.ts';
import { touchesPersonalData } from '../policy/decide.ts';

type Json = { [key: string]: unknown };

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Json => {
	const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
	return schema;
};

/** @param version of the program. */
export function describeInterface(version: string): Json {
	const paths: Record<string, Json> = {};
	for (const operation of Object.values(operations) as Operation[]) {
		const path = `/api${operation.path.replace(/:(\w+)/g, '{$1}')}`;
		paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation) };
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Tidewaiter',
			version,
			description:
				'Takes in what crosses the border, and answers about it. Machines send `Authorization: Bearer tw_…`; people have a session. Personal data are shown for a purpose: the session states it (`POST /session/purpose`), a key sends the header `tidewaiter-purpose`, and `tidewaiter-case` where the purpose needs a case.',
			license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
		},
		servers: [{ url: '/' }],
		security: [{ session: [] }, { key: [] }],
		paths,
		components: {
			securitySchemes: {
				session: { type: 'apiKey', in: 'cookie', name: 'tidewaiter' },
				key: { type: 'http', scheme: 'bearer' },
			},
			schemas: { Record: schemaOf(borderRecord, 'output'), Problem: problemSchema },
		},
	};
}

function describeOperation(operation: Operation): Json {
	const input = schemaOf(operation.input, 'input');
	const properties = (input['properties'] ?? {}) as Record<string, Json>;
	const required = new Set((input['required'] ?? []) as string[]);
	const inPath = new Set([...operation.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''));
	const asBody = operation.method === 'POST' && operation.body !== 'bytes';
	const parameter = (name: string, where: 'path' | 'query'): Json => ({
		name,
		in: where,
		required: where === 'path' || required.has(name),
		schema: properties[name],
	});
	const rest = Object.keys(properties).filter((name) => !inPath.has(name));
	return {
		operationId: operation.id,
		summary: operation.summary,
		'x-action': operation.action,
		...(operation.action === 'session.open' ? { security: [] } : {}),
		parameters: [
			...[...inPath].map((name) => parameter(name, 'path')),
			...(asBody ? [] : rest.map((name) => parameter(name, 'query'))),
		],
		...requestBody(operation, asBody ? rest : [], properties, required),
		responses: {
			'200': { description: operation.summary, content: contentOf(operation) },
			...Object.fromEntries(statusesOf(operation)),
		},
	};
}

function requestBody(
	operation: Operation,
	members: readonly string[],
	properties: Record<string, Json>,
	required: ReadonlySet<string>,
): Json {
	if (operation.body === 'bytes') {
		return {
			requestBody: {
				required: true,
				description: 'The document as it is, in any format that is read; gzip and zip archives too.',
				content: { 'application/octet-stream': {} },
			},
		};
	}
	if (members.length === 0) return {};
	return {
		requestBody: {
			required: members.some((name) => required.has(name)),
			content: {
				'application/json': {
					schema: {
						type: 'object',
						properties: Object.fromEntries(members.map((name) => [name, properties[name]])),
						required: members.filter((name) => required.has(name)),
						additionalProperties: false,
					},
				},
			},
		},
	};
}

const contentOf = (operation: Operation): Json => {
	const schema = schemaOf(operation.output, 'output');
	if (operation.answer === 'bytes') return { 'application/octet-stream': {} };
	return operation.answer === 'events'
		? { 'text/event-stream': { schema } }
		: { 'application/json': { schema } };
};

/** The errors that the operation names, by status; several codes can share one. */
function statusesOf(operation: Operation): [string, Json][] {
	const codes = [
		...new Set([
			...operation.errors,
			...(touchesPersonalData(operation.action) ? (['purpose-needed'] as const) : []),
			'internal' as const,
		]),
	];
	const statuses = new Map<number, string[]>();
	for (const code of codes) {
		const status = errorTable[code].http;
		statuses.set(status, [...(statuses.get(status) ?? []), code]);
	}
	return [...statuses]
		.sort(([a], [b]) => a - b)
		.map(([status, named]) => [
			String(status),
			{
				description: named.join(', '),
				content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
			},
		]);
}

const problemSchema: Json = {
	type: 'object',
	description: 'RFC 9457. `code` is stable; `reference` finds the cause in the log of the node.',
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { enum: [...errorCodes] },
		detail: { type: 'string' },
		remedy: { type: 'string' },
		place: { type: 'string' },
		reference: { type: 'string' },
		submission: {
			type: 'object',
			description: 'What became of a submission of which nothing could be read.',
		},
	},
	required: ['type', 'title', 'status', 'code', 'detail'],
};
