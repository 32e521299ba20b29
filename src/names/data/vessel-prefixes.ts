/**
 * Prefixes before the name of a vessel: kind of ship, flag, navy. Written with or without strokes and stops, so that a
 * prefix of several letters also stands here with spaces (`m v`). Maritime usage.
 */
import { words } from './read-rows.ts';

const joined = words(`
	mv mt ms ss mf mfv fv sv my sy rv pv ts tss ps pt lng lpg lngc lpgc fpso fso fsu rms hms hmas hmcs hmnzs
	uss usns usnv usav uscgc uscg ins irins iris kri bap bns pns slns ans ara arc arm bae fgs fns frs hdms
	hnoms hnlms hswms hs its jds js krs lka knm nrp orp rfa rfs rov roks rps rss sas sts tcg usat usrc cs cv
	csc dsv ahts psv osv mtug tug ropax roro ro-ro vlcc ulcc nb mts mtv msv mssv mb ml mh mvs gts gtv mpv
	mpp dredger barge tanker vessel ship motor steam ferry trawler yacht motorvessel fishing boat navire
	bateau buque barco motonave motoscafo nave nava schiff motorschiff teplokhod tkh mys mn mc bm bp bh fb
	lct lcu lst csd tsd hsc ntv sb rb hopper crane`);

/** Keys as `toLatin` gives them. */
export const vesselPrefixes: ReadonlySet<string> = new Set(
	joined
		.map((word) => word.replaceAll('-', ' '))
		.flatMap((word) => (/^[a-z]{2,3}$/.test(word) ? [word, [...word].join(' ')] : [word]))
		.concat([
			'm v',
			'm t',
			'm s',
			's s',
			'f v',
			's y',
			'm y',
			'm tug',
			'motor vessel',
			'motor tanker',
			'motor yacht',
			'steam ship',
		]),
);
