/** Persian, Dari, Pashto, Kurdish and Urdu names in Arabic script with their usual Latin spellings, the main one first. */

export const persianNames = `
	رضا reza | حسین hossein hussain | محسن mohsen | مهدی mehdi mahdi | علیرضا alireza |
	محمدرضا mohammadreza | غلامرضا gholamreza | حمیدرضا hamidreza | امیرحسین amirhossein |
	بهرام bahram | بهمن bahman | بهروز behrouz | بیژن bijan | پرویز parviz | پویا pouya |
	پیمان peyman | جمشید jamshid | جهانگیر jahangir | خسرو khosrow khosrau | داریوش dariush |
	رستم rostam | رحیم rahim | سهراب sohrab | سیاوش siavash | سیامک siamak | شاپور shapour |
	شهرام shahram | شهریار shahriar | فرامرز faramarz | فرهاد farhad | فریدون fereydoun |
	فرزاد farzad | فیروز firouz | کامران kamran | کاوه kaveh | کوروش kourosh cyrus | کیوان
	keyvan | کیانوش kianoush | مازیار maziar | منوچهر manouchehr | مهران mehran | مهرداد
	mehrdad | نادر nader | نوید navid | هوشنگ houshang | هومن houman | یاشار yashar | آرش
	arash | آرمان arman | آریا arya | اردشیر ardeshir | اسفندیار esfandiar | اکبر akbar | اصغر
	asghar | ایرج iraj | ایمان iman | بابک babak | احمدی ahmadi | احمدی‌نژاد ahmadinejad |
	خامنه khamene | خمینی khomeini | روحانی rouhani | رفسنجانی rafsanjani | رئیسی raisi |
	لاریجانی larijani | سلیمانی soleimani | قاسمی ghasemi | محمدی mohammadi | حسینی hosseini |
	موسوی mousavi | رضایی rezaei | کریمی karimi | جعفری jafari | رحیمی rahimi | ابراهیمی
	ebrahimi | صادقی sadeghi | نوری nouri | هاشمی hashemi | اکبری akbari | زارع zare | مرادی
	moradi | حیدری heydari | قربانی ghorbani | نظری nazari | شریفی sharifi | زهرا zahra |
	فاطمه fatemeh | مریم maryam | نرگس narges | نسرین nasrin | پروین parvin | شیرین shirin |
	لیلا leila | مهناز mahnaz | میترا mitra | مینا mina | ناهید nahid | نیلوفر niloufar |
	آزاده azadeh | پریسا parisa | ژاله zhaleh | ژیلا zhila | سحر sahar | سیما sima | شهره
	shohreh | طاهره tahereh | خان khan | بیگ beg baig | میرزا mirza | شاه shah | گل gul gol |
	جان jan | آغا agha | آقا agha | ملا mullah mulla | مولوی maulavi mawlawi | حقانی haqqani |
	آخوند akhund | آخندزاده akhundzada | هیبت haibat | سراج siraj | الدین din | گلبدین
	gulbuddin | حکمتیار hekmatyar | دوستم dostum | کرزی karzai | غنی ghani | عبدالغنی
	abdulghani abdul-ghani | برادر baradar | منصور mansour | یعقوب yaqoob | ذاکر zakir | ضعیف
	zaeef | وکیل wakil | متوکل mutawakkil | متقی muttaqi | مسعود massoud | ربانی rabbani |
	سیاف sayyaf | فهیم fahim | قانونی qanuni | اسماعیل ismail | نواز nawaz | شریف sharif |
	بھٹو bhutto | زرداری zardari | عمران imran | پرویز pervez parvez | مشرف musharraf | ضیا
	zia | چوہدری chaudhry chaudhary | ملک malik | بٹ butt | قریشی qureshi | صدیقی siddiqui |
	فاروقی farooqi | انصاری ansari | رضوی rizvi | نقوی naqvi | زیدی zaidi | بخاری bukhari |
	گیلانی gilani | جیلانی jilani | حافظ hafiz | سعید saeed | مسعود masood | اظہر azhar |
	لکھوی lakhvi | داؤد dawood | ابراہیم ibrahim | بہادر bahadur | زمان zaman | اقبال iqbal |
	اسلم aslam | اکرم akram | ارشد arshad | خورشید khurshid | جاوید javed | نوید naveed | ندیم
	nadeem | وسیم wasim | شاہد shahid | شاہین shaheen | طالب talib | ظفر zafar | فضل fazal |
	رحمان rehman rahman | الرحمن rahman | خلیل khalil | ژینا zhina | دلشاد dilshad | آزاد azad
	| هیوا hiwa | کاروان karwan | نێچیرڤان nechirvan | بارزانی barzani | طالبانی talabani |
	طاڵەبانی talabani | عەبدوڵڵا abdullah | پور pour | زاده zadeh | نژاد nejad | نیا nia |
	کرمانی kermani | تهرانی tehrani | اصفهانی esfahani isfahani | شیرازی shirazi | تبریزی
	tabrizi | مشهدی mashhadi`;
