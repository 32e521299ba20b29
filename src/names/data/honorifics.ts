/**
 * Words before or after the name of a person that tell nobody apart: forms of address, titles, ranks, and the suffixes of
 * generations and degrees. Usage of the countries; keys as `toLatin` gives them.
 */
import { words } from './read-rows.ts';

/** Titles and forms of address; those that are also names (Said, Khan, Shah) are left out. */
export const honorifics: ReadonlySet<string> = new Set(
	words(`
		mr mrs ms miss mx mister madam madame mme mlle mademoiselle monsieur messrs sir dame lord lady hon
		honourable honorable esq esquire dr drs doctor docteur doktor doctora dra prof professor professeur
		profesor profesora ing ingenieur ingeniero engineer eng arch architect avv avvocato avocat maitre lic
		licenciado licenciada abogado rag geom cav comm herr frau fraulein dipl diplom magister mag hr fru
		froken heer mevrouw mevr dhr meneer mej jonkheer jhr senor senora senorita sr sra srta don dona dom
		signor signora signorina sig sigra senhor senhora pan pani pane gospodin gospodja gospoza gospozha
		gospodine kyrios kyria tovarisch tovarishch sheikh sheik shaikh shaykh cheikh chaykh sheykh cheick
		shaykha sheikha haji hajji hadji haj hajj hadj elhadj alhaji alhadji alhaj elhaj hajjah hajja hajia
		alhaja mullah mulla mollah mullo maulavi mawlawi maulawi mawlavi moulavi molvi moulvi maulvi mawlana
		maulana mowlana moulana qari qaari mufti imam imaam ayatollah ayatullah hojjatoleslam hujjatoleslam
		hodjatoleslam akhund akhoond ustad ustaz ustadh ustaadh hafiz hafidh sayyid sayyed sayed syed seyyed
		seyed sayid saiyid sharif shareef sherif amir emir emeer ameer malik sultan alhafiz allama hazrat hadrat
		hoca hodja hoja khoja agha aga bey beg effendi efendi pasha pacha basha hanim hanum khanum mirza sardar
		nawab nawabzada sahib saheb sahab sahiba begum janab chaudhry pir faqir shri sri shree shrimati smt smti
		kumari swami guru pandit pt thiru thirumathi selvi mahatma acharya baba bhai ji babu lama geshe rinpoche
		datuk dato datin tunku tengku tan puan encik cik hajah raden kanjeng ungku awang dayang pehin pengiran
		toh kyai kiai habib gus ibu bapak ir drg drh reverend rev revd father fr fra frere frate padre pere
		pater abbe abbot sister soeur suor sor brother br monk pope bishop archbishop cardinal monsignor mgr
		msgr vicar pastor deacon dean canon rabbi rabbin rebbe rav hakham cantor patriarch metropolitan
		archimandrite hieromonk chaplain elder saint st sankt president prime minister premier chancellor
		chairman chairwoman chairperson secretary ambassador consul governor mayor senator congressman
		congresswoman deputy mp judge justice magistrate commissioner councillor councilor sheriff king queen
		prince princess duke duchess count countess earl baron baroness viscount marquis marquess kaiser prinz
		prinzessin graf grafin freiherr freifrau furst herzog conte contessa principe principessa marchese duque
		conde general gen colonel col major maj captain capt cap commander cmdr comdr commandant comandante
		lieutenant lieut lt lcdr ltc ltgen brigadier brig sergeant sergent sgt sargento corporal cpl private pvt
		admiral adm commodore cdre marshal feldmarschall ensign cadet midshipman warrant officer inspector insp
		superintendent supt detective constable pc cst agent marechal hauptmann oberst oberstleutnant leutnant
		oberleutnant unteroffizier feldwebel generalleutnant generalmajor coronel teniente capitan capitao
		tenente sargente maggiore capitano colonnello generale polkovnik podpolkovnik kapitan leytenant maior
		starshina praporshchik mulazim naqib raid muqaddam aqid amid liwa fariq mushir citizen comrade camarade
		companero compadre tio tia uncle aunt auntie mzee bwana ndugu nana oba chief oloye otunba mwalimu lalla
		moulay mulay muley maulay sidi ras dejazmatch fitawrari lij ato woizero weizero kun sama sensei senpai
		dono ssi nim xiansheng nushi taitai xiaojie khun nai nang nangsao phra luang mahom rajawongse daw maung
		bogyoke thakin phd md mba msc bsc llb llm jd dds dmd rn cpa obe mbe cbe kcb kbe qc kc ret retd rtd late
		deceased`),
);

/** What follows a name: generation and the like. Degrees are honorifics. */
export const suffixes: ReadonlySet<string> = new Set(
	words(`jr junior sr senior ii iii iv vi vii viii 2nd 3rd 4th 5th fils pere filho junior neto sobrinho hijo nieto
	minor maior major sohn vater den yngre aldre younger elder`),
);
