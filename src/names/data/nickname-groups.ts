/** Groups of first names that stand for each other within one language; the full form first, rows apart by strokes. */

const english = `
	abigail abby abbie gail | abraham abe abram bram | adelaide addie addy della | albert al bert bertie
	albie | alexander alex alec alexis sandy xander lex sasha al ally | alexandra alex sandra alexa lexi
	sandy sasha alix | alfred al alf alfie fred | alice allie ali elsie | alison ali allie | amanda mandy
	manda | amelia amy millie mia emmie | andrew andy drew andre | angela angie ange | ann anne annie nan
	nancy anna | anthony tony ant anton toni | antoinette toni nettie | archibald archie | arthur art artie
	| augustus gus augie august | barbara barb babs barbie bobbie | bartholomew bart bartlett | beatrice bea
	trixie bee | benjamin ben benny benji bennie | bernard bernie barney | bradley brad | bridget bridie
	biddy | cameron cam | candace candy | caroline carrie carol caro lynn | carolyn carrie carol lynn |
	catherine cathy kate katie kitty cat cathie kathy kay | katherine kathy kate katie kitty kathie kay kat
	| kathleen kathy kate katie kath kay | cecilia cissy celia cece | charles charlie chuck chas chip chaz |
	charlotte lottie charlie char lotte | chester chet | christian chris kit | christina tina chris chrissy
	christy | christine chris tina chrissie christy | christopher chris kit topher kris | clarence clare |
	clifford cliff | clinton clint | constance connie | cornelius neil con corny | cynthia cindy | cyrus cy
	| daniel dan danny | danielle dani | david dave davy davey | deborah debbie deb debby debra | dennis
	denny den | diana di diane | donald don donnie donny | dominic dom nick | dorothy dot dolly dottie dora
	| douglas doug | dwight ike | edgar ed eddie | edith edie | edmund ed eddie ned ted | edward ed eddie
	ned ted teddy eddy | edwin ed eddie | eleanor ellie nell nora ella lenore nelly | elizabeth liz lizzie
	beth betty bess betsy eliza lisa libby lizzy elsie elise bessie bette liza | ellen nell ellie nellie |
	emily em emmy millie | emma em emmy | ernest ernie | esther essie hester | eugene gene | evelyn eve evie
	| ezekiel zeke | florence flo flossie florrie | frances fran fanny francie frankie | francis frank fran
	frankie | franklin frank | frederick fred freddie freddy fritz rick | gabriel gabe | gabrielle gabby
	gaby | gareth gaz | geoffrey geoff jeff | george geo georgie | gerald gerry jerry | gerard gerry |
	gilbert gil bert | gordon gordy | grace gracie | gregory greg gregg | gwendolyn gwen wendy | harold hal
	harry | harriet hattie harry | helen nell nellie lena | henrietta etta hettie | henry harry hank hal |
	herbert herb bert | howard howie | hubert hugh bert hubie | hugh hughie | irene rena | isaac ike zak |
	isabella bella izzy isabel belle | isabel izzy bella belle | isidore izzy | jacob jake jakey |
	jacqueline jackie jacqui | james jim jimmy jamie jem | jane janie jenny | janet jan | jason jay |
	jeffrey jeff | jennifer jen jenny jenn | jeremiah jerry jem | jeremy jem jerry | jerome jerry | jessica
	jess jessie | jessie jess | joan joanie | joanna jo joanne | john jack johnny jon johnnie | jonathan jon
	jonny johnny | joseph joe joey jo | josephine jo josie posy | joshua josh | joyce joy | judith judy judi
	| julia julie jules | juliet julie | julian jules | kenneth ken kenny | kimberly kim kimmy | kristin
	kris kristy | laurence larry laurie | lawrence larry laurie lars | leonard len leo lenny | leopold leo |
	leroy roy | leslie les | lester les | lewis lew lou | lillian lily lil lilly | linda lin lindy | louis
	lou louie | louisa lou louise | louise lou | lucas luke luc | lucille lucy lu | lucinda cindy lucy |
	lydia liddy | madeline maddie | madeleine maddie maddy | malcolm mal | marcus marc mark | margaret
	maggie meg peg peggy marge margie greta madge daisy rita maisie margot | marjorie marge margie | martha
	marty mattie patty | martin marty | martina tina | mary molly polly mamie may mae minnie | matilda tilly
	mattie maud | matthew matt matty | maureen mo reenie | maurice mo morrie | maxwell max | maximilian max
	| megan meg | melissa mel lissa missy | melanie mel | melvin mel | michael mike mick mickey mikey micky
	mitch | michelle shelly mickey chelle | mildred millie | miranda mandy randy | mitchell mitch |
	montgomery monty | mortimer mort morty | moses moe | nancy nan | natalie nat tally | nathan nat nate |
	nathaniel nat nate nathan | nicholas nick nicky nico nic | nicola nicky | nicole nicky nikki | norman
	norm | oliver ollie noll | olivia liv livvy ollie | oscar ozzie | oswald oz ozzie | pamela pam |
	patricia pat patty tricia trish patsy patti | patrick pat paddy rick | paula polly | penelope penny |
	percival percy | peter pete | philip phil pip | phillip phil pip | priscilla cilla prissy | prudence
	prue | rachel rae shelly | ralph ralphie | randolph randy dolph | randall randy | raphael rafe raf |
	raymond ray | rebecca becky becca reba | reginald reg reggie rex | richard rick dick rich richie ricky
	ritchie | robert bob rob bobby robbie bert robin robby | roberta bobbie robbie berta | roderick rod rick
	| rodney rod | roger rodge | roland rollie rowland | ronald ron ronnie ronny | rosalind roz rosie |
	rosemary rose rosie | russell russ rusty | ruth ruthie | samantha sam sammy | samson sam | samuel sam
	sammy | sandra sandy | sarah sally sadie sara | saul sol | sebastian seb bas | seymour sy | sharon shari
	| shirley shirl | sidney sid syd | silvester sly | simon si | solomon sol solly | stanley stan |
	stephanie steph stevie steffi | stephen steve stevie ste | steven steve stevie | stuart stu stew | susan
	sue susie suzy suzie | susanna sue susie suzanne | suzanne sue suzy | sylvester sly | sylvia syl |
	tabitha tabby | terence terry tel | theresa terry tess tessa tracy tessie | teresa terry tess tessa tere
	| thaddeus thad tad | theodore ted teddy theo | theodora dora thea | thomas tom tommy thom | timothy tim
	timmy | tobias toby | ursula ursie | valerie val | vernon vern | veronica ronnie vera roni | victor vic
	| victoria vicky vicki tori vic | vincent vince vinny vin | virginia ginny ginger | vivian viv | wallace
	wally | walter walt wally wat | wesley wes | wilfred wilf fred | wilhelmina mina billie willa | william
	bill will billy willy willie liam wills | winifred winnie freda | winston win winnie | woodrow woody |
	zachary zach zack zac | zechariah zach`;

