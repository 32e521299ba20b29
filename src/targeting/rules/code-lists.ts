/**
 * Lists of codes that conditions name: `listed("weapons", item.hs)`. Those of the program are in rules/codes/; a node puts
 * its own in their place by the same identifier. A code is listed if an entry of the list is its beginning.
 */
import { z } from 'zod';
import diversionCountries from '../../../rules/codes/diversion-countries.json' with { type: 'json' };
import exciseGoods from '../../../rules/codes/excise-goods.json' with { type: 'json' };
import highPriorityItems from '../../../rules/codes/high-priority-items.json' with { type: 'json' };
import prohibitedGoods from '../../../rules/codes/prohibited-goods.json' with { type: 'json' };
import weapons from '../../../rules/codes/weapons.json' with { type: 'json' };
import type { CodeList, CodeLists } from './engine.ts';

const codeList = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9-]{2,63}$/),
	title: z.string().min(1).max(200),
	source: z.string().min(1).max(400),
	codes: z.array(z.string().regex(/^[A-Z0-9]{1,20}$/)).max(20_000),
});

/** Reads the text of a file. @returns undefined where it is not JSON, or does not have the form. */
export function parseCodeList(text: string): CodeList | undefined {
	try {
		return codeList.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** The lists of the program, with those of the node in their place. */
export function codeListsWith(own: readonly CodeList[]): CodeLists {
	return new Map([...builtInCodeLists.values(), ...own].map((list) => [list.id, list]));
}

export const builtInCodeLists: CodeLists = new Map(
	[diversionCountries, exciseGoods, highPriorityItems, prohibitedGoods, weapons].map((list) => {
		const { id, ...rest } = codeList.parse(list);
		return [id, { id, ...rest }];
	}),
);
