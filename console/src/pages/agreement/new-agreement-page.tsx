/** A new agreement: from a template, with a partner; then its form. Saved, it is a draft with a page of its own. */
import { Button } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { completeTemplate } from '../../../../contract/exchange/complete-template.ts';
import type { AgreementTemplate } from '../../../../contract/views-exchange.ts';
import { DetailHead } from '../../display/detail-head.tsx';
import { plural } from '../../display/format.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { kindWords } from '../../display/words.ts';
import { templatesQuery, useSaveAgreement } from '../../queries/agreements.ts';
import { useCommands } from '../../shell/commands.ts';
import { useSession } from '../../shell/session.ts';
import { useBack } from '../../shell/use-back.ts';
import { type AgreementDraft, draftOf, readDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { kindsOf } from './field-rules.ts';
import './agreement.css';

const route = getRouteApi('/shell/agreements-new');

export function NewAgreementPage() {
	usePageTitle('New agreement');
	const { partner } = route.useSearch();
	const { node } = useSession();
	const navigate = useNavigate();
	const save = useSaveAgreement();
	const templates = useQuery(templatesQuery);
	const [draft, setDraft] = useState<AgreementDraft>();
	const [isDone, setDone] = useState(false);
	useBlocker({
		shouldBlockFn: () =>
			draft !== undefined && !isDone && !window.confirm('The text has not been saved. Leave it?'),
		enableBeforeUnload: draft !== undefined && !isDone,
	});
	const back = useBack('/agreements');
	useCommands([
		...(draft === undefined ? (templates.data ?? []) : []).map((template, at) => ({
			label: `Begin with “${template.title}”`,
			group: 'Agreement',
			shortcut: String(at + 1),
			run: () => begin(template),
		})),
		{ label: 'Back to the agreements', group: 'Agreement', shortcut: 'u', run: back },
	]);
	/** The side of this node is guessed by its agency, which templates name from left to right; grants can be changed. */
	const begin = ({ id, body }: AgreementTemplate) => {
		const isLeft = id.startsWith(`${node.agency}-`);
		// Names that no node has: the partner is chosen in the form.
		const other = partner ?? '';
		const between = isLeft ? { left: node.id, right: other } : { left: other, right: node.id };
		setDraft(
			draftOf(
				completeTemplate(body, {
					...between,
					id: partner ? `${id}-${partner}`.replaceAll('.', '-').slice(0, 64) : id,
				}),
				node.id,
			),
		);
	};
	const saveDraft = () => {
		const read = draft && readDraft(draft, node.id);
		if (!read || !('body' in read)) return;
		save.mutateAsync({ body: read.body }).then(
			({ summary }) => {
				setDone(true);
				// After the blocker has heard that it is done.
				setTimeout(() => {
					void navigate({
						to: '/agreements/$id',
						params: { id: summary.id },
						search: { version: summary.version },
						replace: true,
					});
				});
			},
			() => undefined, // shown in the editor, from the state of the mutation
		);
	};
	return (
		<div className="one">
			<DetailHead
				back={{ label: 'Back to the agreements', shortcut: 'u', onBack: back }}
				title="New agreement"
				subtitle={
					draft === undefined
						? 'Choose what to begin with; everything can be changed.'
						: 'It allows nothing until both sides have signed it.'
				}
				facts={null}
			/>
			{draft === undefined ? (
				<div className="one-scroll">
					{templates.isPending && <Pending rows={8} label="Loading templates" />}
					{templates.isError && <Failure error={templates.error} retry={() => void templates.refetch()} />}
					<ul className="templates">
						{templates.data?.map((template, at) => (
							<li key={template.id} className="panel template">
								<h2>{template.title}</h2>
								<p>{template.description}</p>
								<p className="muted">
									{plural(template.body.purposes.length, 'purpose')} ·{' '}
									{kindsOf(template.body)
										.map((kind) => kindWords[kind].many)
										.join(', ')}
								</p>
								<Button intent="primary" size="small" onClick={() => begin(template)} title={String(at + 1)}>
									Begin with this
								</Button>
							</li>
						))}
					</ul>
				</div>
			) : (
				<Editor
					draft={draft}
					isNew
					isSaving={save.isPending}
					saveError={save.error}
					onChange={setDraft}
					onSave={saveDraft}
					onLeave={() => setDraft(undefined)}
				/>
			)}
		</div>
	);
}