const romance = `
	francisco paco pancho curro kiko quico fran frasco | francisca paca paquita pancha | jose pepe pepito
	chepe joselito | josefa pepa pepita fina | josefina fina pepa | maria mari marica maruja mariquita |
	ignacio nacho | enrique quique kike | guillermo memo guille willy | alejandro alex ale jano | alejandra
	ale sandra | antonio toni tono tonio | antonia tona toni | manuel manolo manu lolo manny | manuela
	manoli lola | dolores lola loli lolita | jesus chucho chuy suso | juan juanito juancho | juana juanita |
	luis lucho luisito | carlos carlitos charly | eduardo edu lalo | fernando fer nando | gregorio goyo |
	gonzalo gonza chalo | jorge coque jorgito | leonardo leo nardo | mercedes merche meche | miguel micky
	migue | pedro perico pedrito | pilar pili | rafael rafa fael | ramon moncho monchi | ricardo rica richi
	| roberto beto berto tito | rosario charo chayo | salvador chava salva | santiago santi chago yago |
	sergio checo | soledad sole | vicente chente vicen | concepcion concha conchita | consuelo chelo |
	encarnacion encarna | guadalupe lupe lupita | graciela chela | isabel isa chabela | beatriz bea betty |
	cristina cris tina | daniel dani | teresa tere teresita | victoria vicky | alberto beto tito | alfonso
	fonso poncho | arturo turo | bartolome bartolo | domingo mingo | federico fede quico | felipe pipe feli
	| gabriel gabi | hector tito | hortensia tencha | humberto beto | ildefonso poncho alfonso | joaquin
	quino chimo | julian juli | lorenzo lencho renzo | lourdes lula | marcos marquitos | marcelino chelino
	lino | martin tincho | mauricio mau | nicolas nico colas | patricio pato | raimundo mundo | rodolfo fito
	rodo rudy | rodrigo rodri | sebastian seba bastian | joao joaozinho jo | francisco chico xico | jose ze
	zezinho zeca | antonio toninho tonho to | manuel manel mane neco | luis lula luisinho | carlos carlinhos
	caca | paulo paulinho | pedro pedrinho | eduardo dudu duda edu | ricardo cadu rico | roberto beto |
	fernando nando | alexandre xande alex | sebastiao tiao | raimundo mundinho dico | ronaldo naldo |
	giovanni gianni vanni nino | giuseppe beppe peppe pino peppino geppetto beppino | giuseppina pina
	peppina pinuccia | francesco franco checco ciccio cesco | francesca franca cesca | antonio tonino toni
	nino toto | antonella anto nella | salvatore toto turi salvo | domenico mimmo nico menico | vincenzo
	enzo cenzo | lorenzo renzo enzo lore | luigi gigi gino luigino | luigia gina | alessandro sandro ale |
	alessandra sandra ale | pietro piero pierino | stefano stefi | raffaele lello raf | gaetano tano |
	pasquale lino | michele lele | gabriele lele | emanuele lele manuele | leonardo nardo leo | bartolomeo
	meo bartolo | filippo pippo lippo | giacomo mino giacomino | guglielmo memmo | riccardo ricky | roberto
	berto roby | umberto berto | alberto berto | rosario saro sasa | francois fanfan | jean jeannot jehan |
	jacques jacquot jacky | pierre pierrot | louis loulou | henri riri | antoine toinou titi | alexandre
	alex sacha | benoit ben | frederic fred | christophe chris tof | nicolas nico | laurent lolo | philippe
	phil | sebastien seb bastien | stephane steph | thierry titi | michel mimi | emmanuel manu | bernard
	nanard | catherine cathy catie | dominique dom | elisabeth babette lise elise lisette | marguerite
	margot | jeanne jeannette jeannine | isabelle isa belle zabou | veronique vero | veronica vero |
	nathalie nath | stephanie steph | sophie so soso | valerie val | francoise framboise fanchon | genevieve
	ginette | jacqueline jacotte | madeleine mado | augustin gus | alphonse fonfon | constantin costin
	costel dinu | gheorghe gica gigi ghita | ion ionel ionut nelu ioan | nicolae nicu nicolaie nae niculae |
	vasile vasilica sile | mihai misu mihaita | alexandru alecu sandu alex | constantin titi costica |
	dumitru mitica mitru | stefan fane stefanita | elena lenuta ileana nuti | maria marioara maricica |
	ecaterina catinca cati | gavril gavrila`;

