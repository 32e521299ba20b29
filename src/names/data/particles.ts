/**
 * Small words inside the names of persons: particles of descent and place, articles, and the joiners that mean son or
 * daughter of. They join names and tell nobody apart. Keys as `toLatin` gives them.
 */
import { words } from './read-rows.ts';

/** They mean son of, daughter of, child of: what follows is the name of a parent. */
export const patronymicJoiners: ReadonlySet<string> = new Set(
	words(`
		bin ben ibn bn ibni bini binti bint binte bte bt binta bent bat bar ould wald walad uld oulad weld oul
		mint ap ab ferch verch mac mc nic nighean ni oglu ogli ogly uly ulu oghlu kyzy kizy kizi qizi gizi gyzy zade
		zadeh zada fitz walda weled anak`),
);

/** Father of, mother of: what follows is the name of a child, or a by-name. */
export const kunya: ReadonlySet<string> = new Set(
	words('abu abou aboo abo abi aba umm um oum omm umu oumou bu'),
);

/** All small words, joiners too. Those that are also names (Van as a given name, Ben) are particles only inside a name. */
export const particles: ReadonlySet<string> = new Set([
	...patronymicJoiners,
	...words(`
	al el ul ud ur us ash as at ad an ar az adh ath il ol oul eul lil ed er es ez ech esh
	de da do dos das di del della delle dello dei degli dal dalla du des d l la le lo las los les y e i et und and
	van von vom zu zum zur der den dem ten ter te t aan op auf aus am im in het
	af av til san santa santo sao st saint sainte ste sant
	na o ua ui mhac ap
	a ka ke no
	thi
	`),
]);
