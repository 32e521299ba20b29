/**
 * Usual Latin spellings of Arabic given names and family names, the main spelling first. Keys in Arabic script with or
 * without hamza and points (both are taken off before comparing). Facts of usage in the Arab world and in passports.
 */
import { rows, words } from '../data/read-rows.ts';
import { persianNames } from './persian-names.ts';

const arabicRows = `
	محمد muhammad mohamed mohammed mohammad muhamad mohamad mehmed | أحمد ahmad ahmed achmad |
	محمود mahmoud mahmud mahmood | حامد hamid hamed | حمد hamad | حميد hamid hameed | مصطفى
	mustafa mostafa moustafa | علي ali aly | حسن hassan hasan | حسين hussein husain hussain
	hossein husayn | عمر omar umar omer | عثمان othman uthman osman usman | أبو abu abou | أبي
	abi | بن bin ben ibn | ابن ibn | بنت bint | آل al | أم umm um | عبدالله abdullah abdallah
	abdulla abdalla | عبد abd abdul abdel | الله allah | عبدالرحمن abdulrahman abdurrahman
	abdelrahman abdurahman | الرحمن rahman | الرحيم rahim raheem | عبدالعزيز abdulaziz
	abdelaziz | العزيز aziz | عزيز aziz | عبدالكريم abdulkarim abdelkarim | كريم karim kareem
	| عبدالقادر abdulqadir abdelkader abdulkadir | قادر qadir kader | عبداللطيف abdullatif
	abdellatif | لطيف latif | عبدالحميد abdulhamid abdelhamid | عبدالمجيد abdulmajid
	abdelmajid | مجيد majid majeed | عبدالملك abdulmalik abdelmalek | ملك malik malek | مالك
	malik | عبدالسلام abdulsalam abdelsalam abdessalam | سلام salam | عبدالرزاق abdulrazzaq
	abdelrazek abdurrazak | رزاق razzaq razak | عبدالناصر abdulnasser abdelnasser | ناصر
	nasser nasir naser | نصر nasr | نصير naseer nasir | منصور mansour mansur mansoor | إبراهيم
	ibrahim ebrahim brahim | إسماعيل ismail ismaeel esmail | إسحاق ishaq isaac | يعقوب yaqub
	yacoub yaqoob | يوسف yusuf youssef yousef yousuf | موسى musa moussa mousa | عيسى issa isa
	eisa | داود dawood daoud dawud | سليمان sulayman suleiman soliman sulaiman | سلمان salman
	| سالم salem salim | سليم salim saleem | سلطان sultan | سعد saad | سعيد saeed said sayed
	saied | سعود saud saoud | مسعود masoud masood massoud | خالد khalid khaled | خليل khalil |
	خليفة khalifa khalifah | طارق tariq tarek tareq | طه taha | طاهر tahir taher | طلال talal
	| طلحة talha | فهد fahd fahad | فيصل faisal faysal feisal | فواز fawaz | فوزي fawzi fouzi
	| فؤاد fuad fouad foad | فاروق farouk faruq farooq | فارس faris fares | فرج faraj | فريد
	farid fareed | فاضل fadel fadhil fazil | فتحي fathi | فلاح falah | فراس firas feras | صالح
	saleh salih | صلاح salah | صدام saddam | صادق sadiq sadeq | صفوان safwan | صباح sabah |
	صبري sabri | صبحي subhi sobhi | صقر saqr | ضياء diya zia | ظافر dhafer zafer | عادل adel
	adil | عارف arif aref | عاصم asim assem | عامر amer amir | عباس abbas | عدنان adnan | عدي
	uday odai | عرفات arafat | عصام issam essam isam | عطا ata | عطية atiya atiyah attia |
	عقيل aqil aqeel | علاء alaa ala | علوي alawi | عماد imad emad | عمار ammar | عمرو amr amro
	| عمران imran omran | عوض awad | عواد awwad awad | عياد ayad ayyad | غازي ghazi | غالب
	ghalib | غسان ghassan | غانم ghanem ghanim | قاسم qasim qassem kassem qasem | قيس qais
	qays | كامل kamil kamel | كمال kamal | كاظم kadhim kazem kazim | كنعان kanaan | لؤي luay
	loay | ماجد majid majed | ماهر maher mahir | مأمون mamoun mamun | مبارك mubarak mobarak |
	متعب mutaib | مجاهد mujahid | مجدي magdi majdi | محسن mohsen muhsin mohsin | محفوظ mahfouz
	mahfuz | مختار mukhtar mokhtar | مراد murad mourad | مرتضى murtada murtaza morteza | مروان
	marwan | مشعل mishal meshal | معاذ muath moaz muadh | معاوية muawiya | معتز mutaz moataz |
	معمر muammar moammar | مفتاح miftah | مقبل muqbil | مقتدى muqtada moqtada | مهدي mahdi
	mehdi | مؤمن mumin | مؤيد muayad | ميمون maymoun | نادر nader nadir | ناجي naji nagi |
	نايف nayef naif | نبيل nabil nabeel | نجيب najib naguib najeeb | نزار nizar | نضال nidal |
	نعمان numan nouman | نعيم naim naeem | نواف nawaf | نور nur nour noor | نوري nuri nouri |
	هادي hadi | هارون harun haroun haroon | هاشم hashim hashem | هاني hani hany | هشام hisham
	hesham | هلال hilal | هيثم haitham haytham | وائل wael wail | وسام wissam wisam | وليد
	walid waleed | وجدي wajdi | ياسر yasser yasir | ياسين yasin yassin yaseen | يحيى yahya
	yehia | يزيد yazid yazeed | يونس yunus younis younes | ياسمين yasmin yasmine | أسامة osama
	usama oussama | أسعد asaad asad | أسد asad assad | أشرف ashraf | أكرم akram | أمجد amjad |
	أمين amin ameen | أمير amir ameer emir | أنس anas | أنور anwar | أيمن ayman aiman | أيوب
	ayyub ayoub ayub | إدريس idris idriss | إلياس ilyas elias | إياد iyad eyad | إيهاب ihab
	ehab | إحسان ihsan | إسلام islam | آدم adam | بدر badr bader | بدوي badawi | براء baraa |
	برهان burhan | بسام bassam | بشار bashar | بشير bashir basheer | بكر bakr baker | بلال
	bilal | بندر bandar | بهاء bahaa baha | تركي turki | توفيق tawfiq toufic tewfik | تيسير
	taysir | ثامر thamer | ثابت thabit | جابر jaber jabir gaber | جاسم jassim jasem | جاسر
	jasser | جبار jabbar | جبريل jibril gibril | جبر jabr | جراح jarrah | جعفر jafar jaafar
	gaafar | جلال jalal galal | جمال jamal gamal | جميل jamil jameel gamil | جهاد jihad | جواد
	jawad javad | جودة jawda gouda | جورج george | حاتم hatem hatim | حارث harith | حازم hazem
	hazim | حافظ hafez hafiz | حبيب habib | حجاج hajjaj haggag | حداد haddad | حذيفة hudhaifa
	| حسام hussam hossam husam | حسان hassan | حسني husni hosni | حماد hammad | حمدان hamdan |
	حمدي hamdi | حمزة hamza hamzah | حمود hamoud hammoud | حنا hanna | حنفي hanafi | حيدر
	haidar haydar | خضر khidr khader | خلف khalaf | خميس khamis | خيري khairi | دخيل dakhil |
	ذياب dhiab thiab | راشد rashid rashed | رشيد rashid rasheed | رائد raed raid | راضي radi |
	رأفت raafat | ربيع rabih rabi rabea | رجب rajab ragab | رشاد rashad | رضا rida reza redha
	| رضوان ridwan radwan | رفعت rifaat refaat | رفيق rafiq rafik | رمزي ramzi | رمضان ramadan
	ramazan | رياض riyad riad riadh | زايد zayed zaid | زاهر zaher | زكريا zakaria zakariya |
	زكي zaki | زهير zuhair zouheir | زياد ziad ziyad | زيد zaid zayd zeid | زين zain zein zayn
	| زيدان zidan zaidan | سامح sameh | سامر samer | سامي sami samy | ساجد sajid | سراج siraj
	| سعدون sadoun | سعدي saadi | سفيان sufyan sofiane | سمير samir sameer | سنان sinan | سهيل
	suhail sohail | سيد sayyid sayed syed | السيد sayyid sayed alsayed | سيف saif sayf seif |
	شادي shadi | شاكر shaker shakir | شاهين shahin shaheen | شريف sharif sherif shareef |
	شعبان shaban | شفيق shafiq | شكري shukri shoukri | شمس shams | شهاب shihab shehab | شوقي
	shawqi shawki | شيخ sheikh shaikh shaykh | الشيخ sheikh shaikh | الدين din deen | دين din
	deen | جمعة juma jumaa gomaa | حاج hajj haj | الحاج hajj haj haji | حاجي haji | ملا mulla
	mullah | مولوي maulavi mawlawi | مولانا maulana | فاطمة fatima fatma fatimah | عائشة aisha
	aicha ayesha | خديجة khadija khadijah | مريم maryam mariam | زينب zainab zaynab zeinab |
	آمنة amina amna | أمينة amina | أسماء asma asmaa | إيمان iman eman | أمل amal | أميرة
	amira ameera | بتول batoul | بشرى bushra | جميلة jamila | جنان jinan | حنان hanan | حليمة
	halima | حفصة hafsa | خولة khawla | دعاء duaa doaa | دلال dalal | رابعة rabia | رانيا
	rania | رحمة rahma | رشا rasha | رقية ruqayya roqaya | ريم reem rim | رنا rana | زهراء
	zahra | زهرة zahra | سارة sara sarah | سعاد suad souad | سلمى salma | سلوى salwa | سمية
	sumaya soumaya | سميرة samira | سناء sanaa | سهام siham | سوسن sawsan | شيماء shaimaa
	shayma | صفية safiya safia | صفاء safa | عبير abir abeer | عزيزة aziza | علياء alia alya |
	غادة ghada | كوثر kawthar | لطيفة latifa | ليلى layla leila laila | لينا lina | منى mona
	muna | منال manal | مها maha | ميساء maysa | نادية nadia | نجلاء najla | نجوى najwa |
	نسرين nasrin nisreen | نوال nawal | نورة noura nura | هالة hala | هبة hiba heba | هدى huda
	hoda | هناء hana | هند hind | وفاء wafa | ياسمينة yasmina | يسرى yusra | القذافي qaddafi
	gaddafi gadhafi | الزرقاوي zarqawi | الظواهري zawahiri | البغدادي baghdadi | التكريتي
	tikriti | العراقي iraqi | المصري masri | السوري suri souri | اليمني yemeni yamani | الليبي
	libi | التونسي tunisi | المغربي maghribi | الجزائري jazairi | الأردني urduni | الفلسطيني
	filastini | السعودي saudi | القطري qatari | الكويتي kuwaiti | الهاشمي hashimi | الحسيني
	husseini | الحسني hasani | الأنصاري ansari | القحطاني qahtani | العتيبي otaibi utaybi |
	الغامدي ghamdi | الحربي harbi | الشمري shammari | المطيري mutairi | الدوسري dosari |
	الزهراني zahrani | الشهري shehri shahri | العنزي anzi enezi | السديري sudairi | المالكي
	maliki | الحوثي houthi huthi | صنعاني sanani | الحضرمي hadrami | الخوري khoury khouri |
	خوري khoury | نصرالله nasrallah | الحريري hariri | جنبلاط jumblatt | بري berri | شهيد
	shaheed | جبوري jaburi | الجبوري jubouri jaburi | السامرائي samarrai | الموسوي musawi
	mousavi | الجزيري jaziri | الشامي shami | البنا banna | قطب qutb | الأسد assad asad | شوكت
	shawkat | مخلوف makhlouf | حداد haddad | نجار najjar | خياط khayyat | صباغ sabbagh | عطار
	attar | بكري bakri | قرشي qurashi | تميمي tamimi | التميمي tamimi | حربي harbi | عزام
	azzam | صغير saghir | كبير kabir | طويل tawil | أحمر ahmar | أبيض abyad | عبيد ubaid obeid
	| عبيدي ubaydi obeidi | زبير zubair | زبيدي zubaydi zubaidi | دليمي dulaimi`;

const entriesOf = (block: string): readonly (readonly [string, readonly string[]])[] =>
	rows(block).map((row): readonly [string, readonly string[]] => {
		const [native = '', ...latin] = words(row);
		return [native, latin];
	});

/** Native word and its Latin spellings, the main one first; as Arabs write and read it. */
export const arabicNames = entriesOf(arabicRows);

/** The same of Iran, Afghanistan, Pakistan and the Kurds. */
export const easternNames = entriesOf(persianNames);