const germanic = `
	johannes hannes hans johann jan jo | johann hans hannes | hans hansi | friedrich fritz friedel fiete |
	heinrich heinz heiner hein hinrich harry | wilhelm willi willy helm wim | josef sepp jupp beppi joschi
	pepi | franz franzl franzi | georg schorsch jorg jurgen girgl | michael michel michi micha | jakob jack
	jockel kobi | matthias matze hias mathes mattes | andreas andi andre anders | anton toni | ludwig lutz
	wiggerl luggi | karl kalle charly | rudolf rudi rolf rudolph | sebastian wastl basti bastian | stefan
	steff steffen | thomas tom tommi thoma | peter pit peterle | paul pauli | alexander alex sascha xandi |
	alfred fred fredi | adalbert bert albert | berthold bert | norbert nobbi bert | robert robbi bert |
	albrecht albert | bernhard bernd berni | dietrich dieter dirk dietz | eberhard eber hardy | eduard edi
	ede | ernst ernie | gerhard gerd gert hardy | gottfried friedel gotz | gunther gunter | helmut helle |
	herbert herb | hermann harm manni | joachim jochen achim jo jochim | jurgen jorn | klaus nikolaus claus
	niklas | konrad kurt conny koni | kurt konrad | leonhard leo hartl | leopold poldi leo | lorenz lenz |
	manfred manni fred | markus max mark | martin marti | maximilian max maxi | otto otti | reinhard reiner
	hardy | reinhold holdi | richard richi | siegfried sigi siggi | sigmund sigi | theodor theo | ulrich uli
	utz | viktor vic | volker volki | walter walti | werner wernie | wolfgang wolf wolfi | anna anni
	anneliese annchen | annemarie annemie | barbara babsi barbel | brigitte gitte gitti birgit | charlotte
	lotte lotti | christine christl christa tine | dorothea dorle thea dora dorte | elisabeth elli lisa
	lisbeth liesel else elsbeth bettina sissi lilli elsa ilse | eleonore lore nora elli | emilie milli |
	friederike rike fritzi | gertrud trude traudl gerti | helene leni lene lena | hildegard hilde hilda |
	johanna hanna hanne jo | josefine fine josi pepi | karoline line lina caro | katharina kathi kathe trine
	katja kati kathrin | magdalena lena leni magda | margarete grete gretel greta rita marga margit margret
	| maria mia mitzi marie ria | mathilde tilde tilli | rosemarie rosi | sabine bine | susanne susi sanne |
	therese resi resl | ursula uschi ulla urs ursel | veronika vroni | viktoria vicki | walburga burgl wally
	| wilhelmine minna mina wilma | waltraud traudl trudi | cornelis kees cor kors nelis | hendrik henk rik
	hein | johannes jan johan hans joop | jacobus jaap koos co ko | jacob jaap | gerardus gerard gerrit ger
	| gerrit ger | petrus piet peter pieter | pieter piet | willem wim pim | antonius ton anton toon teun |
	theodorus theo dorus | franciscus frans cis | martinus martin tinus maarten | adrianus adriaan arie ad
	janus | arie adriaan | nicolaas klaas niek nico | wilhelmus wim willem | leonardus leo leen | matthijs
	thijs | mattheus thijs | lambertus bert lambert bertus | hubertus bert huub | albertus bert ab albert |
	bartholomeus bart mees | dirk diederik derk | josephus jos jef joop sjef | laurentius laurens lau |
	lodewijk lode louis | sebastiaan bas | alexander sander lex | wilhelmina mien willy mina wil | johanna
	jo annie hanneke jannie | catharina trijntje toos rina cato | cornelia corrie nel cor | elisabeth els
	betsy liesbeth bep lies | maria ria mieke miep marijke | margaretha greet griet gre | hendrika riek rika
	| geertruida truus geert trudy | erik erek | nils nisse | lars lasse | per pelle | karl kalle | johan
	janne jojje | bo bosse | gustav gusten gosta | sven svenne | anders ante | jan janne | mikael micke |
	fredrik fredde fritte | magnus mange | tomas tompa | henrik henke | kristian kris krille | niels nis |
	jens jes | soren soeren | margareta greta meta | kristina stina kerstin | birgitta britta gitta |
	katarina kajsa karin | elisabet lisa lisbet lis | johannes hannu juhani jussi | juhani jussi juha |
	matti masa | heikki heka`;

