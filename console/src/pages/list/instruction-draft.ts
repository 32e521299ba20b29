/** An instruction while it is being written: texts, empty where nothing is said. */
import type { AlertInstruction } from '../../../../contract/lists.ts';

export type InstructionDraft = { readonly [member in keyof AlertInstruction]-?: string };

export const writeInstruction = (instruction: Partial<AlertInstruction>): InstructionDraft => ({
	category: instruction.category ?? '',
	action: instruction.action ?? '',
	handling: instruction.handling ?? '',
	owner: instruction.owner ?? '',
	legalBasis: instruction.legalBasis ?? '',
	reviewOn: instruction.reviewOn ?? '',
});

/** Members that say something. Whether they are what the contract asks for is for its schema to say. */
export const readInstruction = (draft: InstructionDraft): Record<string, string> =>
	Object.fromEntries(
		Object.entries(draft).flatMap(([member, text]) => (text.trim() === '' ? [] : [[member, text.trim()]])),
	);
