import { describe, expect, it } from 'vitest';
import { describeBounds, describeType, formatCurl, membersOf, parseOpenApi } from './open-api.ts';

const described = parseOpenApi({
	openapi: '3.1.0',
	info: { title: 'T', version: '1' },
	servers: [{ url: '/' }],
	paths: {
		'/api/keys': {
			post: {
				operationId: 'createKey',
				requestBody: {
					content: {
						'application/json': {
							schema: {
								type: 'object',
								required: ['name'],
								properties: {
									name: { type: 'string', maxLength: 200 },
									days: { type: 'integer', default: 365 },
								},
							},
						},
					},
				},
				responses: { '200': { description: 'done' } },
			},
		},
		'/api/session': { post: { operationId: 'openSession', security: [] }, parameters: [] },
		'/api/records/{id}': {
			get: {
				operationId: 'readRecord',
				parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
			},
		},
	},
	components: { schemas: { Severity: { enum: ['info', 'error'] } } },
});

describe('parseOpenApi', () => {
	it('lists operations with their whole path', () => {
		expect(described.operations.map((each) => `${each.method} ${each.path} ${each.needsSession}`)).toEqual([
			'POST /api/keys true',
			'POST /api/session false',
			'GET /api/records/{id} true',
		]);
	});

	it('writes a call with curl', () => {
		const [create, , read] = described.operations;
		expect(create && formatCurl(create, 'https://node', described.schemas)).toBe(
			"curl 'https://node/api/keys' \\\n  --request POST \\\n" +
				'  --header "authorization: Bearer $TIDEWAITER_KEY" \\\n' +
				'  --header \'content-type: application/json\' \\\n  --data \'{"name":"…"}\'',
		);
		expect(read && formatCurl(read, 'https://node', described.schemas)).toContain(
			"'https://node/api/records/ID'",
		);
	});

	it('says types and bounds in words', () => {
		const { schemas } = described;
		expect(describeType({ $ref: '#/components/schemas/Severity' }, schemas)).toBe('one of info, error');
		expect(describeType({ type: 'array', items: { type: 'string', format: 'uuid' } }, schemas)).toBe(
			'list of string, uuid',
		);
		expect(describeType({ anyOf: [{ type: 'string' }, { type: 'null' }] }, schemas)).toBe('string or null');
		expect(describeBounds({ type: 'integer', minimum: 1, maximum: 500, default: 100 }, schemas)).toBe(
			'from 1, up to 500, default 100',
		);
		expect(
			membersOf({ type: 'array', items: { type: 'object', properties: { a: {} } } }, schemas),
		).toHaveLength(1);
	});
});
