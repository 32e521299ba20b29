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
import type { DecidedCall } from '../policy/decision-log.ts';
import type { ActionObject, Deny } from '../policy/model.ts';
import { type Answer, type Call, contextOf } from './call.ts';
import { handlerOf } from './handlers.ts';
import { entryOfAccess, entryOfChange, entryOfDenial } from './ledger-entries.ts';
import { namesRestricted } from './open-subjects.ts';

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
	const named = objectOf(call.node.id, read?.success ? read.data : {});
	const isRestricted = read?.success === true && (await namesRestricted(id, read.data, call.node));
	const object: ActionObject = isRestricted ? { ...named, restricted: true } : named;
	const { subject } = call.caller;
	const context = contextOf(call);
	const decision = decide(subject, operation.action, object, context);
	const { stated } = context;
	const entry = {
		node: call.node.id,
		operation: id,
		action: operation.action,
		subject: subject.id,
		role: subject.role,
		...(object.id === undefined ? {} : { object: object.id }),
		...(stated === undefined ? {} : { purpose: stated.purpose, case: stated.caseReference }),
	};
	const decided: DecidedCall = {
		at: call.at,
		operation: id,
		action: operation.action,
		subject,
		...(object.id !== undefined && IDENTIFIER.test(object.id) ? { object: object.id } : {}),
		...(stated === undefined ? {} : { stated }),
		permitted: decision.permitted,
		reason: decision.reasons[0] ?? '',
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
		if (decision.code !== 'not-signed-in') {
			call.node.ledger.enterSoon(entryOfDenial(facts));
			await call.node.decisions
				.record(decided)
				.catch((err: unknown) => accessLog.error({ event: 'unrecorded', ...entry, err }, 'not recorded'));
		}
		accessLog.info({ event: 'denied', ...entry, reasons: decision.reasons }, 'denied');
		throw new TidewaiterError(
			decision.code,
			decision.code === 'not-signed-in'
				? 'You are not signed in.'
				: (decision.reasons[0] ?? 'Not permitted.'),
			{ remedy: remedyOf(decision) },
		);
	}
	if (read === undefined || !read.success) throw invalidInput(read?.error);
	if (touchesPersonalData(operation.action)) {
		const { hash } = await recordAccess(decided, call);
		accessLog.info({ event: 'access', ...entry }, 'personal data');
		call.node.ledger.enterSoon(entryOfAccess({ ...facts, stated, decision: hash }));
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

/** Fails closed: what cannot be recorded is not shown. */
async function recordAccess(decided: DecidedCall, { node }: Call): Promise<{ hash: string }> {
	return node.decisions.record(decided).catch((cause: unknown) => {
		if (cause instanceof TidewaiterError) throw cause;
		throw new TidewaiterError(
			'database-unavailable',
			'Who sees personal data is recorded first, and that failed.',
			{ remedy: 'Nothing was shown or done. Try again.', cause },
		);
	});
}

const remedyOf = ({ code, reasons }: Deny): string =>
	code === 'purpose-needed' ? `${reasons[1] ?? ''} ${remedies[code]}` : remedies[code];

const remedies: { readonly [code in Deny['code']]: string } = {
	'not-signed-in': 'Sign in, or send a key: Authorization: Bearer tw_….',
	'not-permitted': 'Ask the administrator of the node whether your role should permit it.',
	'purpose-needed':
		'In the console a dialog asks for it; with a key send the header tidewaiter-purpose; on the command line give --purpose.',
	'second-factor-needed': 'Set up a second factor on the page of your account; then sign in with it.',
};

/** What may stand in the log as an object: identifiers that were made here, and names of lists, rules and submissions. */
const IDENTIFIER = /^[a-z0-9][a-z0-9._:-]{0,99}$/;

/** What policy sees of the input. Identifiers are compared in lower case, as the database does. */
function objectOf(node: string, input: Record<string, unknown>): ActionObject {
	const id = input['id'] ?? input['record'] ?? input['entity'] ?? input['submission'] ?? input['list'];
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
