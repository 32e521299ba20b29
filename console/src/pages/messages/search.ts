import { z } from 'zod';
import { messageId } from '../../../../contract/exchange/message.ts';
import { operations } from '../../../../contract/operations.ts';

const { box, partner, agreement, kind, state } = operations.listMessages.input.shape;

/** What the address of the messages says: which are listed, and which one is shown. All but those of the exchange itself where nothing is named. */
export const messagesSearch = z.object({
	box: box.catch(undefined),
	partner: partner.catch(undefined),
	agreement: agreement.catch(undefined),
	kind: kind.catch(undefined),
	state: state.unwrap().exclude(['any']).optional().catch(undefined),
	message: messageId.optional().catch(undefined),
});

export type MessagesSearch = z.infer<typeof messagesSearch>;
