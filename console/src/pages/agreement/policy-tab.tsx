/** What the agreement compiles to: Cedar policies, for lawyers and for Cedar’s own tools. */
import { Button } from '@blueprintjs/core';
import { Duplicate, Tick } from '@blueprintjs/icons';
import { useState } from 'react';
import { plural } from '../../display/format.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty } from '../../display/states.tsx';

/** Each policy begins with its name. */
const policiesOf = (text: string): string[] => text.split(/\n(?=@id\()/);

export function PolicyTab({ policy }: { policy: string }) {
	const [isCopied, setCopied] = useState(false);
	if (policy.trim() === '')
		return (
			<Empty title="It permits nothing">
				An agreement without two parties and a grant compiles to no policy, and what no policy permits is
				denied.
			</Empty>
		);
	const policies = policiesOf(policy);
	return (
		<>
			<div className="agreement-bar">
				<span>
					{plural(policies.length, 'policy', 'policies')} in Cedar, an open language for policies
					<span className="muted">
						: what none of them permits is denied; a <code>forbid</code> wins over every <code>permit</code>
					</span>
				</span>
				<span className="spring" />
				<Button
					size="small"
					icon={isCopied ? <Tick size={14} /> : <Duplicate size={14} />}
					onClick={() =>
						void navigator.clipboard.writeText(policy).then(
							() => setCopied(true),
							() => undefined, // a browser may forbid it; the text stands below
						)
					}
				>
					{isCopied ? 'Copied' : 'Copy'}
				</Button>
			</div>
			<ScrollRegion label="Policies" className="one-scroll">
				{policies.map((each) => (
					<pre key={each} className="panel agreement-policy">
						{each}
					</pre>
				))}
			</ScrollRegion>
		</>
	);
}
