/** Family names, and names that stand for one, of Asia, the Arab world and Africa: hundreds of thousands bear them. */

export const familyNamesAsia: readonly (readonly [value: number, names: string])[] = [
	[
		0.45,
		`
			an ao bao bi bian bo cen chai chang chi chu cong dai dang diao dou fei fu gan ge geng gong guan gui hang
			hong hua huo ji jian jiao jing ju kang ke kong kuang lai lan lian lin ling lou luan man mei mi miao min
			mo mu nan ni nie ning niu ou pang pei pi ping pu qi qian qiao qu quan rao rong ruan sang sha shan shang
			sheng shu si sima situ tong tu wen weng wo xi xian xiang xin xing xuan yan yi yin ying you yue yun zang
			zha zhai zhan zhen zhi zhong zhou zhuang zhuo zong zuo ouyang hsu tsai tseng hsieh kuo chou chiu chiang
			hsiao yeh lo chung tsang kwan lui mak fong fung poon ip yip tse siu szeto tang tam yu yuen au yam chin
			chua chia chew foo heng ho khoo koh kok lau lee liew lim loh loke low neo ng ong ooi phua poh quek seah
			seow sim sng soh tan tay teh teng teoh tey toh wee yap yeo yong dinh doan luong mai truong trinh cao ta
			to thai chau lam quach vuong luu abe aoki arai endo fujii fujita fujiwara fukuda goto hara harada
			hasegawa hashimoto hayashi hirano honda ikeda imai inoue ishida ishii ishikawa iwasaki kaneko kato
			kawasaki kikuchi kimura kojima kondo koyama kudo maeda maruyama matsuda matsumoto matsui miura miyamoto
			miyazaki mori morita murakami murata nagai nakagawa nakajima nakano nakayama nishimura noguchi nomura
			ogawa ohno okada okamoto ono ota otsuka saito sakai sakamoto sakurai sasaki shibata shimada shimizu
			sugawara sugiyama takada takagi takeda takeuchi tamura taniguchi uchida ueda ueno wada yamada yamaguchi
			yamamoto yamashita yamazaki yokoyama yoshida bae baek cha chae chun ha heo hur hwangbo im jeon jeong jin
			jo joo jun ki ko koo ku kwak ma moon na nam namgung noh ok pae paek pak rhee ryu seo seong shim so sohn
			son suh sul sung uhm um woo yang yoo choe chong gim ri rim abbasi adhikari ahuja akhter anand anjum
			arora ashraf aslam awan azam babu bajwa baig banerjee bano basu batra bhat bhatia bhatt bhattacharya
			bhattarai bhatti bhutto bibi butt chakraborty chand chandra chatterjee chauhan chavan cheema chopra dar
			dass desai deshmukh dewan dey dhillon dogra dubey dwivedi farooq fernando fonseka gandhi ganesan gautam
			ghatak gill gond goswami gowda gurung haldar hegde hussaini hanif ilyas irfan iyer jadhav jahan jamil
			javed kapoor karim karki kashyap katoch kaushik khanna khatri khatoon khatun khawaja kulkarni lama lodhi
			mahato mahmood majumdar malhotra malla mani mathur maurya mehra memon menon mirza mishra mistry mohanty
			mukherjee munir murmu murthy nadar naik nair nandi narayan nath nayak naqvi nawaz negi niazi nisha noor
			oraon padhi pal pande pandit panda parmar parveen patil patra paswan paudel pawar perera pillai poudel
			pradhan prajapati qadir qasim qazi rai raja rajan rajput rama raman rana rani rashid rasool rathod
			rathore ratnayake raut ravi rawat rehman riaz rizvi saha sahoo sahu saini salim sarkar sarwar satti
			saxena sen sethi shafiq shaikh shankar shetty shinde shrestha shukla sidhu sikdar silva soni soren
			srivastava subramanian sultana swain swamy syed tamang thapa thakkar tiwari tomar tripathi tyagi
			upadhyay varma vyas waheed wani yousaf zafar zaidi zaman bahadur bandara dissanayake gunawardena herath
			jayasuriya jayawardena kumara mendis rajapaksa ranasinghe senanayake weerasinghe wickramasinghe
			wijesinghe selvam sivakumar krishnan murugan sundaram bhuiyan miah sikder talukder mollah molla sarker
			akand howlader parvin kazi munshi abbas abdallah abdi abdo abdalla abdelaziz abdulaziz abdulkarim
			abdulrahman abed adam adel aden aguir ahmadi akbar akbari alavi amin amini amir ansari asadi attia awad
			aziz azizi badawi baghdadi bakr barakat bashir basha daoud darwish dawood ebrahimi eid elsayed fadel
			fahmy fakhri farah faraj farouk fathi fawzy gaber gamal ghanem ghasemi gomaa habib habibi haddad hadi
			haidar hakim halabi hamad hamdan hamdi hamed hamoud hamza hanna haroun hashemi hashim hassani hatem
			heydari hijazi hosseini husseini idris issa jaber jabbar jafari jalali jamal jassim kamal kamel karam
			karimi kassem kazemi khaled khalaf khalifa khoury khorasani kiani latif maher mahdi mahmoudi majid
			maliki mansour mansouri marzouk masri mohammadi mohsen mokhtari moradi mousa mousavi moussa mubarak
			murad musa mustafa nabil naji najjar nasr nasser nazari noori nouri obeid odeh omari othman qassem rabie
			rad ragab rahimi rahmani ramadan rashed rashidi rasouli reza rezaei rostami saad saadi sabbagh sabry
			sadeghi sadiq saeedi safi salama salameh salehi salman sami samir sayed sayyid shaaban shafiei shaheen
			shahin shaker sharif sharifi shams shawky sherif soltani soliman sulaiman sultan taha taheri tahir taleb
			tariq tawfiq wahab yasin yassin younes younis yousef yousefi zaki zayed zidan akhund ahmadzai durrani
			ghani hotak karzai noorzai popal stanikzai wardak zadran alaoui amrani bennani benali berrada bouazza
			boukhari cherkaoui chraibi elamrani fassi idrissi lahlou mernissi naciri tazi benhamou bouaziz boudiaf
			brahimi cherif larbi meziane saidi slimani trabelsi jebali gharbi benamor mejri ayari hammami acar akin
			aksoy aktas arslan aslan ates aydin aydogan bulut bozkurt can cetin coskun cinar dogan duman erdogan
			erdem guler gunes isik kara karaca kartal kaplan keskin kilic koc korkmaz kurt ozcan ozdemir ozkan polat
			sari simsek tas tekin toprak tunc turan unal uysal yalcin yavuz yildirim yildiz yuksel abdullayev
			abdurakhmanov akhmetov alimov bakirov ergashev iskandarov juraev kadyrov khasanov khodjaev mirzoev
			nazarov normatov olimov rustamov sadykov saidov sultanov tashkentov turgunov usmonov nurmagomedov
			gadzhiev omarov gasanov alibekov bekov abdullahi adamu adebayo adeyemi adjei agyeman aliyu amadi amoah
			ansah asante asare ayodele azikiwe baba bala balogun banda boateng bola chukwu dankwa danjuma dauda eze
			ezeh fofana gaye gueye haruna ibe igwe isah jallow kabbah kabore kamara kanu kargbo kassim koroma
			kouassi kouame kouadio lawal maiga mahama mbaye mbeki mohammadu ndlovu ndiaye niang nkrumah nwachukwu
			nwosu obi obiora ogunleye ojo okonkwo okoro okoye oladipo olawale onyeka opoku osei ouedraogo owusu
			sawadogo sanogo sangare sesay sidibe sissoko suleiman sylla thiam touray usman uche wade yeboah yakubu
			zongo diarra dembele bah balde conteh dlamini khumalo mkhize mthembu naidoo nkosi ngcobo sithole zulu
			zuma mokoena molefe moyo ncube sibanda dube mpofu chirwa phiri mwale tembo mulenga achieng adhiambo
			barasa chege cheruiyot gitau juma kariuki karanja kibet kimani kiplagat kiprono koech macharia maina
			mbugua muthoni mutua mwende ndungu njeri njoroge njuguna nyambura ochieng odhiambo okello oloo omondi
			onyango opiyo ouma owino rotich wafula wambui wangari wanjala wanjiku wanjiru musoke ssali nakato okot
			mugisha byaruhanga tumusiime habimana uwimana niyonzima ndayishimiye mukamana nkurunziza bizimana
			hakizimana nsengiyumva kabila ilunga kalala kasongo mbuyi mukendi mutombo ngoy tshibanda kabongo mwamba
			abate alemu asfaw assefa ayele berhe demissie desta fikre gebre gebremariam gebreselassie hagos kebede
			kidane lemma mamo mekonnen mengistu mulugeta negash solomon tadesse tekle teklu tesfay tilahun tsegaye
			woldemariam yohannes zewde abdirahman adan guled hersi jama mohamud muse nur osman warsame agustin
			aquino bautista castro delrosario enriquez fernandez gonzales manalo mercado navarro pascual salvador
			soriano tolentino valdez villanueva gunawan hidayat kurniawan lestari nugroho pratama putra putri rahayu
			saputra setiawan siregar suharto sukarno suryadi susilo sutanto tanuwijaya utomo wahyudi wibowo widodo
			hartono halim lubis nasution sitompul simanjuntak harahap hutapea ginting sembiring thongchai saetang
			saelim saelee srisuk phan boonmee chaiyasit suwannarat kaewkla chanthavong phommachanh sok chea chhay
			keo leng mao meas nhem prak sam seng sin som sorn touch vann win kyaw htun hlaing myint naing oo soe
			thant thein tun zaw moe lwin cohen levi mizrahi peretz biton dahan avraham friedman malka azoulay katz
			yosef david omer amar hadad gabay benhamo shapira goldberg adler`,
	],
];
