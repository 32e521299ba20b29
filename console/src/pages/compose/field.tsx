/** A field of the form with its label, what it is for, and what is wrong with it. */
import { FormGroup } from '@blueprintjs/core';
import { createContext, type ReactNode, useContext } from 'react';
import type { Missing } from './draft.ts';

/** What is missing, once somebody has tried to send; before that nobody is told off. */
const ProblemsContext = createContext<readonly Missing[]>([]);
export const ProblemsProvider = ProblemsContext.Provider;

export const fieldId = (field: string): string => `compose-${field}`;

export function useProblem(field: string): string | undefined {
	return useContext(ProblemsContext).find((each) => each.field === field)?.sentence;
}

type Props = { field: string; label: string; help?: ReactNode; isWide?: boolean; children: ReactNode };

export function Field({ field, label, help, isWide = false, children }: Props) {
	const problem = useProblem(field);
	return (
		<FormGroup
			className={isWide ? 'compose-wide' : ''}
			label={label}
			labelFor={fieldId(field)}
			intent={problem === undefined ? 'none' : 'danger'}
			helperText={problem ?? help}
		>
			{children}
		</FormGroup>
	);
}

/** Brings the reader to a field. */
export function showField(field: string): void {
	const element = document.getElementById(fieldId(field));
	element?.scrollIntoView({ block: 'center', behavior: 'instant' });
	element?.focus();
}
