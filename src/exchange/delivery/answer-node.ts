/**
 * What other nodes get. Every path goes through here: whoever shows a certificate that no partner has gets nothing, and so does
 * whoever makes something fail. No exception leaves.
 */
import type { Exchange, ExchangePath, Identity } from '../model.ts';

/** What one path answers. @param shownBy partner whose certificate was shown; undefined where the connection says nothing. */
export type PathAnswer = (body: Uint8Array, shownBy: string | undefined) => Promise<Uint8Array>;

const MEBIBYTE = 1024 ** 2;

/** Bytes of a body, by path: more is not read. */
export const mostBytes: { readonly [path in ExchangePath]: number } = {
	envelopes: 90 * MEBIBYTE,
	receipts: 16 * 1024,
	questions: 16 * MEBIBYTE,
	intersections: 64 * MEBIBYTE,
	chunks: 2 * MEBIBYTE,
	checkpoint: MEBIBYTE,
	consistency: MEBIBYTE,
};

export function createAnswerNode(
	identity: Pick<Identity, 'partners'>,
	paths: { readonly [path in ExchangePath]: PathAnswer },
	onFailure: (message: string, cause: unknown) => void,
): Exchange['answerNode'] {
	return async (path, body, certificate) => {
		if (!Object.hasOwn(paths, path)) return new Uint8Array();
		const shownBy =
			certificate === undefined
				? undefined
				: identity.partners().find((card) => card.certificate === certificate)?.name;
		if (certificate !== undefined && shownBy === undefined) return new Uint8Array();
		// An envelope that is too large is told so; of the others nothing is read.
		if (body.length > mostBytes[path] && path !== 'envelopes') return new Uint8Array();
		try {
			return await paths[path](body, shownBy);
		} catch (error) {
			onFailure(`${path} of ${shownBy ?? 'another node'} could not be answered`, error);
			return new Uint8Array();
		}
	};
}
