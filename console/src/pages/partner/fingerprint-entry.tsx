/**
 * The fingerprint of a card, typed as the partner reads it out and compared group by group. What the card says is not shown: who
 * sees it is tempted to nod.
 */
import { type KeyboardEvent, useRef } from 'react';
import { compareGroups, type Groups, typeInto } from './groups.ts';

type Props = {
	groups: Groups;
	/** That of the card. */
	expected: string;
	onChange: (groups: Groups) => void;
};

const stateWords = { empty: '', same: 'the same', different: 'differs' } as const;

export function FingerprintEntry({ groups, expected, onChange }: Props) {
	const fields = useRef<(HTMLInputElement | null)[]>([]);
	const states = compareGroups(groups, expected);
	const goTo = (at: number) => {
		fields.current[at]?.focus();
		fields.current[at]?.select();
	};
	const type = (at: number, typed: string) => {
		const { groups: after, next } = typeInto(groups, at, typed);
		onChange(after);
		if (next !== at) goTo(next);
	};
	const onKeyDown = (at: number, event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === ' ') event.preventDefault();
		if (event.key === 'Backspace' && event.currentTarget.value === '' && at > 0) {
			event.preventDefault();
			goTo(at - 1);
		}
	};
	const wrong = states.flatMap((state, at) => (state === 'different' ? [at + 1] : []));
	const same = states.filter((state) => state === 'same').length;
	return (
		<fieldset className="fingerprint-entry">
			<legend>Fingerprint, as the partner reads it out</legend>
			<div className="fingerprint-groups">
				{groups.map((group, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
					<label key={at} className={`fingerprint-group group-${states[at]}`}>
						<span className="visually-hidden">
							Group {at + 1} {stateWords[states[at] ?? 'empty']}
						</span>
						<input
							ref={(field) => {
								fields.current[at] = field;
							}}
							className="mono"
							value={group}
							inputMode="numeric"
							autoComplete="off"
							// biome-ignore lint/a11y/noAutofocus: the dialog is there to type this.
							autoFocus={at === 0}
							aria-invalid={states[at] === 'different'}
							onChange={(event) => type(at, event.currentTarget.value)}
							onKeyDown={(event) => onKeyDown(at, event)}
						/>
						<span aria-hidden="true" className="group-sign">
							{states[at] === 'same' ? '✓' : states[at] === 'different' ? '✗' : ''}
						</span>
					</label>
				))}
			</div>
			<p role="status" className={wrong.length > 0 ? 'group-wrong' : 'muted'}>
				{wrong.length > 0
					? `Group ${wrong.join(', ')} is not what the card says. Have it read out again; if it stays, the card is forged: do not trust it, and tell the partner.`
					: `${same} of 12 groups are the same.`}
			</p>
		</fieldset>
	);
}
