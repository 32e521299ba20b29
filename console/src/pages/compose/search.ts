/**
 * What the address of a new message says. Of whom it speaks is not in it: see exchanging/handover.ts.
 */
import { z } from 'zod';
import { agreementId, purposeName } from '../../../../contract/exchange/agreement.ts';
import { messageId, messageKind } from '../../../../contract/exchange/message.ts';

export const composeSearch = z.object({
	agreement: agreementId.optional().catch(undefined),
	kind: messageKind.exclude(['control']).optional().catch(undefined),
	purpose: purposeName.optional().catch(undefined),
	/** Message that it answers or is about. */
	on: messageId.optional().catch(undefined),
	/** Message that came in and goes on to another partner. */
	passes: messageId.optional().catch(undefined),
	/** Records of this node, with commas between. */
	records: z.string().max(8_000).optional().catch(undefined),
	case: z.string().max(200).optional().catch(undefined),
});

export type ComposeSearch = z.infer<typeof composeSearch>;
