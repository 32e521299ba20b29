/**
 * The one way to an operation, for HTTP and for the command line: read the input, decide, log the access to personal
 * data, call, check the output. Nothing else calls a handler.
 * In: whatever the caller sent. Out: an answer of the contract's shape, or a TidewaiterError. Members that the contract
 * does not name never leave.
 */
import type { Logger } from 'pino';
import type { z } from 'zod';
import { TidewaiterError } from '../../contract/errors.ts';
import { type Operation, type OperationId, operations } from '../../contract/operations.ts';
import { role } from '../../contract/views.ts';
import { decide, touchesPersonalData } from '../policy/decide.ts';
import type { ActionObject } from '../policy/model.ts';
import type { Answer, Call } from './call.ts';
import { handlerOf } from './handlers.ts';
import { entryOfAccess, entryOfChange, entryOfDenial } from './ledger-entries.ts';

const strictInputs = new Map<OperationId, z.ZodObject>(
	Object.values(operations).map((operation: Operation) => [
		operation.id as OperationId,
		operation.input.strict(),
	]),
);

/**
 * @param input as it was sent: text from an address, values from JSON or from a command line.
 * @param accessLog where refusals and accesses to personal data of the node are recorded.
 * @throws TidewaiterError with one of the codes that the operation names, or a code of the machinery.
 */
export async function perform(
	id: OperationId,
	input: unknown,
	call: Call,
	accessLog: Logger,
): Promise<Answer> {
	const operation: Operation = operations[id];
	// Read first and judged later: policy needs the object, and whoever may not ask is not told what is wrong with it.
	const read = strictInputs.get(id)?.safeParse(input);
	const object = objectOf(call.node.id, read?.success ? read.data : {});
	const { subject } = call.caller;
	const decision = decide(subject, operation.action, object, {
		at: call.at,
		channel: call.caller.channel,
	});
	const entry = {
		node: call.node.id,
		operation: id,
		action: operation.action,
		subject: subject.id,
		role: subject.role,
		...(object.id === undefined ? {} : { object: object.id }),
	};
	const facts = {
		id,
		at: call.at,
		actor: subject.id,
		role: subject.role,
		input: read?.success ? read.data : {},
	};
	if (!decision.permitted) {
		// Strangers are refused as often as they like; only who is known has a place in the ledger.
		if (decision.code === 'not-permitted') call.node.ledger.enterSoon(entryOfDenial(facts));
		accessLog.info({ event: 'denied', ...entry, reasons: decision.reasons }, 'denied');
		throw new TidewaiterError(
			decision.code,
			decision.code === 'not-signed-in'
				? 'You are not signed in.'
				: (decision.reasons[0] ?? 'Not permitted.'),
			{
				remedy:
					decision.code === 'not-signed-in'
						? 'Sign in, or send a key: Authorization: Bearer tw_….'
						: 'Ask the administrator of the node whether your role should permit it.',
			},
		);
	}
	if (read === undefined || !read.success) throw invalidInput(read?.error);
	if (touchesPersonalData(operation.action)) {
		accessLog.info({ event: 'access', ...entry }, 'personal data');
		call.node.ledger.enterSoon(entryOfAccess(facts));
	}

	const answer = await handlerOf(id)(read.data, call);
	const change = entryOfChange(facts);
	// What was done is done: where the entry cannot be written now, it is tried again.
	if (change !== undefined)
		await call.node.ledger.enter(change).catch(() => call.node.ledger.enterSoon(change));
	if (answer.kind !== 'value') return answer;
	const checked = operation.output.safeParse(answer.value);
	if (!checked.success) {
		throw new TidewaiterError('internal', `${id} answered in a shape that the contract does not know.`, {
			cause: checked.error,
		});
	}
	return { ...answer, value: checked.data };
}

/** What policy sees of the input. Identifiers are compared in lower case, as the database does. */
function objectOf(node: string, input: Record<string, unknown>): ActionObject {
	const id = input['id'] ?? input['submission'] ?? input['list'];
	const given = role.safeParse(input['role']);
	return {
		node,
		...(typeof id === 'string' ? { id: id.toLowerCase() } : {}),
		...(given.success ? { role: given.data } : {}),
	};
}

function invalidInput(error: z.ZodError | undefined): TidewaiterError {
	const issue = error?.issues[0];
	const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
	const place = unknown ?? issue?.path.join('.') ?? '';
	return new TidewaiterError(
		'invalid-input',
		unknown === undefined
			? `${place || 'input'}: ${issue?.message ?? 'not understood'}`
			: `${unknown}: there is no such member.`,
		{ place, remedy: 'See /api/openapi.json for what the operation takes.' },
	);
}
