/**
 * Countries, demonyms, capitals and great cities in their usual languages: words that qualify the name of a branch
 * (`Deutschland`, `of Mexico`, `London`). Single words as `toLatin` gives them, and a few of two. UN names of countries.
 */
import { rows, words } from './read-rows.ts';

const countries = words(`
	afghanistan afghan albania albanian algeria algerian algerie andorra angola argentina argentine
	argentinian armenia armenian australia australian austria austrian osterreich azerbaijan azerbaijani
	bahamas bahrain bangladesh bangladeshi barbados belarus belarusian belgium belgian belgique belgie
	belgien belize benin bhutan bolivia bolivian bosnia botswana brazil brazilian brasil brasileira
	brasileiro brunei bulgaria bulgarian burkina burundi cambodia cambodian cameroon cameroun canada
	canadian chad tchad chile chilean china chinese zhongguo colombia colombian comoros congo congolese
	croatia croatian hrvatska cuba cuban cyprus cypriot czechia czech ceska denmark danish danmark dansk
	djibouti dominica dominicana ecuador ecuadorian egypt egyptian egypte misr eritrea estonia estonian
	eesti eswatini ethiopia ethiopian fiji finland finnish suomi suomen france french francaise francais
	gabon gambia georgia georgian germany german deutschland deutsche deutscher alemania allemagne ghana
	ghanaian greece greek hellas hellenic ellas grenada guatemala guinea guinee guyana haiti honduras
	hungary hungarian magyar magyarorszag iceland icelandic islands india indian indonesia indonesian iran
	iranian iraq iraqi ireland irish israel israeli italy italian italia italiana italiano jamaica japan
	japanese nippon nihon jordan jordanian kazakhstan kazakh kenya kenyan korea korean hanguk kosovo kuwait
	kuwaiti kyrgyzstan kyrgyz laos lao latvia latvian latvija lebanon lebanese liban lesotho liberia
	liberian libya libyan liechtenstein lithuania lithuanian lietuva luxembourg macau macao macedonia
	madagascar malawi malaysia malaysian maldives mali malta maltese mauritania mauritius mexico mexican
	mexicana mexicano moldova monaco mongolia mongolian montenegro morocco moroccan maroc mozambique myanmar
	burma burmese namibia nepal nepalese netherlands dutch nederland nederlandse holland nicaragua niger
	nigeria nigerian norway norwegian norge norsk oman omani pakistan pakistani palestine palestinian panama
	panamanian paraguay peru peruvian philippines philippine filipino pilipinas poland polish polska polski
	portugal portuguese portuguesa qatar qatari romania romanian romana russia russian rossiya rossii rwanda
	rwandan samoa senegal serbia serbian srbija seychelles singapore singapura slovakia slovak slovensko
	slovenia slovenian slovenija somalia somali spain spanish espana espanola espanol sudan sudanese
	suriname sweden swedish sverige svenska switzerland swiss schweiz suisse svizzera schweizerische syria
	syrian taiwan taiwanese tajikistan tajik tanzania tanzanian thailand thai timor togo tonga trinidad
	tobago tunisia tunisian tunisie turkey turkish turkiye turk turkmenistan turkmen uganda ugandan ukraine
	ukrainian ukraina uae emirates emirati uk usa us america american americana british britain england
	english scotland scottish wales welsh uruguay uzbekistan uzbek vanuatu vatican venezuela venezuelan
	vietnam vietnamese viet nam yemen yemeni zambia zambian zimbabwe kurdistan kurdish tibet crimea krym
	chechnya dagestan tatarstan catalonia catalunya bayern bavaria sachsen california texas florida ontario
	quebec punjab sindh gujarat kerala guangdong zhejiang jiangsu fujian shandong sichuan hubei hunan henan
	hebei yunnan liaoning hainan hokkaido osaka europe european europa africa african afrique asia asian
	asie pacific atlantic arab arabian arabia saudi gulf nordic baltic caspian balkan mediterranean
	scandinavia scandinavian benelux iberia iberica latin latam latino emea apac mena caribbean eurasian
	eurasia oceania siberia siberian`);

