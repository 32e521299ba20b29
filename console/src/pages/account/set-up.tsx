/** Setting up a second factor, in three steps: password, picture and first code, recovery codes. */
import { Button } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import type { CallOutput } from '../../client/call.ts';
import { useConfirmSecondFactor, useEnrolSecondFactor } from '../../queries/second-factor.ts';
import { CodeForm } from './code-form.tsx';

type Props = { onDone: () => void; onCancel: () => void };

export function SetUp({ onDone, onCancel }: Props) {
	const enrol = useEnrolSecondFactor();
	const confirm = useConfirmSecondFactor();
	const [codes, setCodes] = useState<readonly string[] | undefined>();
	if (codes !== undefined) return <RecoveryCodes codes={codes} onDone={onDone} />;
	if (enrol.data === undefined) {
		return (
			<CodeForm
				label="Your password, once more"
				type="password"
				submit="Go on"
				isPending={enrol.isPending}
				error={enrol.error}
				onSubmit={(password) => enrol.mutate({ password })}
				onCancel={onCancel}
			/>
		);
	}
	return (
		<div className="account-set-up">
			<Picture secret={enrol.data} />
			<div>
				<p>
					Show this picture to your authenticator, or type the key into it. Then type the code that it shows.
				</p>
				<p className="mono account-key">{enrol.data.key}</p>
				<CodeForm
					label="First code"
					submit="Confirm"
					isPending={confirm.isPending}
					error={confirm.error}
					onSubmit={(code) =>
						void confirm.mutateAsync({ code }).then(
							({ recoveryCodes }) => setCodes(recoveryCodes),
							() => {},
						)
					}
					onCancel={onCancel}
				/>
			</div>
		</div>
	);
}

/** Drawn here: the secret goes to no other place. Black on white in both themes, as cameras want it. */
function Picture({ secret }: { secret: CallOutput<'enrolSecondFactor'> }) {
	const { size, path } = useMemo(() => {
		const { data, size } = encode(secret.uri, { ecc: 'M', border: 3 });
		const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
		return { size, path: dark.join('') };
	}, [secret.uri]);
	return (
		<svg
			className="account-picture"
			viewBox={`0 0 ${size} ${size}`}
			shapeRendering="crispEdges"
			role="img"
			aria-label="The key as a picture for an authenticator"
		>
			<rect width={size} height={size} fill="#ffffff" />
			<path d={path} fill="#000000" />
		</svg>
	);
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
	return (
		<div>
			<p>
				<strong>Put these recovery codes away, on paper.</strong> Each opens the account once, without the
				authenticator. They are not shown again.
			</p>
			<ol className="account-codes mono">
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ol>
			<div className="account-buttons">
				<Button size="small" intent="primary" autoFocus onClick={onDone}>
					I have put them away
				</Button>
				<Button size="small" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
					Copy
				</Button>
				<Button size="small" onClick={() => window.print()}>
					Print
				</Button>
			</div>
		</div>
	);
}
