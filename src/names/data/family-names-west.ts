/** Family names of Europe and the Americas that hundreds of thousands bear, or that are common in one country. */

export const familyNamesWest: readonly (readonly [value: number, names: string])[] = [
	[
		0.45,
		`
			stewart morgan bell reed bailey cooper kelly howard ward cox richardson wood watson brooks bennett gray
			james hughes price myers long foster sanders ross morales powell sullivan russell ortiz jenkins
			gutierrez perry butler barnes fisher henderson coleman simmons patterson jordan reynolds hamilton graham
			wallace west cole hayes ellis stevens tucker hunter hicks crawford henry boyd mason kennedy warren dixon
			burns gordon shaw holmes rice robertson hunt black daniels palmer mills nichols grant knight ferguson
			rose stone hawkins dunn perkins hudson spencer gardner stephens payne pierce berry matthews arnold
			wagner willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper
			fox riley armstrong carpenter weaver greene lawrence elliott chapman fowler thompson walsh byrne ryan
			connor doyle mccarthy gallagher doherty lynch quinn moloney fraser macdonald reid murray clarke kerr
			davies lloyd owen griffiths rees acosta aguirre alonso andrade arias avila ayala benitez blanco bravo
			bustamante cabrera calderon campos cano cardenas carrasco carrillo castaneda cervantes cordero cordova
			coronado cortes cortez delgado dominguez duran escobar espinosa espinoza estrada figueroa fuentes
			gallardo gallegos garza gil guzman ibarra iglesias juarez lara leon lozano lugo luna maldonado marin
			marquez martin mejia melendez miranda molina montero montes montoya mora munoz murillo navarro nunez
			ochoa ojeda olivares orozco ortega osorio pacheco padilla palacios paredes parra pena peralta ponce
			prieto quintero ramos rangel rico rios rivas robles roman rosales rosario rubio salas salazar salinas
			sandoval santana santiago serrano sierra silva solis sosa soto suarez tapia torres trejo trujillo valdez
			valencia valenzuela vega velasco velasquez velazquez vera vidal villa villanueva villarreal yanez zamora
			zapata zavala zuniga batista borges cardoso correia cunha dasilva dossantos duarte freitas goncalves
			machado magalhaes marques martins melo mendes monteiro moraes moreira moura neves nogueira nunes pinto
			pires reis sales teixeira tavares xavier barros braga brito cavalcante coelho farias guimaraes leite
			macedo matos medeiros morais mota pinheiro andre blanc bonnet boyer brun chevalier david denis dupont
			durand dumas duval faure fontaine fournier francois garnier gauthier gautier gerard girard giraud guerin
			lambert laurent lefebvre lefevre legrand lemaire leroux leroy mathieu mercier michel moreau morel morin
			muller nicolas noel perrin petit picard richard robert robin rousseau roussel roux simon thomas vincent
			tremblay gagnon roy cote bouchard lavoie fortin gagne ouellet pelletier bauer koch richter klein wolf
			schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner schmitz krause
			meier lehmann schmid schulze maier kohler herrmann konig walter mayer huber kaiser fuchs peters lang
			scholz moller weiss jung hahn schubert vogel friedrich keller gunther frank berger winkler roth beck
			lorenz baumann franke albrecht schuster ludwig bohm winter kraus schumacher kramer vogt stein jager otto
			sommer gross seidel heinrich brandt haas schreiber graf dietrich ziegler kuhn kuhnert pohl engel horn
			busch bergmann voigt sauer wolff gruber steiner dejong jansen devries bakker visser smit meijer mulder
			bos vos hendriks dekker brouwer dijkstra janssen peeters maes jacobs willems esposito romano colombo
			ricci marino greco bruno gallo conti deluca mancini costa giordano rizzo lombardi moretti barbieri
			fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile martinelli vitale
			lombardo serra coppola desantis damico parisi conte ferraro hansen johansen olsen larsen andersen
			pedersen nilsen kristiansen jensen nielsen christensen rasmussen jorgensen madsen sorensen johansson
			andersson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson
			korhonen virtanen makinen nieminen makela hamalainen laine wisniewski wojcik kowalczyk kaminski
			lewandowski zielinski szymanski wozniak dabrowski kozlowski jankowski mazur kwiatkowski krawczyk
			piotrowski grabowski pawlowski michalski krol wieczorek jablonski wrobel nowakowski majewski olszewski
			stepien malinowski jaworski adamczyk dudek pawlak gorski novak novotny svoboda dvorak cerny prochazka
			kucera vesely horak nemec nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp
			takacs juhasz popescu ionescu popa pop radu dumitru stan stoica gheorghe matei ciobanu rusu constantin
			moldovan munteanu jovanovic petrovic nikolic markovic djordjevic stojanovic ilic stankovic pavlovic
			milosevic horvat babic maric juric kovacevic hadzic ivanovic popovic dimitrov georgiev nikolov petrov
			todorov stoyanov angelov papadopoulos papadakis georgiou pappas vasiliou ioannou dimitriou nikolaou
			sokolov lebedev pavlov semenov golubev vinogradov bogdanov vorobyov fedorov mikhailov belyaev tarasov
			belov komarov orlov kiselev makarov andreev kovalev ilyin gusev titov kuzmin kudryavtsev baranov kulikov
			alekseev stepanov yakovlev sorokin sergeev romanov zakharov borisov korolev gerasimov ponomarev
			grigoriev lazarev medvedev ershov nikitin sobolev ryabov polyakov tsvetkov danilov zhukov frolov
			zhuravlev nikolaev krylov maksimov sidorova smirnova kuznetsova popova vasilieva sokolova mikhailova
			novikova fedorova morozova volkova alekseeva lebedeva semenova egorov egorova pavlova kozlova stepanova
			nikolaeva orlova andreeva makarova nikitina zakharova boyko tkachenko kravchenko kovalenko bondarenko
			kovalchuk oliynyk koval polishchuk bondar tkachuk moroz marchenko lysenko rudenko savchenko petrenko
			ivanenko shevchuk kharchenko ponomarenko hakobyan sargsyan harutyunyan grigoryan petrosyan khachatryan
			hovhannisyan mamedov aliyev huseynov mammadov guliyev hasanov ibragimov magomedov beridze kapanadze
			gelashvili maisuradze akhmedov umarov ismailov karimov rakhimov yusupov`,
	],
	[
		0.3,
		`
			abbott adkins aguilera alexander alford allison alvarado ashton atkins atkinson austin baldwin ball
			banks barber barker barlow barnett barr barrett barry barton bates beck benson best bird bishop blake
			bolton bond booth bowen bowman boyle bradshaw brady brewer briggs bright brock brennan bryant buchanan
			buckley burgess burke burton bush byrd cain caldwell cameron cannon carey carlson carr casey chambers
			chan chandler charles christian church clayton clements cobb cohen cohn collier connolly conway cooke
			cowan craig crane cross cummings curran curtis dalton daly daniel davidson davison dawson day dean
			decker dempsey dennis dickson dodd donnelly donovan douglas doyle drake duffy dunlop eaton elliot
			emerson english erickson farmer farrell fields finch finley fitzgerald fleming fletcher flynn forbes
			ford forster fowler francis franklin frazier freeman french frost fuller gale galvin garner garrett
			george gibbons gibbs gibson gilbert giles gill gillespie glover goldberg goldman goodman goodwin graves
			greenberg greer gregory griffin gross hale haley hammond hampton hancock hanna hansen hanson harding
			hardy harmon harrington harrison hartley harvey hawkins haynes heath hendricks herbert herman hess
			hewitt higgins hill hobbs hodges hoffman hogan holland holloway holt hood hooper hopkins hopper horne
			horton houghton houston hubbard huff humphrey humphreys hurst hutchinson hyde ingram irwin jacobs jarvis
			jefferson jennings jensen johnston joyce kane katz kay keane keller kemp kent kerr kirby kirk klein
			knowles kramer lamb lambert larson lawson leach leonard leslie lester levine levy lindsay little
			livingston locke logan lowe lucas lyons mackay mackenzie maclean macleod maddox malone mann manning
			marsh marshall massey maxwell may mcbride mccall mccann mccormick mccoy mcdonald mcdowell mcgee mcgrath
			mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinney mclaughlin mclean mcmahon mcmillan
			mcnamara meyers michael middleton miles milne monroe moody moon mooney moran morrison morse morton moss
			mullen mullins munro nash neal newman newton nicholson nixon nolan norman norris norton obrien oconnor
			odonnell oleary oneal oneill osborne otoole owens page parks parsons patel paterson patrick patton
			pearce pearson pennington peterson phelps pittman pollard poole pope porter potter pratt preston pugh
			quigley ramsey randall rankin reeves regan rhodes richards riddle ritchie robbins robinson robson
			rodgers roth rowe rowland rush rutherford ryder salter sampson sanford saunders savage sawyer schaefer
			schmidt schneider schroeder schultz schwartz sexton sharp shelton shepherd sherman short simpson sims
			sinclair skinner slater sloan smart snow solomon steele stein stephenson stevenson stokes stout
			strickland strong stuart summers sutherland sutton swanson sweeney sykes tate taylor terry thornton
			tierney todd townsend tran travis tyler underwood vance vaughan vaughn vincent wade walters walton
			warner washington waters watts webb webster weeks weiss welch wells wheeler whitaker whitehead wiggins
			wilcox wiley wilkerson wilkins wilkinson williamson winters wise wolfe woodard woods woodward wyatt
			yates york zimmerman abreu aguiar albuquerque amaral amorim antunes arruda assis azevedo barreto bastos
			bezerra branco caldas camargo cardozo carneiro chagas conceicao cordeiro correa couto domingues esteves
			evangelista faria ferraz figueiredo fonseca franco furtado galvao garrido henriques jesus lacerda leal
			lemos lourenco luz maciel maia matias mesquita monteiro paiva peixoto pessoa pimentel queiroz rangel
			rego resende sampaio santana sequeira serra siqueira toledo valente vasconcelos veiga viana abad aguero
			alarcon alcaraz alcantara alfaro amador amaya aranda arce arellano arroyo baez ballesteros barragan
			barrera barrientos becerra bermudez bernal betancourt bonilla caballero camacho canales cantu carbajal
			cardona carranza casas casillas castellanos cepeda chacon cisneros colon corrales cuellar cuevas davila
			deleon elizondo enriquez escobedo escalante esparza esquivel falcon farias felix galindo galvan gamboa
			gamez godoy godinez guevara guillen haro henriquez hidalgo hurtado jaramillo jaimes jasso jauregui
			landeros leiva lemus lerma linares llamas loera lucero macias madrigal magana manzano mares mata mateo
			maya mayorga mena menendez mercado mesa meza moya najera naranjo narvaez nava negrete nevarez nieto
			nieves noriega novoa obregon ocampo olivera olvera oropeza ortuno otero ovalle pantoja parra pastor
			patino paz pedraza pelayo penaloza perales pineda pizarro plascencia polanco portillo posada prado
			puente quezada quinones quintana quiroz rendon renteria resendiz reynoso riojas rosado rosas rueda
			ruelas saavedra saenz salgado samaniego sanabria saldana santillan santos sarmiento sauceda segovia
			segura sepulveda sevilla soria sotelo tello tirado toro tovar trevino uribe urrutia valadez valdes
			valdivia valle vallejo vanegas varela velez verdugo villalobos villegas yepez zarate zepeda arnaud
			aubert bailly barbier baron benoit berger bertin bertrand besson bouvier caron carpentier charpentier
			clement colin cordier cousin dacosta deschamps didier dufour dumont dupuis dupuy etienne fabre fleury
			gaillard georges germain gillet gonzalez guillaume guillot hubert humbert jacob jacquet jean joly julien
			lacroix lacombe langlois leblanc leclerc lecomte legros lemoine lopez louis maillard marchal marchand
			marie martinez marty masson maury menard meunier meyer millet monnier moulin nguyen olivier paris pascal
			perez perret perrot philippe pierre poirier pons poulain prevost renard renaud rey reynaud rivier roger
			rolland royer roy sanchez schmitt tessier vasseur vidal weber adam ahrens arndt bach bartels barth
			bender benz bernhardt blum bock bohme brinkmann buchholz burger busse christ dorn ebert eckert ehlers
			eichhorn ernst esser fiedler fink freitag fritz fritsch geiger gerlach glaser gotz gunter haase hagen
			hammer harms heine held hein hermann herzog hesse heuer hildebrandt hinz holz hummel jansen janssen john
			jordan kaufmann kern kessler kirchner klaus knoll kock kolb kopp kraft krebs kretschmer kunz kunze lau
			lindner link linke lohmann lutz marx mai maurer menzel merkel metzger michel mohr moritz nagel neubauer
			noack nolte opitz pape paul petersen pfeiffer philipp popp preuss probst reich reichert reimann
			reinhardt reuter rieger ritter rohde rose rudolph runge schafer schiller schilling schindler schlegel
			schluter schott schramm schreiner schuler schutz schwab schwarze seifert siebert singer stark steffen
			stephan sturm thiel thiele ullrich ulrich unger urban voss wegner weidner weigel weis wendt wenzel wiese
			wilhelm wilke wirth witt witte wulf wunderlich zander zeller aalto blom claes claessens coppens degroot
			dejong devries dewit dubois goossens hermans janssens leroy martens mertens michiels pauwels smets
			stevens vandamme vandenberg verhoeven vermeulen wouters willems koster kuipers molenaar postma prins
			schouten vanbeek vandijk vandervelde veenstra verbeek willemsen amato barone basile battaglia bellini
			benedetti bernardi bianco bruni calabrese caputo carbone castelli cattaneo cirillo colonna costantini
			costanzo damico deangelis derosa diamante donati fabbri farina fava ferri fiore franchi fusco gatti
			giuliani grassi grasso grimaldi guerra guidi ianni landi lazzari locatelli lorusso magnani marchetti
			marchi martino massa mazza melis messina milani monaco montanari monti morelli morini negri neri orlando
			orsini pagano palmieri palumbo pagani piazza piras pellegrini pellegrino perrone piccolo poli riva rizzi
			romeo rossetti ruggeri ruggiero sala salerno sanna santini santoro sartori silvestri sorrentino testa
			testaverde tosi valentini ventura villani volpe zanella aas bakke berg berge bjerke dahl eide haugen
			henriksen iversen jacobsen karlsen knudsen kristensen lund martinsen moen mortensen olafsen paulsen
			simonsen solberg strand svendsen thomsen poulsen johnsen christiansen mikkelsen frederiksen laursen
			lauritsen bertelsen bengtsson berglund bergstrom danielsson eklund engstrom forsberg fredriksson
			gunnarsson hakansson hansson hedlund henriksson holm holmberg isaksson jakobsson jansson jonasson
			lindberg lindgren lindholm lindqvist lindstrom lundberg lundgren lundin lundqvist magnusson martensson
			mattsson nordin nystrom sandberg sjoberg soderberg sundberg wallin aaltonen ahonen anttila heikkinen
			heikkila heinonen hiltunen jarvinen jokinen karjalainen karvonen kettunen kinnunen koivisto koskinen
			lahtinen laitinen lehtonen leinonen lehtinen manninen mattila miettinen mustonen niemi ojala pesonen
			pitkanen rantanen rasanen saarinen salminen salo salonen savolainen toivonen tuominen turunen vaisanen
			kazlauskas petrauskas jankauskas berzins kalnins ozols tamm saar sepp kask adamski baran bielecki
			borkowski brzezinski chmielewski cieslak czarnecki czerwinski domanski duda gajewski glowacki gorecki
			jakubowski jasinski kalinowski kania karpinski kaczmarek kolodziej konieczny kopec kosinski kubiak
			kucharski lis lukasik maciejewski makowski marciniak markowski mazurek mikolajczyk milewski mroz nowicki
			ostrowski pietrzak przybylski rogowski romanowski rutkowski sadowski sawicki sikora sikorski sobczak
			sokolowski szczepanski szewczyk tomaszewski urbanski walczak wasilewski witkowski wlodarczyk
			wojciechowski wysocki zajac zalewski zakrzewski zawadzki ziolkowski bartos benes blaha blazek bures cech
			cermak dolezal dusek fiala hajek havlicek holub hruska jelinek kadlec kolar konecny kopecky kovar
			kratochvil krejci kriz machacek maly marek moravec musil navratil nemecek pokorny polak pospisil ruzicka
			riha sedlak sedlacek simek sykora stastny soukup tichy vacek valenta vanek vlcek zeman antal balazs
			balint balla barta biro bodnar bognar boros csonka deak fabian fekete feher fodor fulop gal hegedus
			illes jakab katona kelemen kerekes kiraly kocsis kozma lakatos laszlo lengyel lukacs magyar major
			meszaros nemes nyari olah orban orosz orsos pal pap pasztor pinter racz sandor simon sipos soos szalai
			szekely szoke szucs vass veres virag vincze voros albu andrei anghel barbu bratu bucur chiriac costache
			cristea dinu dobre dragan dumitrescu enache ene florea georgescu grigore ilie iordache iancu lazar lungu
			lupu manea manole marinescu mihai mihalache mocanu muresan neagu nedelcu nica nistor niculae oprea paun
			petre preda rotaru sandu serban sirbu stanciu stefan stoian tanase toma tudor ungureanu ursu vasile
			voicu zamfir antic arsic bogdanovic djuric filipovic gajic ivkovic janjic jankovic jeremic kostic
			lazarevic lukic maksimovic matic milanovic milic miljkovic milovanovic mitic mitrovic mladenovic
			novakovic obradovic pantic pavlovic perisic radovanovic radulovic rakic ristic savic simic spasic stanic
			stefanovic stevanovic todorovic tomic trajkovic vasic vukovic zivkovic blazevic bozic knezevic kralj
			lovric martinovic matijevic novosel pavic peric radic saric sertic simunovic vidovic zoric begic delic
			dedic halilovic hodzic husic imamovic mehmedovic mujic omerovic osmanovic salihovic selimovic suljic
			golob kovac krajnc krasniqi berisha gashi hoxha shala morina prifti shehu dervishi hysa anagnostou
			alexiou antoniou athanasiou charalambous christodoulou christou constantinou economou georgiadis
			ioannidis karagiannis karras konstantinidis kostopoulos makris michailidis mavridis nikolaidis oikonomou
			panagiotopoulos papadimitriou papaioannou papanikolaou pavlidis stavrou stamatiou theodorou
			triantafyllou vlachos alexandrov angelova atanasov borisov hristov ivanova iliev kolev kostov marinov
			mihaylov mitev petkov popov rusev simeonov stefanov vasilev yordanov abramov abramova afanasyev agafonov
			aksenov aleksandrov anisimov antonov arkhipov bobrov bykov chernov demidov denisov dmitriev dorofeev
			efimov ermakov evdokimov filatov filippov fomin gavrilov gorbunov goncharov gromov ignatov isaev
			ivashchenko kalinin kazakov karpov kharitonov kirillov klimov kolesnikov kondratyev konovalov
			konstantinov korneev kotov kozhevnikov krasnov kryukov lapin larionov loginov lukin lytkin malyshev
			markov martynov maslov matveev melnikov mironov mishin muravyov naumov nazarov nesterov nosov novoselov
			osipov panfilov panov petukhov plotnikov pogodin potapov prokhorov rodionov rogov rozhkov rusakov
			rybakov samoilov samsonov saveliev savin seleznev shcherbakov sharapov shestakov shubin sitnikov
			solovyov soloviev starikov subbotin suvorov sysoev terentyev tikhonov timofeev tretyakov trofimov
			ustinov uvarov vlasov voronin voronov vorontsov yudin zaytsev zaitsev zimin zinoviev zuev bilous
			bondarchuk chernenko danylenko didenko dmytrenko honchar hnatyuk hrytsenko ivanchenko karpenko klymenko
			kolomiyets kostenko kravchuk kuzmenko levchenko lytvyn lytvynenko makarenko mazur melnychenko
			mykhaylenko nazarenko pavlenko pavlyuk panchenko prokopenko romanenko romanyuk semenyuk shevchenko
			shvets sydorenko tarasenko tymoshenko tyshchenko vasylenko voloshyn yaremenko yurchenko zhuk zinchenko
			kavaliou navitski`,
	],
];