const cities = words(`
	abidjan accra addis aden adelaide ahmedabad alexandria algiers almaty amman amsterdam ankara antwerp
	antwerpen athens athina atlanta auckland baghdad baku bali baltimore bamako bandung bangalore bengaluru
	bangkok banjul barcelona basel basra beijing beirut beyrouth belfast belgrade beograd berlin berne bern
	birmingham bishkek bissau bogota bologna bombay mumbai bordeaux boston brasilia bratislava brisbane
	bristol brussels bruxelles brussel bucharest bucuresti budapest busan cairo calcutta kolkata canberra
	canton guangzhou caracas cardiff casablanca chengdu chennai madras chicago chisinau chittagong chongqing
	cologne koln colombo conakry copenhagen kobenhavn cordoba dakar dalian dallas damascus dammam delhi
	detroit dhaka doha donetsk douala dresden dubai abu-dhabi dublin durban dushanbe dusseldorf edinburgh
	erbil essen faisalabad florence firenze frankfurt freetown fukuoka geneva geneve genf genoa genova
	glasgow goteborg gothenburg guadalajara guayaquil haifa hamburg hangzhou hanoi harare harbin havana
	habana helsinki herat hiroshima hongkong houston hyderabad incheon islamabad istanbul izmir jakarta
	jeddah jerusalem jinan johannesburg kabul kampala kandahar karachi kathmandu kharkiv kharkov khartoum
	kiev kyiv kigali kinshasa kingston kobe kowloon krakow kuala lumpur kunming lagos lahore leeds leipzig
	lima limassol lisbon lisboa liverpool ljubljana lome london londres luanda lucknow lusaka lviv lyon
	madrid managua manama manchester manila maputo marseille mashhad mecca medan medellin melbourne mexico
	miami milan milano minsk mogadishu monaco monrovia monterrey montevideo montreal moscow moskva moskau
	moscou mosul munich munchen muscat nagoya nairobi nanjing naples napoli nassau newcastle nice nicosia
	ningbo nouakchott novosibirsk odessa odesa oslo ottawa oxford palermo paris perth peshawar philadelphia
	phnom-penh pittsburgh piraeus port-louis porto prague praha praga pretoria pristina pyongyang qingdao
	quetta quito rabat rangoon yangon riga rio riyadh rome roma rosario rostov rotterdam saigon samara sanaa
	santiago sarajevo seattle seoul sevilla seville shanghai sharjah sheffield shenyang shenzhen shiraz
	sofia stockholm strasbourg stuttgart surabaya suzhou sydney tabriz taipei tallinn tampa tangier tashkent
	tbilisi tehran teheran tianjin tijuana tirana tokyo toronto toulouse trieste tripoli tunis turin torino
	utrecht valencia valletta vancouver varna venice venezia vienna wien vientiane vilnius vladivostok
	volgograd warsaw warszawa washington wellington winnipeg wuhan xiamen xian yekaterinburg yerevan
	yokohama zagreb zanzibar zurich`);

const phrases = rows(`
	hong kong | new york | new zealand | new delhi | saudi arabia | south africa | south korea | north korea
	| sri lanka | united kingdom | united states | united arab emirates | great britain | costa rica | el
	salvador | puerto rico | sierra leone | los angeles | san francisco | sao paulo | rio de janeiro |
	buenos aires | mexico city | abu dhabi | ras al khaimah | tel aviv | kuala lumpur | ho chi minh | addis
	ababa | cape town | saint petersburg | st petersburg | panama city | burkina faso | cote d'ivoire |
	ivory coast | papua new guinea | middle east | far east | north america | south america | latin america
	| asia pacific | equatorial guinea | czech republic | dominican republic`);

/** Words and phrases for places, as they stand in the names of organisations. */
export const placeWords: ReadonlySet<string> = new Set(
	[...countries, ...cities, ...phrases].map((word) => word.replaceAll('-', ' ')),
);
