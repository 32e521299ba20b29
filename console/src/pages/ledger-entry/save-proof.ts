import type { ProofBundle } from '../../../../contract/operations-ledger.ts';

/** Gives the browser the bundle to keep, as the command line writes it. */
export function saveProof(bundle: ProofBundle): void {
	const address = URL.createObjectURL(
		new Blob([`${JSON.stringify(bundle, null, '\t')}\n`], { type: 'application/json' }),
	);
	const link = document.createElement('a');
	link.href = address;
	link.download = `proof-${bundle.position}.json`;
	link.click();
	URL.revokeObjectURL(address);
}
