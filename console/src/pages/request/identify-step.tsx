/** Who asks: how it was made sure that it is the person, or somebody who may ask for her. Nothing is searched before. */
import { Button, InputGroup } from '@blueprintjs/core';
import { useState } from 'react';
import { identityCheck, type RequestDetail } from '../../../../contract/views-subjects.ts';
import { ChoiceRow } from '../../assessing/choice-row.tsx';
import { Instant } from '../../display/instant.tsx';
import { useIdentify } from '../../queries/requests.ts';
import { MutationFailure } from './mutation-failure.tsx';
import '../../assessing/assessing.css';

const how = identityCheck.shape.how;
const howWords: { readonly [each in (typeof how.options)[number]]: string } = {
	'document-in-person': 'Document shown in person',
	'document-copy': 'Copy of a document',
	'electronic-identity': 'Electronic identity',
	'known-to-us': 'Known to us',
	'representative-shown': 'Power of attorney shown',
};

export function IdentifyStep({ detail, mayHandle }: { detail: RequestDetail; mayHandle: boolean }) {
	const { identity, summary } = detail;
	const identify = useIdentify();
	const [chosen, setChosen] = useState<(typeof how.options)[number]>();
	const [note, setNote] = useState('');
	return (
		<section className="panel request-panel" aria-label="Identify">
			<h2>Who asks?</h2>
			{identity === null ? (
				<p className="muted">
					Until it is known who asks, nothing is searched: the answer must not reach anybody else.
				</p>
			) : (
				<p>
					{howWords[identity.how]} <span className="muted">by {identity.by},</span>{' '}
					<Instant at={identity.at} />
					{identity.note && <span> · {identity.note}</span>}
				</p>
			)}
			{mayHandle && (
				<form
					className="request-form-inline"
					onSubmit={(event) => {
						event.preventDefault();
						if (chosen !== undefined)
							identify.mutate({
								id: summary.id,
								how: chosen,
								...(note.trim() === '' ? {} : { note: note.trim() }),
							});
					}}
				>
					<ChoiceRow
						legend={identity === null ? 'How was it made sure?' : 'Identified again'}
						options={how.options.map((value) => ({ value, label: howWords[value] }))}
						value={chosen}
						onChange={setChosen}
						autoFocus={identity === null}
					/>
					<label htmlFor="identity-note">Note, no copy of the document</label>
					<InputGroup
						id="identity-note"
						value={note}
						onValueChange={setNote}
						maxLength={1_000}
						placeholder="such as: passport, issued in Stockholm"
					/>
					<MutationFailure error={identify.error} />
					<div>
						<Button
							type="submit"
							intent="primary"
							disabled={chosen === undefined}
							loading={identify.isPending}
						>
							Identified
						</Button>
					</div>
				</form>
			)}
		</section>
	);
}
