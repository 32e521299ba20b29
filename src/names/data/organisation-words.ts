/**
 * One form of a word of organisations = its abbreviations, spellings and translations (English, French, German, Spanish,
 * Portuguese, Italian, Dutch, the Slavic, Nordic and Turkic languages, Arabic, Persian, Indonesian). As `toLatin` gives them.
 */

export const organisationWords = `
	and = und et y e i en og och ve ile n | international = intl int'l inter internationale internationales
	internationaler internacional internazionale internationaal internasional mezhdunarodny mezhdunarodnaya
	mezhdunarodnoe mizhnarodny miedzynarodowy miedzynarodowa medunarodni uluslararasi beynelxalq duwaliya
	alduwaliya dawliya | national = natl nat'l nationale nationales nationaler nacional nazionale nationaal
	natsionalny natsionalnaya natsionalnoe narodowy narodowa natsionalna milli melli watani wataniya
	nasional nationella | company = companies cie compagnie compania companhia compagnia kompania kompaniya
	kompanija kompani sherkat sharikat sharika sharikah shirkat sirketi sirket firma cia | corporation =
	corporacion corporacao korporatsiya korporation korporasi corporations korporacija | group = grp groupe
	gruppe grupo gruppo groep grupa gruppa grup gruppen hajmouaa majmua majmuat | holding = holdings
	kholding holdinggesellschaft hldg hldgs | enterprise = enterprises enterprize entreprise entreprises
	empresa empresas impresa unternehmen predpriyatie pidpryemstvo przedsiebiorstwo preduzece poduzece
	predpriyatiye onderneming isletme muassasa muassasat establishment est | trading = tradings handels
	handel handelsgesellschaft comercio commerciale comercial commercial torgovy torgovaya torgovlya
	handlowy handlowa ticaret tijara tijarah tijariya bazargani bazergani perdagangan trade kereskedelmi
	trgovina trgovinsko commerce negoce | import = imports importacion importacao importation importazione
	vvoz ithalat istirad | export = exports exportacion exportacao exportation esportazione eksport ihracat
	exporters tasdir | import export = impex impeks importexport eximp exim | general = gen generale
	generales generali generaux geral allgemeine obshchy generalny amm amma genel | bank = banque banco
	banca banc banka bankasi banki bankhaus banken masraf bancaria bancario bancorp bankas pankki |
	insurance = assurance assurances assicurazioni seguros versicherung versicherungen strakhovanie
	strakhovaya sigorta tamin bimeh ubezpieczenia ins takaful | society = societe sociedad sociedade societa
	gesellschaft obshchestvo tovaristvo towarzystwo spolecnost spolka drustvo samfund selskap selskab |
	association = assoc assn asso associations associazione asociacion associacao assotsiatsiya vereinigung
	verband verein jamiya jamiyat jamiat jamiyah stowarzyszenie udruga udruzenje birligi dernek dernegi
	persatuan anjuman vereniging forening | foundation = fdn fnd fondation fundacion fundacao fondazione
	stiftung fond fundacja fondacija vakfi vakif waqf bonyad muassasah stichting stiftelse stiftelsen
	yayasan fundatia | federation = fed federacion federacao federazione foderation federatsiya federacja
	federacija ittihad | union = unions soyuz unione uniao einheit zwiazek savez birlik | institute = inst
	institut instituto istituto institutt institution instytut mahad enstitusu | university = univ
	universite universitat universidad universidade universita universitet universiteti uniwersytet
	universiteit universitas jamia jamiah daneshgah univerzitet sveuciliste | college = kolej collegium
	kolegiya colegio | school = schule ecole escuela escola scuola shkola szkola okul madrasa madrassa
	sekolah skole skola | academy = acad academie akademie academia accademia akademiya akademia | ministry
	= ministere ministerium ministerio ministero ministerstvo ministerie wizara wizarat vezarat bakanligi
	ministerstwo kementerian ministarstvo | department = dept dpt departement departamento dipartimento
	departament abteilung upravlenie | committee = cttee comite comitato komitee komitet komite lajna lajnat
	| commission = comm comision comissao commissione kommission komissiya komisja | council = consejo
	conseil consiglio conselho rat sovet rada majlis shura meclis | government = govt gov gouvernement
	gobierno governo regierung pravitelstvo hukumat hukuma | organization = organisation org organizacion
	organizacao organizzazione organizatsiya organizacja organizacija munazzama sazeman | center = centre
	ctr cntr centro zentrum tsentr centrum markaz merkez merkezi centar keskus | administration = admin
	administracion verwaltung administratsiya amministrazione idara idarat edare | agency = agencies agence
	agentur agencia agenzia agentstvo agencja wikala ajans | service = services servicio servicios servizi
	servico servicos dienst dienste sluzhba usluga uslugi khidmat khadamat hizmet svc svcs srv | industry =
	industries industrial industria industrie industrias industriale industriel industrielle promyshlenny
	promyshlennost ind inds sanayi sanayii sinaat sanat przemysl przemyslowy industrija industri |
	manufacturing = mfg manufacture manufacturers manufacturer mfr manuf fabrication proizvodstvo
	fabricacion imalat | factory = fabrik fabrique fabrica fabbrica zavod fabrika masna karkhana kombinat
	fabryka tovarna | engineering = engg engrg engineers ingenieria engenharia ingegneria ingenierie
	ingenieurburo inzhiniring muhendislik inzynieria handasa handasiya eng | construction = constructions
	constr const construccion construccoes construcoes costruzioni bau stroitelstvo stroitelny stroitelnaya
	insaat budowa budowlany gradnja inshaat sakhteman | development = dev developments devel desarrollo
	desenvolvimento sviluppo developpement entwicklung razvitie tanmiya kalkinma rozwoj pembangunan |
	technology = technologies tech technologie technologia tecnologia tecnologias tehnologiya tekhnologii
	tekhnologiya teknoloji teknologi technika | transport = transportation transports transporte transportes
	trasporti transportny transporti nakliyat naql spedition verkehr angkutan | shipping = shipment
	schiffahrt schifffahrt reederei naviera navegacion navegacao navigazione navigation sudokhodnaya
	sudokhodstvo parokhodstvo denizcilik zegluga keshtirani milaha pelayaran armement | maritime = maritima
	maritimo marittima morskoy morskaya bahriya bahri | logistics = logistic logistik logistique logistica
	logistika lojistik logistyka | express = expres ekspress expreso | investment = investments invest
	inversion inversiones investimentos investimenti investissement investitsii istithmar yatirim
	investicije | finance = financial finances finanz finanzas financas finanziaria financiera financiere
	finansovy finans maliya | management = mgmt mgt gestion gestao gestione | brothers = bros freres
	hermanos fratelli gebruder gebr irmaos bratya ikhwan kardesler | sons = fils hijos sohne figli filhos
	synovya zonen awlad abna ogullari | associates = asociados associes associados associati | partners =
	partenaires partner socios parceiros | products = prod product produkte productos produtos prodotti
	produits produktsiya | systems = system sys sistemas systeme sistemi sistema | equipment = equip
	equipements equipamento equipos oborudovanie | machinery = machine machines maschinen maschinenbau
	maquinaria mashinostroenie makina | electric = electrical elec electrique electrica electricite elektro
	elektrik elektrichesky kahraba | electronic = electronics electronique electronica elektronik
	elektronika | energy = energie energia energetika enerji energeticheskaya taqa | petroleum = petrol
	petroleos petrole petroleo petrochemical neft naft neftyanaya nafta | oil = oils olie huile aceite |
	chemical = chemicals chem chemie chimie quimica chimica khimichesky kimya | pharmaceutical =
	pharmaceuticals pharma pharm farma farmaceutica pharmacie adwiya | medical = medic medicale medica
	medico meditsinsky tibbi tib | agricultural = agriculture agri agro agricola agricole landwirtschaft
	selskokhozyaystvenny tarim ziraat zirai | metals = metal metall metallurgical metallurgy metalurgica
	metallurgichesky | steel = stahl acier acero aco stal celik | property = properties immobilien
	immobilier inmobiliaria imobiliaria immobiliare nedvizhimost emlak | state = staat staatliche estatal
	etat gosudarstvenny gosudarstvennoe gosudarstvennaya derzhavny devlet dawla | federal = federale
	federalny federalnoe bundes | public = publique publico publica pubblico offentlich | people = people's
	peoples popular populaire narodny narodnaya sha'b khalq halk | islamic = islamique islamico islami
	islamiya islamiyya | republic = republique republica respublika republik jumhuriya | army = armee
	ejercito esercito armiya jaysh jaish ordu | movement = mvt mouvement movimiento movimento bewegung
	dvizhenie haraka harakat hareketi jonbesh | front = frente fronte jabha jabhat cephe jebha | party =
	parti partido partito partei partiya hizb hezb partisi | market = markt marche mercado mercato rynok suq
	pazar | airlines = airline airways aviakompaniya lineas aerolineas fluggesellschaft hava khutut |
	aviation = aviacion aviatsiya havacilik tayaran | hospital = krankenhaus hopital hospitalier bolnitsa
	mustashfa hastanesi | labor = labour travail trabajo trabalho | theater = theatre teatro teatr | color =
	colour | defense = defence defensa difesa oborona savunma difa | program = programme programa programma
	| jewelry = jewellery jewellers joyeria bijouterie | tire = tyre tyres tires | aluminum = aluminium |
	gray = grey | harbor = harbour | fiber = fibre fibers fibres | limited = ltd | united = unis unidos
	unida vereinigte vereinigtes obedinenny obyedinenny muttahida uniti | new = neu neue nouveau nouvelle
	nuevo nueva novo nova novy novaya nuovo nuova jadid yeni | great = grand grande gross bolshoy | house =
	haus maison dar bayt beit | north = nord norte sever severny shamal kuzey | south = sud sur sul yug
	yuzhny janub guney | east = ost este vostok vostochny sharq sark | west = ouest oeste zapad zapadny
	gharb bati | saint = st ste sainte san santa sankt | mount = mt | fort = ft | 1 = first 1st one erste
	premier primero primera primeiro pervy eins awwal | 2 = second 2nd two ii zweite deuxieme segundo
	segunda vtoroy zwei deux due | 3 = third 3rd three iii dritte troisieme tercero tercera tretiy drei
	trois tres tre | 4 = fourth 4th four iv vierte quatrieme cuarto quarto chetvertyy vier quatre cuatro
	quattro | 5 = fifth 5th five v funfte cinquieme quinto pyaty funf cinq cinco cinque | 6 = sixth 6th six
	vi sechste sixieme sexto sechs seis alti | 7 = seventh 7th seven vii siebte septieme septimo sieben sept
	siete sette yedi | 8 = eighth 8th eight viii achte huitieme octavo acht huit ocho otto sekiz | 9 = ninth
	9th nine ix neunte neuvieme noveno neun neuf nueve nove dokuz | 10 = tenth 10th ten x zehnte dixieme
	decimo zehn dix diez dieci | 11 = eleven eleventh 11th xi elf onze undici | 12 = twelve twelfth 12th xii
	zwolf douze doce dodici | 20 = twenty twentieth 20th xx zwanzig vingt veinte venti | 100 = hundred cent
	ciento cien hundert cento`;
