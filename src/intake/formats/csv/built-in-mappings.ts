/**
 * The mapping files that come with the project (folder `mappings/`), checked when the program starts.
 */

import type { Mapping } from '../../../../contract/mapping.ts';
import cashDeclarations from '../../../../mappings/cash-declarations.json' with { type: 'json' };
import declarationLines from '../../../../mappings/declaration-lines.json' with { type: 'json' };
import importDeclarations from '../../../../mappings/import-declarations.json' with { type: 'json' };
import outcomes from '../../../../mappings/outcomes.json' with { type: 'json' };
import { parseMapping } from './mapping-check.ts';

/** Mappings that are tried on every CSV, in no particular order: signatures decide. */
export const builtInMappings: readonly Mapping[] = [
	importDeclarations,
	declarationLines,
	cashDeclarations,
	outcomes,
].map((file) => {
	const checked = parseMapping(file);
	// A mistake in a file of our own; tests read them all, so no user meets it.
	if ('problem' in checked) throw new TypeError(`mapping "${file.id}": ${checked.problem}`);
	return checked.mapping;
});
