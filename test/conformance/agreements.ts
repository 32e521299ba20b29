/**
 * What agreements promise, on whatever database: nothing is covered that both have not signed, either side stops it at once,
 * budgets hold whoever spends at the same moment, and no document of a partner takes away what it had signed.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatDocument, readDocument, signAgreement } from '../../src/exchange/agreements/document.ts';
import { signBytes } from '../../src/ledger/note/signed-note.ts';
import {
	bodyOf,
	CUSTOMS,
	DAY_MS,
	FIU,
	fiuKey,
	identityOf,
	openAgreementStage,
	START_MS,
	SUPERVISOR,
	strangerKey,
} from './agreements-stage.ts';
import type { Place } from './databases.ts';

export function agreementsConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`agreements on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let stage: Awaited<ReturnType<typeof openAgreementStage>>;
			let number = 0;
			let id = '';
			beforeAll(async () => {
				stage = await openAgreementStage(place);
			});
			beforeEach(() => {
				id = `agreement-${++number}`;
				stage.told.length = 0;
				stage.refusals.length = 0;
				stage.hold(false);
				for (const side of [stage.customs, stage.fiu]) {
					side.identity.revoked.clear();
					side.identity.distrusted.clear();
				}
			});
			afterAll(() => stage.close());

			const signedBy = (signer: typeof fiuKey, body: ReturnType<typeof bodyOf>) =>
				signAgreement(
					body,
					signer.name,
					identityOf(signer, []).signingKeyId(),
					'2026-03-01T09:00:00.000Z',
					(message) => signBytes(signer, message),
				);
			const take = (document: string, from = FIU) =>
				stage.customs.agreements.take(from, 'agreement', document, stage.clock.now());

			it('goes from draft to signed, and is covered only then, on both sides', async () => {
				const { customs, fiu, move, stateOf, covers } = stage;
				expect(await covers(customs, id)).toMatchObject({ covered: false, code: 'no-agreement' });
				const saved = await customs.operations.saveAgreement({ body: bodyOf({ id }) }, SUPERVISOR);
				expect(saved).toMatchObject({ summary: { state: 'draft', waitsFor: 'us' }, signatures: [] });
				expect(saved.policy).toContain('permit (');
				expect(await covers(customs, id)).toMatchObject({
					code: 'agreement-not-in-force',
					reason: expect.stringMatching(/draft/),
				});
				expect((await move(customs, id, 1, 'offer')).summary).toMatchObject({
					state: 'offered',
					waitsFor: 'them',
				});
				expect(await covers(fiu, id)).toMatchObject({
					code: 'agreement-not-in-force',
					reason: expect.stringMatching(/not signed/),
				});
				expect((await fiu.operations.readAgreement({ id })).summary).toMatchObject({
					state: 'offered',
					waitsFor: 'us',
				});
				expect((await move(fiu, id, 1, 'sign')).summary).toMatchObject({ state: 'signed', waitsFor: null });
				expect(stage.refusals).toEqual([undefined, undefined]);
				for (const side of [customs, fiu]) {
					expect(await stateOf(side, id)).toBe('signed');
					expect(await covers(side, id)).toMatchObject({ covered: true, dueHours: null });
				}
				const { events } = await customs.operations.readAgreement({ id });
				expect(events.map(({ what, by }) => [what, by])).toEqual([
					['signed', FIU],
					['offered', 'S. Supervisor'],
					['saved', 'S. Supervisor'],
				]);
			});

			it('says why something is not covered, each with its own code', async () => {
				await stage.agree(bodyOf({ id }));
				const { customs, covers } = stage;
				for (const [more, code, reason] of [
					[{ from: FIU, to: CUSTOMS }, 'not-covered', /nothing may be sent from fiu/],
					[{ kind: 'alert' }, 'not-covered', /may not send “alert”.*spontaneous/],
					[{ records: ['booking'] }, 'not-covered', /may not hold booking.*declaration/],
					[{ purpose: 'tax' }, 'purpose-not-covered', /money-laundering/],
					[{ handling: 'H3' }, 'handling-not-covered', /H0, H1/],
					[{ atMs: Date.parse('2026-02-28T23:59:59Z') }, 'agreement-not-in-force', /starts on 2026-03-01/],
					[{ atMs: Date.parse('2027-03-01T00:00:00Z') }, 'agreement-not-in-force', /ended on 2027-02-28/],
				] as const)
					expect(await covers(customs, id, more)).toMatchObject({
						covered: false,
						code,
						reason: expect.stringMatching(reason),
					});
				expect(await covers(customs, id, { kind: 'request', urgency: 'urgent' })).toMatchObject({
					dueHours: 8,
				});
				expect(await covers(customs, id, { kind: 'request' })).toMatchObject({ dueHours: 168 });
			});

			it('with nobody in it shares with nobody', async () => {
				const { customs, move, covers } = stage;
				for (const [at, parties] of [[], [CUSTOMS]].entries()) {
					const one = `${id}-${at}`;
					await customs.operations.saveAgreement(
						{ body: bodyOf({ id: one, parties, grants: [] }) },
						SUPERVISOR,
					);
					await expect(move(customs, one, 1, 'offer')).rejects.toThrow(/shares with nobody/);
					expect(await covers(customs, one)).toMatchObject({ covered: false });
				}
			});

			it('is not offered while it is senseless, incomplete, or to somebody who is not trusted', async () => {
				const { customs, move } = stage;
				const save = (more: object) =>
					customs.operations.saveAgreement({ body: bodyOf({ id, ...more }) }, SUPERVISOR);
				const [grant] = bodyOf().grants;
				if (grant === undefined) throw new Error('no grant');
				const slip = {
					kind: 'declaration' as const,
					allowed: ['office'],
					masked: [],
					forbidden: ['partys.*'],
				};
				await expect(save({ grants: [{ ...grant, records: [slip] }] })).rejects.toMatchObject({
					code: 'invalid-input',
					place: 'body.grants.0.records.0.forbidden.0',
				});
				await expect(save({ parties: [FIU, 'other.example'], grants: [] })).rejects.toThrow(/not a party/);
				await expect(save({ version: 2 })).rejects.toThrow(/version to write now is 1/);
				await save({ legalBasis: 'Section [number] of the act' });
				await expect(move(customs, id, 1, 'offer')).rejects.toThrow(/square brackets/);
				await save({ endsOn: '2026-02-27', startsOn: '2026-01-01', reviewOn: '2026-02-01' });
				await expect(move(customs, id, 1, 'offer')).rejects.toThrow(/past/);
				await save({});
				customs.identity.distrusted.add(FIU);
				await expect(move(customs, id, 1, 'offer')).rejects.toThrow(/not a partner/);
				await expect(move(customs, id, 1, 'sign')).rejects.toThrow(/draft/);
				await expect(move(customs, id, 2, 'offer')).rejects.toMatchObject({ code: 'not-found' });
			});

			it('is changed by a version that both sign; until its first day the one before holds', async () => {
				await stage.agree(bodyOf({ id }));
				const { customs, fiu, move, stateOf, covers, clock } = stage;
				const next = bodyOf({
					id,
					version: 2,
					retentionDays: 30,
					purposes: ['smuggling'],
					startsOn: '2026-03-03',
				});
				const saved = await customs.operations.saveAgreement({ body: next }, SUPERVISOR);
				expect(saved.changes).toEqual([
					{ path: 'purposes: money-laundering', before: 'money-laundering', after: null },
					{ path: 'purposes: smuggling', before: null, after: 'smuggling' },
					{ path: 'retentionDays', before: '365', after: '30' },
					{ path: 'startsOn', before: '2026-03-01', after: '2026-03-03' },
				]);
				await move(customs, id, 2, 'offer');
				await expect(
					customs.operations.saveAgreement({ body: { ...next, version: 3 } }, SUPERVISOR),
				).rejects.toThrow(/Version 2 is offered/);
				expect(await covers(fiu, id)).toMatchObject({ covered: true });
				await move(fiu, id, 2, 'sign');
				for (const side of [customs, fiu]) {
					expect(await covers(side, id)).toMatchObject({ covered: true, agreement: { version: 1 } });
					const later = { atMs: clock.now() + 2 * DAY_MS };
					expect(await covers(side, id, later)).toMatchObject({ code: 'purpose-not-covered' });
					expect(await covers(side, id, { ...later, purpose: 'smuggling' })).toMatchObject({
						agreement: { version: 2 },
					});
				}
				expect(await stateOf(customs, id, 1)).toBe('signed');
				clock.advance(2 * DAY_MS);
				expect(await stateOf(customs, id, 1)).toBe('ended');
				const { items } = await customs.operations.listAgreements({ limit: 500 });
				expect(items.filter((each) => each.id === id).map(({ version }) => version)).toEqual([2]);
				clock.advance(-2 * DAY_MS);
			});

			it('is listed by an overdue review, while it holds', async () => {
				const reviewed = 'review-overdue';
				const today = new Date(stage.clock.now()).toISOString().slice(0, 10);
				await stage.agree(bodyOf({ id: reviewed, reviewOn: today }));
				const { customs, move, clock } = stage;
				const overdue = async () =>
					(await customs.operations.listAgreements({ review: 'overdue', limit: 100 })).items.map(
						(each) => each.id,
					);
				expect(await overdue()).not.toContain(reviewed);
				clock.advance(3 * DAY_MS);
				expect(await overdue()).toContain(reviewed);
				clock.advance(-3 * DAY_MS);
				await move(customs, reviewed, 1, 'end');
			});

			it('is suspended by either side at once, and resumed by whoever suspended it', async () => {
				await stage.agree(bodyOf({ id }));
				const { customs, fiu, move, stateOf, covers } = stage;
				await move(fiu, id, 1, 'suspend');
				for (const side of [customs, fiu])
					expect(await covers(side, id)).toMatchObject({
						code: 'agreement-not-in-force',
						reason: expect.stringMatching(/suspended/),
					});
				await expect(move(customs, id, 1, 'resume')).rejects.toThrow(/only they can/);
				await move(customs, id, 1, 'suspend');
				await move(fiu, id, 1, 'resume');
				expect(await stateOf(fiu, id)).toBe('suspended');
				await move(customs, id, 1, 'resume');
				for (const side of [customs, fiu]) expect(await covers(side, id)).toMatchObject({ covered: true });
			});

			it('is ended by either side for good, and a version that is not signed is withdrawn alone', async () => {
				await stage.agree(bodyOf({ id }));
				const { customs, fiu, move, covers, stateOf } = stage;
				await customs.operations.saveAgreement(
					{ body: bodyOf({ id, version: 2, retentionDays: 9 }) },
					SUPERVISOR,
				);
				await move(customs, id, 2, 'offer');
				await move(fiu, id, 2, 'end');
				expect(await stateOf(customs, id, 2)).toBe('ended');
				expect(await covers(customs, id)).toMatchObject({ covered: true });
				await expect(move(customs, id, 2, 'offer')).rejects.toThrow(/ended/);
				await move(fiu, id, 1, 'end');
				for (const side of [customs, fiu])
					expect(await covers(side, id)).toMatchObject({
						code: 'agreement-not-in-force',
						reason: expect.stringMatching(/ended/),
					});
				await expect(move(customs, id, 1, 'resume')).rejects.toThrow(/It is ended/);
				await expect(move(customs, id, 1, 'sign')).rejects.toThrow(/It is ended/);
			});

			it('tells again what was told, and a document that came twice changes nothing', async () => {
				const { customs, fiu, move, stateOf, told, deliver } = stage;
				stage.hold(true);
				await customs.operations.saveAgreement({ body: bodyOf({ id }) }, SUPERVISOR);
				await move(customs, id, 1, 'offer');
				told.length = 0;
				await move(customs, id, 1, 'offer');
				expect(told).toHaveLength(1);
				const [offer] = told;
				await deliver();
				await move(fiu, id, 1, 'sign');
				await deliver();
				expect(await stateOf(customs, id)).toBe('signed');
				// The offer once more, with one signature: what is signed stays signed.
				expect(
					await fiu.agreements.take(CUSTOMS, 'agreement', offer?.document ?? '', START_MS),
				).toBeUndefined();
				expect(await fiu.operations.readAgreement({ id })).toMatchObject({
					summary: { state: 'signed' },
					signatures: [{}, {}],
				});
			});

			it('believes no document that its sender may not send', async () => {
				const { customs } = stage;
				const body = bodyOf({ id });
				const theirs = signedBy(fiuKey, body);
				for (const text of ['', '{', '[]', '{"body":{}}', 'x'.repeat(3_000_000)])
					expect(await take(text)).toBe('unreadable');
				expect(await take(formatDocument({ body, signatures: [] }))).toBe('bad-signature');
				expect(
					await take(formatDocument({ body: { ...body, retentionDays: 9 }, signatures: [theirs] })),
				).toBe('bad-signature');
				expect(await take(formatDocument({ body, signatures: [{ ...theirs, node: CUSTOMS }] }))).toBe(
					'bad-signature',
				);
				expect(await take(formatDocument({ body, signatures: [theirs, theirs] }))).toBe('bad-signature');
				expect(
					await take(formatDocument({ body, signatures: [signedBy({ ...strangerKey, name: FIU }, body)] })),
				).toBe('wrong-key');
				expect(await take(formatDocument({ body, signatures: [theirs] }), strangerKey.name)).toBe(
					'not-covered',
				);
				const without = { ...body, parties: [FIU, strangerKey.name], grants: [] };
				expect(await take(formatDocument({ body: without, signatures: [signedBy(fiuKey, without)] }))).toBe(
					'wrong-receiver',
				);
				const alone = { ...body, parties: [CUSTOMS], grants: [] };
				expect(await take(formatDocument({ body: alone, signatures: [signedBy(fiuKey, alone)] }))).toBe(
					'not-covered',
				);
				// A signature of ours that we never made, be it under words that are ours.
				const ours = signedBy({ ...strangerKey, name: CUSTOMS }, body);
				expect(await take(formatDocument({ body, signatures: [theirs, ours] }))).toBe('bad-signature');
				customs.identity.revoked.add(theirs.key);
				expect(await take(formatDocument({ body, signatures: [theirs] }))).toBe('revoked-key');
				customs.identity.distrusted.add(FIU);
				expect(await take(formatDocument({ body, signatures: [theirs] }))).toBe('unknown-sender');
				await expect(customs.operations.readAgreement({ id })).rejects.toMatchObject({ code: 'not-found' });
			});

			it('keeps what it has when a partner sends other words under the same number, or a number that is past', async () => {
				await stage.agree(bodyOf({ id }));
				const offer = (more: object) => {
					const body = bodyOf({ id, ...more });
					return formatDocument({ body, signatures: [signedBy(fiuKey, body)] });
				};
				expect(await take(offer({ retentionDays: 3_000 }))).toBe('replayed');
				expect(await take(offer({ version: 3, onward: 'allowed' }))).toBeUndefined();
				expect(await take(offer({ version: 3, retentionDays: 9 }))).toBe('out-of-order');
				expect(await take(offer({ version: 2 }))).toBe('out-of-order');
				expect(await stage.covers(stage.customs, id)).toMatchObject({
					covered: true,
					agreement: { onward: 'never' },
				});
				expect(await stage.stateOf(stage.customs, id, 3)).toBe('offered');
				// An identifier that is already used with another partner, or of which the sender is no party.
				const other = bodyOf({ id, version: 4, parties: [CUSTOMS, strangerKey.name], grants: [] });
				const foreign = formatDocument({ body: other, signatures: [signedBy(strangerKey, other)] });
				expect(await take(foreign, strangerKey.name)).toBe('not-covered');
				for (const what of ['suspend', 'resume', 'end'] as const) {
					const notice = JSON.stringify({ agreement: id, version: 1, scope: 'agreement', reason: 'x' });
					const tell = (from: string, text: string) =>
						stage.customs.agreements.take(from, what, text, stage.clock.now());
					expect(await tell(strangerKey.name, notice)).toBe('no-agreement');
					expect(await tell(FIU, '{"agreement":"Robert; drop"}')).toBe('unreadable');
					expect(await tell(FIU, notice.replace(id, 'no-such-agreement'))).toBe('no-agreement');
				}
				expect(await stage.covers(stage.customs, id)).toMatchObject({ covered: true });
			});

			it('moves a draft of its own aside for what the partner offers under that number', async () => {
				const { customs } = stage;
				await customs.operations.saveAgreement({ body: bodyOf({ id, title: 'Our own words' }) }, SUPERVISOR);
				const body = bodyOf({ id });
				expect(await take(formatDocument({ body, signatures: [signedBy(fiuKey, body)] }))).toBeUndefined();
				const { versions } = await customs.operations.readAgreement({ id });
				expect(versions.map(({ version, state }) => [version, state])).toEqual([
					[1, 'offered'],
					[2, 'draft'],
				]);
				expect((await customs.operations.readAgreement({ id, version: 2 })).body.title).toBe('Our own words');
			});

			it('does not sign under a signature that is not believed any more', async () => {
				const { customs, fiu, move } = stage;
				const body = bodyOf({ id });
				await take(formatDocument({ body, signatures: [signedBy(fiuKey, body)] }));
				customs.identity.revoked.add(fiu.identity.signingKeyId());
				await expect(move(customs, id, 1, 'sign')).rejects.toThrow(/revoked-key/);
			});

			it('enters every move in the ledger of both sides, by hash and without a word of it', async () => {
				await stage.agree(bodyOf({ id }));
				for (const side of [stage.customs, stage.fiu]) {
					const entries = await side.database.kysely
						.selectFrom('ledger_entry')
						.select('body')
						.where('body', 'like', `%"${id}"%`)
						.orderBy('position')
						.execute();
					const events = entries.map(({ body }) => String(JSON.parse(body).event));
					expect(events).toEqual(
						side === stage.customs ? ['saved', 'offered', 'signed'] : ['offered', 'signed'],
					);
					expect(JSON.stringify(entries)).not.toContain('Customs act');
				}
				const read = readDocument(formatDocument({ body: bodyOf({ id }), signatures: [] }));
				expect(read).toHaveProperty('body');
			});
		},
	);
}
