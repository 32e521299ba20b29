/**
 * Reads a description of an interface (OpenAPI 3.1) as far as this console shows it. What it does not know is left out;
 * nothing is trusted to be there. Pure.
 */
import { z } from 'zod';

/** JSON Schema, loosely: read member by member where it is shown. */
export type Schema = { readonly [name: string]: unknown };

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: schema.optional() }));

const describedOperation = z.object({
	operationId: z.string().optional(),
	summary: z.string().optional(),
	description: z.string().optional(),
	'x-action': z.string().optional(),
	security: z.array(z.unknown()).optional(),
	parameters: z
		.array(
			z.object({
				name: z.string(),
				in: z.string(),
				required: z.boolean().optional(),
				description: z.string().optional(),
				schema: schema.optional(),
			}),
		)
		.default([]),
	requestBody: z
		.object({
			description: z.string().optional(),
			required: z.boolean().optional(),
			content: content.default({}),
		})
		.optional(),
	responses: z
		.record(z.string(), z.object({ description: z.string().default(''), content: content.default({}) }))
		.default({}),
});

const description = z.object({
	openapi: z.string(),
	info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
	servers: z.array(z.object({ url: z.string() })).default([]),
	paths: z.record(z.string(), z.record(z.string(), z.unknown())),
	components: z.object({ schemas: z.record(z.string(), schema).default({}) }).default({ schemas: {} }),
});

export type ApiOperation = z.infer<typeof describedOperation> & {
	/** Unique: method and path. */
	id: string;
	method: string;
	/** With the server's prefix. */
	path: string;
	needsSession: boolean;
};

