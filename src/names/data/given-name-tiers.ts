/** Given names that millions bear, by how many; see common-parts.ts. Those that only the list of given names has are rarer. */

export const givenNameTiers: readonly (readonly [value: number, names: string])[] = [
	[1, 'muhammad mohammed mohamed mohammad maria ahmed ahmad ali'],
	[
		0.8,
		`
			jose john juan david james mary anna abdul abdullah ibrahim hassan hasan hussein hussain mohamad mehmet
			mustafa omar khan fatima michael robert daniel joseph william maryam mariam elena ana aleksandr
			alexander antonio francisco carlos luis kumar singh muhamad syed sayed mohd md abu jean yusuf youssef
			thomas george ivan peter paul sergey sergei mahmoud mahmud said saeed khalid khaled wei ying`,
	],
	[
		0.6,
		`
			richard charles christopher mark steven andrew kevin brian edward ronald anthony jason matthew gary
			timothy larry jeffrey frank scott eric stephen patrick raymond samuel benjamin alexander nicholas martin
			patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy sandra margaret ashley
			kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia
			kathleen amy angela catherine christine julia rose teresa ruth jorge miguel jesus pedro manuel rafael
			fernando ricardo roberto eduardo javier sergio mario alejandro alberto marco angel martinez raul andrea
			rosa carmen guadalupe margarita juana paulo joao luiz marcos marcelo francisca antonia adriana juliana
			marcia fernanda giuseppe giovanni antonio luigi francesco paolo salvatore pierre michel jacques philippe
			alain bernard andre marie jeanne nathalie isabelle hans peter klaus wolfgang thomas michael andreas
			stefan jan piotr andrzej krzysztof stanislaw tomasz pawel anna katarzyna malgorzata natalia olga tatiana
			tatyana irina svetlana ekaterina galina nina lyudmila valentina vladimir nikolai nikolay alexei aleksey
			andrei andrey dmitry dmitri mikhail victor viktor yuri yury anatoly igor oleg alexandra aleksandra ayse
			fatma emine hatice zeynep huseyin osman murat ismail omer abdulrahman abdelrahman abdulaziz abdullahi
			salah saleh salem hamid hamza karim kareem jamal kamal nasser nasir rashid tariq walid bilal youssouf
			aisha khadija zainab zahra amina layla noor nur reza hossein mohsen mehdi mahdi akbar abbas haider raza
			imran usman asif tahir iqbal aslam javed nadeem akhtar bibi begum khatun devi kaur kumari lal ram raj
			sunil sanjay anil ashok rajesh suresh ramesh vijay sunita anita lakshmi priya amit rahul ravi deepak
			manoj vinod prakash mohan krishna thi van nguyen minh siti sri dewi agus budi yan li jing hong ping jun
			ming hua fang lei min xin yu yi jie hui lin chen ling xiao kim young eun hyun ji soo emmanuel grace
			blessing joyce mohamadou mamadou ousmane aminata fatou`,
	],
	[
		0.45,
		`
			aaron adam alan albert arthur bruce carl craig dennis donald douglas edwin ernest eugene fred gerald
			gregory harold harry henry howard jack jerry jesse joe jonathan joshua justin keith kenneth lawrence
			louis nathan paul peter philip ralph roger roy russell ryan sean simon terry tyler victor vincent walter
			wayne zachary alice amber andrea ann anne beverly brenda brittany carolyn charlotte cheryl christina
			dana danielle debra denise diana diane doris dorothy emma evelyn frances gloria hannah heather irene
			jacqueline jane janet janice jean joan judith judy julie kathryn katherine kelly lori marie marilyn
			martha megan nicole olivia pamela rachel samantha sara shirley sophia tammy theresa tiffany victoria
			virginia wendy alfredo alfonso arturo cesar claudia cristina diego enrique gabriel gabriela gerardo
			guillermo gustavo hector hugo ignacio ines isabel joaquin julio leonardo leticia lorena lucia luisa
			marta monica oscar pablo paula pilar ramon rocio ruben santiago silvia sofia susana tomas veronica
			vicente yolanda bruno caio camila daniela edson felipe guilherme leandro lucas luciana rodrigo sandra
			sebastiao tiago vanessa vinicius alessandro alessandra angelo chiara davide elisabetta federico giorgio
			giulia lorenzo luca massimo matteo paola riccardo simone stefano vincenzo christophe claude daniel eric
			francois frederic gerard guy jerome julien laurent nicolas olivier pascal patrick sebastien serge
			stephane sylvie thierry valerie yves christian frank gerhard helmut jens jurgen karl katrin manfred
			markus martin matthias monika petra ralf renate sabine susanne ursula uwe werner agnieszka barbara ewa
			grzegorz jerzy jozef marcin marek tadeusz teresa zofia boris denis evgeny yevgeny konstantin larisa
			lyubov maxim maksim nadezhda natalya oksana pavel roman ruslan valery vasily viktoria vitaly vyacheslav
			yelena yulia oleksandr volodymyr mykola petro ion gheorghe vasile nicolae constantin elena mihai laszlo
			istvan jozsef janos zoltan sandor georgios ioannis konstantinos dimitrios nikolaos abdelkader abdallah
			abdo adel adil adnan amir amr anwar ashraf ayman aziz badr faisal farid farouk faruk fawzi fouad ghulam
			habib hadi hani haji hashim hisham ismael issa jaber jafar jalal jamil jawad kamel khalil latif majid
			malik mansour mansoor marwan masood massoud mohsin mounir munir murad musa nabil nadia naser nawaz omer
			osama qasim rafiq rahim rahman ramadan rehman riaz sabir sadiq saif salim saleem salman sami samir shah
			shahid shakil sharif sultan taha waleed yahya yasin yasir younis younes zahid zaki ziad abbasi asghar
			farhad gholam hamed hamidreza alireza mahmood masoud morteza saeid davood ajay arjun arun ashish bharat
			dinesh ganesh geeta gopal hari jagdish kamla kiran mahesh manish meena mukesh narayan naresh neha pooja
			pradeep praveen rajendra rajeev rakesh rekha ritu sandeep santosh sarita satish savita seema shanti shiv
			shyam sita subhash sushil uma usha vikas vivek gurpreet harpreet abdus begam hasina anh dung ha hai hoa
			hung huong lan linh mai nam ngoc phuong quang thanh thao tuan chun feng gang guang hao jian jianhua
			jiang juan kai liang long mei na ning peng qiang qing rong rui shan shu tao ting wen xia xiang xiaoyan
			xue yang yong yuan yun zhen zhi zhong hiroshi takashi akira kenji yoko keiko kazuko joon sung seung jin
			ho hye kyung soon dong chukwu chidi ngozi adebayo oluwaseun kofi kwame yaw abena ama sipho thabo nomsa
			tesfaye haile girma abebe bekele tadesse ousmane moussa oumar adama boubacar cheikh ibrahima fatoumata
			mariama aissatou aminu sani usman umar halima hauwa achieng otieno wanjiru juma hamisi`,
	],
];
