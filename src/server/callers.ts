/**
 * Who sent a request: by key (`Authorization: Bearer tw_…`), by session (cookie), or nobody.
 * Key and cookie name their node. Requests that change something are refused when a page of another site sent them.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TidewaiterError } from '../../contract/errors.ts';
import type { StatedPurpose } from '../policy/model.ts';
import type { SignedIn } from '../policy/operations.ts';
import { OPERATOR_PURPOSE, parseStatement } from '../policy/purpose.ts';
import { parseApiKey, parseSessionToken } from '../policy/tokens.ts';
import type { Caller } from './call.ts';
import type { Node } from './node.ts';

/** The caller of a request and the node that vouches for it. */
export type RequestCaller = { caller: Caller; node: Node | undefined };

/** Over TLS the name makes browsers insist on Secure, the whole host and no other domain (RFC 6265bis, 4.1.3.2). */
const cookieName = (request: FastifyRequest): string =>
	request.protocol === 'https' ? '__Host-tidewaiter' : 'tidewaiter';

const cookieOptions = (request: FastifyRequest) => ({
	httpOnly: true,
	sameSite: 'strict' as const,
	secure: request.protocol === 'https',
	path: '/',
});

export function setSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
	reply.setCookie(cookieName(request), token, cookieOptions(request));
}

export function clearSession(request: FastifyRequest, reply: FastifyReply): void {
	reply.clearCookie(cookieName(request), cookieOptions(request));
}

export async function identify(request: FastifyRequest, nodes: readonly Node[]): Promise<RequestCaller> {
	const nodeOf = (id: string | undefined): Node | undefined => nodes.find((node) => node.id === id);
	const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
	if (request.headers.authorization !== undefined) {
		const node = nodeOf(key === undefined ? undefined : parseApiKey(key)?.node);
		const signedIn = key === undefined ? undefined : await node?.signIn.identifyKey(key);
		// A key that is no good is an error and never falls back to the cookie: the sender meant the key.
		if (signedIn === undefined) {
			throw new TidewaiterError('not-signed-in', 'The key is unknown, expired or revoked.', {
				remedy: 'Ask the administrator of the node for another key.',
			});
		}
		return { caller: callerOf(request, signedIn), node };
	}
	const sessionToken = request.cookies[cookieName(request)];
	const node = nodeOf(sessionToken === undefined ? undefined : parseSessionToken(sessionToken)?.node);
	if (sessionToken === undefined || node === undefined) return { caller: nobody(request), node: undefined };
	refuseOtherSites(request);
	const signedIn = await node.signIn.identifySession(sessionToken);
	return signedIn === undefined
		? { caller: nobody(request), node: undefined }
		: { caller: { ...callerOf(request, signedIn), sessionToken }, node };
}

function callerOf(request: FastifyRequest, signedIn: SignedIn): Caller {
	const stated = signedIn.subject.kind === 'user' ? signedIn.stated : statedInHeaders(request, signedIn);
	return {
		subject: signedIn.subject,
		signedIn,
		channel: 'http',
		address: request.ip,
		...(stated === undefined ? {} : { stated }),
	};
}

/**
 * What a machine or the local operator states with the request. A key that is bound to a purpose need not repeat it; the local
 * operator who says nothing works on the node.
 */
function statedInHeaders(
	{ headers }: FastifyRequest,
	{ subject, boundPurpose }: SignedIn,
): StatedPurpose | undefined {
	const purpose =
		headers['tidewaiter-purpose'] ??
		boundPurpose ??
		(subject.kind === 'local-operator' ? OPERATOR_PURPOSE : undefined);
	if (purpose === undefined) return undefined;
	const caseReference = headers['tidewaiter-case'];
	return parseStatement({ purpose, ...(caseReference === undefined ? {} : { caseReference }) });
}

const nobody = (request: FastifyRequest): Caller => ({
	subject: { kind: 'anonymous', id: 'anonymous', role: 'anonymous', node: undefined },
	channel: 'http',
	address: request.ip,
});

/**
 * Cross-site request forgery: methods that change something are taken from our own pages, and from programs, which send
 * neither header. The same rule as Go's net/http.CrossOriginProtection; SameSite=Strict already keeps the cookie away.
 */
export function refuseOtherSites(request: FastifyRequest): void {
	if (request.method === 'GET' || request.method === 'HEAD') return;
	const site = request.headers['sec-fetch-site'];
	if (site === 'same-origin' || site === 'none') return;
	const { origin } = request.headers;
	if (site === undefined && origin === undefined) return;
	// Parsed both, so that the port of the scheme counts as given where it is left out.
	const here = URL.parse(`${request.protocol}://${request.host}`)?.host;
	if (site === undefined && origin !== undefined && URL.parse(origin)?.host === here) return;
	throw new TidewaiterError('not-permitted', 'A page of another site sent this request.', {
		remedy: 'Use the console of this node. Programs send a key and no cookie.',
	});
}
