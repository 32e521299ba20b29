/** Any value as a tree: for what has no form of its own, so that nothing that was received stays hidden. */
import type { ReactNode } from 'react';
import { spell } from '../../display/words.ts';
import { At } from './located.tsx';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown) => !isObject(value) && !Array.isArray(value);

function plainText(value: unknown): ReactNode {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return String(value);
}

const joined = (path: string, name: string) => (path ? `${path}.${name}` : name);

export function ValueTree({ value, path }: { value: unknown; path: string }) {
	if (Array.isArray(value)) {
		if (value.every(isPlain)) {
			return (
				<span data-path={path}>
					{value.map((member: unknown, index) => {
						const memberPath = `${path}[${index}]`;
						return (
							<span key={memberPath}>
								{index > 0 && ', '}
								<At path={memberPath}>{plainText(member)}</At>
							</span>
						);
					})}
				</span>
			);
		}
		return (
			<ol className="tree-list" data-path={path}>
				{value.map((member: unknown, index) => {
					const memberPath = `${path}[${index}]`;
					return (
						<li key={memberPath}>
							<ValueTree value={member} path={memberPath} />
						</li>
					);
				})}
			</ol>
		);
	}
	if (isObject(value)) {
		const entries = Object.entries(value).filter(([, member]) => member !== undefined);
		return (
			<dl className="tree" data-path={path || undefined}>
				{entries.map(([name, member]) => (
					<div key={name} className={isPlain(member) ? 'tree-leaf' : 'tree-branch'}>
						<dt>{spell(name)}</dt>
						<dd>
							<ValueTree value={member} path={joined(path, name)} />
						</dd>
					</div>
				))}
			</dl>
		);
	}
	return <At path={path}>{plainText(value)}</At>;
}
