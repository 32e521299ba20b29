import { Checkbox, FormGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Role, role } from '../../../../contract/views.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { Failure, Pending } from '../../display/states.tsx';
import { roleWords } from '../../display/words.ts';
import {
	signInSettingsQuery,
	useChangeSignInSettings,
	useResetSecondFactor,
} from '../../queries/second-factor.ts';
import type { User } from '../../queries/users.ts';

/** Takes away the second factor of somebody who lost it. */
export function ResetDialog({ user, onClose }: { user: User; onClose: () => void }) {
	const reset = useResetSecondFactor();
	return (
		<FormDialog
			title={`Reset the second factor of ${user.displayName}`}
			submit="Reset"
			isValid
			isPending={reset.isPending}
			error={reset.error}
			onClose={onClose}
			onSubmit={() => reset.mutate({ id: user.id }, { onSuccess: onClose })}
		>
			<p>
				All their sessions end. They sign in with the password alone, and set up another one. Do this only for
				somebody whom you see.
			</p>
		</FormDialog>
	);
}

/** Which roles must have a second factor. */
export function SignInDialog({ onClose }: { onClose: () => void }) {
	const settings = useQuery(signInSettingsQuery);
	const change = useChangeSignInSettings();
	const [chosen, setChosen] = useState<readonly Role[] | undefined>();
	const roles = chosen ?? settings.data?.secondFactorRoles ?? [];
	return (
		<FormDialog
			title="Who needs a second factor"
			submit="Change"
			isValid={chosen !== undefined}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => change.mutate({ secondFactorRoles: [...roles] }, { onSuccess: onClose })}
		>
			{settings.isPending && <Pending rows={8} label="Loading the settings" />}
			{settings.isError && <Failure error={settings.error} retry={() => void settings.refetch()} />}
			{settings.isSuccess && (
				<FormGroup helperText="Whoever has none yet sets one up at the next page that they open; nothing else opens until then.">
					{role.options.map((each) => (
						<Checkbox
							key={each}
							label={roleWords[each]}
							checked={roles.includes(each)}
							onChange={({ currentTarget }) =>
								setChosen(
									role.options.filter((other) =>
										other === each ? currentTarget.checked : roles.includes(other),
									),
								)
							}
						/>
					))}
				</FormGroup>
			)}
		</FormDialog>
	);
}
