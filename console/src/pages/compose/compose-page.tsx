/**
 * Writing a message: the form on the left, and beside it exactly what leaves, cut by the node itself. What is not sent is kept
 * while the console is open, so that leaving the page to look something up loses nothing.
 */
import { Button, Callout, TextArea } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { informationWords, messageKindWords, sourceWords } from '../../exchanging/message-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useRested } from '../../listing/use-rested.ts';
import { agreementQuery } from '../../queries/agreements.ts';
import {
	agreementsInForceQuery,
	messageQuery,
	previewQuery,
	useSendMessage,
} from '../../queries/messages.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import { useBack } from '../../shell/use-back.ts';
import { AboutMessage } from './about-message.tsx';
import { AttachmentField } from './attachment-field.tsx';
import { Choice } from './choice.tsx';
import { allowedWith, carriesRecords, type Draft, isGraded, readDraft } from './draft.ts';
import { fieldId, ProblemsProvider, showField } from './field.tsx';
import { KindFields } from './kind-fields.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { RecordPicker } from './record-picker.tsx';
import { beginDraft, useKeptDraft } from './start.ts';
import { SubjectRows } from './subject-rows.tsx';
import { TermsFields } from './terms-fields.tsx';
import '../../display/decide.css';
import '../message/message.css';
import './compose.css';

const route = getRouteApi('/shell/messages/new');

export function ComposePage() {
	usePageTitle('New message');
	const search = route.useSearch();
	const maySend = useAbility('message.send');
	const about = search.on ?? search.passes;
	const message = useQuery({ ...messageQuery(about ?? ''), enabled: maySend && about !== undefined });
	if (!maySend)
		return (
			<Empty isPage title="Your role may not send messages">
				Analysts, supervisors and the exchange desk may. You can read what was sent.
			</Empty>
		);
	if (about !== undefined && message.isPending) return <Pending rows={16} label="Loading the message" />;
	if (message.isError) return <Failure error={message.error} retry={() => void message.refetch()} />;
	return <ComposeForm key={JSON.stringify(search)} about={message.data} />;
}

