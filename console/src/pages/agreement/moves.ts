/** Moves in the life of an agreement: their words, their keys, and which ones a state allows. Pure. */
import type { InputOf } from '../../../../contract/operations.ts';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';

export type Move = InputOf<'moveAgreement'>['move'];

export const moves = ['offer', 'sign', 'resume', 'suspend', 'end'] as const satisfies readonly Move[];

export const moveWords: {
	readonly [move in Move]: {
		verb: string;
		key: string;
		meaning: string;
		intent: 'primary' | 'success' | 'danger' | 'none';
	};
} = {
	offer: {
		verb: 'Offer',
		key: 'o',
		meaning:
			'It is signed with the key of this node and told to the partner. It holds once the partner signs.',
		intent: 'primary',
	},
	sign: {
		verb: 'Sign',
		key: 's',
		meaning: 'Your agency is bound by it. It holds from its first day, on both sides.',
		intent: 'success',
	},
	suspend: {
		verb: 'Suspend',
		key: 'p',
		meaning: 'Nothing is exchanged under it, from now on, until this side resumes it. The partner is told.',
		intent: 'danger',
	},
	resume: {
		verb: 'Resume',
		key: 'p',
		meaning: 'Takes back the suspension of this side. The partner is told.',
		intent: 'success',
	},
	end: {
		verb: 'End',
		key: 'x',
		meaning: 'It is over for good, on both sides. What was received is kept as long as was agreed.',
		intent: 'danger',
	},
};

/**
 * What this side can do with a version now. A version that waits for a signature can be withdrawn by ending it; a draft needs no
 * end, since nobody else has seen it.
 */
export function movesOf({ summary }: Pick<AgreementDetail, 'summary'>): readonly Move[] {
	switch (summary.state) {
		case 'draft':
			return ['offer'];
		case 'offered':
			return summary.waitsFor === 'us' ? ['sign', 'end'] : ['end'];
		case 'signed':
			return ['suspend', 'end'];
		case 'suspended':
			// Who waits for them is suspended by them; we may suspend it, too, so that their resuming is not enough.
			return summary.waitsFor === 'us' ? ['resume', 'end'] : ['suspend', 'end'];
		case 'ended':
			return [];
	}
}
