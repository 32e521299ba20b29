/** Given names of women and girls, region by region; see given-names.ts. */

export const femaleNames = `
	abigail ada adele adriana agatha agnes aileen aisling alana alexandra alexis alice alicia alison allison
	alma alyssa amanda amber amelia amy anabel andrea angela angelica anita ann anna annabel annabelle anne
	annette annie antonia april ariana arlene ashley astrid audrey barbara beatrice becky belinda bernadette
	bernice bertha beryl bessie beth bethany betty beverley beverly bonnie brenda bridget brittany brooke
	caitlin camilla candace carla carly carmen carol carole caroline carolyn carrie cassandra catherine
	cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine cindy claire clara clare
	colleen connie constance cora crystal cynthia daisy daphne darlene dawn deborah debra deirdre delia
	denise diana diane donna dora doreen doris dorothy edith edna eileen elaine eleanor elena elisabeth
	eliza elizabeth ella ellen ellie elsie emily emma erica erin esther ethel eunice eva eve evelyn faith
	faye felicity fiona flora florence frances freda gail gemma georgia georgina geraldine gertrude gillian
	gina ginger gladys glenda gloria grace gwen gwendolyn hannah harriet hazel heather heidi helen helena
	henrietta hilary hilda holly hope ida imogen ingrid irene iris isabel isabella isla ivy jacqueline jane
	janet janice janine jasmine jean jeanette jemima jenna jennifer jenny jessica jill jo joan joanna joanne
	jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june karen kate katherine
	kathleen kathryn kathy katie katrina kayla kelly kimberly kirsten kristen kristin kristina kylie lana
	laura lauren leah leanne lena lillian lily linda lindsey lisa lois lola loretta lorna lorraine louisa
	louise lucille lucinda lucy lydia lynda lynne mabel mackenzie madeleine madison maggie mandy marcia
	margaret margery maria marianne marie marilyn marina marissa marjorie marlene martha mary matilda maud
	maureen maxine megan melanie melinda melissa mercy meredith mia michelle mildred millicent minnie
	miranda miriam moira molly monica muriel myra myrtle nadine nancy naomi natalie natasha nellie nicole
	nina nora norah noreen norma olga olive olivia opal paige pamela patricia patsy paula pauline pearl
	peggy penelope penny philippa phoebe phyllis polly priscilla prudence rachel ramona rebecca regina rhoda
	rhonda rita roberta rosa rosalie rosalind rose rosemary rosie roxanne ruby ruth sabrina sally samantha
	sandra sara sarah savannah selina serena sharon sheila shelley sherry shirley sian sonia sophia sophie
	stacey stella stephanie sue susan susanna suzanne sybil sylvia tabitha tamara tammy tania tanya tara
	teresa tessa thelma theresa tiffany tina toni tracey tricia trudy una ursula valerie vanessa vera verity
	verna veronica vicki victoria viola violet virginia vivien wanda wendy wilma winifred yolanda yvette
	yvonne zara zoe adela alba alejandra almudena amalia amparo ana analia angeles araceli aurora azucena
	beatriz belen berta blanca bianca candelaria carlota carolina catalina claudia concepcion consuelo
	cristina daniela dayana dolores dulce elisa elsa elvira emilia encarnacion erika esmeralda esperanza
	estefania estela eugenia fabiola fatima fernanda flor francisca gabriela gisela graciela guadalupe ines
	inmaculada irma ivonne jimena josefa josefina juana karina leonor leticia lidia liliana lorena lourdes
	lucia luciana luisa luz magdalena manuela marcela margarita mariana maribel maricela marisol marta
	martina mayra mercedes milagros montserrat natalia nieves noelia nuria paloma paola paulina pilar raquel
	rebeca reina remedios rocio rosalia rosario roxana silvia sofia soledad susana valentina vanesa viviana
	ximena yesenia zulema aline aparecida bruna camila catarina clarice cristiane debora elisangela fabiana
	flavia gisele graca ivone jandira janaina joana joaquina jussara katia leila ligia luiza mafalda
	margarida marli matilde michele mirela neusa priscila raimunda rafaela renata rosangela silvana simone
	socorro sueli tatiana telma teresinha vania viviane adeline adrienne agathe amandine amelie anais angele
	annick antoinette arlette aurelie aurore berthe brigitte camille carine cecile celine chantal christelle
	christiane claudette claudine clemence clementine clothilde colette coralie corinne cyrielle daniele
	danielle delphine eliane elise elodie emilie estelle evelyne fabienne fanny france francine francoise
	gabrielle genevieve georgette germaine ghislaine helene henriette huguette isabelle jeanne jeannine
	joelle josette josiane juliette justine laetitia laure laurence lea liliane lise lucette lucie lucienne
	lydie manon margaux marguerite marine marion marthe martine mathilde micheline mireille monique myriam
	nadege nathalie noemie odette odile oceane pascale paule paulette regine renee rolande sabine sandrine
	severine solange sylvie therese veronique virginie alessandra alessia annalisa annamaria antonella
	assunta benedetta carmela caterina chiara cinzia concetta donatella eleonora elisabetta emanuela enza
	ersilia federica filomena franca francesca gabriella giada gianna ginevra giorgia giovanna giulia
	giuliana giuseppina grazia graziella ilaria immacolata ivana letizia lia licia loredana luana luigia
	maddalena mara marcella margherita mariangela marisa michela milena mirella nicoletta noemi nunzia
	ornella patrizia pia pina raffaella rosanna rosaria rossana rossella santina simona stefania tiziana
	valeria vincenza adina alina anca andreea aurelia camelia corina dana doina dorina ecaterina elisabeta
	felicia florentina florica georgeta georgiana ileana ioana irina iulia larisa lavinia lenuta livia
	luminita marilena mihaela mirabela nicoleta oana olimpia otilia paraschiva raluca rodica ruxandra sanda
	smaranda sorina steluta teodora vasilica violeta viorica adelheid almut angelika anja anke anneliese
	annemarie antje bettina birgit birte britta carina carola christa christel cordula cornelia dagmar
	dorothea edeltraud elfriede elke elli else elsbeth erna ernestine felicitas franziska frauke frieda
	friederike gabi gabriele gerda gerlinde gertraud gertrud gudrun hanna hannelore hedwig heide heidemarie
	heike helga hermine herta hilde hildegard ilka ilona ilse imke ina inge ingeborg irmgard isolde jana
	janina jasmin johanna josefine jutta karin karla karoline katharina kathrin katja katrin kerstin klara
	lara leni leonie liane lieselotte lina lore lotte luise maike maja margarete margit margot margret
	marlies mechthild meike michaela mina mirjam monika nadja natascha nele petra renate ricarda romy
	rosemarie roswitha sieglinde siglinde sigrid silke sina sonja stefanie steffi susanne svenja sybille
	tanja tatjana thea theresia traudl trude ulla ulrike ute verena veronika viktoria waltraud wiebke
	wilhelmine aafke alida anneke annelies anouk ariane betje carolien cato corrie elly els esmee fenna
	femke fleur floor geertje geertruida grietje hanneke heleen hendrika jacoba janneke jantje jolanda
	josien katrien lieke liesbeth loes maaike machteld margriet marieke marijke marjan marloes mieke nel
	nienke ria roos saskia sanne sien sofie suzan tineke tess trijntje truus wilhelmina willemijn agneta
	agnete aina alfhild alva amalie anette anki annelie annika arja asa ase aud barbro berit birgitta bodil
	brit britt cecilie charlotta dagny dorte ebba eeva eila eija elin elina elisabet ellinor emelie evy
	frida freja gerd grethe greta gro gunilla gun gunhild gunvor hanne hedda hege helle hjordis inga inger
	irja jette jorunn kaarina katarina kari kirsti kirsi kjersti laila lene linnea lisbeth liv lone lotta
	maj malin margareta margrethe marit marita marja marjatta mette minna mona nanna oda oili paivi pernille
	pirjo pirkko ragnhild rakel randi riikka riitta rikke ritva saara sanna satu signe silje siri sirpa siv
	solveig stine svetlana synnove tarja terhi terttu tiina tone tora tove torunn trine tuija tuula tuulikki
	turid unni vibeke vigdis vilma yrsa aleksandra aija aiste anzelika asta ausra baiba dace daiva dalia
	danute edita egle evija gintare ilze inese ingrida jurate kaja kadri kersti krista laima liga loreta
	merle milda piret rasa ruta silvi sigita sirje tiiu triin vaida vilija virginija zane zanda agata
	agnieszka aldona alicja aneta beata bogumila bozena celina czeslawa danuta daria dominika dorota edyta
	elzbieta ewa ewelina genowefa grazyna halina honorata irena iwona izabela jadwiga jolanta jozefa justyna
	kamila karolina katarzyna kinga klaudia krystyna lucyna magda malgorzata mariola marianna mariya marlena
	martyna marzena michalina miroslawa ola oliwia patrycja roza sabina stanislawa sylwia urszula weronika
	wieslawa wiktoria zdzislawa zofia zuzanna alena alzbeta anezka barbora blanka denisa eliska hana iveta
	jarmila jaroslava jindriska jirina jitka katerina kristyna kveta lenka libuse lida ludmila marketa
	milada miloslava miroslava nada nikola pavla pavlina radka romana ruzena sarka sona stanislava tereza
	vendula vlasta zdenka zdena zuzana aniko bernadett boglarka edina edit eniko erzsebet eszter fruzsina
	gizella hajnalka ibolya ildiko iren judit julianna kata katalin kitti krisztina lilla magdolna mariann
	nikolett orsolya palma piroska reka rozalia szilvia terez timea tunde zsofia zsuzsa zsuzsanna aida amela
	andjela andrijana anica azra bisera biljana bojana bosiljka bozica branka danica danijela dejana dijana
	dragana dragica dubravka dunja dzenana emina gordana iskra ivanka iva jadranka jagoda jasmina jasna jela
	jelena jelica jelka jovana julijana katica ksenija lejla lidija ljiljana ljubica lucija marija marijana
	merima milica milka miljana mira mirjana mirna natasa nevena nevenka olivera radmila ranka ruzica sanela
	sanja senka senada sladjana slavica slavenka snezana snjezana sofija stana stojanka suada suzana tea
	tijana vanja verica vesna vida visnja zeljka zlata zora zorica albena antoaneta bilyana borislava
	boryana darina desislava dimitrina elitsa galina gergana ginka hristina kalina katya krasimira lilia
	lyudmila lyubka mila nadezhda nadya nikolina penka petya plamena polina rada radostina ralitsa rositsa
	rumyana slavka snezhana stanka stefka stoyanka svetla todorka tsveta tsvetana vanya vasilka velichka
	vesela veselina vyara yana yordanka zlatka zornitsa agafya agniya aksinya albina alevtina alisa alla
	alyona anastasia anastasiya anfisa angelina antonina anzhela anzhelika asya bella darya dina ekaterina
	elizaveta elmira evdokia evgenia evgeniya faina inessa inna kapitolina kira klavdia klavdiya ksenia
	kseniya lera lidiya liliya liubov lolita lubov lyubov maia maya milana nataliya natalya nelli nika nonna
	oksana olesya pelageya praskovia praskovya raisa rimma rufina rusana sofiya sofya taisia taisiya tatyana
	ulyana valeriya vasilisa varvara viktoriya violetta vlada vladislava yaroslava yekaterina yelena
	yelizaveta yevgenia yevgeniya yulia yuliya zhanna zinaida zoya bohdana daryna halyna iryna kateryna
	khrystyna larysa lesya liudmyla lyudmyla mariia maryna myroslava nataliia oleksandra olha olena solomiya
	svitlana tetiana tetyana viktoriia yaryna yevheniia yuliia zoryana alesia maryia nadzeya natallia
	sviatlana volha aghavni ani anahit anush araksi arevik armine arpine astghik gayane gohar hasmik
	hripsime karine lilit lusine mane margarit mariam naira nare nelly nune ruzanna satenik shushan siranush
	tatevik varduhi yeva zabel zaruhi eka ekaterine eliso eteri ketevan khatia lali lamara lela maka manana
	marika medea nana nani nato natela nestan nino nona rusudan salome sopho tamar tamuna teona tinatin
	tsira abeer abir afaf afnan ahlam aicha aisha aishah alaa alia aliya alya amal amani ameera amina aminah
	amira amna anisa areej arwa asia asma asmaa aya ayat ayesha aziza azza badria bahia basma batoul
	buthaina bushra dalal dalya dania doaa duaa dunya eman fadia fadwa fahima faiza farah farida fariha
	faten fathia fatiha fatimah fatma fawzia firdaus ghada ghazal hadeel hadia hafsa hafsah haifa hajar hala
	halima hamida hanaa hanan hanin hasna haya hayat heba hessa hiba hind huda iman inas intisar isra israa
	jamila jawaher joumana jumana karima kawthar khadija khadijah khawla kholoud lama lamia lamis latifa
	layan layla leena lubna luna maha mai maissa majida malak malika manal manar maram marwa maryam maysa
	maysoon mervat muna munira nabila nadia nadira naima najat najla najwa nariman nawal nazira nermin
	nesrin nibal nihad nisreen noha noura nouf nuha nura omaima ranya rabab rabia rachida raghad raghda
	rahma raja rana rand randa rania rasha rawan rawda razan reem reema rehab rihab rima rim rola ruba
	rukaya ruqayya saadia saba sabrin sada safa safia safiya sahar sajida sakina salma salwa samah samar
	samara samia samira sana sanaa sawsan shahd shahida shahira shaimaa sharifa sherine shereen shurouq
	siham sihem suad suha suhair sumaya sumayya sura tahani taghreed tala thuraya wafa wafaa warda widad
	yamina yasmeen yasmin yasmine yousra yumna yusra zahia zahra zaina zainab zakia zaynab zeina zeinab
	zineb zohra zubaida zuleikha afsaneh akram azadeh azam azar bahar bahareh banafsheh elaheh elham elnaz
	fariba farnaz farzaneh fatemeh fereshteh forough ghazaleh golnaz gita hengameh homa jaleh katayoun ladan
	laleh leyla mahnaz mahsa mahtab mahin mandana marzieh masoumeh mehri minoo mitra mojgan monir nahid
	narges nasrin nazanin negar nasim niloufar nooshin paniz parisa parvaneh parvin pegah roya saeideh
	samaneh sepideh setareh shabnam shahla shahnaz sheida shiva shirin shohreh simin sima soraya sousan
	tahereh yalda ziba aylin ayse aysegul aysel aynur arzu asli aysun ayten banu belgin berna berrin beyza
	bilge buket burcu busra canan cansu ceren ceyda cigdem demet didem dilara dilek duygu ebru ece eda elif
	elmas emel emine esin esma esra fadime ferda feride figen filiz funda gamze gizem gonca gonul gul gulay
	gulcan gulsen gulsah gulsum gulten guler hacer hafize hale hande hanife hatice havva hulya hurriyet
	husniye ilknur inci ipek irem kadriye kubra lale leman mediha melek meltem meryem mine muazzez mukaddes
	munevver nazan nazli necla neslihan nevin nihal nilgun nilufer nimet nuray nurcan nurhan nuriye nurten
	oya ozge ozlem perihan pelin pinar reyhan rukiye sabiha saliha sebnem seda sehnaz selin selma semra
	senay serap sevda sevgi sevil sevim sibel songul suna sukran sureyya tuba tugba tulay turkan ulku vildan
	yasemin yeliz yesim yildiz zehra zekiye zeliha zerrin zeynep zubeyde aygun gunay gulnara konul lala
	mehriban nigar sevinj tarana ulviyya aigerim aigul ainur altynai asel assel ayana bayan botagoz dinara
	dariga gulmira gulnar gulsara gulzhan indira karlygash kunsulu madina meruert moldir nazgul nurgul
	perizat raushan saltanat saule togzhan zarina zhanar zhuldyz dilnoza dildora feruza gulchehra gulnora
	kamola laylo mavluda mohira nargiza nigora nodira oydin sevara shahnoza umida zebo zilola zulfiya
	zulikhan zura heda khava zareta patimat aminat fatimat madinat zulay aizan aarti aditi aishwarya
	akanksha alka amrita anamika anjali anju ankita anu anuradha anushka aparna archana aruna asha ashwini
	bhavana bhavna bina chandni chandrika charu chhaya deepa deepika deepti devi devika dimple divya durga
	ekta garima gauri gayatri geeta geetha hema hemlata indu isha ishita jaya jayanti jayshree juhi kajal
	kalpana kalyani kamala kamla kanchan kanta karishma kavita kaveri khushboo komal kriti kumari kusum
	lakshmi lalita lata laxmi leela madhavi madhu madhuri mala malati mamata mamta manisha manju manjula
	mansi meena meenakshi meera megha minal mohini mridula mukta namrata nandini nandita neelam neeta neha
	nidhi nilima nirmala nisha nita nitya padma padmini pallavi parul parvati payal pooja poonam prabha
	prachi pragya pratibha pratima preeti preity prema priti priya priyanka puja pushpa rachna radha radhika
	rajani rajni rajeshwari rakhi ramya rani rashmi reena rekha renu renuka richa ritu roopa roshni ruchi
	rukmini rupa rupali sadhana sakshi sandhya sangeeta sanjana sapna sarala sarita sarojini saroj savita
	savitri seema shalini shanta shanti sharda sharmila shefali shilpa shobha shraddha shreya shruti shubha
	shweta simran sita smita smriti sneha sonal sonali sridevi subhadra sucheta sudha sujata sulochana
	sumitra sunita supriya surbhi surekha sushila sushma suvarna swapna swati tanvi tanuja trupti tulsi uma
	upasana urmila usha vandana vani varsha vasudha vasundhara veena vidya vijaya vimala vineeta yamini
	yamuna amarjit charanjit daljit gurinder harjinder jagdeep kulwant manjeet navneet paramjeet rajwinder
	simranjit sukhwinder aparajita basanti chitra debjani devyani lopamudra madhumita mitali moushumi
	nabanita paromita rituparna sharmistha shampa sreeja susmita tanushree hasina khaleda rokeya taslima
	dilhani harshani nilmini nirosha sirimavo sriyani sunethra thilini ambika kamakshi malathi revathi selvi
	sivakami thenmozhi vasanthi vijayalakshmi asifa bano begum benazir bibi farhat farzana fauzia ghazala
	gulnaz hina humaira ishrat kausar kishwar maleeha mehwish misbah munazza mussarat nadra naheed najma
	nargis nasreen nazia nighat nusrat parveen rehana riffat robina rubina rukhsana sadaf sadia saima saira
	samina sania shabana shagufta shaista shazia shumaila sidra sumaira tabassum tahira tasleem uzma zahida
	zubeda ai aihua bing caihong chunhua chunmei cuihua dandan fen fengxia guihua guilan guiying haiyan
	hongmei hongyan huan huifang huimin jiali jiaxin jinfeng jinhua juan jingjing juhua lan lanying lanfang
	lihong lihua lijuan lili liling limin liping liying ling lingling liqin mei meifang meihua meiling
	meixiang meiying na nannan peiyi qian qiaoling qin qiong qiuyan ruolan shu shufang shufen shuhua shuying
	shuzhen sufen ting tingting wanru wenjing xia xiaohong xiaohua xiaojuan xiaolan xiaoli xiaoling xiaomei
	xiaoyan xiaoying xiu xiufang xiuhua xiulan xiuli xiumei xiuying xiuzhen xue xuemei yanan yanhong yanling
	yanmei yanping yating ya yinghua yingying yixin yuefang yueying yufang yufen yuhua yulan yuling yumei
	yunying yuping yuqin yurong yutong yuxin yuying yuzhen zhen zhenzhen zhilan zixuan ziyi suuyi siew swee
	geok hwee lay poh puay peck bee choo gek guat hoon lian mooi suan yin aiko airi akane akemi aki akiko
	ami asami ayaka ayako ayame ayano ayumi chie chieko chiharu chika chikako chiyo chiyoko eiko emi emiko
	eri eriko etsuko fumi fumie fumiko fusako hanako haruko haruna hatsue hideko hikari hinako hiroko hiromi
	hisako hitomi honoka ichika ikuko iku junko kana kanako kanae kaori kayo kayoko kazue kazuko keiko kiko
	kikuko kimiko kiyoko kiyomi kotone kotomi kumi kumiko kyoko machiko madoka maiko maki makiko mami mana
	manami mari mariko masako masae masayo matsuko mayu mayuko mayumi megumi michiko michiyo midori mieko
	mihoko miho mika mikako miki mikiko minako mio misaki misako misa mitsuko mitsue miwa miwako miyako
	miyoko miyu miyuki moe momoka momoko mutsuko nagisa nami namiko nanako nanami naoko narumi natsuki
	natsuko natsumi nobuko nodoka noriko nozomi reiko rie rieko rika rikako riko rina rin risa ritsuko rumi
	rumiko ruriko ryoko sachiko sachi sadako saki sakiko sakura sakurako satoko satomi saori sayaka sayako
	sayuri seiko setsuko shigeko shiho shiori shizuka shizuko shoko sumie sumiko suzuko takako tamami tamiko
	tamae teruko tokiko tomie tomoe tomoka tomoko toshie toshiko tsuneko umeko wakana yae yasuko yasue yayoi
	yoko yoriko yoshie yoshiko yoshimi yui yuka yukako yukari yukie yukiko yuko yumi yumiko yuna yuriko
	yurie areum bokyung bora boyoung chaewon chaeyoung dahye dahyun eunbi eunha eunhee eunji eunjoo eunjung
	eunkyung eunmi eunseo eunyoung geunhye gyeonghee haeun hayoon heejin heekyung heesun hyejin hyekyung
	hyemi hyerin hyesun hyeyoung hyojin hyunjoo hyunjung hyunmi hyunsook jaehee jeonghee jieun jihye jihyun
	jimin jinhee jisook jiyeon jiyoo jiyoung jungeun junghee jungmi kyunghee kyungja kyungmi kyungsook mija
	mijin mikyung minhee minji minjung minseo miran misook misun miyoung myunghee myungsook nari nayoung
	okja sangmi seohyun seoyeon seoyun seulgi seunghee soeun sohee sojin sojung sora soyeon soyoung subin
	sujin sukhee sumin sunhee sunhwa sunja sunmi sunyoung sunok sookja suyeon yeji yejin yena yeonhee
	yeonjoo yeseul yewon yoojin yoona yoonhee youngae younghee youngja youngmi youngok youngsook yujin
	yoojung agustina astuti ayu citra dewi diah endang enny fitri fitriani hartini indah indriani ika
	kartika kartini lestari megawati mulyani murni ningsih nining novita nurhayati puan puspita putri rahayu
	ratna ratih retno rini rosmawati sari siti sukmawati sulastri sumarni suryani susilawati titin tuti
	utami wati widya wulan wulandari yani yanti yulianti yuni azizah faridah fauziah hamidah haslinda
	noraini norhayati rohani rosmah rosnah salmah suhaila suraya zaleha zuraida corazon imelda marites
	maricel teresita bich cuc dao diem hang hien hue huong huyen kieu lien loan ly mien nga ngan nguyet nhi
	nhung oanh que quynh suong tham thuy tuyen uyen yen acharaporn anchalee aranya benjamas boonsri busaba
	chanida chutima duangjai jintana kanchana kanda kannika khwanjai kulthida ladda malee malai nanthana
	naowarat narumon nattaya nipa nittaya nonglak noppawan onanong orawan panida parichat patcharee
	patcharin penpa phannee pimchanok pornthip pranee prapaporn rattana ratree rungnapa saowanee sasithorn
	sirikit siriporn siriwan somjai somjit somporn sirindhorn sudarat sukanya sumalee sunee supaporn
	suphatra supranee suwanna uraiwan vilai vilaiwan wanida wanna wannapa warunee wilaiwan yingluck yupin ei
	hnin khin kyi mya nandar nilar phyu sandar suu thanda thiri zin altantsetseg bolormaa enkhtuya
	narantsetseg oyunbileg oyun oyuna sarangerel solongo tsetseg tuya boupha chanthou kalyan kunthea phalla
	socheata sokha sophea sophy sreymom abeba abebech aberash adanech alemtsehay ayelech azeb belaynesh
	birtukan bruktawit derartu emebet eyerusalem fanaye fantu genet gelila hamelmal helina hirut kidist
	lemlem lideta mahlet makeda mamitu meaza meselech meskerem mulu rahel sahlework seble selam semhar
	senait senayit sosina tigist tirunesh tsehay tsion weynshet workinesh yeshi yordanos zenebech zewditu
	amran ayaan bilan deeqa deqo fadumo faduma farhiya habiba hibaaq hodan ifrah ikran khadra maryan nimco
	sagal sahra ubah waris zamzam zeynab adja aissatou aminata astou awa binta bintou coumba diarra dieynaba
	djeneba fanta fatou fatoumata fatimata hawa kadiatou kadidia khady mame mariama mariame maimouna
	marietou nafissatou ndeye ouleye oumou penda ramata ramatoulaye rokhaya rokia safiatou salimata seynabou
	tening assitan abimbola adaeze adanna adaora adetutu abeni amaka amara bukola bolanle chiamaka
	chimamanda chinwe chioma ebele ekaette ezinne folake folasade funke funmilayo ife ifeoma ijeoma iyabo
	jumoke kemi modupe mojisola ngozi nkechi nkem nneka nnenna obiageli omolara onyinye ronke sade shade
	simisola temi titilayo tinuola tokunbo toyin uju uzoamaka yejide yetunde abena adwoa akua akosua araba
	efua ekua esi yaa hauwa hadiza hassana jummai ladi maimuna rakiya ramatu saratu talatu zulai abla
	akossiwa ablavi kossiwa achieng adhiambo akinyi atieno auma awino chebet chepkemoi cherono jepchirchir
	jepkosgei jerono kanini mumbi muthoni mwajuma nafula nakato nambi nanyonga nasra neema njeri nyambura
	nyokabi pendo saida subira tatu upendo wairimu wambui wangari wangui wanjiku wanjiru zainabu zuhura
	zawadi abigael anathalie angelique beatha consolee daphrose donatha dorcas euphrasie fortunee godelieve
	immaculee marieclaire pelagie scholastique speciose spes uwamahoro ayanda bongiwe busisiwe dineo gugu
	hlengiwe karabo khanyisile lerato lindiwe mbali naledi nandi nobuhle nokuthula nolwazi nomsa nomthandazo
	nomvula nonhlanhla nosipho ntombi nthabiseng palesa phumzile puleng refilwe sibongile sindisiwe tebogo
	thandeka thandi thandiwe thembi thokozile tshepiso unathi winnie zandile zanele zinhle chipo chido
	fadzai memory nyasha precious rudo ruvimbo rutendo shuvai sithembile tambudzai tariro tsitsi vimbai
	yeukai zodwa anat avital avigail ayala ayelet batsheva batya bracha chana chava dafna dalit daphna
	devorah dikla efrat einat galia galit gila golda hadar hadas hadassah hagit hava hila ilana inbal irit
	keren liat limor liora malka meirav merav michal miri moran naama nili nitza noa noga nurit ofra orit
	ornah osnat penina ravit rinat rivka ronit sarit shira shiri shlomit shoshana sigal sigalit sivan tali
	talia tirza tova tzipi tzipora varda vered yafa yaffa yehudit yemima yocheved yonat zahava zehava
	zipporah aikaterini angeliki argyro artemis aspasia athina chrysoula chrysi despina dimitra efi efthymia
	eirini eleftheria eleni evangelia fani fotini ioanna kalliopi konstantina kyriaki lamprini lemonia
	magdalini marianthi matina melina myrto niki olympia ourania panagiota paraskevi pelagia persefoni roula
	sotiria stamatia stavroula styliani theodora thalia tasoula theano vasiliki vasso xanthi xenia zoi
	afroviti alketa anila ardita arta aurela besa blerina drita edlira elira elona ermira eriola fatbardha
	fatime fatmire flutura ganimete genta hatixhe ilda jehona jeta kaltrina kimete lindita luljeta majlinda
	mimoza mirjeta nexhmije rezarta shpresa shqipe suela teuta valbona vjosa vlora`;