const slavic = `
	aleksandr sasha shura sanya alik aleks sania san'ka sashka | aleksandra sasha shura sanya | aleksey
	alyosha lyosha alesha lesha alexei alexey | alexei alyosha lyosha | anatoly tolya tolik | andrey
	andryusha andrei dron | anton antosha tosha | arkady arkasha | artyom artem tyoma tema | boris borya
	borka | vadim vadik dima | valentin valya | valery valera valerik | vasily vasya vasyl vaska | viktor
	vitya vitek | vitaly vitalik vitya | vladimir vova volodya vovka vladik vlad | vladislav vlad vladik
	slava | vyacheslav slava | viacheslav slava | gennady gena genka | georgy zhora gosha goga yura egor |
	grigory grisha | daniil danya danila | denis deniska den | dmitry dima mitya dimka dimitry | evgeny
	zhenya zheka yevgeny | yevgeny zhenya evgeny | yegor gora egor | ivan vanya vanka vanyusha | igor gosha
	igoryok | ilya ilyusha ilyukha | innokenty kesha | iosif osya yosif | kirill kirya | konstantin kostya
	kostik | leonid lyonya lenya | lev lyova leva | maksim max maks | mikhail misha mishka mihail | nikita
	nik | nikolay kolya nikolka nikolai | oleg olezhka | pavel pasha pashka pavlik | pyotr petya petr petka
	| roman roma | rostislav slava rostik | ruslan rusik | semyon syoma senya semen | sergey seryozha
	serezha sergei serega seryoga | stanislav stas slava stasik | stepan styopa stepa | timofey tima timosha
	| timur tima | fyodor fedya fedor fedka | filipp filya | eduard edik | yury yura yurik yuri yuriy |
	yaroslav slava yarik yaryk | yakov yasha | svyatoslav slava | mstislav slava | anastasiya nastya stasya
	asya anastasia | anna anya nyura anechka nyusha | antonina tonya | valentina valya | valeriya lera |
	varvara varya | vera verochka | veronika nika vera | viktoriya vika | galina galya | darya dasha darina
	daria | evgeniya zhenya evgenia | ekaterina katya katyusha katerina | yekaterina katya | elena lena
	alyona lenochka | yelena lena | elizaveta liza lizaveta | zinaida zina | zoya zoyka | inna innochka |
	irina ira irinka irka | kira kirochka | kseniya ksyusha ksenia oksana | lidiya lida | lyubov lyuba lubov
	| lyudmila lyuda lyusya mila ludmila | margarita rita margo | marina marinka | mariya masha marusya
	manya maria musya | nadezhda nadya | nataliya natasha nata natalya natalia | nina ninochka | oksana
	ksana ksyusha | olga olya olenka | polina polya | raisa raya | svetlana sveta svetka | sofiya sonya
	sofya sofia | tamara toma | tatyana tanya tatiana | ulyana ulya | yuliya yulya julia | yana yanochka |
	oleksandr sashko oles sasha | volodymyr volodya vova | mykola kolya mykolka | mykhailo mykhas misha |
	petro petryk | dmytro dima mytro | serhiy serhiyko sergiy | yevhen zhenya yevgen | pavlo pavlyk | andriy
	andriyko | jan janek jasiek jas | stanislaw staszek stas stach | jozef jozek ziutek | franciszek franek
	| antoni antek tolek | tadeusz tadek | zbigniew zbyszek zbych | wladyslaw wladek | kazimierz kazik kazek
	| mieczyslaw mietek | waclaw wacek | boleslaw bolek | jerzy jurek | andrzej jedrek andrzejek | krzysztof
	krzysiek krzys | tomasz tomek | piotr piotrek piotrus | pawel pawelek | michal michalek | wojciech
	wojtek | grzegorz grzesiek grzes | marcin marcinek | maciej maciek | mateusz mati | jakub kuba kubus |
	lukasz lukaszek | henryk heniek | ryszard rysiek rychu | roman romek | bogdan bogus | bogumil bogus |
	leszek lech | slawomir slawek | jaroslaw jarek | miroslaw mirek | zdzislaw zdzisiek | dariusz darek |
	mariusz mariuszek | aleksander olek alek | sebastian seba | zygmunt zygmus | anna ania anka | maria
	marysia maryla | malgorzata gosia malgosia | katarzyna kasia kaska | barbara basia baska | joanna asia
	joasia aska | elzbieta ela elka | krystyna krysia | agnieszka aga agusia | zofia zosia | ewa ewka |
	magdalena magda | teresa tereska | jadwiga jadzia | danuta danka | halina halinka hala | helena hela |
	stanislawa stasia | janina janka | jolanta jola | aleksandra ola | monika monia | dorota dorotka |
	natalia natalka | vaclav vasek | josef pepa pepik | jaroslav jarda jaroush slavek | frantisek franta
	fanda | zdenek zdenda | jiri jirka jura | jan honza jenik | karel kaja karlik | antonin tonda tonik |
	ladislav lada laco | miroslav mirek mira | milan milous | stanislav standa | tomas tomik | petr petya
	pet'a | pavel pavlik | vladimir vlada | vojtech vojta | jakub kuba | lukas luky | michal misa | martin
	mata | stepan stepanek | frantiska fanny | katerina katka kacka | jana janka | marie marenka | anezka
	anka | hana hanka | alzbeta bet'ka bozka | dorde djordje djoka djole georgi | dragan gagi | nikola nidzo
	niko | slobodan boban slobo | aleksandar aca sasa aco | miodrag mica misa | milorad mile mica | radovan
	rade | radoslav rade | vladimir vlada | zoran zoki | ljubomir ljuba ljubo | jovan joca jova | petar pera
	pero | stjepan stipe stef stevo | ivan ivo ivica | josip jozo joso bepo | mihajlo mika misa | svetozar
	sveta tosa | todor tosa | stefan steva | dimitar mitko dimo | georgi gosho zhoro gogo | ivan vanyo ivo |
	petar pesho | stoyan stoyo | hristo icho | nikolay kolyo niki | krasimir krasi | yordan dancho dano |
	istvan pista pisti isti | jozsef joska jozsi | janos jancsi jani | sandor sanyi | laszlo laci | ferenc
	feri ferko | zoltan zoli | gyorgy gyuri gyurka | tamas tomi | peter peti | andras andris bandi | gabor
	gabi | imre imi | lajos lali | miklos miki | mihaly misi miska | pal pali | karoly karcsi | attila ati |
	erzsebet erzsi bozsi zsoka | katalin kati kata | ilona ili ica | margit manci | zsuzsanna zsuzsa zsuzsi
	| maria mari marika mariska | anna anni annus panni | judit jutka | agnes agi | eva evi evike`;

