/** Program: one worker of `bench pipeline --workers`. Its argument is JSON; it says "ready", and stops when told. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { serveOrders } from '../src/intake/distribute.ts';
import { createLine } from '../src/intake/line.ts';
import { DEFAULT_LIMITS } from '../src/intake/model.ts';
import { signerOf } from '../src/ledger/note/signed-note.ts';
import { createLedger } from '../src/ledger/operations.ts';
import { openNatsBus } from '../src/platform/bus/nats-bus.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import { openVault } from '../src/platform/vault/vault.ts';
import { createScreening } from '../src/screening/operations.ts';
import { openTargeting } from '../src/targeting/operations.ts';
import { noReferenceLists } from '../src/values/reference-lists.ts';

const { databaseUrl, nats, stream, folder, writer } = JSON.parse(process.argv[2] ?? '{}') as Record<
	'databaseUrl' | 'nats' | 'stream' | 'folder' | 'writer',
	string
>;
const database = await openDatabase({ url: databaseUrl, connections: 4 });
const vault = await openVault({ directory: folder, writer });
const bus = await openNatsBus({ url: nats, stream });
const screening = createScreening({
	database,
	clock: systemClock,
	onFailure: (message, cause) => console.error(message, cause),
});
const targeting = await openTargeting({
	database,
	clock: systemClock,
	country: 'XX',
	alone: false,
	submit: async () => {},
	onFailure: (message, cause) => console.error(message, cause),
});
// It enters what it reads, as the line of a node does; checkpoints are the node's, so that its key signs nothing here.
const ledger = createLedger({
	database,
	clock: systemClock,
	signer: signerOf('worker', 'ed25519', randomBytes(32)),
});
const line = createLine({
	database,
	enter: (session, entries) => ledger.appendIn(session, entries),
	screening,
	targeting,
	clock: systemClock,
	limits: DEFAULT_LIMITS,
	lists: () => noReferenceLists,
	mapping: () => undefined,
	onEvents: () => {},
});
const orders = await serveOrders({ bus, line, vault, database, concurrency: 16 });
process.send?.('ready');
await once(process, 'message');
await orders.close();
await line.close();
await Promise.all([screening.close(), targeting.close()]);
await bus.close();
await vault.close();
await database.close();
process.exit(0);
