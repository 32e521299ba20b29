/** Cards and comparisons as the store keeps them: JSON that is checked again when it is read. */
import { type ModelCard, type ModelDetail, modelCard, modelDetail } from '../../../contract/views-models.ts';

function read<T>(
	text: string,
	schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
): T | undefined {
	try {
		const result = schema.safeParse(JSON.parse(text));
		return result.success ? result.data : undefined;
	} catch {
		return undefined;
	}
}

/** @returns undefined where it is no card. */
export const readCard = (text: string): ModelCard | undefined => read(text, modelCard);

/** @returns null where there is none, or none that can be read. */
export const readComparison = (text: string | null): ModelDetail['comparison'] =>
	text === null ? null : (read(text, modelDetail.shape.comparison) ?? null);
