/** Family names of the world by how many bear them; see common-parts.ts. */
import { familyNamesAsia } from './family-names-asia.ts';
import { familyNamesWest } from './family-names-west.ts';

export const familyNameTiers: readonly (readonly [value: number, names: string])[] = [
	[1, 'wang li zhang liu chen nguyen singh kumar khan lee devi ali mohamed wong chan zhao kim'],
	[
		0.8,
		`
			yang huang wu xu sun zhu ma hu guo he lin gao luo zheng liang tran le pham garcia rodriguez martinez
			hernandez lopez gonzalez perez sanchez smith silva santos park lee tan lim ahmed hussain hussein hassan
			ibrahim abdullah shah sharma das patel yadav gupta ram begum kaur islam rahman ivanov johnson williams
			brown jones ramirez torres flores diaz mohammed ahmad abdul`,
	],
	[
		0.6,
		`
			song tang xie han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu
			ding ren yao shen zhong cui tan fan wang liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yin
			xue yan duan lei long tao he gu mao hao gong shao wan hoang phan vu vo dang bui do ho ngo duong ly huynh
			choi jung kang cho yoon jang lim oh seo shin kwon hwang ahn sato suzuki takahashi tanaka watanabe ito
			yamamoto nakamura kobayashi kato miller davis wilson anderson taylor thomas moore jackson white harris
			clark lewis walker hall allen young king wright scott green baker adams nelson carter mitchell roberts
			turner phillips campbell parker evans edwards collins morris murphy cook rogers reyes cruz morales
			gutierrez ortiz ramos gomez gonzales vasquez vazquez castillo jimenez moreno romero alvarez mendoza ruiz
			aguilar vargas castro fernandez rivera chavez medina rojas herrera guerrero mendez contreras oliveira
			souza sousa pereira ferreira costa alves lima gomes ribeiro carvalho rodrigues almeida lopes soares
			fernandes vieira barbosa rocha dias nascimento araujo martin bernard dubois muller schmidt schneider
			fischer weber meyer wagner becker schulz hoffmann rossi ferrari russo bianchi petrov sidorov smirnov
			kuznetsov popov vasiliev vasilyev novikov morozov volkov kozlov ivanova petrova nowak kowalski melnyk
			shevchenko yilmaz kaya demir celik sahin ozturk mahmoud mahmud mohammad osman saleh salem said saeed
			omar youssef yusuf khalil khalid mustafa hamid malik iqbal hasan akhtar bibi mia hossain chowdhury
			chaudhary chaudhry verma mishra pandey jha prasad lal reddy rao nair joshi mehta jain agarwal agrawal
			ansari sheikh shaikh mandal mondal roy ghosh bose dutta choudhary thakur paul biswas khatun hoque haque
			uddin akter alam siddiqui qureshi raza abbas haider shahid gul garba musa abubakar sani umar bello
			mensah traore diallo diop coulibaly ba barry sow keita toure ouattara kone cisse camara ndiaye sarr fall
			mwangi otieno kamau okafor okeke eze tesfaye bekele girma abebe haile ng chong cheung lam leung chow
			yeung ong goh teo chua lau hui kwok santoso wijaya setiawan susanto delacruz bautista mohamad yusof
			ismail maung aung`,
	],
	...familyNamesWest,
	...familyNamesAsia,
];
