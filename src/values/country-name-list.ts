/**
 * Names of countries, besides the English names that the runtime's CLDR data has: official, short, former and inverted
 * ones as in United Nations and United States lists, and the words for nationals. Sources: UN terminology (UNTERM),
 * ISO 3166-1 and 3166-3, ISO 3166-2 for parts of countries. One country a line: code, names, nationals.
 */

/** `code: name; name … | adjective; adjective …`. White space, accents, case and the words of, the, and do not matter. */
export const COUNTRY_NAMES = `
AD: Principality of Andorra | Andorran
AE: UAE; U.A.E.; Emirates; Emirate; Abu Dhabi; Dubai; Sharjah; Ajman; Fujairah; Ras al Khaimah; Umm al Quwain; Trucial States | Emirati; Emirian
AF: Islamic Republic of Afghanistan; Islamic Emirate of Afghanistan; Islamic State of Afghanistan; Afganistan | Afghan; Afghani; Afghanistani
AG: Antigua; Barbuda | Antiguan; Barbudan
AI: | Anguillan
AL: Republic of Albania; Shqiperia | Albanian
AM: Republic of Armenia; Hayastan | Armenian
AO: Republic of Angola; People's Republic of Angola | Angolan
AR: Argentine Republic; The Argentine | Argentine; Argentinian; Argentinean
AT: Republic of Austria; Oesterreich | Austrian
AU: Commonwealth of Australia | Australian
AW: | Aruban
AX: Aland; Aland Islands | Alander
AZ: Republic of Azerbaijan; Azerbaidjan; Nakhchivan; Nagorno-Karabakh | Azerbaijani; Azeri
BA: Bosnia; Bosnia-Herzegovina; Bosnia-Hercegovina; Bosnia and Hercegovina; Republika Srpska; BiH; Herzegovina; Federation of Bosnia and Herzegovina | Bosnian; Herzegovinian; Bosnian-Herzegovinian
BB: | Barbadian; Bajan
BD: People's Republic of Bangladesh; East Pakistan | Bangladeshi; Bangladesh national
BE: Kingdom of Belgium | Belgian
BF: Burkina; Upper Volta | Burkinabe; Burkinese
BG: Republic of Bulgaria | Bulgarian
BH: Kingdom of Bahrain; State of Bahrain; Bahrein | Bahraini
BI: Republic of Burundi; Urundi | Burundian
BJ: Republic of Benin; Dahomey | Beninese; Beninois
BL: Saint Barthelemy; St Barts | Barthelemois
BM: Bermudas | Bermudian; Bermudan
BN: Brunei Darussalam; Nation of Brunei; Negara Brunei Darussalam; State of Brunei Darussalam | Bruneian
BO: Plurinational State of Bolivia; Republic of Bolivia; Bolivia (Plurinational State of) | Bolivian
BQ: Bonaire, Sint Eustatius and Saba; Bonaire; Saba; Sint Eustatius; Caribbean Netherlands
BR: Federative Republic of Brazil; Brasil | Brazilian
BS: Bahamas; The Bahamas; Commonwealth of the Bahamas | Bahamian
BT: Kingdom of Bhutan | Bhutanese
BW: Republic of Botswana; Bechuanaland | Botswanan; Motswana; Batswana
BY: Republic of Belarus; Byelorussia; Belorussia; White Russia; Byelorussian SSR | Belarusian; Belarussian; Byelorussian
BZ: British Honduras | Belizean
CA: Dominion of Canada | Canadian
CC: Cocos Islands; Keeling Islands; Cocos (Keeling) Islands
CD: Democratic Republic of the Congo; Congo (Democratic Republic of the); DR Congo; D.R. Congo; DRC; D.R.C.; RDC; Congo-Kinshasa; Congo (Kinshasa); Zaire; Republic of Zaire; Belgian Congo; Congo, Dem. Rep.; Democratic Rep. of Congo | Zairean; Zairian; Congolese (DRC); DRC Congolese; Congolese (Kinshasa)
CF: Central African Republic; CAR; C.A.R.; Central African Rep.; Republique Centrafricaine; Central African Empire; Ubangi-Shari | Central African; Centrafrican
CG: Republic of the Congo; Congo; Congo (Republic of the); Congo-Brazzaville; Congo (Brazzaville); People's Republic of the Congo; French Congo | Congolese
CH: Swiss Confederation; Helvetia; Confoederatio Helvetica; Schweiz; Suisse | Swiss
CI: Ivory Coast; Cote d Ivoire; Republic of Cote d'Ivoire; Republic of the Ivory Coast | Ivorian; Ivoirian; Ivoirien
CK: | Cook Islander
CL: Republic of Chile | Chilean
CM: Republic of Cameroon; United Republic of Cameroon; Cameroun | Cameroonian; Cameroonese
CN: People's Republic of China; Peoples Rep. of China; PRC; P.R.C.; P.R. China; PR of China; Mainland China; China, Mainland; Communist China; Tibet; Xinjiang | Chinese; PRC national
CO: Republic of Colombia; Columbia | Colombian
CR: Republic of Costa Rica | Costa Rican
CS: Serbia and Montenegro; State Union of Serbia and Montenegro; Czechoslovakia; Czechoslovak Republic; Czechoslovak Socialist Republic | Czechoslovak; Czechoslovakian
CU: Republic of Cuba | Cuban
CV: Cape Verde; Cabo Verde; Republic of Cabo Verde; Republic of Cape Verde | Cape Verdean; Cabo Verdean
CW: Curacao; Country of Curacao | Curacaoan
CX: | Christmas Islander
CY: Republic of Cyprus; Northern Cyprus; North Cyprus; Turkish Republic of Northern Cyprus; TRNC; Turkish Cyprus | Cypriot; Greek Cypriot; Turkish Cypriot
CZ: Czech Republic; Czechia; Czech Rep. | Czech
DD: German Democratic Republic; East Germany; GDR; DDR | East German
DE: Federal Republic of Germany; FRG; F.R.G.; West Germany; BRD; Germany, Federal Republic of; Deutschland | German; West German
DJ: Republic of Djibouti; French Somaliland; French Territory of the Afars and Issas | Djiboutian; Djibouti national
DK: Kingdom of Denmark | Danish; Dane
DM: Commonwealth of Dominica | Dominican (Dominica)
DO: Dominican Republic; Dominican Rep.; Republica Dominicana; Santo Domingo | Dominican; Dominican (Dominican Republic)
DZ: People's Democratic Republic of Algeria; Democratic and Popular Republic of Algeria; Algerie | Algerian
EC: Republic of Ecuador | Ecuadorian; Ecuadorean; Ecuadoran
EE: Republic of Estonia; Estonian SSR | Estonian
EG: Arab Republic of Egypt; A.R. Egypt; ARE (Egypt) | Egyptian
EH: Western Sahara; Sahrawi Arab Democratic Republic; SADR; Spanish Sahara | Sahrawi; Saharawi; Sahraoui; Western Saharan
ER: State of Eritrea; Erythrea | Eritrean; Erythrean
ES: Kingdom of Spain; Espana | Spanish; Spaniard; Catalan; Basque
ET: Federal Democratic Republic of Ethiopia; People's Democratic Republic of Ethiopia; Abyssinia; Empire of Ethiopia | Ethiopian; Abyssinian
EU: European Union; European Community; European Communities; EEC
FI: Republic of Finland; Suomi | Finnish; Finn
FJ: Republic of Fiji; Fiji Islands; Republic of the Fiji Islands | Fijian
FK: Falkland Islands; Falklands; Malvinas; Islas Malvinas; Falkland Islands (Malvinas) | Falkland Islander
FM: Micronesia; Federated States of Micronesia; FSM; Micronesia (Federated States of) | Micronesian
FO: Faroe Islands; Faeroe Islands; Faroes | Faroese; Faeroese
FR: French Republic; Metropolitan France; Corsica | French; Frenchman; Frenchwoman
GA: Gabonese Republic; Gabon Republic | Gabonese
GB: United Kingdom of Great Britain and Northern Ireland; United Kingdom; UK; U.K.; Great Britain; Britain; Northern Ireland; England; Scotland; Wales; Ulster; England and Wales | British; Briton; English; Scottish; Scots; Welsh; UK national; British overseas citizen; British subject; Northern Irish
GD: | Grenadian; Grenadan
GE: Republic of Georgia; Abkhazia; South Ossetia; Adjara; Gruziya; Georgian SSR; Georgia (Republic of) | Georgian; Abkhaz; Abkhazian; South Ossetian
GF: | French Guianese; Guianese
GG: Bailiwick of Guernsey; Alderney; Sark
GH: Republic of Ghana; Gold Coast | Ghanaian; Ghanian
GI: | Gibraltarian
GL: Kalaallit Nunaat | Greenlandic; Greenlander
GM: Republic of the Gambia; Islamic Republic of the Gambia; Gambia; The Gambia | Gambian
GN: Republic of Guinea; Guinea-Conakry; Guinea (Conakry); French Guinea; Revolutionary People's Republic of Guinea; Guinee | Guinean
GP: | Guadeloupean; Guadeloupian
GQ: Republic of Equatorial Guinea; Spanish Guinea; Guinea Ecuatorial | Equatorial Guinean; Equatoguinean
GR: Hellenic Republic; Hellas; Kingdom of Greece | Greek; Hellenic
GS: South Georgia; South Georgia and the South Sandwich Islands
GT: Republic of Guatemala | Guatemalan
GU: | Guamanian
GW: Republic of Guinea-Bissau; Guinea (Bissau); Portuguese Guinea; Guine-Bissau; Guinea Bissau | Bissau-Guinean; Guinea-Bissauan; Guinean (Bissau); Bissauan
GY: Cooperative Republic of Guyana; Co-operative Republic of Guyana; British Guiana | Guyanese
HK: Hong Kong; Hongkong; Hong Kong SAR; Hong Kong S.A.R.; Hong Kong Special Administrative Region; China, Hong Kong Special Administrative Region; Hong Kong, China; Hong Kong SAR China; HKSAR; Hong Kong (China) | Hongkonger; Hong Kong Chinese; Hong Konger
HN: Republic of Honduras | Honduran
HR: Republic of Croatia; Hrvatska | Croatian; Croat
HT: Republic of Haiti; Hayti | Haitian
HU: Republic of Hungary; Magyarorszag | Hungarian; Magyar
ID: Republic of Indonesia; Dutch East Indies; Netherlands East Indies | Indonesian
IE: Republic of Ireland; Eire; Irish Republic; Irish Free State; Ireland (Republic of) | Irish; Irishman; Irishwoman
IL: State of Israel | Israeli
IM: Isle of Man; Man, Isle of | Manx
IN: Republic of India; Union of India; Bharat; Hindustan | Indian; Indian national
IO: British Indian Ocean Territory; Chagos Islands; Diego Garcia
IQ: Republic of Iraq; Irak; Iraqi Kurdistan; Kurdistan Region of Iraq | Iraqi
IR: Islamic Republic of Iran; Iran (Islamic Republic of); Iran, Islamic Rep.; I.R. Iran; I.R. of Iran; IRI; Persia | Iranian; Persian
IS: Republic of Iceland | Icelandic; Icelander
IT: Italian Republic; Republic of Italy; Italia; Sicily; Sardinia | Italian
JE: Bailiwick of Jersey
JM: | Jamaican
JO: Hashemite Kingdom of Jordan; Transjordan; Jordan (Hashemite Kingdom of) | Jordanian
JP: Nippon; Nihon; State of Japan | Japanese
KE: Republic of Kenya | Kenyan
KG: Kyrgyz Republic; Kirghizia; Kirgizia; Kyrgyzia; Kirghizstan; Kirgizstan; Kirgizistan; Kirghiz SSR; Kyrgyzstan Republic | Kyrgyz; Kirghiz; Kyrgyzstani; Kirgiz
KH: Kingdom of Cambodia; Kampuchea; Democratic Kampuchea; Khmer Republic; Cambodge | Cambodian; Khmer; Kampuchean
KI: Republic of Kiribati; Gilbert Islands | I-Kiribati
KM: Union of the Comoros; Comoro Islands; Comores; Federal Islamic Republic of the Comoros; Comoros Islands | Comoran; Comorian
KN: Saint Kitts and Nevis; St. Kitts; St. Kitts & Nevis; St Kitts-Nevis; Saint Christopher and Nevis; St. Christopher and Nevis; Federation of Saint Kitts and Nevis; Saint Kitts; Nevis | Kittitian; Nevisian
KP: Democratic People's Republic of Korea; DPRK; D.P.R.K.; DPR Korea; D.P.R. Korea; North Korea; N. Korea; Korea (North); Korea, Democratic People's Republic of; Korea (Democratic People's Republic of); Korea, Dem. People's Rep.; Democratic Peoples Rep. of Korea; RPDC; Korea DPR | North Korean; DPRK national; Korean (North); DPR Korean
KR: Republic of Korea; South Korea; ROK; R.O.K.; S. Korea; Korea (South); Korea, Rep.; Korea (Republic of); Rep. of Korea; Korea | South Korean; Korean (South); ROK national; Korean
KW: State of Kuwait; Koweit; Kowait | Kuwaiti
KY: Cayman; Caymans; Grand Cayman | Caymanian; Cayman Islander
KZ: Republic of Kazakhstan; Kazakstan; Kazakh SSR; Kasachstan | Kazakh; Kazakhstani; Kazak
LA: Lao People's Democratic Republic; Lao PDR; Lao P.D.R.; Lao; Laos PDR; Kingdom of Laos | Laotian; Lao
LB: Lebanese Republic; Liban; Republic of Lebanon | Lebanese
LC: Saint Lucia; St. Lucia | Saint Lucian; St Lucian
LI: Principality of Liechtenstein; Lichtenstein | Liechtensteiner
LK: Democratic Socialist Republic of Sri Lanka; Ceylon; Srilanka | Sri Lankan; Ceylonese
LR: Republic of Liberia | Liberian
LS: Kingdom of Lesotho; Basutoland | Mosotho; Basotho; Lesothan
LT: Republic of Lithuania; Lietuva; Lithuanian SSR | Lithuanian
LU: Grand Duchy of Luxembourg; Luxemburg | Luxembourger; Luxembourgish; Luxemburger
LV: Republic of Latvia; Latvija; Latvian SSR | Latvian
LY: Libyan Arab Jamahiriya; State of Libya; Great Socialist People's Libyan Arab Jamahiriya; Socialist People's Libyan Arab Jamahiriya; Libyan Arab Republic; Libya Arab Jamahiriya; Jamahiriya; Libie; Libye | Libyan
MA: Kingdom of Morocco; Maroc; French Morocco | Moroccan
MC: Principality of Monaco | Monegasque; Monacan
MD: Republic of Moldova; Moldavia; Transnistria; Transdniestria; Pridnestrovie; Moldavian SSR; Moldova (Republic of) | Moldovan; Moldavian; Transnistrian
ME: Crna Gora; Republic of Montenegro | Montenegrin
MF: Saint Martin (French part); Saint Martin; Collectivity of Saint Martin
MG: Republic of Madagascar; Malagasy Republic; Democratic Republic of Madagascar | Malagasy; Madagascan
MH: Republic of the Marshall Islands; Marshall Isl.; Marshalls | Marshallese
MK: North Macedonia; Republic of North Macedonia; Macedonia; Republic of Macedonia; FYROM; F.Y.R.O.M.; The Former Yugoslav Republic of Macedonia; Macedonia, The Former Yugoslav Republic of; FYR Macedonia; Former Yugoslav Rep. of Macedonia | Macedonian; North Macedonian
ML: Republic of Mali; French Sudan; Northern Mali | Malian
MM: Burma; Republic of the Union of Myanmar; Union of Myanmar; Union of Burma; Myanmar (Burma); Burma (Myanmar) | Burmese; Myanma; Myanmarese; Myanmar national
MN: Mongolian People's Republic; Outer Mongolia | Mongolian; Mongol
MO: Macau; Macao; Macao SAR; Macao Special Administrative Region; China, Macao Special Administrative Region; Macau SAR; Macao SAR China; Macau, China | Macanese; Macao Chinese
MP: Northern Mariana Islands; Commonwealth of the Northern Mariana Islands; CNMI; Saipan
MQ: | Martinican; Martiniquais
MR: Islamic Republic of Mauritania; Mauritanie | Mauritanian
MS: | Montserratian
MT: Republic of Malta | Maltese
MU: Republic of Mauritius; Rodrigues | Mauritian
MV: Republic of Maldives; Maldive Islands; Maldive; Maldives Islands | Maldivian
MW: Republic of Malawi; Nyasaland | Malawian
MX: United Mexican States; Estados Unidos Mexicanos; Mejico | Mexican
MY: Federation of Malaya; Malaya; Sabah; Sarawak; Labuan | Malaysian; Malayan
MZ: Republic of Mozambique; People's Republic of Mozambique; Mocambique; Portuguese East Africa | Mozambican; Mozambiquean
NA: Republic of Namibia; South West Africa; South-West Africa | Namibian
NC: | New Caledonian
NE: Republic of the Niger; Republic of Niger | Nigerien; Nigerois
NF: | Norfolk Islander
NG: Federal Republic of Nigeria; Biafra | Nigerian
NI: Republic of Nicaragua | Nicaraguan
NL: Holland; Kingdom of the Netherlands; The Netherlands; Netherlands (Kingdom of the); Nederland | Dutch; Netherlander; Dutchman; Dutchwoman; Netherlands national
NO: Kingdom of Norway; Norge | Norwegian
NP: Kingdom of Nepal; Federal Democratic Republic of Nepal | Nepalese; Nepali
NR: Republic of Nauru | Nauruan
NU: | Niuean
NZ: Aotearoa; N.Z.; Aotearoa New Zealand | New Zealander; New Zealand national; Kiwi
OM: Sultanate of Oman; Muscat and Oman | Omani
PA: Republic of Panama | Panamanian
PE: Republic of Peru | Peruvian
PF: French Polynesia; Tahiti | French Polynesian; Tahitian; Polynesian
PG: Papua New Guinea; Independent State of Papua New Guinea; PNG; P.N.G. | Papua New Guinean; Papuan
PH: Republic of the Philippines; Philippine Islands; Phillipines; Philipines; Phillippines | Filipino; Filipina; Philippine
PK: Islamic Republic of Pakistan; West Pakistan; Azad Kashmir; Azad Jammu and Kashmir | Pakistani
PL: Republic of Poland; Polish People's Republic; Polska | Polish; Pole
PM: Saint Pierre and Miquelon; St. Pierre and Miquelon; Saint-Pierre et Miquelon
PN: Pitcairn; Pitcairn Island | Pitcairn Islander
PR: Commonwealth of Puerto Rico; Porto Rico | Puerto Rican
PS: State of Palestine; Palestine; Palestinian Territories; Palestinian Territory; Occupied Palestinian Territory; Palestinian Territory, Occupied; Palestinian Authority; Palestine, State of; Palestinian Territories, Occupied; West Bank; Gaza; Gaza Strip; West Bank and Gaza; West Bank and Gaza Strip; OPT | Palestinian; Gazan
PT: Portuguese Republic; Azores; Madeira | Portuguese
PW: Republic of Palau; Belau; Pelew | Palauan
PY: Republic of Paraguay | Paraguayan
QA: State of Qatar; Katar | Qatari
RE: Reunion Island; La Reunion | Reunionese
RO: Rumania; Roumania; Socialist Republic of Romania | Romanian; Rumanian; Roumanian
RS: Republic of Serbia; Srbija; Vojvodina | Serbian; Serb
RU: Russian Federation; Russian Fed.; RSFSR; Rossiya; Russian SFSR; Chechnya; Chechen Republic; Dagestan; Tatarstan; Ingushetia | Russian; Russian national; Chechen; Dagestani; Tatar
RW: Rwandese Republic; Republic of Rwanda; Ruanda | Rwandan; Rwandese
SA: Kingdom of Saudi Arabia; KSA; K.S.A.; Saudi; Saoudi Arabia; Saudia Arabia | Saudi; Saudi Arabian
SB: Solomons; British Solomon Islands | Solomon Islander
SC: Republic of Seychelles; Seychelle Islands | Seychellois; Seselwa
SD: Republic of the Sudan; The Sudan; Democratic Republic of the Sudan; North Sudan; Soudan; Sudan (North); Darfur | Sudanese; North Sudanese
SE: Kingdom of Sweden; Sverige | Swedish; Swede
SG: Republic of Singapore; S'pore; Singapura | Singaporean; Singapore national
SH: Saint Helena; Saint Helena, Ascension and Tristan da Cunha; St. Helena; Ascension; Tristan da Cunha | Saint Helenian
SI: Republic of Slovenia; Slovenija | Slovene; Slovenian
SJ: Svalbard; Jan Mayen; Svalbard and Jan Mayen Islands
SK: Slovak Republic; Slovensko | Slovak; Slovakian
SL: Republic of Sierra Leone | Sierra Leonean; Sierra Leonian
SM: Republic of San Marino | Sammarinese; San Marinese
SN: Republic of Senegal | Senegalese
SO: Federal Republic of Somalia; Somali Democratic Republic; Somali Republic; Somaliland; Puntland; Jubaland; Italian Somaliland; British Somaliland | Somali; Somalian; Somalilander
SR: Republic of Suriname; Surinam; Dutch Guiana; Netherlands Guiana | Surinamese; Surinamer
SS: Republic of South Sudan; S. Sudan; Sudan, South; Southern Sudan | South Sudanese
ST: Democratic Republic of Sao Tome and Principe; Sao Tome | Sao Tomean; Santomean
SU: Union of Soviet Socialist Republics; USSR; U.S.S.R.; Soviet Union; URSS; UdSSR; CCCP | Soviet
SV: Republic of El Salvador; Salvador | Salvadoran; Salvadorian; Salvadorean
SX: Sint Maarten; Sint Maarten (Dutch part); St. Maarten; St Martin (Dutch part)
SY: Syrian Arab Republic; Syria Arab Republic; Syrie; Syrian Arab Rep. | Syrian
SZ: Swaziland; Kingdom of Eswatini; Kingdom of Swaziland; eSwatini | Swazi; Liswati; Emaswati
TC: Turks and Caicos; Turks & Caicos Is. | Turks and Caicos Islander
TD: Republic of Chad; Tchad | Chadian; Tchadian
TF: French Southern Territories; French Southern and Antarctic Lands
TG: Togolese Republic; Republic of Togo; Togoland | Togolese
TH: Kingdom of Thailand; Siam; Thailande | Thai; Siamese; Thailander
TJ: Republic of Tajikistan; Tadjikistan; Tadzhikistan; Tajik SSR; Tadschikistan; Tojikiston | Tajik; Tajikistani; Tadjik; Tadzhik
TK: | Tokelauan
TL: East Timor; Democratic Republic of Timor-Leste; Portuguese Timor; Timor | Timorese; East Timorese
TM: Turkmenia; Turkmen SSR; Republic of Turkmenistan | Turkmen; Turkoman; Turkmenistani
TN: Republic of Tunisia; Tunisian Republic; Tunisie | Tunisian
TO: Kingdom of Tonga | Tongan
TR: Turkey; Turkiye; Republic of Turkey; Republic of Turkiye; Turkei | Turkish; Turk
TT: Republic of Trinidad and Tobago; Trinidad; Tobago; Trinidad Tobago | Trinidadian; Tobagonian; Trinbagonian
TV: Ellice Islands | Tuvaluan
TW: Republic of China; ROC; R.O.C.; Taiwan, Province of China; Taiwan (Province of China); Chinese Taipei; Formosa; Taiwan, Republic of China; Taiwan ROC; China (Taiwan); China, Republic of; Taiwan Province | Taiwanese; Formosan
TZ: United Republic of Tanzania; Tanganyika; Zanzibar; Tanzania (United Republic of); Tanzania, United Rep. | Tanzanian; Zanzibari
UA: Ukrainian SSR; The Ukraine; Crimea; Autonomous Republic of Crimea; Donetsk People's Republic; Luhansk People's Republic; Lugansk People's Republic; Sevastopol; DNR; LNR | Ukrainian; Crimean
UG: Republic of Uganda | Ugandan
UM: United States Minor Outlying Islands; US Minor Outlying Islands; Wake Island; Midway Islands
UN: United Nations; UNO; United Nations Organization
US: United States of America; U.S.A.; USA; U.S.; U S; United States; America; Estados Unidos; Etats-Unis; Vereinigte Staaten; Hawaii; Alaska | American; US citizen; US national; American citizen
UY: Eastern Republic of Uruguay; Oriental Republic of Uruguay | Uruguayan
UZ: Republic of Uzbekistan; Ouzbekistan; Uzbek SSR; Usbekistan; Uzbekiston; Karakalpakstan | Uzbek; Uzbekistani; Ouzbek
VA: Vatican; Holy See; Vatican City State; Holy See (Vatican City State); The Holy See | Vatican citizen
VC: Saint Vincent and the Grenadines; St. Vincent; Saint Vincent; St. Vincent & the Grenadines; St Vincent/Grenadines; The Grenadines | Saint Vincentian; Vincentian
VE: Bolivarian Republic of Venezuela; Venezuela (Bolivarian Republic of); Republic of Venezuela; Venezuela, RB | Venezuelan; Venezolan
VG: British Virgin Islands; Virgin Islands, British; Virgin Islands (British); BVI; B.V.I.; Virgin Islands (UK); Virgin Islands, UK; Tortola | British Virgin Islander
VI: United States Virgin Islands; US Virgin Islands; U.S. Virgin Islands; Virgin Islands, U.S.; Virgin Islands (U.S.); Virgin Islands, United States; USVI; Virgin Islands (United States) | US Virgin Islander
VN: Socialist Republic of Viet Nam; Viet Nam; Vietnam; S.R. Vietnam; Socialist Republic of Vietnam; Democratic Republic of Vietnam; North Vietnam; South Vietnam; Viet-Nam | Vietnamese; Viet
VU: Republic of Vanuatu; New Hebrides | Ni-Vanuatu; Vanuatuan
WF: Wallis and Futuna Islands
WS: Western Samoa; Independent State of Samoa; Independent State of Western Samoa | Samoan
AS: American Samoa; Eastern Samoa | American Samoan
XK: Republic of Kosovo; Kosova; Kosovo (UNSCR 1244); Kosovo and Metohija; UNMIK; Kosovo under UNSCR 1244 | Kosovar; Kosovan; Kosovo Albanian
YE: Republic of Yemen; Yemen Arab Republic; People's Democratic Republic of Yemen; South Yemen; North Yemen; PDRY; Democratic Yemen; Yaman; Jemen; Aden | Yemeni; Yemenite
YT: | Mahoran
YU: Yugoslavia; Federal Republic of Yugoslavia; Socialist Federal Republic of Yugoslavia; SFRY; Jugoslavia; Jugoslawien; FRY | Yugoslav; Yugoslavian
ZA: Republic of South Africa; RSA; R.S.A.; Union of South Africa; Azania; S. Africa; Zuid-Afrika; Suid-Afrika | South African
ZM: Republic of Zambia; Northern Rhodesia | Zambian
ZW: Republic of Zimbabwe; Rhodesia; Southern Rhodesia; Zimbabwe Rhodesia | Zimbabwean; Rhodesian
AN: Netherlands Antilles; Dutch Antilles; Netherlands Antilles, The | Netherlands Antillean; Antillean
XXA: Stateless; Stateless person; Apatride; No nationality; Bidoon; Bidun; Bedoon
XXB: Refugee; Convention refugee
XZ: International waters; High seas
`;

/** States and unions that ended, and what their nationals' papers may say since. */
export const SUCCESSORS: { readonly [former: string]: string } = {
	SU: 'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ',
	YU: 'BA HR ME MK RS SI XK',
	CS: 'CZ ME RS SK XK',
	DD: 'DE',
	AN: 'BQ CW SX',
	SD: 'SS',
	RS: 'XK',
};
