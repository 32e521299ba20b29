/** An agreement being written: its form, with what is wrong at the field. Saved, it is a draft that allows nothing. */
import { Button, Callout } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useState } from 'react';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { type AgreementDraft, type GrantDraft, newGrant, readDraft } from './draft.ts';
import { fieldId } from './field.tsx';
import { GrantFields } from './grant-fields.tsx';
import { TermFields, TextFields } from './terms-fields.tsx';
import './editor.css';

type Props = {
	draft: AgreementDraft;
	/** A new agreement: its identifier and partner are still to be chosen. */
	isNew: boolean;
	isSaving: boolean;
	saveError: Error | null;
	onChange: (draft: AgreementDraft) => void;
	onSave: () => void;
	onLeave: () => void;
};

export function Editor({ draft, isNew, isSaving, saveError, onChange, onSave, onLeave }: Props) {
	const own = useSession().node.id;
	const [isTried, setTried] = useState(false);
	const read = readDraft(draft, own);
	const problems = 'problems' in read ? read.problems : undefined;
	const set = (part: Partial<AgreementDraft>) => onChange({ ...draft, ...part });
	// What is merely not filled in yet is not said before somebody tries to save.
	const problemOf = (field: string): string | undefined => {
		const isEmpty =
			(field === 'title' && draft.title === '') ||
			(field === 'id' && draft.id === '') ||
			(field === 'partner' && draft.partner === '');
		return isEmpty && !isTried ? undefined : problems?.get(field);
	};
	const setGrant = (at: number, grant: GrantDraft | undefined) =>
		set({
			grants: grant === undefined ? draft.grants.toSpliced(at, 1) : draft.grants.toSpliced(at, 1, grant),
		});
	const save = () => {
		setTried(true);
		if (problems === undefined) {
			if (!isSaving) onSave();
			return;
		}
		const [first] = problems.keys();
		if (first !== undefined) document.getElementById(fieldId(first))?.focus();
	};
	useCommands([{ label: 'Save as a draft', group: 'Writing', shortcut: 'mod+s', run: save }]);
	return (
		<form
			className="agreement-editor"
			aria-label={isNew ? 'New agreement' : 'Agreement'}
			onSubmit={(event) => event.preventDefault()}
		>
			<div className="agreement-form">
				<div className="agreement-form-side">
					<TextFields draft={draft} isNew={isNew} problemOf={problemOf} onChange={set} />
					<TermFields draft={draft} problemOf={problemOf} onChange={set} />
				</div>
				<div className="agreement-form-main">
					{draft.grants.map((grant, at) => (
						<GrantFields
							key={grant.key}
							grant={grant}
							at={at}
							from={grant.isOurs ? own : draft.partner}
							to={grant.isOurs ? draft.partner : own}
							problemOf={problemOf}
							onChange={(next) => setGrant(at, next)}
							onRemove={() => setGrant(at, undefined)}
						/>
					))}
					<div className="grant-add">
						{([true, false] as const).map((isOurs) => (
							<Button
								key={String(isOurs)}
								size="small"
								icon={<Add size={14} />}
								disabled={draft.grants.length >= 10}
								onClick={() => set({ grants: [...draft.grants, newGrant(draft.grants, isOurs)] })}
							>
								{isOurs ? 'More that we may send' : 'More that they may send'}
							</Button>
						))}
						<span className="muted">Where several grants speak of a field, the strictest word holds.</span>
					</div>
				</div>
			</div>
			<footer className="agreement-foot">
				{saveError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(saveError).message} {toCallError(saveError).remedy}
					</Callout>
				)}
				{isTried && problems !== undefined && (
					<Callout compact intent="warning" role="alert">
						{plural(problems.size, 'field is', 'fields are')} not right yet:{' '}
						{[...problems.values()].slice(0, 3).join('; ')}
						{problems.size > 3 ? ' …' : '.'}
					</Callout>
				)}
				<span className="muted">
					Version {draft.version}. A draft allows nothing; the partner sees it when it is offered.
				</span>
				<span className="spring" />
				<Button size="small" onClick={onLeave}>
					Leave it
				</Button>
				<Button size="small" intent="primary" loading={isSaving} onClick={save}>
					Save as a draft <Shortcut shortcut="mod+s" />
				</Button>
			</footer>
		</form>
	);
}