export type ApiDescription = {
	title: string;
	version: string;
	text: string | undefined;
	operations: readonly ApiOperation[];
	schemas: { readonly [name: string]: Schema };
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function parseOpenApi(json: unknown): ApiDescription {
	const { info, servers, paths, components } = description.parse(json);
	const prefix = (servers[0]?.url ?? '').replace(/\/$/, '');
	const operations = Object.entries(paths).flatMap(([path, item]) =>
		methods.flatMap((method): ApiOperation[] => {
			const read = describedOperation.safeParse(item[method]);
			if (!read.success) return [];
			return [
				{
					...read.data,
					id: read.data.operationId ?? `${method} ${path}`,
					method: method.toUpperCase(),
					path: prefix + path,
					needsSession: read.data.security === undefined || read.data.security.length > 0,
				},
			];
		}),
	);
	return {
		title: info.title,
		version: info.version,
		text: info.description,
		operations,
		schemas: components.schemas,
	};
}

const isSchema = (value: unknown): value is Schema =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows `$ref` into the components, or into the `$defs` of the schema it stands in. */
export function resolve(
	schema: unknown,
	schemas: ApiDescription['schemas'],
	root?: Schema,
): { schema: Schema; name: string | undefined } {
	if (!isSchema(schema)) return { schema: {}, name: undefined };
	const reference = schema['$ref'];
	if (typeof reference !== 'string') return { schema, name: undefined };
	const name = reference.split('/').at(-1) ?? '';
	const definitions = root?.['$defs'];
	const found = isSchema(definitions) && isSchema(definitions[name]) ? definitions[name] : schemas[name];
	return { schema: found ?? {}, name };
}

/** A schema in a few words: "string, uuid", "one of red, yellow", "list of Finding". */
export function describeType(schema: unknown, schemas: ApiDescription['schemas'], root?: Schema): string {
	const { schema: resolved, name } = resolve(schema, schemas, root);
	if (name && !Array.isArray(resolved['enum'])) return name;
	const options = resolved['anyOf'] ?? resolved['oneOf'];
	if (Array.isArray(options)) {
		const words = [...new Set(options.map((option) => describeType(option, schemas, root)))];
		return words.join(' or ');
	}
	if (Array.isArray(resolved['enum'])) return `one of ${resolved['enum'].join(', ')}`;
	if ('const' in resolved) return JSON.stringify(resolved['const']);
	if (resolved['type'] === 'array') return `list of ${describeType(resolved['items'], schemas, root)}`;
	if (Array.isArray(resolved['type'])) return resolved['type'].join(' or ');
	if (typeof resolved['type'] === 'string') {
		const format = resolved['format'];
		return typeof format === 'string' ? `${resolved['type']}, ${format}` : resolved['type'];
	}
	return 'anything';
}

/** The bounds of a schema, in words; undefined where there are none. */
export function describeBounds(schema: unknown, schemas: ApiDescription['schemas']): string | undefined {
	const { schema: resolved } = resolve(schema, schemas);
	const { minimum, maximum, minLength, maxLength, pattern, default: fallback } = resolved;
	const bounds = [
		typeof minLength === 'number' && `at least ${minLength} characters`,
		typeof maxLength === 'number' && `at most ${maxLength} characters`,
		typeof minimum === 'number' && Math.abs(minimum) < 2 ** 53 - 1 && `from ${minimum}`,
		typeof maximum === 'number' && Math.abs(maximum) < 2 ** 53 - 1 && `up to ${maximum}`,
		fallback !== undefined && `default ${JSON.stringify(fallback)}`,
		typeof pattern === 'string' && pattern.length <= 60 && !resolved['format'] && `like ${pattern}`,
	].filter((bound): bound is string => typeof bound === 'string');
	return bounds.length > 0 ? bounds.join(', ') : undefined;
}

export type Member = { name: string; required: boolean; schema: unknown };

/** Members of an object, of the items of a list, or of the choices of a union. */
export function membersOf(schema: unknown, schemas: ApiDescription['schemas'], root?: Schema): Member[] {
	const { schema: resolved } = resolve(schema, schemas, root);
	if (resolved['type'] === 'array') return membersOf(resolved['items'], schemas, root);
	const options = resolved['anyOf'] ?? resolved['oneOf'];
	if (Array.isArray(options)) {
		const objects = options.filter((option) => membersOf(option, schemas, root).length > 0);
		return objects.length === 1
			? membersOf(objects[0], schemas, root)
			: objects.map((option, index) => ({
					name: choiceName(option, schemas, root) ?? `choice ${index + 1}`,
					required: false,
					schema: option,
				}));
	}
	const properties = resolved['properties'];
	if (!isSchema(properties)) return [];
	const required = new Set(Array.isArray(resolved['required']) ? resolved['required'] : []);
	return Object.entries(properties).map(([name, member]) => ({
		name,
		required: required.has(name),
		schema: member,
	}));
}

/** A choice of a union is known by the constant that tells it apart. */
function choiceName(option: unknown, schemas: ApiDescription['schemas'], root?: Schema): string | undefined {
	const { schema: resolved, name } = resolve(option, schemas, root);
	const properties = resolved['properties'];
	if (!isSchema(properties)) return name;
	for (const member of ['kind', 'type', 'outcome']) {
		const value = properties[member];
		if (isSchema(value) && 'const' in value) return `${member} ${String(value['const'])}`;
	}
	return name;
}

/** A call of the operation with curl, with a key in the variable TIDEWAITER_KEY. */
export function formatCurl(
	operation: ApiOperation,
	origin: string,
	schemas: ApiDescription['schemas'],
): string {
	const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
	const query = operation.parameters
		.filter((parameter) => parameter.in === 'query' && parameter.required)
		.map((parameter) => `${parameter.name}=${exampleOf(parameter.schema, schemas)}`)
		.join('&');
	const lines = [`curl '${origin}${path}${query && `?${query}`}'`];
	if (operation.method !== 'GET') lines.push(`  --request ${operation.method}`);
	if (operation.needsSession) lines.push('  --header "authorization: Bearer $TIDEWAITER_KEY"');
	const bodies = operation.requestBody?.content ?? {};
	const json = bodies['application/json'];
	if (json) {
		const members = membersOf(json.schema, schemas).filter((member) => member.required);
		const body = Object.fromEntries(
			members.map((member) => [member.name, exampleOf(member.schema, schemas)]),
		);
		lines.push(`  --header 'content-type: application/json'`, `  --data '${JSON.stringify(body)}'`);
	} else if (Object.keys(bodies).length > 0) {
		lines.push(`  --header 'content-type: ${Object.keys(bodies)[0]}'`, '  --data-binary @FILE');
	}
	return lines.join(' \\\n');
}

function exampleOf(schema: unknown, schemas: ApiDescription['schemas']): string | number | boolean {
	const { schema: resolved } = resolve(schema, schemas);
	if (Array.isArray(resolved['enum'])) return String(resolved['enum'][0]);
	if (resolved['type'] === 'integer' || resolved['type'] === 'number') return 1;
	if (resolved['type'] === 'boolean') return true;
	return resolved['format'] === 'uuid' ? '00000000-0000-4000-8000-000000000000' : '…';
}
