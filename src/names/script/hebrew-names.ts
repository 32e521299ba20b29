/** Usual Latin spellings of Hebrew names and of words in them; keys without points. Public facts of Israeli usage. */
import { rows, words } from '../data/read-rows.ts';

const hebrewRows = `
	אברהם avraham | יצחק yitzhak | יעקב yaakov | יוסף yosef | משה moshe | דוד david | שלמה
	shlomo | שמואל shmuel | בנימין binyamin | נתניהו netanyahu | כהן cohen | לוי levi | מזרחי
	mizrahi | פרץ peretz | ביטון biton | דהן dahan | אזולאי azoulay | מלכה malka | אברהמי
	avrahami | גבאי gabbay | עמר amar | חדד hadad | גולן golan | שרון sharon | רבין rabin |
	פרס peres | שמיר shamir | ברק barak | אולמרט olmert | לפיד lapid | אהרון aharon | אהרן
	aharon | אריאל ariel | אלון alon | אורי uri | איתן eitan | יונתן yonatan | נתן natan | דן
	dan | דניאל daniel | גבריאל gavriel | מיכאל michael | רפאל rafael | עמוס amos | עוזי uzi |
	צבי zvi | זאב zeev | אריה arye | חיים haim | מנחם menachem | מרדכי mordechai | אליהו
	eliyahu | ישראל israel | ישעיהו yeshayahu | ירמיהו yirmiyahu | יחזקאל yehezkel | עזרא ezra
	| נחמיה nehemya | שאול shaul | יהודה yehuda | ראובן reuven | שמעון shimon | גד gad | אשר
	asher | נפתלי naftali | יהושע yehoshua | גדעון gideon | שמשון shimshon | עובדיה ovadia |
	פנחס pinchas | ברוך baruch | שרה sara | רבקה rivka | רחל rachel | לאה lea | מרים miriam |
	דבורה dvora | חנה hana | אסתר ester | רות rut | נעמי naomi | יעל yael | תמר tamar | מיכל
	michal | שירה shira | טל tal | נועה noa | עדי adi | מאיה maya | רונית ronit | אורלי orly |
	גלית galit | ענת anat | איילת ayelet | אילנה ilana | יוסי yossi | אבי avi | רמי rami |
	רוני roni | גיל gil | עופר ofer | אמיר amir | אייל eyal | דורון doron | יורם yoram | צחי
	tzahi | מאיר meir | שי shai | עמית amit | ניר nir | רון ron | יובל yuval | איתי itay | אסף
	asaf | עידו ido | עומר omer | תומר tomer | נדב nadav | אורן oren | יאיר yair | אלי eli |
	פרידמן friedman | גולדברג goldberg | כץ katz | שפירא shapira | רוזנברג rosenberg | רוזן
	rosen | ויס weiss | גולדשטיין goldstein | שוורץ schwartz | קליין klein | גרינברג greenberg
	| אדלר adler | פלדמן feldman | הורוביץ horowitz | וייס weiss | שטרן stern | ברגר berger |
	בן ben | בר bar | בת bat | יוחאי yohai | מוחמד muhammad | אחמד ahmad | מחמוד mahmoud | עלי
	ali | חסן hassan | חוסיין hussein | אבו abu | עבד abd | אל el | סלאח salah`;

/** Native word → usual Latin spelling. */
export const hebrewNames: ReadonlyMap<string, string> = new Map(
	rows(hebrewRows).map((row): [string, string] => {
		const [native = '', latin = ''] = words(row);
		return [native, latin];
	}),
);
