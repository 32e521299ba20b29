/**
 * What identity promises, on whatever database: keys are made once and sealed, trust is given by people and carried on by former
 * keys alone, and a stop at any moment loses none of it.
 */
import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import { envelopeHash } from '../../src/exchange/envelope/envelope.ts';
import { signCard } from '../../src/exchange/identity/card.ts';
import { type OpenedIdentity, openIdentity } from '../../src/exchange/identity/operations.ts';
import type { LedgerEntry } from '../../src/ledger/model.ts';
import { verifyBytes } from '../../src/ledger/note/signed-note.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { Database } from '../../src/platform/database/port.ts';
import { type Place, testClock } from './databases.ts';

const actor = { id: 'u-1', name: 'Ana' };
const reason = 'a reason for the test';

export function identityConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`identity on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			let database: Database;
			const clock = testClock();
			const told: { to: string; what: string; document: string; signedWith: string }[] = [];
			const entered: LedgerEntry[] = [];
			let us: OpenedIdentity;

			const open = async (more: Partial<Parameters<typeof openIdentity>[0]> = {}) => {
				const opened = await openIdentity({
					database,
					folder: at.folder,
					facts: {
						name: 'customs',
						title: 'Customs',
						agency: 'customs',
						country: 'MT',
						url: 'https://customs:8443',
					},
					secrets: {},
					randomBytes,
					nowMs: clock.now,
					enter: async (_session, entry) => entered.push(entry),
					tell: async (to, what, document) => {
						told.push({ to, what, document, signedWith: us.identity.signingKeyId() });
					},
					onFailure: (message, cause) => {
						throw new Error(message, { cause });
					},
					...more,
				});
				return opened;
			};
			/** A partner with a database of its own, which is this one under another name. */
			let fiu: OpenedIdentity;
			let fiuAt: typeof at;
			let fiuDatabase: Database;

			beforeAll(async () => {
				[at, fiuAt] = await Promise.all([place.make(), place.make()]);
				const locate = ({ folder, databaseUrl }: typeof at) =>
					openDatabase(
						databaseUrl === undefined ? { dataDir: join(folder, 'database') } : { url: databaseUrl },
					);
				[database, fiuDatabase] = await Promise.all([locate(at), locate(fiuAt)]);
				us = await open();
				fiu = await open({
					database: fiuDatabase,
					folder: fiuAt.folder,
					facts: { name: 'fiu', title: 'FIU', agency: 'fiu', country: 'MT', url: 'https://fiu:8443' },
					tell: async () => {},
				});
			});
			afterAll(async () => {
				await Promise.all([database.close(), fiuDatabase.close()]);
				await Promise.all([at.dispose(), fiuAt.dispose()]);
			});

			const trust = async (who: OpenedIdentity, whom: OpenedIdentity) => {
				const { card, fingerprint } = await whom.operations.readIdentity({});
				return who.operations.trustPartner({ card, fingerprint }, actor);
			};
			const codeOf = (work: Promise<unknown>): Promise<string> =>
				work.then(
					() => 'done',
					(error: { code: string }) => error.code,
				);

			it('makes keys once, sealed with a secret that is not in the database', async () => {
				const { card, keys } = await us.operations.readIdentity({});
				expect(card).toMatchObject({ name: 'customs', number: 1, revoked: [] });
				expect(keys.map(({ use, state }) => `${use} ${state}`).sort()).toEqual([
					'certificate current',
					'sealing current',
					'signing current',
				]);
				expect((await (await open()).operations.readIdentity({})).card).toEqual(card);
				expect((await stat(join(at.folder, 'node.key'))).mode & 0o777).toBe(0o600);
				const { rows } = await sql<{ secret_key: Uint8Array }>`select secret_key from node_key`.execute(
					database.kysely,
				);
				expect(rows.map(({ secret_key }) => secret_key.length)).toEqual([60, 60, 60, 60]);
				expect(entered[0]).toMatchObject({ what: 'key', event: 'made', subject: 'customs' });
			});

			it('does not open with another secret, and moves to one that is given', async () => {
				const file = join(at.folder, 'node.key');
				const secret = await readFile(file);
				await writeFile(file, `${Buffer.alloc(32, 1).toString('base64')}\n`);
				expect(await codeOf(open())).toBe('conflict');
				await rm(file);
				expect(await codeOf(open())).toBe('conflict');
				await writeFile(file, secret);
				const keyFile = join(at.folder, 'elsewhere.key');
				await writeFile(keyFile, randomBytes(48));
				const before = us.identity.signingKeyId();
				expect((await open({ secrets: { keyFile } })).identity.signingKeyId()).toBe(before);
				expect(await stat(file).catch(() => 'gone')).toBe('gone');
				expect((await open({ secrets: { keyFile } })).identity.signingKeyId()).toBe(before);
				expect(await codeOf(open({ secrets: { passphrase: 'a long enough passphrase' } }))).toBe('conflict');
				expect(await codeOf(open({ secrets: { passphrase: 'short' } }))).toBe('invalid-input');
				us = await open({ secrets: { keyFile } });
			});

			const reopen = () => open({ secrets: { keyFile: join(at.folder, 'elsewhere.key') } });

			it('says what a card is before anybody compares it', async () => {
				const { card, fingerprint } = await fiu.operations.readIdentity({});
				const stranger = { fingerprint, problem: null, known: null, carriesOn: false };
				expect(await us.operations.checkCard({ card })).toEqual(stranger);
				expect(await us.operations.checkCard({ card: { ...card, title: 'Other' } })).toMatchObject({
					problem: { sentence: expect.stringMatching(/has not signed it/) },
				});
				const own = (await us.operations.readIdentity({})).card;
				expect(await us.operations.checkCard({ card: own })).toMatchObject({
					problem: { sentence: expect.stringMatching(/this node itself/) },
				});
				expect(await us.operations.listPartners({})).toEqual([]);
			});

			it('trusts by card and fingerprint, and by nothing less', async () => {
				const { card, fingerprint } = await fiu.operations.readIdentity({});
				const other = fingerprint.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
				expect(await codeOf(us.operations.trustPartner({ card, fingerprint: other }, actor))).toBe(
					'invalid-input',
				);
				expect(
					await codeOf(us.operations.trustPartner({ card: { ...card, title: 'Other' }, fingerprint }, actor)),
				).toBe('invalid-input');
				expect(await codeOf(trust(us, us))).toBe('conflict');
				expect(await us.identity.partner('fiu')).toBeUndefined();
				expect(await us.operations.trustPartner({ card, fingerprint }, actor)).toMatchObject({
					name: 'fiu',
					state: 'trusted',
					trustedBy: 'Ana',
					agreements: 0,
					waiting: 0,
					reason: null,
					card,
					heardAt: null,
				});
				expect(await us.operations.checkCard({ card })).toMatchObject({ known: 'trusted', carriesOn: true });
				expect(await us.identity.partner('fiu')).toEqual(card);
				expect(await us.identity.verifiersOf('fiu')).toMatchObject({
					ledger: { publicKey: fiu.identity.ledgerSigner().publicKey, type: 'ed25519' },
					cosigner: { publicKey: fiu.identity.cosigner().publicKey, type: 'cosignature' },
				});
				await trust(fiu, us);
				us = await reopen();
				expect(await us.identity.partner('fiu')).toEqual(card);
			});

			it('changes keys so that partners go on, and what was sealed before stays readable', async () => {
				const before = await us.operations.readIdentity({});
				const formerSealing = before.keys.find(({ use }) => use === 'sealing')?.id ?? '';
				const formerSigning = us.identity.signingKeyId();
				const after = await us.operations.rotateKeys({ reason, revoke: false }, actor);
				expect(after.card.number).toBe(2);
				expect(await us.identity.sealingKey(formerSealing)).toBeDefined();
				const [message] = told.splice(0);
				expect(message).toMatchObject({ to: 'fiu', what: 'card', signedWith: formerSigning });
				expect(await fiu.identity.takeCard('customs', message?.document ?? '')).toBeUndefined();
				expect(await fiu.identity.takeCard('customs', message?.document ?? '')).toBeUndefined();
				expect(await fiu.operations.listPartners({})).toMatchObject([{ name: 'customs', state: 'changed' }]);
				expect(await fiu.identity.partnerKey('customs', formerSigning)).toMatchObject({ state: 'former' });
				expect(await fiu.identity.partnerKey('customs', us.identity.signingKeyId())).toMatchObject({
					state: 'current',
				});
				expect(await fiu.identity.takeCard('customs', JSON.stringify(before.card))).toBe('replayed');
				expect(us.identity.formerLedgerVerifiers()).toHaveLength(1);
				expect((await (await reopen()).operations.readIdentity({})).card).toEqual(after.card);
			});

			it('revokes: nothing more is believed from the former key', async () => {
				const former = us.identity.signingKeyId();
				const after = await us.operations.rotateKeys({ reason, revoke: true }, actor);
				expect(after.keys.filter(({ state }) => state === 'revoked')).toHaveLength(3);
				const [message] = told.splice(0);
				expect(await fiu.identity.takeCard('customs', message?.document ?? '')).toBeUndefined();
				expect(await fiu.identity.partnerKey('customs', former)).toMatchObject({ state: 'revoked' });
				expect(await us.identity.partnerKey('customs', former)).toMatchObject({ state: 'revoked' });
			});

			it('finishes a change of keys that a stop interrupted', async () => {
				const former = us.identity.signingKeyId();
				us = await open({
					secrets: { keyFile: join(at.folder, 'elsewhere.key') },
					tell: () => Promise.reject(new Error('the process stops here')),
					onFailure: () => {
						throw new Error('stopped');
					},
				});
				await expect(us.operations.rotateKeys({ reason, revoke: false }, actor)).rejects.toThrow('stopped');
				us = await reopen();
				expect(us.identity.signingKeyId()).toBe(former);
				expect((await us.operations.readIdentity({})).card.number).toBe(3);
				await us.resume();
				expect(us.identity.signingKeyId()).not.toBe(former);
				expect((await us.operations.readIdentity({})).card.number).toBe(4);
				expect(await fiu.identity.takeCard('customs', told.splice(0)[0]?.document ?? '')).toBeUndefined();
			});

			it('tells partners of another address, and stays trusted', async () => {
				expect(await codeOf(us.operations.changeCard({ url: 'http://open.example' }, actor))).toBe(
					'invalid-input',
				);
				const { card } = await us.operations.changeCard({ url: 'https://customs.example:9443' }, actor);
				expect(await fiu.identity.takeCard('customs', told.splice(0)[0]?.document ?? '')).toBeUndefined();
				expect((await fiu.identity.partner('customs'))?.url).toBe(card.url);
			});

			it('takes no card that the former key has not signed; a person may compare and trust it anew', async () => {
				const known = await us.identity.partner('fiu');
				if (known === undefined) throw new Error('no partner');
				const { signature: _, formerSignature: _former, ...card } = known;
				const forged: NodeCard = signCard(
					{ ...card, number: 9, signingKey: us.identity.card().signingKey },
					us.identity.sign,
				);
				expect(await us.identity.takeCard('fiu', JSON.stringify(forged))).toBe('bad-signature');
				expect(await us.identity.takeCard('nobody', JSON.stringify(forged))).toBe('unknown-sender');
				expect(await us.identity.takeCard('fiu', '[]')).toBe('unreadable');
				expect(await us.identity.partner('fiu')).toEqual(known);
			});

			it('distrusts: all that the partner says is a stranger’s, until it is trusted anew', async () => {
				expect(await codeOf(us.operations.distrustPartner({ name: 'nobody', reason }, actor))).toBe(
					'not-found',
				);
				expect(await us.operations.distrustPartner({ name: 'fiu', reason }, actor)).toMatchObject({ reason });
				expect(await us.identity.partner('fiu')).toBeUndefined();
				expect(await us.identity.partnerKey('fiu', fiu.identity.signingKeyId())).toBeUndefined();
				expect(await us.identity.openingKeys().isPartner('fiu')).toBe(false);
				expect(us.identity.partners()).toEqual([]);
				us = await reopen();
				expect(await us.identity.partner('fiu')).toBeUndefined();
				await trust(us, fiu);
				expect(await us.identity.partner('fiu')).toBeDefined();
			});

			it('does not trust because somebody wrote so into the database', async () => {
				await us.operations.distrustPartner({ name: 'fiu', reason }, actor);
				await sql`update partner set state = 'trusted' where name = 'fiu'`.execute(database.kysely);
				us = await reopen();
				expect(await us.identity.partner('fiu')).toBeUndefined();
				expect(await us.operations.listPartners({})).toMatchObject([{ state: 'distrusted' }]);
			});

			it('signs with its key, and enters every change without a name of a person', () => {
				const message = Buffer.from('message');
				expect(verifyBytes(us.identity.ledgerSigner(), message, us.identity.sign(message))).toBe(true);
				expect(envelopeHash(Buffer.from(us.identity.tls().cert))).toMatch(/^[0-9a-f]{64}$/);
				expect(new Set(entered.map(({ event }) => event))).toEqual(
					new Set([
						'made',
						'rotated',
						'card-changed',
						'partner-trusted',
						'partner-keys-changed',
						'partner-card-changed',
						'partner-distrusted',
					]),
				);
				expect(JSON.stringify(entered)).not.toContain('Ana');
			});
		},
	);
}
