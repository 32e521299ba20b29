/** One name in many languages, a row each: John, Juan, Ivan, Yahya. As `toLatin` gives them. */

export const cognateGroups = `
	john juan jean giovanni ivan johann johannes hans jan joao ioan ion ioannis giannis yannis jon jens
	johan sean shaun ian evan ifan hovhannes yohannes yahya yohanan jovan janos juhani iwan jaan janis gian
	jehan xoan ean eoin ivane yuhanna hanna | james jacob jacques jaime diego santiago jacobo giacomo jakob
	yakov yaakov yaqub yacoub iago jakub jaakko hakob agop seamus hamish jago jacopo iakovos iacob jaume
	tiago yakup xaime kuba yakub jokubas jekabs | peter pedro pierre pietro pyotr petr piotr petros petar
	pieter piet peder per petru petrus butros boutros bedros pekka peteris petras petri pere peadar pero
	petro bitros | paul pablo paolo pavel pawel paulo pavlos pal paavo pau pol boulos bulus paulus pavle
	pavlo boghos poghos paulius poul pavao | mary maria marie miriam maryam mariam mariya marija maire mair
	maren meryem marya mirjam moira maura marika maarja | joseph jose josef giuseppe yusuf youssef yosef
	iosif jozef jozsef josip yousef hovsep jusuf joze yosif josep xose ioseb juozas jazeps joosep seosamh
	jef osip usuf | michael miguel michel michele mikhail mihail mihai michal mikael mikhael mihaly mykhailo
	mikko mikkel mikha mihajlo mihael michail michalis mikel miquel micheal mikayel mikheil mihails mikail |
	george jorge georges giorgio georg georgy georgi georgios giorgos yuri jerzy jiri gheorghe juri jurgen
	jorgen joris jordi gyorgy jurgis juris djordje dorde girgis jirjis gevorg kevork giorgi goran yrjo sior
	seoras juraj yegor egor heorhiy | william guillermo guillaume guglielmo wilhelm willem guilherme vilhelm
	vilmos wilem liam uilliam gwilym vilem guillem viljam ville | charles carlos karl carlo karel karol carl
	karoly kaarel kaarlo carles cathal karolis karlis kalle | henry enrique henri enrico heinrich hendrik
	henrik henrique henryk indrek heikki enric jindrich henrikas anri genrikh | louis luis luigi ludwig
	lodewijk lajos ludovic ludvik ludwik ludvig alois aloysius lluis luiz clovis ljudevit aloisio liudvikas
	| francis francisco francois francesco franz frans franciszek frantisek ferenc franjo francesc frano
	franc franciscus pranciskus proinsias frantsisk | frances francisca francoise francesca franziska
	franciszka frantiska | anthony antonio antoine anton antoni antonin antonius antonios antal ante antti
	antoon antao toni antanas andon antun | alexander alejandro alexandre alessandro aleksandr alexandros
	aleksander alexandru iskander iskandar iskender alasdair alistair aleksandar sandor oleksandr aliaksandr
	alesandro alexandr aleksandras aleksandrs aleksandre eskandar alisdair alastair | alexandra alejandra
	alessandra aleksandra oleksandra alexandrina aliaksandra | andrew andres andre andrea andreas andrei
	andrey andrzej andrej anders antti andras andriy ondrej andris andrius andrija andries andreu aindrias |
	nicholas nicolas nicola nikolai nikolay nikolaos nicolae mikolaj mykola nikola niklas nicolau miklos
	nikolaus klaus niels nils colin neculai nicolaas mikulas mikalai | stephen steven esteban etienne
	stefano stefan stepan stephan stefanos istvan estevao stjepan szczepan steffen stevan stephane stephanus
	esteve tapani steponas stefans estefan | matthew mateo mathieu matteo matthias mateusz matej matvey
	mateus matthaus mattias matti matias matei mate matevz matija maciej mattheus matityahu matta motiejus |
	mark marcos marc marco markus marek marcus marko markos marks margus morkus | luke lucas luc luca lukas
	lukasz luka lukacs loukas lluc lukash | thomas tomas tommaso tomasz toma tomaz tamas foma thoma tuomas
	tomash tuma tovmas tomass | philip felipe philippe filippo filipp filip philipp fulop felip philippos
	pilib filips | simon simeon simone shimon semyon szymon simao sima siimon semion shamoun simun simonas |
	daniel daniele danil danilo daniil daniyal danyal danyil tanel danielius deiniol daniyel | david davide
	dawid dawud daoud davit tavit dafydd daud dovid davud taavet davyd daividas davids dawit | samuel
	samuele shmuel samuil samwil sawil samvel samoil | benjamin beniamino binyamin benyamin beniamin
	venyamin benjamim bunyamin veniamin | abraham abramo avraham ibrahim ebrahim abram ibrahima brahim
	abraam | isaac isacco yitzhak ishaq isak izaak eshaq isahak izak itzhak | solomon salomon salomone
	shlomo sulayman suleiman soliman suleyman salamon solyman saliamonas | moses moises moshe musa moussa
	moise mose mozes movses mojzesz | elias elia eliyahu ilyas ilya elijah ilie elie illya ilija ilias
	eliahu | jesus isa joshua yehoshua jesu giosue josue yeshua issa isus hesu | gabriel gabriele gavril
	gavriel jibril gabrijel gabor jibreel gavriil cebrail gabrielius | raphael rafael raffaele rafail refael
	rafal | zachary zacharias zakaria zaccaria zakhar zecharia zekeriya zacarias zachariah zakariya | job
	giobbe ayyub ayoub iyov eyup ayub | noah noe nuh noach nooh | adam adamo adao adham adomas adem |
	elizabeth isabel elisabeth elisabetta elizaveta elzbieta erzsebet isabella isabelle alzbeta eliza
	yelizaveta elisaveta ilse elisheva alisabat zabel ealasaid sibeal isobel ysabel elisabet elizabeta |
	catherine catalina caterina ekaterina katarzyna katarina katherine katharina yekaterina aikaterini
	katalin kateryna catarina katrin caitlin kateriina ecaterina katerina karin catrin cathrine kathleen |
	margaret margarita marguerite margherita margarete malgorzata margareta margit marketa mairead margrethe
	margriet margareth margarida | helen elena helene eleni yelena helena ilona olena jelena elene ellen
	heleen leena alena elin | anne ana anna hannah ane hanna annika anica hana anya hena | jane juana jeanne
	giovanna ivana johanna joanna joan jana ioana janina joana siobhan jovana zhanna janna ioanna | eve eva
	ewa hawa havva hawwa chava yeva eeva ieva | sarah sara sarra sare saara sarai | rebecca rebeca rivka
	rifqa rebekka rebeka | rachel raquel rahel rachele rahil rakhil | martha marta marthe martta | magdalene
	magdalena madeleine maddalena magdolna madalena malena | julia julie giulia yulia julija iulia yuliya
	juliette giulietta julieta | julius julio jules giulio yuliy iulian | lawrence lorenzo laurent lorenz
	laurentius lavrentiy lavrenty lars lovro laurens lourenco wawrzyniec vavrinec lorinc laurentiu
	lavrentios | martin martino marten maarten martim martins marcin martti morten martynas | christopher
	cristobal christophe cristoforo christoph krzysztof kristof christoforos krystof kristoffer cristovao
	khristofor kristaps | christian cristian cristiano kristian hristijan krystian christiaan | christine
	cristina christina kristina krystyna khristina christiane kristine | eugene eugenio evgeny yevgeny eugen
	evgeni evhen yevhen jeno eugeniusz evgenios eugeniu | theodore teodoro theodor fyodor feodor fedor
	teodor theodoros todor tivadar fedir tewodros teuvo tudor tuudor | basil basilio vasily vasile vasil
	vasilis vasileios basile vasyl bazyli vaso | constantine constantino constantin konstantin konstantinos
	costantino kostyantyn konstanty kostadin | demetrius demetrio dmitry dmitri dimitrios dumitru dimitar
	dmytro dimitri dimitrij demeter | gregory gregorio gregoire grigory grigori grzegorz gregor grigor
	hryhoriy rehor krikor grigoris gergely grigore greger | cyril cirilo cyrille cirillo kirill kyrylo ciril
	kiril cyryl kyrillos | clement clemente klemens kliment klement kelemen | vincent vicente vincenzo
	vinzenz wincenty vikenty vincenc vince | ferdinand fernando hernando ferdinando fernand ferran fernao
	nandor | frederick federico frederic friedrich fryderyk frederico fredrik frederik bedrich fridrikh
	frigyes | edward eduardo edouard edoardo eduard edvard duarte ede edvardas | robert roberto ruprecht
	rupert robertas roberts | richard ricardo riccardo ryszard rikard rihards | albert alberto albrecht
	adalbert adalberto vojtech wojciech albertas | rudolph rodolfo rudolf rodolphe rodolphus | raymond
	raimundo raimondo ramon reymond raimund | leo leon leone lev leonid leonidas levon | bernard bernardo
	bernhard bernat bernardus | victor viktor vittorio vitor wiktor viktoras | lucy lucia lucie luzia lucija
	| agnes ines inez agnieszka agnese anezka ynes neza | barbara varvara barbora borbala | dorothy dorotea
	dorothea dorota dorottya dorothee | sophia sofia sophie zofia sofya sofija zsofia | theresa teresa
	therese terezia tereza terese teresia | susan susana suzanne susanna zuzana zsuzsanna zuzanna shoshana
	susanne sawsan | veronica veronique weronika veronika | beatrice beatriz beatrix | lidia lydia lydie
	lidiya | natalie natalia nathalie natalya nataliya | muhammad mohamed mehmet mehmed mamadou mahamat
	magomed mahomet mohammad mukhamed mohamadou mamadu mahamadou mukhammad magomet maxamed | ahmad ahmed
	ahmet akhmed achmad amadou amadu axmed akhmad axmad | mahmud mahmoud mahmut makhmud mamoudou makhmoud |
	mustafa moustapha mustapha mustafo moustafa mostafa | hasan hassan khasan hasanu alhassan lassana xasan
	assane | hussein husayn huseyin khusein hossein ousseynou xuseen alousseini gusein guseyn huseyn | ali
	aliou alioune aly | usman uthman osman othman ousmane cusmaan usmon | umar omar omer oumar cumar umarou
	omer | abdullah abdoulaye abdulla abdulahi abdullahi cabdullaahi abdulloh abdellah abdallah |
	abdulrahman abdurrahman abdirahman abderrahmane abdourahmane cabdiraxmaan abdurakhman abdurahmon |
	khalid halid halit khaled | yunus jonah jonas giona yona yunis jona | idris enoch idriss idrissa edris |
	ismail ishmael ismael smail izmail yishmael ismayil | harun aaron haroun aron aharon haron | imran amram
	| fatima fatma fatoumata fatimata fatime fadumo patimat fatemeh fatou | aisha ayse aicha aissatou aishat
	caasha aissata | khadija hatice khadidja kadidia hadiza khadijat kadiatou khadiza | zaynab zeynep zainab
	zeinab zaynap | amina aminata aminah emine | jamila cemile djamila dzhamilya | jamal cemal djamal
	dzhamal gamal | jafar cafer djafar dzhafar ja'far jaafar gafar`;
