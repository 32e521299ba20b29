/**
 * What each room may import. The key is a folder; its value lists the folders (or files) that its files may import
 * from, besides themselves and packages. `packages` limits which packages; absent means any of package.json.
 */
export type Room = { imports: readonly string[]; packages?: readonly string[]; why: string };

export const rooms: { readonly [folder: string]: Room } = {
	contract: {
		imports: [],
		packages: ['zod'],
		why: 'crosses the process boundary, so it depends on nothing of ours',
	},
	'src/values': {
		imports: [],
		packages: ['node:crypto'],
		why: 'the smallest words; everything may use them',
	},
	'src/names': {
		imports: ['src/values'],
		packages: ['any-ascii'],
		why: 'pure: two names in, how alike they are out; screening and resolution share it',
	},
	'src/mentions': {
		imports: ['contract', 'src/values', 'src/platform'],
		why: 'what records say of whom; screening and resolution share it',
	},
	'src/screening/lists': {
		imports: [
			'contract',
			'src/values',
			'src/intake/formats/xml',
			'src/intake/formats/csv',
			'src/intake/formats/archive',
		],
		packages: ['zod', 'csv-parse', 'fflate', 'node:buffer', 'node:util'],
		why: 'pure: published lists in, entries out; hostile input goes through the readers of intake',
	},
	'src/screening/engine': {
		imports: ['contract', 'src/values', 'src/names', 'src/mentions/model.ts'],
		packages: [],
		why: 'pure: entries and a mention in, explained hits out',
	},
	'src/screening': {
		imports: ['contract', 'src/values', 'src/names', 'src/mentions', 'src/platform'],
		why: 'orchestrates its own inner rooms',
	},
	'src/resolution/linkage': {
		imports: ['contract', 'src/values', 'src/names', 'src/mentions/model.ts'],
		packages: ['node:worker_threads', 'node:os'],
		why: 'pure: mentions in, judgements out; the only doors are the threads that it computes in',
	},
	'src/resolution': {
		imports: ['contract', 'src/values', 'src/names', 'src/mentions', 'src/platform'],
		why: 'orchestrates its own inner rooms',
	},
	'src/intake/formats': {
		imports: ['contract', 'mappings', 'src/values', 'src/intake/model.ts'],
		packages: ['zod', 'fflate', 'node:buffer', 'node:zlib', 'node:util', 'node:string_decoder'],
		why: 'pure: bytes in, readings out; no store, no clock, no files',
	},
	'src/intake/validate': {
		imports: ['contract', 'src/values', 'src/intake/model.ts'],
		packages: ['node:crypto'],
		why: 'pure: a record in, findings out',
	},
	'src/intake/store': {
		imports: [
			'contract',
			'src/values',
			'src/platform',
			'src/intake/model.ts',
			'src/mentions',
			'src/screening/model.ts',
			'src/targeting/model.ts',
		],
		why: 'the only SQL of intake',
	},
	'src/intake': {
		imports: [
			'contract',
			'src/values',
			'src/platform',
			'src/targeting',
			'src/mentions',
			'src/screening',
			'src/ledger/model.ts',
		],
		why: 'orchestrates its own inner rooms; asks screening before it writes',
	},
	'src/targeting/trees': {
		imports: ['contract', 'src/values'],
		packages: ['zod', 'node:worker_threads', 'node:os'],
		why: 'pure: a table in, trees, scores and reasons out; the only doors are the threads that it computes in',
	},
	'src/targeting/profile': {
		imports: ['contract', 'src/values', 'src/targeting/trees', 'src/targeting/knowledge.ts'],
		packages: [],
		why: 'pure: goods that came in, features and what is usual out',
	},
	'src/targeting/history': {
		imports: [
			'contract',
			'src/values',
			'src/targeting/knowledge.ts',
			'src/targeting/profile',
			'src/targeting/facts',
		],
		packages: [],
		why: 'pure: what came of persons, documents, places; counts, links and journeys out',
	},
	'src/targeting/facts': {
		imports: [
			'contract',
			'src/values',
			'src/targeting/knowledge.ts',
			'src/targeting/model.ts',
			'src/targeting/profile',
		],
		packages: [],
		why: 'pure: a record in, the facts that rules and profiles read out',
	},
	'src/targeting/rules': {
		imports: [
			'contract',
			'rules',
			'src/values',
			'src/targeting/facts',
			'src/targeting/history/kinds.ts',
			'src/targeting/knowledge.ts',
			'src/targeting/model.ts',
		],
		packages: ['zod', '@marcbachmann/cel-js'],
		why: 'pure: rules and units in, firings out; the only room that knows CEL',
	},
	'src/targeting/lanes': {
		imports: ['contract', 'src/values', 'src/targeting/model.ts'],
		packages: ['node:crypto'],
		why: 'pure: what speaks for a check in, a lane out',
	},
	'src/targeting/fairness': {
		imports: [
			'contract',
			'src/values',
			'src/platform',
			'src/targeting/model.ts',
			'src/targeting/store',
			'src/intake/formats/csv',
		],
		packages: [],
		why: 'counts by group in, rates and what is out of proportion out; cells of CSV are made safe as intake does',
	},
	'src/targeting/store': {
		imports: ['contract', 'src/values', 'src/platform', 'src/targeting/model.ts'],
		why: 'the only SQL of targeting',
	},
	'src/targeting': {
		imports: ['contract', 'src/values', 'src/platform'],
		why: 'orchestrates its own inner rooms; intake asks it before it writes',
	},
	'src/exchange/envelope': {
		imports: ['contract', 'src/values'],
		packages: ['@hpke/core', 'node:crypto'],
		why: 'pure: messages and keys in, sealed envelopes out, and back',
	},
	'src/exchange/agreements': {
		imports: [
			'contract',
			'src/values',
			'src/platform',
			'src/exchange/model.ts',
			'src/exchange/store',
			'src/ledger',
		],
		why: 'what may be shared: documents, signatures, coverage, minimisation, Cedar',
	},
	'src/exchange/store': {
		imports: ['contract', 'src/values', 'src/platform'],
		why: 'the only SQL of exchange',
	},
	'src/exchange': {
		imports: [
			'contract',
			'src/values',
			'src/platform',
			'src/ledger',
			'src/names',
			'src/mentions',
			'src/policy',
		],
		why: 'orchestrates its own inner rooms; nothing leaves the node by another way',
	},
	'src/exchange/matching': {
		imports: [
			'contract',
			'src/values',
			'src/names',
			'src/mentions',
			'src/platform',
			'src/exchange/model.ts',
			'src/exchange/store',
			'src/ledger',
		],
		why: 'identifiers in, offers, questions and answers out; the group is computed in threads of its own',
	},
	'src/ledger/merkle': {
		imports: [],
		packages: ['node:crypto'],
		why: 'pure: hashes in, roots and proofs out; a verifier needs nothing else',
	},
	'src/ledger/note': {
		imports: [],
		packages: ['node:crypto'],
		why: 'pure: texts and keys in, signed notes out',
	},
	'src/ledger': {
		imports: ['contract', 'src/values', 'src/platform'],
		why: 'knows what is entered by its hash only, so it imports none of those who enter it',
	},
	'src/policy': {
		imports: ['contract', 'src/values', 'src/platform'],
		why: 'decides; knows nothing of what it guards',
	},
	'src/training': {
		imports: ['contract', 'src/values', 'src/intake/formats', 'src/intake/model.ts'],
		why: 'a simulated border uses the real formats and nothing behind them',
	},
	'src/platform': { imports: ['contract'], why: 'carries every room, knows none' },
	'src/server': {
		imports: [
			'contract',
			'src/values',
			'src/intake',
			'src/mentions',
			'src/screening',
			'src/resolution',
			'src/targeting',
			'src/exchange',
			'src/ledger',
			'src/policy',
			'src/platform',
		],
		why: 'a thin surface over operations',
	},
	'src/cli': {
		imports: [
			'contract',
			'src/values',
			'src/intake',
			'src/mentions',
			'src/screening',
			'src/resolution',
			'src/targeting',
			'src/exchange',
			'src/ledger',
			'src/policy',
			'src/platform',
			'src/server',
			'src/training',
			'bench',
		],
		why: 'a thin surface over operations',
	},
	bench: { imports: ['contract', 'src'], why: 'measures everything' },
	console: { imports: ['contract'], why: 'talks to the server through the contract only' },
	test: { imports: ['contract', 'src', 'bench', 'scripts', 'bin'], why: 'sees everything' },
};
