/** Given names of men and boys, region by region; see given-names.ts. */

export const maleNames = `
	aaron abel abraham adam adrian aidan alan albert alec alexander alfred alistair allan allen alvin andrew
	angus anthony archibald arnold arthur austin barry bartholomew basil benjamin bernard bill billy bob
	brad bradley brandon brendan brent brett brian bruce bryan byron caleb calvin carl cecil chad charles
	chester christian christopher clarence clark clifford clinton clive clyde cody colin connor conor corey
	craig curtis cyril dale damian damon daniel danny darren darryl dave david dean dennis derek desmond
	dexter dick don donald douglas duane duncan dustin dwayne dwight dylan earl eddie edgar edmund edward
	edwin elijah elliot elmer elvis eric ernest ethan eugene evan felix fergus floyd frank franklin fred
	frederick garry gareth gary gavin gene geoffrey george gerald gerard gilbert giles glen glenn gordon
	graham grant greg gregory guy harold harry harvey hector henry herbert herman homer horace howard hubert
	hugh hugo ian ira irving isaac ivan ivor jack jacob jake james jared jason jay jeff jeffrey jeremiah
	jeremy jerome jerry jim jimmy joe joel john johnny jonathan joseph joshua julian justin karl keith
	kenneth kevin kirk kurt kyle lance larry lawrence leo leon leonard leroy lester lewis liam lionel lloyd
	logan louis lucas luke luther malcolm marcus mark marshall martin marvin mason matthew maurice maxwell
	melvin michael mike miles milton mitchell mohammed monty murray nathan nathaniel neal ned neil nelson
	nicholas nick nigel noah norman oliver oscar oswald otis owen patrick paul percy perry peter philip
	phillip preston ralph ramsay randall ray raymond reginald rex richard rick ricky robert rod roderick
	rodney roger roland ronald ross roy rupert russell ryan samuel scott sean sebastian seth shane shaun
	sidney silas simon spencer stanley stephen steve steven stewart stuart ted terence theodore thomas tim
	timothy todd tom travis trevor tristan troy tyler vernon victor vincent virgil walter warren wayne
	wesley wilfred william winston zachary alejandro alberto alfonso alfredo alonso alvaro andres antonio
	armando arnaldo arturo augusto benito bernardo camilo carlos cesar claudio cristobal cristian dario
	diego domingo edgardo eduardo efrain emilio enrique ernesto esteban eusebio evaristo fabian facundo
	federico felipe fernando fidel francisco gabriel gerardo german gilberto gonzalo gregorio guillermo
	gustavo heriberto hernan humberto ignacio isidro ismael jaime javier jesus joaquin jorge jose josue juan
	julio leandro leonardo leonel leopoldo lorenzo luis manuel marcelo marcos mariano mario mateo matias
	mauricio maximiliano miguel moises nestor nicolas norberto octavio omar orlando osvaldo pablo pascual
	patricio pedro rafael ramiro ramon raul ricardo rigoberto roberto rodolfo rodrigo rogelio roman ruben
	salvador santiago santos sergio teodoro tomas ulises valentin vicente wilfredo xavier adao afonso
	agostinho andre anselmo armindo artur caetano celso davi diogo duarte edson elias emanuel fabio fabricio
	filipe flavio frederico gilson guilherme heitor helio henrique inacio ivo jair joao joaquim lucio luiz
	marcio mateus mauro nuno otavio paulo reinaldo renato rogerio rui severino silvio thiago tiago vitor
	wagner wellington alain alexandre alexis antoine armand arnaud aurelien bastien benoit bertrand bruno
	cedric christophe clement damien denis didier edouard emile emmanuel etienne fabien fabrice fernand
	florian florent franck francois frederic gaetan gaston georges gilles gregoire guillaume gustave henri
	herve hugues jacques jean julien laurent loic luc lucien ludovic marc marcel mathieu matthieu michel
	mickael olivier pascal patrice philippe pierre quentin raoul raphael remi rene romain sebastien serge
	stephane sylvain thibault thierry yann yannick yves aldo alessandro alessio andrea angelo carlo carmine
	cesare cosimo davide domenico edoardo emanuele enrico enzo ettore fabrizio filippo franco francesco
	gabriele gaetano gennaro giacomo giancarlo gianfranco gianluca gianluigi gianni gino giorgio giovanni
	giuliano giulio giuseppe guido ivano luca luciano luigi marcello marco massimo matteo maurizio michele
	mirko nicola nino paolo pasquale piero pietro raffaele riccardo rocco romano salvatore sandro simone
	stefano tommaso tullio ugo umberto valerio vincenzo vito vittorio adelin alexandru andrei bogdan catalin
	ciprian claudiu constantin corneliu costel dan dorin dragos dumitru emil eugen florin gheorghe horia
	ilie ioan ion ionel iulian laurentiu liviu lucian marian marius mihai mircea mugur nicolae octavian
	ovidiu petre petru radu razvan sergiu silviu sorin stefan teodor tiberiu traian vasile viorel vlad achim
	adalbert adolf albrecht alfons alois andreas anton armin arne august axel benedikt benno bernd bernhard
	bjorn bodo burkhard carsten christoph clemens detlef dieter dietmar dietrich dirk dominik eberhard
	eckhard egon engelbert erhard erich ernst erwin ewald ferdinand franz friedrich fritz gebhard georg gerd
	gerhard gottfried gregor gunter gunther gustav hannes hans harald hartmut heiko heinrich heinz helmut
	henning hermann holger horst ingo jakob jan jens joachim jochen johann johannes jorg josef jurgen kai
	karsten kaspar klaus konrad konstantin lars leonhard leopold lorenz lothar ludwig lukas lutz manfred
	markus mathias matthias maximilian moritz nico niklas norbert olaf oskar otto philipp rainer ralf reiner
	reinhard reinhold rolf rudiger rudolf ruprecht siegfried sigmund steffen sven thorsten tilo tobias
	torsten udo ulf ulrich uwe veit viktor volker waldemar werner wilfried wilhelm willi winfried wolf
	wolfgang adriaan arie arjen arnoud bart bas bert bram cees coen cornelis daan evert ewout floris frans
	gerrit gijs hendrik henk jaap jacobus jelle jeroen jesse joop joost joris kees koen laurens lieven
	maarten marnix mathijs matthijs menno niels piet pieter pim rein reinier rik roel rutger ruud sander
	sjoerd stijn teun theo thijs tijs ton wim willem wouter aksel anders arvid asbjorn asger bengt birger
	bjarne bo borje borge christer dag eigil einar eirik erik erling esben espen finn flemming folke fredrik
	frode geir gosta gunnar gustaf hakan hakon halvard helge henrik ivar jesper jonas jorgen kaj kaare kent
	kjell kjeld knud knut kristian kristoffer lasse leif lennart magnus mads mats mikael mikkel mogens
	morten nils odd ola ole olof ove patrik per peder petter poul preben ragnar rasmus roald rune sigurd
	simen sindre soren staffan stein sten stig sune svante sverre terje thor thorbjorn thore tor torben tord
	tore trond trygve ulrik uno vidar viggo aarne aatos ahti aimo antti ari arto arttu eero eino esa hannu
	harri heikki ilkka jaakko jari jarkko jarmo jorma jouko jouni juha juhani jukka jussi kaarlo kalevi kari
	keijo kimmo lauri markku martti matti mika mikko niilo olavi olli osmo paavo pekka pentti pertti petri
	petteri raimo reijo risto sakari sami sauli seppo taisto tapani tapio tarmo tauno teemu teppo timo toivo
	tuomas urho vaino veikko vesa ville andri arni baldur bjarni gudmundur helgi jon olafur pall sigurdur
	aivars andris arvydas algirdas antanas darius dainius eduardas gediminas gintaras juozas kestutis linas
	mantas mindaugas petras rimantas rokas saulius stasys valdas vytautas zigmas aigars guntis imants ivars
	janis juris karlis maris peteris raimonds uldis valdis andrus enn indrek jaan jaanus juri kalev kristjan
	mart margus meelis priit raivo siim toomas urmas aleksander andrzej antoni bartosz boguslaw boleslaw
	cezary czeslaw dariusz dawid eugeniusz feliks filip franciszek fryderyk grzegorz henryk ignacy ireneusz
	jacek jakub janusz jaroslaw jerzy jozef kacper kamil karol kazimierz krystian krzysztof lech leszek
	lukasz maciej marcin marek mariusz mateusz michal mieczyslaw mikolaj miroslaw pawel piotr przemyslaw
	rafal ryszard slawomir stanislaw szymon tadeusz tomasz waclaw wieslaw wiktor witold wladyslaw
	wlodzimierz wojciech zbigniew zdzislaw zenon zygmunt antonin bohumil bohuslav bretislav dalibor dusan
	frantisek hynek igor jaromir jaroslav jindrich jiri karel kvetoslav ladislav libor lubomir lubos matej
	milan miloslav milos miroslav oldrich ondrej otakar pavel petr radek radim radomir radoslav rastislav
	rostislav stanislav vaclav vitezslav vladimir vladislav vlastimil vojtech zdenek akos andras arpad
	attila balazs balint bela bence csaba denes dezso elek endre erno ferenc gabor gergely gergo geza gyorgy
	gyula imre istvan janos jeno jozsef kalman karoly krisztian lajos laszlo lorant marton mate matyas
	mihaly miklos pal sandor szabolcs tamas tibor vilmos zoltan zsolt aleksandar aleksa ante bojan boris
	borislav bozidar branislav branko damir danilo darko davor dejan djordje dorde dragan drago dragoljub
	dragoslav dusko emir franjo goran gordan hrvoje ilija ivica jakov janez josip jovan jure karlo kresimir
	kristijan lazar ljubomir ljubisa luka marin marinko marko mihajlo mihailo mile milenko milorad milovan
	miodrag mladen momcilo nebojsa nemanja nenad nikola novak ognjen pavle petar predrag radovan ranko ratko
	roko rodoljub sasa savo sinisa slaven slavko slobodan srdjan srdan srecko stanko stevan stipe stjepan
	svetislav tihomir tomislav toni uros vasilije velimir veljko vedran vid vladan vojin vojislav vuk
	zdravko zeljko zlatko zoran zvonimir zvonko asen atanas bogomil boyan boyko dimitar dimo georgi hristo
	iliya ivaylo kaloyan kiril kosta krasimir lyubomir lyudmil mihail nayden nikolay ognyan plamen rosen
	rumen simeon spas stanimir stoyan todor tsvetan vasil veselin yordan zahari zhivko afanasy akim
	aleksandr aleksei aleksey alexei alexey anatoli anatoly andrey arkady arseny artem artyom bronislav
	daniil danila demyan dmitri dmitry eduard efim egor evgeni evgeny fedor fyodor gennady genrikh georgy
	gennadi gleb grigory ilya innokenty iosif kirill klim kuzma lavrenty leonid leonti lev maksim marat
	matvey maxim mikhail miron mstislav nikifor nikolai oleg osip platon prokhor pyotr rodion ruslan rustam
	savely semen semyon sergei sergey spartak stepan svyatoslav taras timofey timur trofim tikhon vadim
	valeri vasily venyamin vitaly vladlen vsevolod vyacheslav yakov yan yaroslav yefim yegor yevgeny yulian
	yuri yuriy zakhar andriy bohdan borys danylo dmytro fedir hryhoriy ihor kyrylo maksym mykhailo mykola
	mykyta myroslav nazar oleh oleksandr oleksiy orest ostap pavlo petro serhiy vasyl volodymyr yevhen yurii
	aliaksandr anatol dzmitry ihar mikalai siarhei uladzimir viktar aram aramazd ararat aren armen arman
	arsen artak artavazd artashes ashot avetik davit gagik garik garegin gevorg gor grigor hakob harutyun
	hayk hovhannes hovik hrant karapet karen khachatur levon mher mikayel mkrtich narek nikol norayr samvel
	sargis serzh tigran vahagn vahan vardan vazgen vigen zaven zori amiran anzor avtandil bachuki beka besik
	bidzina dato demur gela giga giorgi givi gocha guram ilia irakli jaba jansug kakha koba konstantine
	lasha levan mamuka merab mikheil nika nikoloz nodar nugzar otar paata revaz shalva shota soso tamaz
	teimuraz temur tengiz vakhtang vano vazha zaza zurab zviad abbas abdul abdulaziz abdulkarim abdullah
	abdulmajid abdulrahman abdurrahman abubakar adel adham adnan ahmad ahmed aiman akram ala alaa amer amin
	amir ammar amr anas anis anwar aref arif asad asaad asem ashraf ata atef awad ayman ayoub ayyub aziz
	badr baha bahjat bakr bandar barakat basel basem bashar bashir basim bassam bilal boutros burhan daoud
	dawood dawud dhafer diaa eid emad eyad fadel fadi fahad fahd fahmi faisal faiz fakhri falah faraj farhan
	farid faris farouk faruq fathi fawaz fawzi faysal fayez feras firas fuad ghaleb ghanem ghassan ghazi
	habib hadi haidar haitham hakim hamad hamdan hamdi hamed hameed hamid hamza hamzah hani hareth harith
	haroon harun hasan hashem hashim hassan hatem hatim hazem hesham hicham hilal hisham hosni hossam husam
	husni hussain hussam hussein ibrahim idris ihab imad imran isam ishaq iskandar islam ismail issa issam
	iyad izzat jabbar jaber jabir jafar jalal jalil jamal jameel jamil jasem jassim jawad jibril juma kadhim
	kamal kamel karam karim kazem khader khairi khaldoun khaled khalid khalifa khalil khamis khalaf labib
	latif lotfi luay lutfi maan maged maher mahdi mahfouz mahmoud mahmud majd majed majid makram malek malik
	mamdouh mamoun mansour mansur marwan mashal masoud masud maytham mazen mehdi mishal moataz moayad moaz
	mohamed mohammad mohsen moamen mokhtar mostafa mounir mourad moussa muammar muath mubarak mufid muhammad
	muhannad muhsin muin mukhtar munir muntasir munther murad musa musab muslim mustafa mutasim muwaffaq
	nabih nabil nader nadim nadir naif naim naji najib najm namir nasr nasser nasir nayef nazih nazim nizar
	nouri numan nuri obaid omer osama othman qais qasim qassem qusay rabah rabie radi radwan rafat rafiq
	raed ragheb rajab ramadan ramez rami ramzi rashad rashed rashid rasheed rauf rayan reda riad ridha riyad
	rida saad saadi saadoun sabri saddam sadiq saeed safwan said saif salah salam saleem saleh salem salih
	salim salman sameh samer samih samir sattar saud sayed sayyid shadi shafiq shaker shakir shamil sharif
	shawki sherif shihab shukri sobhi sufian suhail sulaiman suleiman sultan taha taher tahir taisir talal
	taleb talib tamer tamim tareq tarek tariq tawfiq thabet thamer turki uday umar usama uthman waddah wael
	wahid wajdi waleed walid waseem wasfi wasim wassim wisam yahia yahya yaqub yaser yasin yasir yassin
	yazan yazid younes youssef yousef yunis yunus yusuf zahir zaid zakaria zaki zaher zayd zayed zein ziad
	ziyad zuhair abdelaziz abdelhamid abdelkader abdelkrim abdellah abderrahim abderrahmane aissa amine
	azzedine belkacem boualem brahim driss djamel fares fouad houari jamel khelifa lakhdar larbi lounes
	messaoud miloud mohand moncef noureddine nordine oussama rachid rafik redouane saber slimane sofiane
	tahar toufik yacine yassine youcef zine zoubir abolfazl afshin akbar alireza amirhossein ardeshir arash
	ardalan ashkan asghar azad babak bahman bahram behnam behrouz behzad bijan borzou cyrus dariush davood
	ebrahim ehsan esfandiar farhad fariborz faramarz farshad farzad fereydoun gholam gholamreza hamidreza
	heydar hooman hooshang hormoz hossein iraj jahangir jamshid javad kambiz kamran kaveh keyvan khosrow
	kianoush kourosh mahyar manouchehr mazdak mehran mehrdad milad mohammadreza morteza naser navid nima
	omid parviz payam pedram peyman pouya rahim ramin rasoul reza rostam rouhollah sajjad saman sasan shahab
	shahin shahram shahriar siamak siavash sina sohrab soroush vahid yaghoub yashar gul gulbuddin hamidullah
	hekmatullah humayun jalaluddin mirwais najibullah nasrullah nangialai rahmatullah sirajuddin zabihullah
	zalmay amanullah asadullah azizullah ghulam habibullah hedayatullah inayatullah khairullah naqibullah
	obaidullah qudratullah sanaullah wahidullah ahmet alper alp arda atilla aydin aykut baris bayram berk
	bulent burak bora can cem cemal cemil cengiz cetin cihan dogan dogu dogukan dursun ekrem emre engin
	enver erdal erdem erdogan eren ergun erhan erkan erol ertan ertugrul fatih ferhat fikret gokhan gurkan
	haluk haydar huseyin ilhan ilker ismet kadir kaan kazim kemal kenan kerem koray levent mahmut mehmet
	mert mesut metin muhammet muharrem murat necati necmettin nihat okan oktay onur orhan osman ozan ozcan
	polat ramazan recep refik rifat sahin savas sedat selahattin selcuk selim semih serdar serhat serkan
	sinan suat suleyman tahsin tarik tayfun tayyip tolga tuncay turgay turgut ufuk ugur umit vedat volkan
	yakup yalcin yavuz yigit yilmaz yuksel zafer zeki ziya agil anar azer elchin elnur eldar emin ilham
	mammad orkhan ramil rovshan tofiq vagif vugar yusif zaur abay adilet aibek aidos akhmet almaz askar
	aslan azamat bakhyt bakyt bauyrzhan beibut berik bolat daniyar daulet dauren dosym eldos erbol erlan
	galym kairat kanat kassym maksat nurlan nursultan olzhas rustem samat serik talgat temirlan yerlan
	zhanibek abdulla akmal alisher anvar bahodir bakhtiyor bobur botir davron doniyor farrukh farkhod ilkhom
	islom jahongir javlon jasur mirzo murod nodir odil otabek oybek ravshan sanjar sardor sherzod shavkat
	shukhrat ulugbek umid zafar gurbanguly emomali sukhrob tohir rahmon akhmed aslanbek arbi apti beslan
	dokka dzhokhar ibragim isa khamzat khasan khusein kazbek lomali magomed mairbek movladi movsar ramzan
	sulim turpal usman vakha visit yusup zelimkhan aaditya abhay abhijit abhinav abhishek aditya ajay ajit
	akash akhil akshay alok amar amit amitabh anand anil aniket anirudh ankit ankur anoop anuj anup anupam
	arjun arun arvind ashish ashok ashwin atul avinash balaji balram bharat bhaskar bhupendra bhushan
	brijesh chandan chandra chetan chirag darshan deepak devendra dev dhananjay dharmendra dhruv dilip
	dinesh dipak gagan ganesh gaurav girish gopal govind gulshan gurdeep hardik hari harish harsh harsha
	hemant himanshu hitesh indrajit jagdish jai jatin jayant jayesh jignesh jitendra kailash kapil kartik
	kishore krishna kunal lakshman lalit lokesh madhav mahendra mahesh manas mandeep mangesh manish manmohan
	manoj mayank milind mohan mohit mukesh mukund murali nagaraj nandan narayan narendra naresh narsimha
	navin neeraj nikhil nilesh nirmal nitin om pankaj paresh parth pavan pawan piyush prabhakar pradeep
	prakash pramod pranav prasad prashant pratap praveen prem puneet raghav raghu rahul raj raja rajan rajat
	rajeev rajendra rajesh rajiv raju rakesh ram raman ramakrishna ramesh ranjit ratan ravi ravindra rishi
	ritesh rohan rohit roshan sachin sagar sameer sandeep sanjay sanjeev santosh sarath satish satya saurabh
	shailesh shankar sharad shekhar shiv shivam shrikant shyam siddharth sohan somnath srinivas subhash
	subramaniam sudhir sumit sundar sunil suraj surendra suresh surya sushil swapnil tarun tejas umesh
	upendra utkarsh vaibhav varun vasant venkat venkatesh vicky vijay vikas vikram vinay vineet vinod vipin
	vipul viral virendra vishal vishnu vivek yash yashwant yogesh yuvraj baldev balwinder gurcharan gurdev
	harbhajan hardeep harjit jagjit jaspal joginder lakhbir makhan manjit parminder paramjit ranbir sarabjit
	sukhdev surjit talwinder tarlochan bikash biplab debashish dipankar gautam partha pranab prosenjit rajib
	sajal shakib shamim shafiqul sourav subrata sudip tapan tarique abdus anisur habibur mahbub mizanur
	mosharraf mujibur nazrul rafiqul saiful shahidul tofail ziaur ajith anura chaminda gotabaya kumar kumara
	lasith mahela mahinda maithripala nimal nuwan priyantha ranil ruwan sanath upul velupillai arulanandan
	kandiah murugan nadarajah rajaratnam selvam sivakumar thangavelu prabhakaran kathiravan karthik muthu
	murugesan palani aamir abid adeel adil ahsan ajmal akhtar aleem amjad anjum arshad asif asim aslam athar
	azam azhar babar danish faheem faizan fawad fazal hafeez hammad haris hasnain iftikhar ijaz ikram ilyas
	imtiaz inam inzamam iqbal irfan irshad ishfaq ishtiaq jahanzeb jamshed javed junaid kashif khurram
	khurshid liaqat mansoor masood mehmood moin mubashir mudassar mujahid munawar musharraf muzaffar nadeem
	naeem naseem naveed nawaz nazir nisar noman parvez pervez qadeer qamar raheel rehan rehman rizwan sajid
	saqib sarfraz shahbaz shahid shahzad shakeel shoaib sohail talat tanveer tanvir tauqeer waheed wajid
	waqar waqas yousaf zaheer zahid zeeshan zubair zulfiqar aiguo bin chao chen cheng chun da dawei deng
	dong fei feng gang gao guang guo guoqiang hai haibo haitao hang hao heng hongwei hu jiaming jian jianguo
	jianhua jianjun jianping jin jinping jun junjie kang kun li liang long lu mao mingming peng qi qiang
	qiming quan sen shaohua sheng shi song tao tian tianyu tong wei wen weidong weiguo weimin wenbin xiang
	xiaobo xiaodong xiaofeng xiaoming xing xiong xu yang yaohui ye yifan yijun yong yongjun yu yuan yue ze
	zedong zemin zhan zhang zhao zheng zhengfei zhi zhigang zhiming zhiqiang zhiwei zhong zhou zihao enlai
	xiaoping jintao keqiang qishan jiabao rongji chingkuo yingjeou shuibian tenghui chee hock kah kheng kian
	kok kwok leong meng seng soon teck wai wing yew kashing chiu kin kit man siu tak tat wah yiu akihiko
	akihiro akihito akio atsushi daichi daiki daisuke eiji fumio goro hajime haruki haruto hayato hideaki
	hideki hideo hideyoshi hirohito hiroki hiroshi hiroyuki hisashi ichiro isamu issei isao jiro junichi
	junichiro junji kazuhiko kazuhiro kazuki kazuo kazuya keiichi keiji keisuke ken kenichi kenji kenta
	kentaro kenzo kiyoshi koichi koji kota kunio kyohei mamoru manabu masaaki masahiko masahiro masaki
	masanori masao masaru masashi masato masatoshi masayoshi masayuki michio minoru mitsuo mitsuru motoki
	naoki naoto naruhito nobuo nobuyuki noboru norihiko norio osamu riku ryo ryoichi ryoji ryosuke ryota ryu
	ryuichi saburo satoru satoshi seiichi seiji shigeo shigeru shin shingo shinichi shinji shinzo shiro sho
	shogo shohei shoichi shoji shun shunsuke sota susumu tadashi taichi taiki takahiro takaaki takanori
	takao takashi takayuki takehiko takeo takeru takeshi takumi takuya taro tatsuo tatsuya teruo tetsuo
	tetsuya tomohiro tomoki tomoya tooru toru toshiaki toshihiko toshio toshiro toshiyuki tsubasa tsutomu
	tsuyoshi yasuhiro yasuo yasushi yasuhiko yoichi yoji yoshiaki yoshihiko yoshihiro yoshinori yoshio
	yoshiro yoshiyuki yosuke yuichi yuji yujiro yukio yusuke yuta yutaka yuto beomseok byungho chanho
	changmin chulsoo daehyun daejung dongwon dongwook donghyun gunwoo hojin hyunjin hyunsoo hyunwoo ilsung
	inho jaeho jaehyun jaein jaewon jaewook jaeyong jihoon jinho jinwoo jiho jongil jonghyun jongsoo jongun
	joonho junho junhyuk junseo junsu juwon kiwoong kwangho kyungho kyungsoo minho minjae minjun minki
	minsoo minsu myungbak namjoon sangchul sanghyun sangwoo seojun seungho seunghyun seungmin siwoo sungho
	sunghoon sungjin sungmin taehyung taeyang woojin yejun yongsoo youngho youngjae youngmin youngsoo
	youngsik aguinaldo agus agung andi arief aris bagus bambang basuki budi budiman cahyo darmawan dedi
	denny didik djoko eko fajar gunawan guntur haryanto hendra heru indra irawan irwan iwan jaka joko jusuf
	kurniawan megawanto mulyono nugroho prabowo prasetyo purnomo rahmat rizal rizky rudi slamet soeharto
	sugeng suharto sukarno supriyadi suryanto susilo sutrisno taufik teguh tono wahyu wibowo widodo wiranto
	wisnu yanto yudi yudhoyono yusril anuar azlan azman badawi faizal hafiz hakimi halim hishammuddin
	kamaruddin mahathir mohd muhyiddin nazri nik rosli razak samad shahrul syed zainal zulkifli benigno
	bongbong jejomar jomar joselito manny rommel romulo cuong dat dinh duc duy hieu hoang hung huy khai khoa
	kien manh nghia nhan phong quang quoc son tan thang thien thinh tho toan trung truong tuan tung viet
	abhisit anucha anutin boonmee chai chaiwat chalerm chuan kasem kittisak kriangsak manop narong niwat
	pairoj pichai pongsak prasert prasit prawit prayut sakchai sombat somchai somkid somsak somboon songkran
	sunthorn suchart surachai surasak surin suthep taksin thaksin thanom thawatchai weerachai wichai wirat
	wittaya yongyuth bounnhang choummaly khamtai sihanouk hun samdech sophal vuthy aung kyaw myint thant
	thein tin zaw zarni htun hla batbayar batbold baterdene boldbaatar elbegdorj ganbold gansukh munkhbat
	tsakhia abebe abiy addisu alemayehu asfaw bekele berhanu birhanu dawit dereje desta ermias eskinder
	fikru fisseha getachew girma haile hailemariam kebede kidane lemma mekonnen mengistu meles mulugeta
	negash sisay solomon tadesse tamrat tedros teferi tekle tesfaye tewodros tilahun wolde worku yared
	yohannes yonas zenawi zerihun isaias afwerki abdi abdiaziz abdikarim abdirahman abdirashid abdullahi
	ahmednur awil barre bile dahir guled ibraahim ismaaciil mohamud muse warsame abdou abdoulaye abou adama
	alassane aliou alioune amadou babacar babakar bakary boubacar cheick cheikh demba djibril fode ibrahima
	idrissa issouf lamine malick mamadou mamoudou modibo ousmane ousseynou papa pape saliou samba sekou
	seydou souleymane thierno tidiane youssouf abiodun adebayo adekunle ademola adewale adeyemi akinwale
	ayodele babajide babatunde dayo emeka chike chima chinedu chinonso chukwudi chukwuemeka chukwuma
	ikechukwu ifeanyi kayode kelechi kingsley kunle nnamdi obi obinna okechukwu oladele olanrewaju olu
	olufemi olumide olusegun segun sunday taiwo tunde uche ugochukwu uchenna abba aminu auwal bello garba
	haruna kabiru lawal lawan mallam muhammadu murtala nasiru sani shehu sule tanimu umaru yakubu akwasi ebo
	kofi kojo kwabena kwadwo kwaku kwame kwasi kwesi nii yaw baraka bakari barasa chege daudi hamisi hassani
	jomo kamau kariuki kenyatta kibet kimani kipchoge kiprono kiprotich kiptoo macharia maina mohamedi
	mugabe mutua mwai mwangi njoroge ochieng odhiambo omondi onyango otieno raila uhuru wafula wanyama
	bonaventure dieudonne emery faustin felicien fidele gaspard innocent jeanbosco jeanclaude jeanmarie
	jeanpierre juvenal pasteur theoneste ladislas mobutu bheki bongani jabulani kagiso lwazi mandla mthunzi
	nkosana nkosinathi sabelo sandile sibusiso sifiso siphiwe sipho siyabonga thabo thami themba thulani
	vusi xolani zakhele tendai tafadzwa farai emmerson kudzai munashe simba tapiwa tatenda amos bienvenu
	celestin cyprien desire dieumerci ezechiel fiston honore isidore ahituv alon amichai amnon arik arye
	asaf asher assaf avi aviad avigdor avner avraham barak baruch ben binyamin boaz chaim doron dov dror
	dudu efraim ehud eitan eli eliezer elisha eran erez eyal ezer gadi gideon gil gilad haim hanan hillel
	idan ido ilan itai itamar itzhak levi lior meir menachem mendel micha mordechai moshe motti nadav
	naftali natan nir nissim ofer ohad omri oren ori pinchas rafi ran reuven ron ronen roni saar sagi shai
	shalom shaul shimon shlomo shmuel tamir tomer tzvi udi uri uriel uzi yaakov yair yaniv yaron yehoshua
	yehuda yeshayahu yigal yisrael yitzhak yoav yochanan yoel yonatan yoram yosef yossi zeev zvi alexandros
	anastasios angelos antonios apostolos aristidis athanasios charalampos christos costas dimitrios
	dimitris efstathios eleftherios emmanouil evangelos fotis georgios giannis giorgos grigorios ilias
	ioannis konstantinos kostas kyriakos leonidas loukas manolis marios michail michalis nektarios nikolaos
	nikos panagiotis panos pantelis pavlos petros sotirios spyridon spyros stavros stefanos stelios
	stylianos takis thanasis themistoklis theodoros theofilos vangelis vasileios vasilis yannis yiannis
	yorgos agim agron albin alban arben ardian artan arber bardhyl bekim besnik bujar burim dritan fatmir
	fatos flamur gazmend genc gezim ilir kastriot kreshnik kujtim leke luan lulzim pjeter ramush shkelzen
	skender valon xhemal`;
