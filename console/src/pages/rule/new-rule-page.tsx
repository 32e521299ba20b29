/** A rule that nobody has saved yet. Saved, it is a draft with a page of its own. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DetailHead } from '../../display/detail-head.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { useSaveRule } from '../../queries/rule.ts';
import { todayText } from '../../screening/instruction.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { useBack } from '../../shell/use-back.ts';
import { emptyDraft, readDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import './editor.css';
import './rule.css';

export function NewRulePage() {
	usePageTitle('New rule');
	const { user } = useSession();
	const navigate = useNavigate();
	const save = useSaveRule();
	const [draft, setDraft] = useState(() => emptyDraft(user.displayName, todayText()));
	const back = useBack('/rules');
	useCommands([{ label: 'Back to the rules', group: 'Rule', shortcut: 'u', run: back }]);
	const saveDraft = (reason: string) => {
		const read = readDraft(draft);
		if (!('rule' in read)) return;
		save.mutateAsync({ rule: read.rule, ...(reason.length >= 3 ? { reason } : {}) }).then(
			({ summary }) =>
				void navigate({ to: '/rules/$id', params: { id: summary.id }, search: { version: summary.version } }),
			() => undefined, // shown in the editor, from the state of the mutation
		);
	};
	return (
		<div className="rule">
			<DetailHead
				back={{ label: 'Back to the rules', shortcut: 'u', onBack: back }}
				title="New rule"
				subtitle="It does nothing until it is backtested, proposed, and approved by a second person."
				facts={null}
			/>
			<div className="rule-new">
				<Editor
					draft={draft}
					isNew
					isSaving={save.isPending}
					saveError={save.error}
					onChange={setDraft}
					onSave={saveDraft}
					onLeave={back}
				/>
			</div>
		</div>
	);
}
