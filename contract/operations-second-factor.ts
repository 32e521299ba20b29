/** Operations of the second factor: one's own, that of a colleague, and which roles must have one. */
import { z } from 'zod';
import { define } from './operation.ts';
import { instant, role } from './views.ts';

const signed = ['not-signed-in', 'not-permitted'] as const;

/** Six digits of an authenticator, or a recovery code; spaces and hyphens do not count. */
export const factorCode = z.string().trim().min(6).max(40);

export const signInSettings = z.object({
	/** Whoever has one of these roles does nothing before a second factor is set up and was used at sign-in. */
	secondFactorRoles: z.array(role).max(role.options.length),
	changedAt: instant.nullable(),
});

export const secondFactorOperations = {
	enrolSecondFactor: define({
		id: 'enrolSecondFactor',
		method: 'POST',
		path: '/session/second-factor',
		summary: 'Begin with a second factor: the secret for an authenticator, shown once',
		action: 'session.second-factor',
		input: z.object({
			/** Again, so that a session that was left open is not enough. */
			password: z.string().min(1).max(1_000),
		}),
		output: z.object({
			/** otpauth:// address, for a picture. */
			uri: z.string(),
			/** The same secret in Base32, to type. */
			key: z.string(),
		}),
		errors: [...signed, 'wrong-credentials', 'conflict', 'too-many-requests'],
	}),
	confirmSecondFactor: define({
		id: 'confirmSecondFactor',
		method: 'POST',
		path: '/session/second-factor/confirm',
		summary: 'Show that the authenticator has the secret; the account needs it from now on',
		action: 'session.second-factor',
		input: z.object({ code: factorCode }),
		output: z.object({
			/** Each opens the account once, without the authenticator. Shown once. */
			recoveryCodes: z.array(z.string()),
		}),
		errors: [...signed, 'wrong-credentials', 'conflict', 'too-many-requests'],
	}),
	removeSecondFactor: define({
		id: 'removeSecondFactor',
		method: 'POST',
		path: '/session/second-factor/remove',
		summary: 'Do without the second factor again',
		action: 'session.second-factor',
		input: z.object({ code: factorCode }),
		output: z.object({ removed: z.literal(true) }),
		errors: [...signed, 'wrong-credentials', 'conflict', 'too-many-requests'],
	}),
	resetSecondFactor: define({
		id: 'resetSecondFactor',
		method: 'POST',
		path: '/users/:id/second-factor/reset',
		summary: 'Take away the second factor of a colleague who lost it; all their sessions end',
		action: 'user.change',
		input: z.object({ id: z.uuid() }),
		output: z.object({ id: z.uuid() }),
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	readSignInSettings: define({
		id: 'readSignInSettings',
		method: 'GET',
		path: '/sign-in',
		summary: 'Which roles must have a second factor',
		action: 'user.list',
		input: z.object({}),
		output: signInSettings,
		errors: [...signed],
	}),
	changeSignInSettings: define({
		id: 'changeSignInSettings',
		method: 'POST',
		path: '/sign-in',
		summary: 'Say which roles must have a second factor',
		action: 'user.change',
		input: z.object({ secondFactorRoles: signInSettings.shape.secondFactorRoles }),
		output: signInSettings,
		errors: [...signed, 'invalid-input'],
	}),
} as const;
