/** The interface for machines, readable: every operation with its parameters, answers, errors and an example. */
import { Button, InputGroup } from '@blueprintjs/core';
import { Duplicate, Search } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { openApiQuery } from '../../queries/open-api.ts';
import { useCommands } from '../../shell/commands.ts';
import {
	type ApiDescription,
	type ApiOperation,
	describeBounds,
	describeType,
	formatCurl,
} from './open-api.ts';
import { SchemaTree } from './schema-tree.tsx';
import './api.css';

const route = getRouteApi('/shell/reference');

export function ApiPage() {
	usePageTitle('API');
	const description = useQuery(openApiQuery);
	if (description.isPending) return <Pending rows={16} label="Loading the description of the interface" />;
	if (description.isError)
		return <Failure error={description.error} retry={() => void description.refetch()} />;
	return <Reference api={description.data} />;
}

function Reference({ api }: { api: ApiDescription }) {
	const { operation: chosen } = route.useSearch();
	const [filter, setFilter] = useState('');
	const input = useRef<HTMLInputElement>(null);
	useCommands([
		{ label: 'Search operations', group: 'API', shortcut: '/', run: () => input.current?.focus() },
	]);
	const wanted = filter.trim().toLowerCase();
	const found = api.operations.filter((each) =>
		`${each.method} ${each.path} ${each.id} ${each.summary ?? ''}`.toLowerCase().includes(wanted),
	);
	const current = api.operations.find((each) => each.id === chosen) ?? api.operations[0];
	const groups = new Map<string, ApiOperation[]>();
	for (const each of found) {
		const group = each.path.replace(/^\/api\//, '').split('/')[0] ?? '';
		groups.set(group, [...(groups.get(group) ?? []), each]);
	}
	return (
		<div className="api">
			<nav className="api-list" aria-label="Operations">
				<div className="api-list-head">
					<h1>
						{api.title} API <span className="chip">{api.version}</span>
					</h1>
					<InputGroup
						inputRef={input}
						size="small"
						leftIcon={<Search size={14} />}
						placeholder="Operation or path ( / )"
						aria-label="Search operations"
						value={filter}
						onValueChange={setFilter}
					/>
				</div>
				{found.length === 0 && <p className="muted api-none">No operation of that name</p>}
				{[...groups].map(([group, operations]) => (
					<section key={group}>
						<h2>{group}</h2>
						<ul>
							{operations.map((each) => (
								<li key={each.id}>
									<Link
										to="/reference"
										search={{ operation: each.id }}
										className={each === current ? 'api-link current' : 'api-link'}
										aria-current={each === current ? 'page' : undefined}
									>
										<Method method={each.method} />
										<span>{each.summary ?? each.path}</span>
									</Link>
								</li>
							))}
						</ul>
					</section>
				))}
				<p className="api-none">
					<a href="/api/openapi.json">openapi.json</a>
				</p>
			</nav>
			{current ? (
				<Operation key={current.id} operation={current} api={api} />
			) : (
				<Empty title="The interface has no operations" />
			)}
		</div>
	);
}

const Method = ({ method }: { method: string }) => (
	<span className={`api-method mono api-method-${method.toLowerCase()}`}>{method}</span>
);

function Operation({ operation, api }: { operation: ApiOperation; api: ApiDescription }) {
	const { parameters, requestBody, responses } = operation;
	const statuses = Object.entries(responses);
	const successes = statuses.filter(([status]) => status.startsWith('2'));
	const failures = statuses.filter(([status]) => !status.startsWith('2'));
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard.
		<article className="api-operation" tabIndex={0} aria-labelledby="operation-title">
			<h2 id="operation-title">{operation.summary ?? operation.id}</h2>
			<p className="api-path mono">
				<Method method={operation.method} /> {operation.path}
			</p>
			<p className="muted">
				<code>{operation.id}</code>
				{operation['x-action'] && (
					<>
						{' '}
						· needs permission for <code>{operation['x-action']}</code>
					</>
				)}
				{!operation.needsSession && ' · open to anyone'}
			</p>
			{operation.description && <p>{operation.description}</p>}
			<Example text={formatCurl(operation, window.location.origin, api.schemas)} />
			{parameters.length > 0 && (
				<section>
					<h3>Parameters</h3>
					<table className="table api-table">
						<thead>
							<tr>
								<th>Name</th>
								<th>In</th>
								<th>Type</th>
								<th>Bounds</th>
							</tr>
						</thead>
						<tbody>
							{parameters.map((parameter) => (
								<tr key={`${parameter.in} ${parameter.name}`}>
									<td>
										<code>{parameter.name}</code>
										{parameter.required && <span className="api-required"> required</span>}
									</td>
									<td>{parameter.in}</td>
									<td>{describeType(parameter.schema, api.schemas)}</td>
									<td className="muted">{describeBounds(parameter.schema, api.schemas)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{requestBody && (
				<section>
					<h3>Body</h3>
					{requestBody.description && <p>{requestBody.description}</p>}
					<Contents content={requestBody.content} api={api} />
				</section>
			)}
			{successes.map(([status, response]) => (
				<section key={status}>
					<h3>Answer {status}</h3>
					<Contents content={response.content} api={api} />
				</section>
			))}
			{failures.length > 0 && (
				<section>
					<h3>Errors</h3>
					<table className="table api-table">
						<thead>
							<tr>
								<th>Status</th>
								<th>Codes</th>
							</tr>
						</thead>
						<tbody>
							{failures.map(([status, response]) => (
								<tr key={status}>
									<td className="number">{status}</td>
									<td>
										<code>{response.description}</code>
									</td>
								</tr>
							))}
						</tbody>
					</table>
					<p className="muted">
						Every error is <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>.
					</p>
				</section>
			)}
		</article>
	);
}

function Contents({
	content,
	api,
}: {
	content: ApiOperation['responses'][string]['content'];
	api: ApiDescription;
}) {
	return Object.entries(content).map(([type, { schema }]) => (
		<div key={type} className="api-content">
			<p className="muted mono">{type}</p>
			{schema && <SchemaTree schema={schema} schemas={api.schemas} />}
		</div>
	));
}

function Example({ text }: { text: string }) {
	const [copied, setCopied] = useState(false);
	return (
		<div className="api-example">
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard. */}
			<pre tabIndex={0}>{text}</pre>
			<Button
				size="small"
				variant="minimal"
				icon={<Duplicate size={14} />}
				aria-label={copied ? 'Copied' : 'Copy the example'}
				title={copied ? 'Copied' : 'Copy'}
				onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
			/>
		</div>
	);
}