function ComposeForm({ about }: { about: MessageDetail | undefined }) {
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const { user } = useSession();
	const kept = useKeptDraft(`${user.name} ${JSON.stringify(search)}`);
	const [draft, setDraft] = useState(() => beginDraft(search, about, kept.read(), Date.now()));
	const [hasTried, setTried] = useState(false);
	const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
	useEffect(() => kept.keep(draft), [kept, draft]);

	const agreements = useQuery(agreementsInForceQuery);
	const offered = (agreements.data ?? []).filter(
		({ partner }) =>
			partner !== null &&
			(draft.on === null || partner === about?.summary.partner) &&
			(draft.passes === null || partner !== about?.summary.partner),
	);
	const chosen = offered.find(({ id }) => id === draft.agreement);
	const partner = chosen?.partner ?? undefined;
	const terms = useQuery({
		...agreementQuery(draft.agreement, chosen?.version),
		enabled: chosen !== undefined,
	}).data;
	const { input, missing } = readDraft(draft);
	const rested = useRested(input === undefined ? '' : JSON.stringify(input));
	const current = input === undefined ? '' : JSON.stringify(input);
	const [asked, setAsked] = useState(input);
	// Asked once the keys rest, and only where what would go out has changed.
	useEffect(() => setAsked(rested === '' ? undefined : JSON.parse(rested)), [rested]);
	const preview = useQuery(previewQuery(asked));
	const isStale = rested !== current || JSON.stringify(asked) !== current || preview.isFetching;
	const problems = preview.data?.problems ?? [];

	const send = useSendMessage();
	const run = () => {
		setTried(true);
		const [first] = missing;
		if (first !== undefined) {
			showField(first.field);
			return;
		}
		if (input === undefined || send.isPending || isStale || problems.length > 0) return;
		send.mutateAsync(input).then(
			(sent) => {
				kept.forget();
				void navigate({ to: '/messages/$id', params: { id: sent.summary.id }, replace: true });
			},
			() => undefined, // shown below, from the state of the mutation
		);
	};
	const back = useBack('/messages');
	useCommands([
		{ label: 'Send the message', group: 'New message', shortcut: 'mod+enter', run },
		{ label: 'Back, keeping what is written', group: 'New message', shortcut: 'u', run: back },
	]);

	const allowed =
		terms && partner && draft.kind
			? allowedWith(terms.body, partner, draft.kind)
			: { records: [], subjects: new Set<never>() };
	const answerable =
		terms?.body.grants
			.filter(({ from, messages }) => from === partner && messages.includes('reply'))
			.flatMap(({ records }) => records.map(({ kind }) => kind)) ?? [];
	const title = draft.kind === undefined ? 'New message' : messageKindWords[draft.kind].name;

	if (agreements.isPending) return <Pending rows={16} label="Loading agreements" />;
	if (agreements.isError) return <Failure error={agreements.error} retry={() => void agreements.refetch()} />;
	if (offered.length === 0)
		return (
			<Empty isPage title="There is no agreement to send it under">
				A message needs an agreement with its partner that both sides have signed. See Agreements.
			</Empty>
		);
	return (
		<form
			className="compose"
			aria-label={title}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				run();
			}}
			// Before a button with the focus takes Enter as a press.
			onKeyDownCapture={(event) => {
				if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
				event.preventDefault();
				event.stopPropagation();
				run();
			}}
		>
			<div className="compose-columns">
				<div className="compose-form">
					<h1>
						{title}
						{partner && (
							<>
								<span className="muted"> to </span>
								<PartnerName name={partner} />
							</>
						)}
					</h1>
					{about && <AboutMessage detail={about} verb={verbOf(draft)} />}
					<ProblemsProvider value={hasTried ? missing : []}>
						<div className="compose-grid">
							<TermsFields
								draft={draft}
								agreements={offered}
								terms={terms}
								isKindGiven={search.kind !== undefined && search.on !== undefined}
								onChange={change}
							/>
						</div>
						{draft.kind !== undefined && terms !== undefined && (
							<>
								<div className="compose-grid">
									<KindFields
										draft={draft}
										purposes={terms.body.purposes.filter((purpose) => purpose !== about?.summary.purpose)}
										partners={[
											...new Set((agreements.data ?? []).flatMap((each) => each.partner ?? [])),
										].filter((each) => each !== partner)}
										answerable={[...new Set(answerable)]}
										isQuery={about?.summary.kind === 'query'}
										onChange={change}
									/>
									{isGraded(draft) && (
										<Grades draft={draft} isWanted={terms.body.evaluation} onChange={change} />
									)}
								</div>
								{(draft.kind === 'query' || carriesRecords(draft.kind)) && (
									<section>
										<h2>Of whom it speaks</h2>
										<SubjectRows
											subjects={draft.subjects}
											allowed={allowed.subjects}
											onChange={(subjects) => change({ subjects })}
										/>
									</section>
								)}
								{carriesRecords(draft.kind) && (
									<section>
										<h2>Records</h2>
										<RecordPicker
											records={draft.records}
											shared={draft.shared}
											allowed={allowed.records}
											onChange={(records) => change({ records })}
											onShared={(shared) => change({ shared })}
										/>
									</section>
								)}
								{draft.kind !== 'query' && draft.kind !== 'recall' && (
									<section>
										<h2>
											<label htmlFor={fieldId('text')}>Text</label>
										</h2>
										<TextArea
											id={fieldId('text')}
											fill
											rows={3}
											maxLength={20_000}
											placeholder="What the fields above do not say"
											value={draft.text}
											onChange={(event) => change({ text: event.currentTarget.value })}
										/>
									</section>
								)}
								{carriesRecords(draft.kind) && (
									<section>
										<h2>Attachments</h2>
										<AttachmentField
											attachments={draft.attachments}
											onChange={(attachments) => change({ attachments })}
										/>
									</section>
								)}
							</>
						)}
					</ProblemsProvider>
				</div>
				<PreviewPanel
					preview={input === undefined ? undefined : preview.data}
					isStale={input !== undefined && isStale}
					error={input === undefined ? null : preview.error}
					missing={missing}
					to={partner}
				/>
			</div>
			<footer className="decide compose-foot">
				{send.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(send.error).message} {toCallError(send.error).remedy}
					</Callout>
				)}
				<div className="decide-actions">
					<Button
						type="submit"
						size="small"
						intent={draft.kind === 'recall' ? 'danger' : 'primary'}
						loading={send.isPending}
						disabled={missing.length === 0 && (isStale || problems.length > 0)}
					>
						{draft.kind === 'recall' ? 'Take it back' : 'Sign, seal and send'}{' '}
						<Shortcut shortcut="mod+enter" />
					</Button>
					<Button size="small" onClick={back}>
						Back
					</Button>
					<Button
						size="small"
						variant="minimal"
						onClick={() => {
							setTried(false);
							setDraft(beginDraft(search, about, undefined, Date.now()));
						}}
					>
						Begin again
					</Button>
					<span className="decide-hint muted">
						{hasTried && missing[0] ? missing[0].sentence : 'What is not sent is kept until you sign out.'}
					</span>
				</div>
			</footer>
		</form>
	);
}

function verbOf({ kind, passes }: Draft): string {
	if (passes !== null) return 'Passes on';
	if (kind === 'reply' || kind === 'consent') return 'Answers';
	if (kind === 'recall') return 'Takes back';
	if (kind === 'correction') return 'Corrects';
	return 'About';
}

type GradesProps = { draft: Draft; isWanted: boolean; onChange: (change: Partial<Draft>) => void };

/** 4×4. */
function Grades({ draft, isWanted, onChange }: GradesProps) {
	const help = isWanted ? 'The agreement wants both grades' : undefined;
	return (
		<>
			<Choice
				field="source"
				label="Source"
				value={draft.source}
				none="Not graded"
				help={help}
				options={(['A', 'B', 'C', 'X'] as const).map(
					(each) => [each, `${each}: ${sourceWords[each]}`] as const,
				)}
				onChange={(source) => onChange({ source: source ?? '' })}
			/>
			<Choice
				field="information"
				label="Information"
				value={draft.information}
				none="Not graded"
				options={(['1', '2', '3', '4'] as const).map(
					(each) => [each, `${each}: ${informationWords[each]}`] as const,
				)}
				onChange={(information) => onChange({ information: information ?? '' })}
			/>
		</>
	);
}
