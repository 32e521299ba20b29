/**
 * Legal forms of organisations, short and long, of all countries, to a canonical class. The facts of ISO 20275 (entity legal
 * forms) and of company law. Keys as `toLatin` gives them; a form with stops stands joined and with spaces (`spa`, `s p a`).
 */
import { latinLegalForms } from './legal-forms-latin.ts';
import { rows } from './read-rows.ts';

/** What the forms come to: forms of one class are the same in different countries or languages, or written otherwise. */
export type LegalClass =
	| 'joint-stock'
	| 'limited'
	| 'company'
	| 'general-partnership'
	| 'limited-partnership'
	| 'sole'
	| 'association'
	| 'foundation'
	| 'cooperative'
	| 'state-enterprise'
	| 'branch'
	| 'trust'
	| 'group';

export type LegalForm = { readonly canonical: string; readonly countries?: readonly string[] };

/** Latin form → its class and the countries (ISO 3166 alpha-2) that have it, where it is of few. */
export const legalForms: ReadonlyMap<string, LegalForm> = readForms();

function readForms(): ReadonlyMap<string, LegalForm> {
	const found = new Map<string, LegalForm>();
	for (const { canonical, forms } of latinLegalForms)
		for (const row of rows(forms)) {
			const [written, countries] = row.split(':');
			const form: LegalForm =
				countries === undefined ? { canonical } : { canonical, countries: countries.trim().split(' ') };
			for (const key of spellings(written!.trim())) if (!found.has(key)) found.set(key, form);
		}
	return found;
}

/** `s.p.a` → spa and s p a. */
function spellings(written: string): readonly string[] {
	return written.includes('.')
		? [written.replaceAll('.', ''), written.replaceAll('.', ' ').replace(/ +/g, ' ')]
		: [written];
}

