/**
 * The text of a condition with numbers at its lines. Problems are marked at their line; a problem leads the cursor to its
 * column. What is chosen in the panel beside it is put in where the cursor stands.
 */
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { RuleProblem } from '../../../../contract/views-rules.ts';

type Props = {
	id: string;
	value: string;
	problems: readonly RuleProblem[];
	isInvalid: boolean;
	describedBy: string;
	field: RefObject<HTMLTextAreaElement | null>;
	onChange: (value: string) => void;
	/** Ctrl and Space: look something up, beginning with the word before the cursor. */
	onLookUp: (word: string) => void;
};

const LEAST_LINES = 6;
/** Height of a line in pixels, as in the style sheet. */
const LINE_HEIGHT = 20;

export function ConditionField(props: Props) {
	const { id, value, problems, isInvalid, describedBy, field, onChange, onLookUp } = props;
	const gutter = useRef<HTMLDivElement>(null);
	const lines = Math.max(LEAST_LINES, value.split('\n').length + 1);
	const marked = new Set(problems.map(({ line }) => line));
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		const { selectionStart } = event.currentTarget;
		if (event.key === ' ' && event.ctrlKey) {
			event.preventDefault();
			onLookUp(/[\w.]*$/.exec(value.slice(0, selectionStart).slice(-100))?.[0] ?? '');
		} else if (event.key === 'Escape') {
			event.currentTarget.blur();
		}
	};
	return (
		<div className={isInvalid ? 'condition condition-invalid' : 'condition'}>
			<div ref={gutter} className="condition-lines mono" aria-hidden="true">
				{Array.from({ length: lines }, (_, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
					<span key={at} className={marked.has(at + 1) ? 'condition-marked' : undefined}>
						{at + 1}
					</span>
				))}
			</div>
			<textarea
				ref={field}
				id={id}
				className="mono"
				style={{ height: Math.min(24, lines) * LINE_HEIGHT + 12 }}
				value={value}
				maxLength={4_000}
				spellCheck={false}
				autoComplete="off"
				autoCapitalize="off"
				wrap="off"
				aria-invalid={isInvalid}
				aria-describedby={describedBy}
				onChange={(event) => onChange(event.currentTarget.value)}
				onKeyDown={onKeyDown}
				onScroll={(event) => {
					if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
				}}
			/>
		</div>
	);
}

/** Where a line and a column (from 1) are in a text, as a number of characters. */
export function offsetOf(text: string, line: number, column: number): number {
	const lines = text.split('\n');
	const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
	return Math.min(text.length, before + Math.max(0, column - 1));
}
