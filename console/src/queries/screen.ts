import { useMutation } from '@tanstack/react-query';
import { type CallInput, call, callForBlob, type Upload } from '../client/call.ts';

/** Asks about one person or thing. Nothing of question and answer stays in memory when the page is left. */
export function useScreen() {
	return useMutation({ mutationFn: (input: CallInput<'screen'>) => call('screen', input), gcTime: 0 });
}

/** Screens a file, row by row. */
export function useScreenBatch(onChunk: (chunk: Uint8Array) => void) {
	return useMutation({
		mutationFn: ({
			upload,
			signal,
			...input
		}: CallInput<'screenBatch'> & { upload: Upload; signal: AbortSignal }) =>
			callForBlob('screenBatch', input, { upload, signal, onChunk }),
		gcTime: 0,
	});
}
