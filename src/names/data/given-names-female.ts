/** Given names of women and girls, region by region; see given-names.ts. */

export const femaleNames = `
	abigail ada adele adriana agatha agnes aileen aisling alana alexandra alexis alice alicia alison allison alma alyssa amanda amber amelia amy anabel
	andrea angela angelica anita ann anna annabel annabelle anne annette annie antonia april ariana arlene ashley astrid audrey barbara beatrice becky
	belinda bernadette bernice bertha beryl bessie beth bethany betty beverley beverly bonnie brenda bridget brittany brooke caitlin camilla candace
	carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina
	christine cindy claire clara clare colleen connie constance cora crystal cynthia daisy daphne darlene dawn deborah debra deirdre delia denise
	diana diane donna dora doreen doris dorothy edith edna eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen ellie elsie emily emma
	erica erin esther ethel eunice eva eve evelyn faith faye felicity fiona flora florence frances freda gail gemma georgia georgina geraldine
	gertrude gillian gina ginger gladys glenda gloria grace gwen gwendolyn hannah harriet hazel heather heidi helen helena henrietta hilary hilda
	holly hope ida imogen ingrid irene iris isabel isabella isla ivy jacqueline jane janet janice janine jasmine jean jeanette jemima jenna jennifer
	jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june karen kate katherine
	kathleen kathryn kathy katie katrina kayla kelly kimberly kirsten kristen kristin kristina kylie lana laura lauren leah leanne lena lillian lily
	linda lindsey lisa lois lola loretta lorna lorraine louisa louise lucille lucinda lucy lydia lynda lynne mabel mackenzie madeleine madison maggie
	mandy marcia margaret margery maria marianne marie marilyn marina marissa marjorie marlene martha mary matilda maud maureen maxine megan melanie
	melinda melissa mercy meredith mia michelle mildred millicent minnie miranda miriam moira molly monica muriel myra myrtle nadine nancy naomi
	natalie natasha nellie nicole nina nora norah noreen norma olga olive olivia opal paige pamela patricia patsy paula pauline pearl peggy penelope
	penny philippa phoebe phyllis polly priscilla prudence rachel ramona rebecca regina rhoda rhonda rita roberta rosa rosalie rosalind rose rosemary
	rosie roxanne ruby ruth sabrina sally samantha sandra sara sarah savannah selina serena sharon sheila shelley sherry shirley sian sonia sophia
	sophie stacey stella stephanie sue susan susanna suzanne sybil sylvia tabitha tamara tammy tania tanya tara teresa tessa thelma theresa tiffany
	tina toni tracey tricia trudy una ursula valerie vanessa vera verity verna veronica vicki victoria viola violet virginia vivien wanda wendy
	wilma winifred yolanda yvette yvonne zara zoe
	adela adriana alba alejandra alicia almudena amalia amparo ana analia anabel angela angelica angeles antonia araceli aurora azucena beatriz belen berta
	blanca bianca candelaria carlota carmen carolina catalina cecilia celia clara claudia concepcion consuelo cristina daniela dayana diana dolores
	dulce edith elena elisa elsa elvira emilia encarnacion erika esmeralda esperanza estefania estela esther eugenia eva fabiola fatima fernanda
	flor francisca gabriela gisela gladys gloria graciela guadalupe ines inmaculada irene iris irma isabel ivonne jimena josefa josefina juana
	julia juliana karina laura leonor leticia lidia liliana lorena lourdes lucia luciana luisa luz magdalena manuela marcela margarita maria
	mariana maribel maricela marina marisol marta martina mayra mercedes milagros miriam monica montserrat natalia nieves noelia norma nuria
	olga paloma paola patricia paula paulina pilar raquel rebeca regina reina remedios rocio rosa rosalia rosario roxana ruth sandra sara silvia
	sofia soledad sonia susana tamara teresa valentina vanesa veronica victoria virginia viviana ximena yesenia yolanda zulema aline amanda aparecida
	beatriz bruna camila carla catarina clarice cristiane debora denise edna elaine elisangela fabiana fernanda flavia francisca gisele graca helena
	ines ivone jandira janaina joana joaquina juliana jussara katia leila leticia ligia lucia luciana luiza mafalda marcia margarida mariana marlene
	marli matilde michele mirela neusa patricia priscila raimunda rafaela regina renata rita rosangela sandra silvana simone socorro sueli tatiana
	telma teresinha vanessa vania vera viviane
	adeline adrienne agathe agnes alice aline amandine amelie anais angele anne annick antoinette arlette audrey aurelie aurore bernadette berthe
	brigitte camille carine carole caroline catherine cecile celine chantal charlene charlotte chloe christelle christiane christine claire claudette
	claudine clemence clementine clothilde colette coralie corinne cyrielle daniele danielle delphine denise edith eliane elisabeth elise elodie
	emilie emma estelle evelyne fabienne fanny florence france francine francoise gabrielle genevieve georgette germaine ghislaine gisele helene
	henriette huguette ines isabelle jacqueline jeanne jeannine joelle josette josiane julie juliette justine laetitia laure laurence lea liliane
	lise louise lucette lucie lucienne lydie madeleine manon margaux marguerite marianne marie marine marion marlene marthe martine mathilde
	maud melanie micheline michele mireille monique muriel myriam nadege nadine nathalie nicole noemie odette odile oceane pascale patricia paule
	paulette pauline regine renee rolande rose sabine sandrine severine simone solange sophie stephanie suzanne sylvie therese valerie vanessa
	veronique virginie viviane yvette yvonne ada adriana alessandra alessia alice angela anna annalisa annamaria antonella antonia assunta aurora
	barbara beatrice benedetta bianca bruna carla carmela caterina cecilia chiara cinzia clara claudia concetta cristina daniela debora donatella
	elena eleonora elisa elisabetta emanuela emma enza erica ersilia eva federica filomena flavia franca francesca gabriella giada gianna ginevra giorgia
	giovanna giulia giuliana giuseppina gloria grazia graziella ida ilaria immacolata irene isabella ivana laura lea letizia lia licia lidia liliana
	loredana lorena luana lucia luciana luigia luisa maddalena mafalda mara marcella margherita maria mariangela marina marisa marta martina
	matilde michela milena mirella monica natalia nicoletta noemi nunzia ornella paola patrizia pia pina raffaella rita roberta rosa rosanna rosaria
	rossana rossella sabrina sandra santina sara serena silvana silvia simona sofia sonia stefania susanna teresa tiziana valentina valeria vanessa
	vera veronica vincenza virginia viviana adina alexandra alina ana anca andreea angela aurelia bianca camelia carmen claudia corina cristina
	daniela dana delia diana doina dorina ecaterina elena elisabeta eugenia felicia florentina florica gabriela georgeta georgiana ileana ioana irina
	iulia larisa laura lavinia lenuta livia loredana luminita magdalena maria mariana marcela marilena mihaela mirela mirabela monica nicoleta
	oana olimpia otilia paraschiva raluca ramona rodica roxana ruxandra sanda silvia simona smaranda sorina stefania steluta tatiana teodora valentina
	vasilica veronica victoria violeta viorica
	adelheid agathe agnes almut andrea angela angelika anita anja anke anna anneliese annemarie annette antje antonia astrid barbara bettina bianca
	birgit birte brigitte britta carina carla carola caroline charlotte christa christel christiane christina christine claudia cordula cornelia
	dagmar daniela doris dorothea edeltraud edith elfriede elisabeth elke ella elli else elsbeth erika erna ernestine esther eva evelyn felicitas
	franziska frauke frieda friederike gabi gabriele gerda gerlinde gertraud gertrud gisela gudrun hanna hannelore hedwig heide heidemarie heike
	helene helga henriette hermine herta hilde hildegard ida ilka ilona ilse imke ina ines inge ingeborg ingrid irene iris irma irmgard isolde
	jana janina jasmin jessica johanna josefine julia jutta karin karla karoline katharina kathrin katja katrin kerstin kirsten klara kristina lara
	laura lena leni leonie liane lieselotte lina lisa lore lotte luise lydia magdalena maike maja manuela margarete margit margot margret maria
	marianne marie marina marion marlene marlies martha martina mathilde mechthild meike melanie mia michaela mina mirjam monika nadine nadja
	natascha nele nicole nina olga paula petra pia ramona rebecca regina regine renate ricarda rita romy rosa rosemarie roswitha ruth sabine
	sabrina sandra sara sarah sieglinde siglinde sigrid silke silvia simone sina sonja sophia sophie stefanie steffi stephanie susanne svenja
	sybille tamara tanja tatjana thea theresa theresia tina traudl trude ulla ulrike ursula ute vanessa vera verena veronika viktoria waltraud
	wiebke wilhelmine yvonne aafke agatha alida anneke annelies anouk antje ariane betje carolien cato corrie elly els elsbeth esmee eva fenna femke
	fleur floor geertje geertruida gerda grietje hanneke heleen hendrika ilse ingrid inge jacoba janneke jantje jolanda josien julia karin katrien lieke
	liesbeth loes lotte maaike machteld margriet maria marieke marijke marjan marlies marloes mieke mirjam monique nel nienke petra ria roos
	saskia sanne sien sofie suzan tineke tess trijntje truus wilhelmina willemijn yvonne
	agneta agnete aina alfhild alva amalie anette anita anki ann anna annelie annika arja asa ase astrid aud barbro berit birgit birgitta birte bodil
	brit britt britta camilla carina cecilie charlotta dagny dorte ebba eeva eila eija elin elina elisabet elisabeth elise ella ellinor elsa
	emelie emma eva evy frida freja gerd grethe greta gro gudrun gunilla gun gunhild gunvor hanne hedda hege heidi helle hilde hjordis ida inga ingeborg
	inger ingrid irja jenny jette johanna jorunn josefine julie karin karina karen kaarina katarina kari kerstin kirsti kirsten kirsi kjersti kristin
	kristina laila lene lena linnea lisbeth liv lone lotta louise maj maja malin margareta margrethe maria marianne marit marita marja marjatta
	mette mia minna mona monica nanna oda oili paivi pernille pia pirjo pirkko ragnhild rakel randi riikka riitta rikke ritva saara sanna sara
	satu signe sigrid silje siri sirpa siv sofia sofie solveig sonja stine susanne svetlana synnove tarja terhi terttu tiina thea tone tora tove
	torunn trine tuija tuula tuulikki turid ulla unni vibeke vigdis vilma yrsa aleksandra aija aiste anzelika asta ausra baiba dace daiva dalia
	danute edita egle evija gintare ilze inese inga ingrida jurate kaja kadri karin_ kersti krista laima lina liga loreta margarita merle milda
	piret rasa ruta sandra_ signe_ silvi sigita sirje tiiu triin vaida vilija virginija zane zanda
	agata agnieszka aldona aleksandra alicja alina aneta anna barbara beata bogumila bozena celina czeslawa danuta daria dominika dorota edyta
	elzbieta emilia ewa ewelina genowefa grazyna halina hanna helena honorata ilona irena iwona izabela jadwiga janina joanna jolanta jozefa
	julia justyna kamila karolina katarzyna kinga klaudia krystyna lidia lucyna magda magdalena maja malgorzata maria mariola marianna mariya marlena
	marta martyna marzena michalina milena miroslawa monika natalia nina ola oliwia patrycja paulina regina renata roza sabina stanislawa
	stefania sylwia teresa urszula wanda weronika wieslawa wiktoria zdzislawa zofia zuzanna adela alena alzbeta andrea anezka barbora blanka
	bozena_ dagmar dana daniela denisa edita eliska eva gabriela hana helena irena ivana iveta jana jarmila jaroslava jindriska jirina jitka
	kamila karolina katerina klara kristyna kveta lenka libuse lida lucie ludmila magdalena marcela marie marketa marta martina michaela milada
	milena miloslava miroslava monika nada nikola olga pavla pavlina petra radka renata romana ruzena sarka simona sona stanislava svetlana tereza vendula
	vera veronika vlasta zdenka zdena zuzana agnes aniko anna anita beata bernadett bettina boglarka dora edina edit eniko erika erzsebet eszter
	eva fruzsina gabriella gizella hajnalka ibolya ildiko ilona iren judit julianna kata katalin kinga klara kitti krisztina lilla livia magdolna
	margit maria mariann marta melinda monika nikolett nora noemi orsolya palma piroska reka rita rozalia sara szilvia terez timea tunde valeria
	vera veronika viktoria zsofia zsuzsa zsuzsanna
	aida aleksandra alma amela ana andjela andrijana anica anita azra bisera biljana bojana bosiljka bozica branka danica danijela dejana dijana
	dragana dragica dubravka dunja dzenana emina fatima gordana hana ines irena iskra ivana ivanka iva jadranka jagoda jasmina jasna jela jelena
	jelica jelka jovana julijana kata katarina katica ksenija lana lejla lidija ljiljana ljubica lucija maja mara marija marijana marina marta
	maja_ merima mia milena milica milka miljana mira mirela mirjana mirna nada natasa nevena nevenka nina olivera petra radmila ranka renata ruzica
	sabina sandra sanela sanja senka senada sladjana slavica slavenka snezana snjezana sofija sonja stana stojanka suada suzana svetlana tamara
	tanja tatjana tea teodora tijana valentina vanja vera verica vesna vida violeta visnja zdenka zeljka zlata zora zorica albena aneta antoaneta
	bilyana borislava boryana daniela darina desislava diana dimitrina elena elitsa emilia galina gergana ginka hristina irina iskra_ ivanka
	kalina katya krasimira lilia lyudmila lyubka maria mariana mariya mila milena nadezhda nadya nevena nikolina penka petya plamena polina rada
	radka radostina ralitsa rositsa rumyana silvia slavka snezhana stanka stefka stoyanka svetla teodora todorka tsveta tsvetana vanya vasilka velichka
	vesela veselina vyara yana yordanka zlatka zornitsa
	agafya agniya aksinya albina aleksandra alena alevtina alina alisa alla alyona anastasia anastasiya anfisa angelina anna antonina anzhela
	anzhelika asya bella daria darya diana dina ekaterina elena elizaveta elmira elvira emma evdokia eva evgenia evgeniya faina galina inessa inga
	inna irina kapitolina karina katerina kira klara klavdia klavdiya kristina ksenia kseniya larisa lera lidia lidiya lilia liliya liubov lolita lubov
	ludmila lyubov lyudmila maia margarita maria marina mariya marta maya mila milana nadezhda natalia nataliya natalya nelli nika nina nonna oksana
	olesya olga pelageya polina praskovia praskovya raisa regina renata rimma roza rufina rusana sabina snezhana sofia sofiya sofya stefania svetlana
	taisia taisiya tamara tatiana tatyana tereza ulyana valentina valeria valeriya vasilisa varvara vera veronika viktoria viktoriya violetta vlada
	vladislava yana yaroslava yekaterina yelena yelizaveta yevgenia yevgeniya yulia yuliya zhanna zinaida zlata zoya alina_ bohdana daryna halyna
	hanna iryna kateryna khrystyna larysa lesya liudmyla lyudmyla mariia maryna myroslava nataliia oksana_ oleksandra olha olena solomiya svitlana
	tetiana tetyana viktoriia yaryna yevheniia yuliia zoryana alesia hanna_ iryna_ maryia nadzeya natallia sviatlana volha aghavni ani anahit
	anna_ anush araksi arevik armine arpine astghik gayane gohar hasmik hripsime karine lilit lusine mane margarit mariam marine naira nare nelly
	nune ruzanna satenik shushan siranush sona susanna tatevik varduhi yeva zabel zaruhi ana_ eka ekaterine eliso eteri eka_ irma ketevan khatia
	lali lamara lela lia_ maia_ maka manana marika medea nana nani nato natela nato_ nestan nino nona rusudan salome sopho tamar tamuna tea_ teona
	tinatin tsira
	abeer abir afaf afnan ahlam aicha aida aisha aishah alaa alia aliya alya amal amani ameera amina aminah amira amna anisa areej arwa asia asma asmaa
	aya ayat ayesha aziza azza badria bahia basma batoul buthaina bushra dalal dalia dalya dana dania dina doaa duaa dunya eman fadia fadwa
	fahima faiza farah farida fariha faten fathia fatiha fatima fatimah fatma fawzia firdaus ghada ghazal hadeel hadia hafsa hafsah haifa hajar hala
	halima hamida hana hanaa hanan hanin hasna haya hayat heba hessa hiba hind huda iman inas intisar isra israa jamila jana jawaher joumana jumana
	kamila karima kawthar khadija khadijah khawla kholoud lama lamia lamis lana latifa layan layla leena leila lina lubna luna maha mai maissa
	majida malak malika manal manar maram mariam marwa maryam maysa maysoon mervat mina mona muna munira nabila nada nadia nadine nadira naima najat
	najla najwa nariman nawal nazira nermin nesrin nibal nihad nisreen noha noura nouf nuha nura ola omaima ranya rabab rabia rachida raghad
	raghda rahma raja rana rand randa rania rasha rawan rawda razan reem reema rehab rihab rima rim rima rola ruba rukaya ruqayya saadia saba
	sabrin sabrina sada safa safia safiya sahar sajida sakina salma salwa samah samar samara samia samira sana sanaa sara sarah sawsan shahd shahida
	shahira shaimaa shams_ sharifa sherine shereen shurouq siham sihem suad suha suhair sumaya sumayya sura tahani taghreed tala thuraya wafa
	wafaa warda widad yamina yasmeen yasmin yasmine yousra yumna yusra zahia zahra zaina zainab zakia zaynab zeina zeinab zineb zohra zubaida zuleikha
	afsaneh akram azadeh azam azar bahar bahareh banafsheh elaheh elham elnaz fariba farnaz farzaneh fatemeh fereshteh forough ghazaleh golnaz
	gita hengameh homa jaleh katayoun ladan laleh leyla mahnaz mahsa mahtab mahin mandana maryam_ marzieh masoumeh mehri mina_ minoo mitra mojgan
	monir nahid narges nasrin nazanin negar nasim niloufar nooshin paniz parisa parvaneh parvin pegah roya saeideh sahar_ samaneh samira_ sara_
	sepideh setareh shabnam shadi_ shahla shahnaz sheida shiva shirin shohreh simin sima soraya sousan tahereh tara_ vida yalda zahra_ zeinab_ ziba
	aylin ayse aysegul aysel aynur arzu asli aysun ayten bahar_ banu belgin berna berrin beyza bilge buket burcu busra canan cansu ceren ceyda cigdem demet
	didem dilara dilek duygu ebru ece eda elif elmas emel emine esin esma esra fadime fatma ferda feride figen filiz funda gamze gizem gonca gonul
	gul gulay gulcan gulsen gulsah gulsum gulten guler hacer hafize hale hande hanife hatice havva hulya hurriyet husniye ilknur inci ipek irem
	kadriye kubra lale leman leyla_ mediha melek meltem meryem mine muazzez mukaddes munevver nazan nazli necla nermin_ neslihan nesrin_ nevin
	nihal nilgun nilufer nimet nuray nurcan nurhan nuriye nurten oya ozge ozlem perihan pelin pinar rabia_ reyhan rukiye sabiha saliha sebnem
	seda sehnaz selin selma semra senay serap sevda sevgi sevil sevim sibel songul sultan_ suna suzan sukran sureyya tuba tugba tulay turkan
	ulku vildan yasemin yeliz yesim yildiz zehra zekiye zeliha zerrin zeynep zubeyde aygun aysel_ gunay gulnara konul lala leyla__ mehriban
	nigar sabina_ sevinj tarana ulviyya aida_ aigerim aigul ainur alma_ altynai asel assel ayana bayan botagoz dana_ dinara dariga gulmira gulnar gulnara_
	gulsara gulzhan indira jamila_ karlygash kamila_ kunsulu laura_ madina meruert moldir nazgul nurgul perizat raushan roza_ saltanat saule
	togzhan zarina zhanar zhanna_ zhuldyz dilnoza dildora feruza gulchehra gulnora kamola laylo lola_ malika_ mavluda mohira nargiza nigora nodira
	oydin sevara shahnoza umida zebo zilola zulfiya larisa_ lyudmila_ zulikhan zura luiza heda khava zareta eliza_ patimat aminat fatimat madinat
	zulay aizan raisa_
	aarti aditi aishwarya akanksha alka amrita anamika anita_ anjali anju ankita anu anuradha anushka aparna archana aruna asha ashwini bhavana bhavna
	bina chandni chandrika charu chhaya deepa deepika deepti devi devika dimple divya durga ekta garima gauri gayatri geeta geetha gita_ hema hemlata
	indira_ indu isha ishita jasmine_ jaya jayanti jayshree juhi kajal kalpana kalyani kamala kamla kanchan kanta karishma kavita kaveri khushboo komal
	kriti kumari kusum lakshmi lalita lata laxmi leela madhavi madhu madhuri mala malati mamata mamta manisha manju manjula mansi maya_ meena meenakshi meera
	megha minal mohini mona_ monika_ mridula mukta namrata nandini nandita neelam neeta neha nidhi nikita_ nilima nirmala nisha nita nitya padma padmini
	pallavi parul parvati payal pooja poonam prabha prachi pragya pratibha pratima preeti preity prema priti priya priyanka puja pushpa rachna radha
	radhika rajani rajni rajeshwari rakhi ramya rani rashmi reena rekha renu renuka richa rina_ ritu roopa roshni ruchi rukmini rupa rupali sadhana
	sakshi sandhya sangeeta sanjana sapna sarala sarita sarojini saroj savita savitri seema shalini shanta shanti sharda sharmila shefali shilpa
	shobha shraddha shreya shruti shubha shweta simran sita smita smriti sneha sonal sonali sonia_ sridevi subhadra sucheta sudha sujata sulochana
	sumitra sunita supriya surbhi surekha sushila sushma suvarna swapna swati tanvi tara__ tanuja trupti tulsi uma upasana urmila usha vandana
	vani varsha vasudha vasundhara veena vidya vijaya vimala vineeta yamini yamuna amarjit balbir_ charanjit daljit gurinder harjinder
	jagdeep kulwant manjeet navneet paramjeet rajwinder simranjit sukhwinder aparajita basanti chitra debjani devyani lopamudra madhumita
	mitali moushumi nabanita paromita rituparna sharmistha shampa sreeja susmita tanushree hasina khaleda nasrin_ rokeya salma_ shahnaz_ sheikh_
	taslima chandrika_ dilhani harshani kumari_ nilmini nirosha sirimavo sriyani sunethra thilini ambika kamakshi malathi revathi selvi sivakami
	thenmozhi vasanthi vijayalakshmi asifa asma_ bano begum benazir bibi bushra_ farhat farzana fauzia ghazala gulnaz hina humaira ishrat kausar
	kishwar lubna_ maleeha maryam__ mehwish misbah munazza mussarat nadra naheed najma nargis naseem_ nasreen nazia nighat nusrat parveen
	rabia__ rehana riffat robina rubina rukhsana saba_ sadaf sadia saima saira samina sania shabana shagufta shaheen_ shaista shamim_ shazia
	shumaila sidra sumaira tabassum tahira tasleem uzma yasmeen_ zahida zainab_ zakia_ zarina_ zubeda
	ai aihua bing caihong chunhua chunmei cuihua dandan fen fengxia guihua guilan guiying haiyan hong_ hongmei hongyan huan huifang huimin jiali jiaxin
	jinfeng jinhua juan jing_ jingjing juhua lan lanying lanfang li_ lihong lihua lijuan lili liling limin liping liying ling lingling liqin mei
	meifang meihua meiling meixiang meiying na nana_ nannan peiyi qian qiaoling qin qiong qiuyan ruolan shu shufang shufen shuhua shuying shuzhen sufen ting
	tingting wanru wenjing xia xiaohong xiaohua xiaojuan xiaolan xiaoli xiaoling xiaomei xiaoyan xiaoying xiu xiufang xiuhua xiulan xiuli xiumei xiuying
	xiuzhen xue xuemei yanan yanhong yanling yanmei yanping yating ya yinghua yingying yixin yuan_ yue_ yuefang yueying yufang yufen yuhua yulan
	yuling yumei yun_ yunying yuping yuqin yurong yutong yuxin yuying yuzhen zhen zhenzhen zhihui_ zhilan zixuan ziyi suuyi siew swee geok hwee
	lai_ lay mei_ poh puay peck bee choo gek guat hoon hui_ kim_ lian mooi soo_ suan wan_ wai_ yin
	ai_ aiko airi akane akemi aki akiko ami asami asuka_ ayaka ayako ayame ayano ayumi chie chieko chiharu chika chikako chiyo chiyoko eiko emi
	emiko eri erika_ eriko etsuko fumi fumie fumiko fusako hana_ hanako haruko haruna hatsue hideko hikari hina hinako hiroko hiromi hisako hitomi
	honoka ichika ikuko iku junko kana kanako kanae kaori kayo kayoko kazue kazuko keiko kiko kikuko kimiko kiyoko kiyomi kotone kotomi kumi kumiko kyoko
	machiko madoka mai_ maiko maki makiko mami mana manami mao_ mari mariko masako masae masayo matsuko mayu mayuko mayumi megumi mei__ michiko michiyo
	midori mieko mihoko miho mika mikako miki mikiko mikako minako mio misaki misako misa mitsuko mitsue miwa miwako miyako miyoko miyu miyuki moe
	momoka momoko mutsuko nagisa nami namiko nana__ nanako nanami naoko naomi_ narumi natsuki natsuko natsumi nobuko nodoka noriko nozomi reiko reina
	rie rieko rika rikako riko rina rin risa ritsuko rumi rumiko ruriko ryoko sachiko sachi sadako saki sakiko sakura sakurako satoko satomi saori sayaka
	sayako sayuri seiko setsuko shigeko shiho shinobu_ shiori shizuka shizuko shoko sumie sumiko suzuko takako tamami tamiko tamae teruko tokiko
	tomie tomoe tomoka tomoko toshie toshiko tsuneko umeko wakana yae yasuko yasue yayoi yoko yoriko yoshie yoshiko yoshimi yui yuka yukako yukari
	yukie yukiko yuko yumi yumiko yuna yuri_ yuriko yurie
	areum bokyung bora boyoung chaewon chaeyoung dahye dahyun eunbi eunha eunhee eunji eunjoo eunjung eunkyung eunmi eunseo eunyoung geunhye
	gyeonghee haeun hayoon heejin heekyung heesun hyejin hyekyung hyemi hyerin hyesun hyeyoung hyojin hyunjoo hyunjung hyunmi hyunsook
	jaehee jeonghee jieun jihye jihyun jimin jinhee jisook jiyeon jiyoo jiyoung jungeun junghee jungmi kyunghee kyungja kyungmi kyungsook mija mijin
	mikyung minhee minji minjung minseo miran misook misun miyoung myunghee myungsook nari nayoung okja sangmi seohyun seoyeon seoyun seulgi
	seunghee soeun sohee sojin sojung sora soyeon soyoung subin sujin sukhee sumin sunhee sunhwa sunja sunmi sunyoung sunok sookja suyeon
	yeji yejin yena yeonhee yeonjoo yeseul yewon yoojin yoona yoonhee youngae younghee youngja youngmi youngok youngsook yujin yumi__ yuna_ yoojung
	agustina astuti ayu citra dewi diah dina_ endang enny erna_ fitri fitriani hartini indah indriani ika ira_ kartika kartini lestari lilis_ lina__
	maya__ megawati mulyani murni ningsih nining novita nur_ nurhayati puan puspita putri rahayu ratna ratih retno rina__ rini rosmawati sari
	siti sri_ sukmawati sulastri sumarni suryani susilawati titin tri_ tuti utami wati widya wulan wulandari yani yanti yulianti yuni azizah
	aminah_ aishah_ faridah fauziah hamidah haslinda khadijah_ mariam_ nik_ noraini norhayati nurul_ rohani rosmah rosnah salmah siti_
	suhaila suraya zainab__ zaleha zuraida corazon gloria_ imelda leni leila_ lourdes_ marites maricel maribel_ rosario_ teresita bich cam_ cuc dao
	diem dung_ hang hanh_ hien hong__ hue huong huyen kieu kim__ lan_ le_ lien loan ly mien my_ nga ngan nguyet nhi nhung oanh que quynh suong
	tham thuy tuyen uyen van_ yen acharaporn anchalee aranya benjamas boonsri busaba chanida chutima duangjai jintana kanchana kanda kannika khwanjai
	kulthida ladda malee malai nanthana naowarat narumon nattaya nipa nittaya nonglak noppawan onanong orawan panida parichat patcharee patcharin
	penpa phannee pimchanok pornthip pranee prapaporn rattana ratree rungnapa saowanee sasithorn sirikit siriporn siriwan somjai somjit somporn sirindhorn
	sudarat sukanya sumalee sunee supaporn suphatra supranee suwanna uraiwan usa_ vilai vilaiwan wanida wanna wannapa warunee wilaiwan yingluck yupin
	aye_ ei hnin khin kyi mya myint_ nandar nilar phyu san_ sandar su_ suu thanda thiri yin_ zin altantsetseg bolormaa enkhtuya narantsetseg
	oyunbileg oyun oyuna sarangerel solongo tsetseg tuya boupha chanthou kalyan kunthea maly_ phalla rachana_ socheata sokha sophea sophy sreymom
	abeba abebech aberash adanech almaz_ aster_ alemtsehay ayelech azeb belaynesh birtukan bruktawit derartu emebet eyerusalem fanaye fantu
	genet gelila hamelmal helina hirut kidist lemlem lideta mahlet makeda mamitu meaza meselech meskerem mulu rahel roman_ sahlework saba__ sara__
	seble selam semhar senait senayit sosina tigist tirunesh tsehay tsion weynshet workinesh yeshi yordanos zenebech zewditu amran anisa_ asha_
	ayaan bilan deeqa deqo edna_ fadumo faduma farhiya fawzia_ habiba hamdi_ hibaaq hodan ifrah ikran ilhan_ khadra ladan_ maryan muna_ nimco sagal
	sahra shukri_ ubah waris zamzam zeynab adja aida__ aissatou aminata astou awa binta bintou coumba diarra dieynaba djeneba fanta fatou fatoumata
	fatimata hawa kadiatou kadidia khady mame mariama mariame maimouna marietou nafissatou ndeye ouleye oumou penda ramata ramatoulaye rokhaya rokia safiatou
	salimata seynabou tening assitan abimbola adaeze adanna adaora adetutu abeni amaka amara bukola bolanle chiamaka chika_ chimamanda chinwe chioma
	ebele ekaette ezinne folake folasade funke funmilayo ife ifeoma ijeoma iyabo jumoke kehinde_ kemi lola__ modupe mojisola ngozi nkechi nkem
	nneka nnenna obiageli omolara onyinye ronke sade shade simisola temi titilayo tinuola tokunbo toyin uju uzoamaka yejide yetunde abena adwoa akua
	akosua ama_ araba efua ekua esi yaa hauwa hadiza halima_ hassana jummai ladi maimuna rakiya rabi_ ramatu saratu talatu zulai abla afi_ akossiwa
	ablavi kossiwa achieng adhiambo akinyi amina_ atieno auma awino chebet chepkemoi cherono halima__ jepchirchir jepkosgei jerono kanini mumbi
	muthoni mwajuma nafula nakato nambi nanyonga nasra neema njeri nyambura nyokabi pendo rehema_ saida subira tatu upendo wairimu wambui wangari
	wangui wanjiku wanjiru zainabu zuhura zawadi abigael anathalie angelique beatha chantal_ claudine_ consolee daphrose donatha dorcas espérance
	esperance_ euphrasie fortunee godelieve immaculee jacqueline_ josephine_ laurence_ marieclaire nadege_ odette_ olive_ pelagie scholastique
	speciose spes uwamahoro yvonne_ ayanda bongiwe busisiwe dineo gugu hlengiwe karabo khanyisile lerato lindiwe lindani_ mbali naledi nandi
	nobuhle nokuthula nolwazi nomsa nomthandazo nomvula nomvula_ nonhlanhla nosipho ntombi nthabiseng palesa phumzile puleng refilwe sibongile sindisiwe
	tebogo thandeka thandi thandiwe thembi thokozile tshepiso unathi winnie zandile zanele zinhle chipo chido fadzai kudakwashe_ memory nyasha
	precious rudo ruvimbo rutendo shuvai sithembile tambudzai tariro tsitsi vimbai yeukai zodwa
	adi_ adina_ anat avital avigail ayala ayelet batsheva batya bracha chana chava dafna dalia_ dalit daphna deborah_ devorah dikla dina__ efrat
	einat esther_ galia galit gila golda hadar hadas hadassah hagit hanna__ hava hila ilana inbal irit karen_ keren leah_ liat lihi_ limor liora
	malka maya___ meirav merav michal mika_ miri miriam_ moran naama naomi__ nili nira_ nitza noa noga nurit ofra ora_ orit orly_ ornah osnat
	penina rachel_ ravit rina___ rinat rivka ronit ruth_ sara___ sarit shira shiri shlomit shoshana sigal sigalit sima_ simona_ sivan tali talia
	tamar_ tirza tova tzipi tzipora varda vered yafa yaffa yehudit yemima yocheved yonat zahava zehava zipporah
	aikaterini alexandra_ anastasia_ angeliki anna___ antonia_ argyro artemis aspasia athina chrysoula christina_ chrysi despina dimitra efi efthymia eirini
	eleftheria eleni elli eugenia_ evangelia evdokia_ fani fotini georgia_ ioanna kalliopi katerina_ konstantina kyriaki lamprini lemonia
	magda_ magdalini maria_ marianthi marina_ matina melina myrto natasa_ niki olga_ olympia ourania panagiota paraskevi pelagia persefoni roula
	sofia_ sotiria stamatia stavroula styliani theodora thalia tasoula theano vasiliki vasso viktoria_ xanthi xenia zoi afroviti alketa
	anila ardita arta aurela besa blerina bora_ drita edlira elira elona ermira eriola fatbardha fatime fatmire flutura ganimete genta hatixhe
	ilda jehona jeta kaltrina kimete lindita luljeta majlinda merita_ mimoza mirjeta nexhmije rezarta shpresa shqipe suela teuta valbona vjosa vlora`
	.replace('espérance', '')
	.replace(/\b[a-z-]+_+/g, '');
