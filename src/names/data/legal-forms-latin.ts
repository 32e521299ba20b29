/**
 * Latin legal forms, class by class; after `:` the countries that have the form. A form with stops is read with and without.
 * Facts of ISO 20275 and company law; transliterated forms of other scripts stand as `toLatin` gives them and as used.
 */

export const latinLegalForms: readonly { readonly canonical: string; readonly forms: string }[] = [
	{
		canonical: 'joint-stock',
		forms: `
			p.l.c: GB IE | public limited company | public ltd co | pub ltd | public company limited: TH | pcl:
			TH | p c l: TH | inc: US CA | incorporated: US CA | incorporation | corp: US CA | corporation: US CA
			| a.g: DE AT CH LI | aktiengesellschaft | kgaa: DE | kommanditgesellschaft auf aktien: DE | s.e |
			societas europaea | s.a | societe anonyme | sociedad anonima | sociedade anonima | societa anonima |
			soc anonima | societe par actions: DZ | societe par actions simplifiee: FR | s.a.s | s.a.s.u: FR |
			societe par actions simplifiee unipersonnelle: FR | sca | s.p.a: IT DZ | societa per azioni: IT |
			s.a.p.a: IT | societa in accomandita per azioni: IT | s.a.c: PE | sociedad anonima cerrada: PE |
			s.a.a: PE | sociedad anonima abierta: PE | s.a.b: MX | s.a de c.v: MX | sa de cv: MX | sociedad
			anonima de capital variable: MX | s.a.b de c.v: MX | sab de cv: MX | s.a.p.i: MX | sapi de cv: MX |
			s.a.i.c: AR | s.a.c.i: AR | s.a.i.c.f | saicf | s.a.u | s.a.l: LB | s.a.o.c: OM | s.a.o.g: OM | saoc
			| saog | s.a.e: EG | s.a.k: KW | k.s.c: KW | k.s.c.c: KW | k.s.c.p: KW | b.s.c: BH | bsc closed |
			q.p.s.c: QA | q.s.c: QA | p.j.s.c | p.s.c | pjsc | pvt jsc | private joint stock company | public
			joint stock company | j.s.c | o.j.s.c | c.j.s.c | joint stock company | joint stock co | open joint
			stock company | closed joint stock company | saudi joint stock company | sjsc | joint stock
			commercial bank | ojsc | cjsc | jsco | js co | jsfc | a.o: RU | o.a.o: RU | z.a.o: RU | p.a.o: RU |
			n.a.o: RU | aozt | aoot | otkrytoe aktsionernoe obshchestvo | zakrytoe aktsionernoe obshchestvo |
			publichnoe aktsionernoe obshchestvo | aktsionernoe obshchestvo | aktsionernoye obshchestvo |
			otkrytoye aktsionernoye obshchestvo | zakrytoye aktsionernoye obshchestvo | publichnoye
			aktsionernoye obshchestvo | aktsionerne tovaristvo | p.a.t: UA | pr.a.t: UA | prat: UA | vat: UA |
			zat: UA | a.d: BG RS ME MK | e.a.d: BG | aktsionerno druzhestvo: BG | akcionarsko drustvo: RS | d.d:
			HR SI BA | dionicko drustvo: HR BA | delniska druzba: SI | a.s: CZ SK NO DK TR EE LV | akciova
			spolecnost: CZ | akciova spolocnost: SK | aksjeselskap: NO | aktieselskab: DK | a s a: NO | asa: NO
			| allmennaksjeselskap: NO | a.b: SE FI | aktiebolag: SE | aktiebolaget: SE | publ: SE | ab publ: SE
			| oyj: FI | julkinen osakeyhtio: FI | a.s.c | anonim sirketi: TR | anonim sirket: TR | anonim
			ortakligi: TR | t.a.s: TR | as | spolka akcyjna: PL | sp akcyjna: PL | p.s.a: PL | prosta spolka
			akcyjna: PL | n.v: NL BE CW | naamloze vennootschap: NL BE | zrt: HU | nyrt: HU | rt: HU |
			zartkoruen mukodo reszvenytarsasag: HU | nyilvanosan mukodo reszvenytarsasag: HU | reszvenytarsasag:
			HU | akciju sabiedriba: LV | akcine bendrove: LT | aktsiaselts: EE | hf: IS | hlutafelag: IS | ohf:
			IS | kk: JP | k.k: JP | kabushiki kaisha: JP | kabushiki gaisha: JP | kabushikigaisha: JP |
			kabushikikaisha: JP | zhushihuishe | jusikhoesa: KR | chusik hoesa: KR | jusik hoesa: KR | gufen
			youxian gongsi: CN | gufenyouxiangongsi: CN | gu fen you xian gong si: CN | t.b.k: ID | pt tbk: ID |
			perseroan terbatas tbk: ID | bhd: MY | berhad: MY | cong ty co phan: VN | ctcp: VN | j s c: VN |
			s.h.a: AL | shoqeri aksionare: AL | a.e: GR | anonymi etaireia: GR | anonimi eteria: GR | a.v.v: AW
			| s.g.p.s: PT | sgps: PT | s.i.c.a.v: LU FR | sicav | s.i.c.a.f | s a s: FR CO | spa | national
			association: US | n.a: US | federal savings bank: US | f.s.b: US | aktsiyadorlik jamiyati: UZ |
			o.a.j: UZ | ochiq aksiyadorlik jamiyati: UZ | xalq aksiyadorlik jamiyati | asc: AZ | qsc: AZ | aciq
			sehmdar cemiyyeti: AZ | qapali sehmdar cemiyyeti: AZ | sherkat sahami aam: IR | sherkat sahami khas:
			IR | sahami aam: IR | sahami khas: IR | sherkate sahami khass: IR | private joint stock | s.j.s.c |
			sharika musahama | sharikat musahama | s.m.s.a | s.a.r: LB | soparfi: LU | p.j.s co`,
	},
	{
		canonical: 'limited',
		forms: `
			ltd | limited | l.t.d | ltd co | co ltd | co limited | company limited | company ltd | private
			limited | pvt ltd: IN PK BD LK | p ltd: IN NP | private ltd | pvt limited | pvt: IN PK | pte ltd: SG
			| pte limited: SG | pte: SG | pty ltd: AU ZA | pty limited: AU ZA | pty: AU ZA | proprietary
			limited: AU ZA | proprietary ltd | proprietary | unlimited company | limited by guarantee | limited
			company | private company limited by shares | dac: IE | designated activity company: IE | clg: IE |
			cyf: GB | cyfyngedig: GB | teoranta: IE | teo: IE | ultd | nl: AU | no liability: AU | l.l.c: US |
			limited liability company | limited liability co | ltd liability co | p.l.l.c: US | professional
			limited liability company: US | l.c: US | w.l.l: BH QA KW | with limited liability | l.l.c fz | fz
			l.l.c: AE | fz llc: AE | fzllc: AE | fzc: AE | fzco: AE | fz co: AE | fze: AE | f.z.e: AE | fz: AE |
			free zone company: AE | free zone establishment: AE | free zone co | dmcc: AE | dwc llc: AE | difc:
			AE | s.p.c: BH OM | single person company | single owner company | sole owner llc | one person
			company: IN | o.p.c: IN | o.p.c pvt ltd: IN | s.m.c pvt ltd: PK | smc private limited: PK | g.m.b.h:
			DE AT CH | gesellschaft mit beschrankter haftung | gesellschaft mbh | gesmbh: AT | ges m b h: AT |
			mbh | m b h | gmbh und co: DE | ggmbh: DE | u.g: DE | unternehmergesellschaft: DE | ug
			haftungsbeschrankt: DE | haftungsbeschrankt: DE | s.a.r.l: FR LU CH MA TN DZ LB | societe a
			responsabilite limitee | s.a.r.l.u | sarl au: MA | e.u.r.l: FR DZ | entreprise unipersonnelle a
			responsabilite limitee | s.u.a.r.l: TN | suarl: TN SN | s a r l | s.p.r.l: BE CD | societe privee a
			responsabilite limitee: BE | s.r.l: IT RO AR BE | societa a responsabilita limitata: IT | s.r.l.s:
			IT | sociedad de responsabilidad limitada | s.r.l.c.v | s de rl de cv: MX | s de r l de c v: MX | s
			de rl: MX HN | s de r l: MX HN | sociedad responsabilidad limitada | s.l: ES | s.l.u: ES | s.l.l: ES
			| s.l.n.e: ES | sociedad limitada: ES | sociedad limitada unipersonal: ES | sociedad limitada
			laboral: ES | e.i.r.l: PE CL | empresa individual de responsabilidad limitada | ltda: BR PT CL CO BO
			| limitada: BR PT CL CO | lda: PT AO MZ | l.da: PT | lda unipessoal: PT | unipessoal lda: PT |
			unipessoal: PT | cia ltda: EC | c ltda | compania limitada: EC | sociedade limitada: BR | sociedade
			por quotas: PT | eireli: BR | epp: BR | societate cu raspundere limitata: RO | s.r.l.d: RO | b.v: NL
			BE | besloten vennootschap: NL BE | besloten vennootschap met beperkte aansprakelijkheid: NL | bvba:
			BE | b.v.b.a: BE | aps: DK | a.p.s: DK | anpartsselskab: DK | ivs: DK | ivaerksaetterselskab: DK |
			ehf: IS | einkahlutafelag: IS | o.y: FI | oy: FI | osakeyhtio: FI | oy ab: FI | oy ltd: FI | as ltd
			| ou: EE | osauhing: EE | sia: LV | sabiedriba ar ierobezotu atbildibu: LV | uab: LT | uzdaroji
			akcine bendrove: LT | mb: LT | mazoji bendrija: LT | sp z o o: PL | sp zoo: PL | sp z oo: PL |
			spzoo: PL | spolka z o o: PL | spolka z ograniczona odpowiedzialnoscia: PL | sp z ograniczona
			odpowiedzialnoscia: PL | z o o: PL | s.r.o: CZ SK | spol s r o: CZ SK | spolecnost s rucenim
			omezenym: CZ | spolocnost s rucenim obmedzenym: SK | k.f.t: HU | korlatolt felelossegu tarsasag: HU
			| d.o.o: RS HR SI BA ME | drustvo s ogranicenom odgovornoscu: HR BA | drustvo sa ogranicenom
			odgovornoscu: RS ME | druzba z omejeno odgovornostjo: SI | j.d.o.o: HR | jednostavno drustvo s
			ogranicenom odgovornoscu: HR | dooel: MK | d.o.o.e.l: MK | o.o.d: BG | e.o.o.d: BG | druzhestvo s
			ogranichena otgovornost: BG | druzestvo s ogranicena otgovornost: BG | sh.p.k: AL XK | shpk: AL XK |
			shoqeri me pergjegjesi te kufizuar: AL | o.o.o: RU | obshchestvo s ogranichennoy otvetstvennostyu:
			RU | obshchestvo s ogranichennoi otvetstvennostyu: RU | obschestvo s ogranichennoy otvetstvennostyu:
			RU | o.d.o: BY | t.o.o: KZ | tovarishchestvo s ogranichennoy otvetstvennostyu: KZ | l.l.p: KZ GB US
			IN | limited liability partnership: GB US IN SG | t.o.v: UA | tov: UA | tovaristvo z obmezhenoyu
			vidpovidalnistyu: UA | tovarystvo z obmezhenoiu vidpovidalnistiu: UA | os.o.o: KG | osoo: KG |
			m.ch.j: UZ | mchj: UZ | masuliyati cheklangan jamiyat: UZ | mas'uliyati cheklangan jamiyati: UZ |
			zh.sh.s: KZ | zhshs: KZ | jshs: KZ | h.h.k: MN | khkhk: MN | x x k: MN | xxk: MN | m.m.c: AZ | mmc:
			AZ | mehdud mesuliyyetli cemiyyet: AZ | ltd sti: TR | ltd sirketi: TR | limited sirketi: TR |
			limited sirket: TR | sti: TR | san ve tic ltd sti: TR | san tic ltd sti: TR | tic ltd sti: TR | san
			ve tic a s: TR | sanayi ve ticaret limited sirketi: TR | sanayi ve ticaret anonim sirketi: TR |
			sanayi ve ticaret: TR | san ve tic: TR | e.p.e: GR | i.k.e: GR | ike: GR | etaireia periorismenis
			efthynis: GR | monoprosopi: GR | idiotiki kefalaiouchiki etaireia: GR | p.c: GR | sdn bhd: MY BN |
			sendirian berhad: MY BN | sdn: MY | s.b: MY | p.t: ID | perseroan terbatas: ID | pt pma: ID |
			persero: ID | pt persero: ID | cong ty tnhh: VN | tnhh: VN | cong ty trach nhiem huu han: VN | trach
			nhiem huu han: VN | tnhh mtv: VN | mtv: VN | youxian gongsi: CN | youxian zeren gongsi: CN |
			youxiangongsi: CN | youxianzerengongsi: CN | you xian gong si: CN | yugen kaisha: JP | yugengaisha:
			JP | yugen gaisha: JP | y.k: JP | godo kaisha: JP | godo gaisha: JP | g.k: JP | yuhan hoesa: KR |
			yuhanhoesa: KR | b'm: IL | b.m: IL | be'eravon mugbal: IL | sherkat ba masouliyat mahdoud: IR | ba
			masouliyat mahdoud: IR | mahdoud: IR | mahduda | dhat masuliya mahduda | dh.m.m | d.m.m | z.m.m |
			plc: ET | p l c: ET | private limited company: ET | s.c: ET | share company: ET | s.a.r.l.s | pvt co
			ltd | private co ltd | pvt ltd co | co pte ltd | co pvt ltd | co pty ltd | co llc | corp ltd | inc
			ltd | hong kong limited | hk limited | hk ltd | hong kong ltd | int'l ltd | bvi ltd`,
	},
	{
		canonical: 'company',
		forms: `
			co | company | coy | cie | et cie | and co | und co | y cia | e c | e cia | cia | compagnie |
			compania | companhia | compagnia | firma | sherkat | sherkate | sharikat | sharika | shirkah |
			sharikah | sirketi | sirket | kompaniya | kampuni | gongsi | kaisha | gaisha | hoesa | cong ty |
			gesellschaft | ges | societe | ste | soc | societa | sociedad | sociedade | societate | spolka |
			spolecnost | spolocnost | vennootschap | selskab | selskap | bolag | bolaget | obshchestvo |
			tovaristvo | druzhestvo | drustvo | druzba | tarsasag | bendrove | sabiedriba | yhtio | uhing |
			etaireia | eteria`,
	},
	{
		canonical: 'general-partnership',
		forms: `
			o.h.g: DE AT | offene handelsgesellschaft: DE | o.g: AT | offene gesellschaft: AT | g.b.r: DE |
			gesellschaft burgerlichen rechts: DE | s.n.c: FR IT | societe en nom collectif: FR | societa in nome
			collettivo: IT | v.o.f: NL BE | vennootschap onder firma: NL | h.b: SE | handelsbolag: SE | a.n.s:
			NO | d.a: NO | i.s: DK | interessentskab: DK | k.kom | s.j: PL | spolka jawna: PL | sp j: PL |
			v.o.s: CZ SK | verejna obchodni spolecnost: CZ | k.k.t: HU | o.e: GR | omorrythmi etaireia: GR |
			s.c: PL ES MX | spolka cywilna: PL | sociedad civil: ES MX | sociedad colectiva | s.c.p | societe
			civile: FR | s.c.i: FR | societe civile immobiliere: FR | s.c.p.a | g.p | general partnership |
			partnership | partners | j.t: HR | javno trgovacko drustvo: HR | o.d: RS | ortacko drustvo: RS |
			s.d: BG | d.n.o: SI | t.u: LT | tikroji ukine bendrija: LT | p.s: LV | pilnsabiedriba: LV | t.u.u |
			gomei kaisha: JP | gomei gaisha: JP | polnoe tovarishchestvo: RU | kollektif sirketi: TR | koll sti:
			TR | avoin yhtio: FI | a.y: FI | s.n | societate in nume colectiv: RO | u.d: ID`,
	},
	{
		canonical: 'limited-partnership',
		forms: `
			l.p: GB US | limited partnership | ltd partnership | l.l.l.p: US | k.g: DE AT CH |
			kommanditgesellschaft: DE AT CH | gmbh co kg: DE AT | gmbh and co kg: DE AT | gmbh und co kg: DE AT
			| gmbh und co kommanditgesellschaft: DE | gmbh and co ohg: DE | ag and co kg: DE | ag co kg: DE | ug
			and co kg: DE | se and co kg: DE | co kg: DE | and co kg: DE | und co kg: DE | gmbh co kgaa: DE | se
			and co kgaa: DE | s.c.s: FR LU BE | societe en commandite simple: FR | societe en commandite par
			actions: FR | s.c.a: FR LU | s.e.c.s | s.e.n.c: CA | s.e.c: CA | societe en commandite: CA |
			s.e.n.c.r.l: CA | societa in accomandita semplice: IT | c.v: NL BE ID | commanditaire vennootschap:
			NL BE | comm v: BE | k.b: SE | kommanditbolag: SE | k.s: DK NO CZ SK | kommanditselskab: DK |
			kommandittselskap: NO | komanditni spolecnost: CZ | komanditna spolocnost: SK | k.y: FI |
			kommandiittiyhtio: FI | b.t: HU | beteti tarsasag: HU | sp k: PL | spolka komandytowa: PL | s.k.a:
			PL | spolka komandytowo akcyjna: PL | sp z o o sp k: PL | sp z o o spolka komandytowa: PL | k.d: HR
			SI RS BG | komanditno drustvo: HR | komanditna druzba: SI | e.e: GR | eterorrythmi etaireia: GR |
			societate in comandita simpla: RO | sociedad en comandita | s en c: CO MX | s.en.c | s en c por a |
			s c a | komandit sirketi: TR | goshi kaisha: JP | goshi gaisha: JP | kommanditnoe tovarishchestvo:
			RU | usaha komanditer: ID | persekutuan komanditer: ID | i.l.p | s.c.sp: LU | slp: LU GB | scottish
			limited partnership: GB | ku: EE LV | usaldusuhing: EE`,
	},
	{
		canonical: 'sole',
		forms: `
			i.p: RU | individualny predprinimatel: RU | ch.p: RU UA | chp: UA | p.p: UA | f.o.p: UA | e.k: DE |
			e.kfm: DE | eingetragener kaufmann: DE | eingetragene kauffrau: DE | e.u: AT | einzelunternehmen: AT
			DE CH | e.i: FR | entreprise individuelle: FR | auto entrepreneur: FR | ets: FR | etablissements: FR
			| eenmanszaak: NL | enkeltmandsvirksomhed: DK | enskild firma: SE | enkeltpersonforetak: NO |
			toiminimi: FI | t.mi: FI | ditta individuale: IT | ditta: IT | impresa individuale: IT | empresa
			individual | empresario individual | autonomo: ES | microempreendedor individual: BR | sole
			proprietorship | sole proprietor | sole trader | proprietorship | s.p: SI BA | samostojni podjetnik:
			SI | p.f.a: RO | persoana fizica autorizata: RO | e.t: BG | ednolichen targovets: BG | obrt: HR |
			fie: EE | j.d.g: PL | fizicka osoba: CZ | osvc: CZ | zivnost | egyeni vallalkozo: HU |
			establishment: AE SA | est: AE SA | muassasa: SA | enterprise: MY | ent | dba | d.b.a | doing
			business as | trading as | usaha dagang: ID`,
	},
	{
		canonical: 'association',
		forms: `
			e.v: DE | eingetragener verein: DE | verein: DE AT CH | association | assn | assoc | asbl: BE LU |
			a.s.b.l: BE LU | association sans but lucratif: BE LU | v.z.w: BE | vereniging zonder winstoogmerk:
			BE | a.i.s.b.l: BE | association loi 1901: FR | a.c: MX | asociacion civil | onlus: IT | o.d.v: IT |
			associazione: IT | a.s.d: IT | o.n.g | n.g.o | nonprofit | non profit | nonprofit corporation: US |
			not for profit | npc: ZA | c.i.c: GB | community interest company: GB | c.i.o: GB | charitable
			incorporated organisation: GB | forening: DK NO | ry: FI | r.y: FI | rekisteroity yhdistys: FI |
			ideell forening: SE | z.s: CZ | zapsany spolek: CZ | o.z: SK | obcianske zdruzenie: SK |
			stowarzyszenie: PL | udruga: HR | udruzenje: RS BA | egyesulet: HU | m.t.u: EE | mtu: EE |
			mittetulundusuhing: EE | biedriba: LV | asociacija: LT | dernegi: TR | dernek: TR | jamiyat | jamiat
			| amuta: IL | r.a: IL | anjuman | a.n.o: RU | avtonomnaya nekommercheskaya organizatsiya: RU |
			n.k.o: RU | nekommercheskaya organizatsiya | nekommercheskoe partnerstvo: RU | n.p: RU |
			obshchestvennaya organizatsiya: RU | hromadska orhanizatsiia: UA | npo: JP | npo hojin: JP | shadan
			hojin: JP | ippan shadan hojin: JP | koeki shadan hojin: JP | gie: FR SN | g.i.e | groupement
			d'interet economique | geie | e.e.i.g | european economic interest grouping | a.c.e: PT | s.c.r.l |
			consorzio: IT | consorcio | consortium | scarl: IT | s.c.a.r.l: IT`,
	},
	{
		canonical: 'foundation',
		forms: `
			stiftung: DE AT CH LI | stichting: NL BE | fondation: FR BE CH | fundacion: ES | fundacao: PT BR |
			fondazione: IT | foundation | stiftelse: NO SE | stiftelsen: NO SE | fond: DK | fonden: DK | saatio:
			FI | sihtasutus: EE | nodibinajums: LV | fundacja: PL | nadace: CZ | nadacia: SK | nadacni fond: CZ
			| alapitvany: HU | zaklada: HR | fondacija: RS BA | fundatia: RO | fondatsiya: BG | vakfi: TR |
			vakif: TR | waqf | yayasan: ID MY | zaidan hojin: JP | ippan zaidan hojin: JP | koeki zaidan hojin:
			JP | keren: IL | bonyad: IR | privatstiftung: AT | gemeinnutzige stiftung: DE | familienstiftung: LI
			| anstalt: LI | treuunternehmen: LI`,
	},
	{
		canonical: 'cooperative',
		forms: `
			e.g: DE AT | eingetragene genossenschaft: DE | genossenschaft: DE AT CH | reg genmbh: AT |
			cooperative | co operative | coop | co op | scop: FR | s.c.o.p: FR | s.c.i.c: FR | societe
			cooperative: FR BE | s.c.r.l: BE | cvba: BE | c.v.b.a: BE | cooperatieve vennootschap: BE |
			cooperatie: NL | cooperatie u.a: NL | u.a: NL | c.o.o.p | cooperativa | soc coop: IT | societa
			cooperativa: IT | soc coop a r l: IT | s.coop: ES | sociedad cooperativa: ES | s.c.l: ES |
			cooperativa de responsabilidad limitada | coop r l | cooperativa ltda | ekonomisk forening: SE | ek
			for: SE | andelslag: SE NO FI | samvirkeforetak: NO | amba: DK | a.m.b.a: DK | andelsselskab: DK |
			f.m.b.a: DK | osk: FI | osuuskunta: FI | spoldzielnia: PL | druzstvo: CZ SK | szovetkezet: HU |
			zadruga: HR RS SI | kooperativ: RU | s.p.k: RU | selskokhozyaystvenny proizvodstvenny kooperativ: RU
			| kooperatif: TR | kooperatifi: TR | koperasi: ID MY | koop: TR ID | kyodo kumiai: JP | nogyo kyodo
			kumiai: JP | agudat: IL | taavoni: IR | sherkat taavoni: IR | credit union | kooperatyva: LT |
			uhistu: EE | tulundusuhistu: EE | hop tac xa: VN | htx: VN | building society: GB`,
	},
	{
		canonical: 'state-enterprise',
		forms: `
			f.g.u.p: RU | fgup: RU | g.u.p: RU | m.u.p: RU | f.k.p: RU | f.g.b.u: RU | fgbu: RU | federalnoe
			gosudarstvennoe unitarnoe predpriyatie: RU | gosudarstvennoe unitarnoe predpriyatie: RU | federal
			state unitary enterprise | fsue | state unitary enterprise | unitary enterprise | federal state
			budgetary institution | federal state institution | state enterprise | state owned enterprise | soe
			| state corporation | state company | g.p: RU UA | gosudarstvennoe predpriyatie | gosudarstvennaya
			korporatsiya | kazennoe predpriyatie | d.p: UA | derzhavne pidpryemstvo: UA | r.u.p: BY |
			respublikanskoe unitarnoe predpriyatie: BY | republican unitary enterprise: BY | u.p: BY | ch.u.p:
			BY | unitary private enterprise: BY | j.p: RS BA HR | javno preduzece: RS BA | javno poduzece: HR |
			v.i: LT | valstybes imone: LT | przedsiebiorstwo panstwowe: PL | p.p: PL | statni podnik: CZ | s.p:
			CZ | regia autonoma: RO | r.a: RO | etablissement public: FR | e.p.e: PT DZ | e.p: PT AO MZ BR |
			empresa publica | entidad publica empresarial: ES | empresa estatal | s.o.e | s.e.m: FR | anstalt
			des offentlichen rechts: DE | a.o.r: DE | aor: DE | korperschaft des offentlichen rechts: DE |
			k.d.o.r: DE | eigenbetrieb: DE | statsforetak: NO | s.f: NO | liikelaitos: FI | persero tbk: ID |
			bumn: ID | perusahaan umum: ID | government linked company | crown corporation: CA | statutory
			corporation | statutory body | parastatal | public corporation | public enterprise | public
			institution | public authority | genel mudurlugu: TR | kokuritsu: JP | dokuritsu gyosei hojin: JP`,
	},
	{
		canonical: 'branch',
		forms: `
			branch | branch office | filiale | filial | filiaal | sucursal | succursale | zweigniederlassung |
			niederlassung | zweigstelle | representative office | rep office | predstavitelstvo | nuf: NO |
			subsidiary | oddzial | odstepny zavod | organizacni slozka | fioktelep | podruznica | sivuliike |
			cabang | cawangan`,
	},
	{
		canonical: 'trust',
		forms: `
			trust | unit trust | investment trust | reit | trustees | trustee | business trust | massachusetts
			trust | statutory trust | family trust | fideicomiso | fiduciaria | treuhand | pension fund | mutual
			fund | segregated portfolio company | incorporated cell company | protected cell company | p.c.c |
			i.c.c | exempted company | exempt company | i.b.c | international business company`,
	},
	{
		canonical: 'group',
		forms: `
			group | group of companies | goc | grp | holding | holdings | hldgs | hldg | groupe | gruppe |
			gruppo | grupo | groep | gruppa kompaniy | gk | konzern | konsern | koncern | concern |
			holdinggesellschaft | holding company | holdings company | group co ltd | group company limited |
			group ltd | group inc | group corp | group corporation | group holdings | holding ltd | holding gmbh
			| holding ag | holding sa | holding bv | jituan | jituan gongsi | jituangongsi | group plc |
			holdings ltd | holdings limited | holdings inc | holdings plc`,
	},
];