const southern = `
	muhammad mo hamada hamoudi hammoudi mido | ahmad hamada ahmadi | mahmoud hamada mido | abdullah abdo
	aboud abood | abdulrahman abdo aboudi dahman | abdulaziz azouz | abdulqadir kaddour | khalid khaldoun
	khalloudi | hasan hassouna hassan hasoun | hussein hassoun hassouni husni | ibrahim brahim bobo himo |
	ismail smail somaa | yusuf joe youssi yousri | mustafa mus sattouf moose safi | said saidi | zainab zuzu
	zouzou zanouba | fatima fatoum fatouma fatna batta fati | khadija khaddouj khadouja khadouj | aisha
	aichouch ayoush | maryam marioma mimi | layla loulou | ali alush alawi | omar ammour | uthman osman
	othman | mehmet memo memis | mustafa mustik | ibrahim ibo | ismail ismo | suleyman sulo | huseyin huso |
	hasan hasso haso | ali alis | fatma fatos fato | ayse aysecik ayso | emine emis | hatice hatca hato |
	abdullah apo abdo | abdurrahman apo | ramazan ramo | recep reco | osman osmi | yusuf yuso yusi | halil
	halo | zeynep zeyno | elif elifcan | avraham avi avrum abie | yitzhak itzik tzahi izzy itzhak | yaakov
	kobi yanki yankel koby | yosef yossi sefi yossel yoske | moshe moishe moshiko moishele moyshe | shlomo
	shloimi momo shloime | shmuel shmulik muli shmuli | binyamin beni bibi benny | david dudi dudu dovid
	dedi | yehuda yudi udi yudel | eliyahu eli elik | refael rafi | michael miki micha | gavriel gabi gavri
	| menachem mendel hemi meni | mordechai moti motti motke mordke | zeev velvel | zvi hirsch tzvika zvika
	| aryeh leib ari | dov ber beri | haim haimke chaim | yisrael srulik sruli | yeshayahu shaya | nahum
	nahumke | meir meirke | yonatan yoni | natan nati | daniel dani danny | amnon noni | uriel uri | rivka
	riva rivky | rachel rachela heli ruchel | sara sarit sarale | leah leale | hana hani chani | esther esti
	esty | miriam miri mimi | tamar tami | naomi nomi | shoshana shosh shoshi | georgios giorgos yorgos
	giorgis | ioannis giannis yannis yiannis jannis | konstantinos kostas kostis dinos gus costas |
	dimitrios dimitris mitsos jimmy dimis | nikolaos nikos nick | panagiotis panos takis panayiotis |
	vasileios vasilis bill vasilios | christos chris | athanasios thanasis thanos nasos | evangelos vangelis
	angelos | emmanouil manolis manos | michail michalis mihalis mike | antonios antonis | apostolos tolis
	lakis | stavros steve | spyridon spyros | theodoros thodoris theo | anastasios tasos | charalampos babis
	haris charis lampros | ilias elias | grigorios grigoris | stylianos stelios | eleftherios lefteris |
	alexandros alekos alexis | petros pete | pavlos paul | maria maro | eleni lena elena | aikaterini
	katerina kaiti | vasiliki vaso vicky | georgia gogo | dimitra mimi | sofia sofi | anastasia natasa
	tasoula | evangelia litsa eva | konstantina dina nantia | paraskevi voula evi vivi | rajesh raj raju |
	rajendra raj raju rajen | rakesh raku | ramesh ram | sanjay sanju | vijay viju | krishna kishan krish |
	kumar kummi | lakshmi laxmi lakshmi | narendra naren naru | surendra suren | mahendra mahen | virendra
	viru viren | jitendra jitu jeetu | dharmendra dharam | devendra dev | ravindra ravi | balakrishnan balan
	balu | ramakrishnan raman ramki | subramaniam mani subbu | venkatesh venkat venky | srinivas srini vasu
	| chandrasekhar chandru sekhar | muthusamy muthu`;

/** One block, language after language. */
export const nicknameGroups = [english, romance, germanic, slavic, southern].join('|');