/** Forms in their own script, in NFKC and lower case → class; the longest first, so that none hides one that it is part of. */
export const scriptLegalForms: ReadonlyMap<string, string> = new Map(
	[
		[
			'joint-stock',
			`
			株式会社 | (株) | 股份有限公司 | 股份公司 | 股份有限责任公司 | 股份有限責任公司 | 주식회사 | (주) | ㈜ | ао | оао | зао | пао |
			аоо | нао | ат | пат | прат | ват | зат | тат | открытое акционерное общество | закрытое
			акционерное общество | публичное акционерное общество | акционерное общество | непубличное
			акционерное общество | акціонерне товариство | публічне акціонерне товариство | приватне
			акціонерне товариство | ад | еад | акционерно дружество | акционарско друштво | α.ε. | αε
			| ανώνυμη εταιρεία | ανώνυμος εταιρεία | α.ε.ε. | شركة مساهمة | شركة مساهمة عامة | شركة
			مساهمة مقفلة | شركة مساهمة سعودية | ش.م.م | ش.م.ل | ش.م.ب | ش.م.ك | شركت سهامی عام | شرکت
			سهامی خاص | شرکت سهامی | سهامی عام | سهامی خاص | บริษัทมหาชน | จำกัด (มหาชน) |
			บริษัทมหาชนจำกัด | бас | акционерлік қоғам | ақ | аж | бөеж | บมจ. | חברה ציבורית | ֆբը |
			բբը | փբը | სააქციო საზოგადოება | სს | хк | хувьцаат компани`,
		],
		[
			'limited',
			`
			有限会社 | (有) | 有限公司 | 有限责任公司 | 有限責任公司 | 合同会社 | 合同會社 | 유한회사 | 유한책임회사 | (유) | ооо | общество с
			ограниченной ответственностью | тов | товариство з обмеженою відповідальністю | тоо |
			товарищество с ограниченной ответственностью | осоо | одо | общество с дополнительной
			ответственностью | оод | еоод | дружество с ограничена отговорност | доо | друштво са
			ограниченом одговорношћу | дооел | ε.π.ε. | επε | εταιρεία περιορισμένης ευθύνης | ι.κ.ε.
			| ικε | μονοπρόσωπη | شركة ذات مسؤولية محدودة | ذات مسؤولية محدودة | ذ.م.م | ذ.م.م. |
			ش.ذ.م.م | المحدودة | محدودة | شرکت با مسئولیت محدود | مسئولیت محدود | با مسئولیت محدود |
			لمیٹڈ | پرائیویٹ لمیٹڈ | בע"מ | בעמ | บริษัท จำกัด | จำกัด | บจก. | жшс | жауапкершілігі
			шектеулі серіктестік | жчк | ххк | хязгаарлагдмал хариуцлагатай компани | სპს | შპს |
			შეზღუდული პასუხისმგებლობის საზოგადოება | սպը | ҷдмм | प्राइवेट लिमिटेड | लिमिटेड | লিমিটেড
			| லிமிடெட்`,
		],
		[
			'company',
			`
			公司 | 会社 | 會社 | 회사 | شركة | شرکت | شركه | בית עסק | חברה | компания | фирма | компанія |
			εταιρεία | εταιρία | บริษัท | کمپنی | कंपनी | কোম্পানি | ընկերություն | კომპანია | қоғам |
			компани`,
		],
		[
			'general-partnership',
			`
			合名会社 | 普通合伙 | 合伙企业 | 合夥 | 합명회사 | ο.ε. | οε | ομόρρυθμη εταιρεία | شركة تضامن | полное
			товарищество | пт`,
		],
		[
			'limited-partnership',
			`
			合資会社 | 有限合伙 | 有限合伙企业 | 합자회사 | ε.ε. | εε | ετερόρρυθμη εταιρεία | شركة توصية بسيطة |
			коммандитное товарищество | ห้างหุ้นส่วนจำกัด | หจก. | кд | שותפות מוגבלת`,
		],
		[
			'sole',
			`
			ип | индивидуальный предприниматель | чп | частное предприятие | фоп | фізична особа
			підприємець | пп | приватне підприємство | ет | едноличен търговец | مؤسسة | مؤسسة فردية |
			个体工商户 | 個人商店 | ատ | иҷ`,
		],
		[
			'association',
			`
			ассоциация | союз | общественная организация | 协会 | 協會 | 協会 | 学会 | 商会 | 商會 | 一般社団法人 | 社団法人
			| 公益社団法人 | 협회 | 사단법인 | جمعية | انجمن | اتحاد | עמותה | (ע"ר) | σύλλογος | ένωση | สมาคม |
			нко | ано | асоціація | сдружение`,
		],
		[
			'foundation',
			`
			фонд | 基金会 | 基金會 | 財団法人 | 一般財団法人 | 公益財団法人 | 재단법인 | مؤسسة خيرية | بنیاد | وقف | ίδρυμα |
			มูลนิธิ | קרן | фондация`,
		],
		[
			'cooperative',
			`
			кооператив | 合作社 | 協同組合 | 협동조합 | تعاونية | تعاونی | συνεταιρισμός | אגודה שיתופית |
			สหกรณ์ | спк`,
		],
		[
			'state-enterprise',
			`
			фгуп | гуп | муп | фгбу | фгбоу | фку | федеральное государственное унитарное предприятие
			| государственное унитарное предприятие | казенное предприятие | государственное
			предприятие | гп | дп | державне підприємство | рүп | руп | 国有企业 | 公社 | 独立行政法人 | 국영기업 | 공사
			| مؤسسة عامة | هيئة عامة | рмк | мкк | δημόσια επιχείρηση | รัฐวิสาหกิจ`,
		],
		[
			'group',
			`
			集团 | 集團 | 集团公司 | 集團公司 | 그룹 | группа компаний | гк | مجموعة | گروه | όμιλος | холдинг |
			グループ | ホールディングス | กลุ่มบริษัท | קבוצת`,
		],
		[
			'branch',
			`
			филиал | 分公司 | 支店 | 지점 | فرع | شعبه | υποκατάστημα | סניף | สาขา | представительство |
			філія | клон`,
		],
	]
		.flatMap(([canonical, forms]): [string, string][] =>
			rows(forms!).map((form): [string, string] => [form.normalize('NFKC').toLowerCase(), canonical!]),
		)
		.sort(([left], [right]) => right.length - left.length),
);
