/**
 * Chinese family names: the reading in pinyin that holds for the name, then the spellings of Wade–Giles, of Hong Kong
 * (Cantonese), of Taiwan and the Hokkien, Teochew and Hakka of South-East Asia. Simplified and traditional characters.
 */
import { rows, words } from '../data/read-rows.ts';

/** characters (simplified and traditional; compound names with a comma after each) = pinyin, then other spellings. */
const surnameRows = `
	习習=xi hsi |
	王=wang wong ong heng bong | 李=li lee lei ly | 张張=zhang chang cheung cheong teo teoh tiong
	chong | 刘劉=liu lau low lao lew | 陈陳=chen chan tan chin tran ting | 杨楊=yang yeung yeo young
	ieong | 黄黃=huang hwang wong ng ooi oei vong | 赵趙=zhao chao chiu teo chew jiu | 吴吳=wu ng
	goh woo go ung | 周=zhou chou chow chew chau jow | 徐=xu hsu tsui chui chee choi | 孙孫=sun
	suen soon sng | 马馬=ma mah beh bey | 朱=zhu chu choo chue | 胡=hu wu woo oh aw | 郭=guo kuo
	kwok koay quek kwek | 何=he ho hoe | 林=lin lam lim lum liem | 高=gao kao ko kow | 罗羅=luo lo
	law loh lor | 郑鄭=zheng cheng chang tay teh tee the | 梁=liang leung leong neo nio | 谢謝=xie
	hsieh tse cheah chia tsia | 宋=song sung soong | 唐=tang tong teng | 许許=xu hsu hui khoo koh
	kho hooi | 韩韓=han hon hang | 邓鄧=deng teng tang theng | 冯馮=feng fung foong pang | 曹=cao
	tsao cho chow | 彭=peng pang phang | 曾=zeng tseng tsang chan chang cheng | 肖=xiao hsiao siu
	siew | 蕭萧=xiao hsiao siu siew seow | 田=tian tien tin | 董=dong tung | 潘=pan poon pun phua
	phoon | 袁=yuan yuen yuan wan | 蔡=cai tsai choi choy chua chai tsoi | 蒋蔣=jiang chiang
	tseung cheung | 余=yu yee yue yeu eu | 于=yu yue | 杜=du tu to doe | 叶葉=ye yeh yip ip yap iap
	| 程=cheng ching | 魏=wei ngai gwee | 苏蘇=su so soo soh | 吕呂=lu lui loo leu | 丁=ding ting
	teng | 任=ren jen yam yum jim | 卢盧=lu lo loh lu | 姚=yao yiu yeo | 沈=shen sum shum sim |
	钟鍾鐘=zhong chung cheng cheong | 姜=jiang chiang keung | 崔=cui tsui chui | 谭譚=tan tam tham |
	陆陸=lu luk loke look | 范範=fan faan huan | 汪=wang wong ong | 廖=liao liu liew leow | 石=shi
	shih shek sek | 金=jin chin kam kim | 韦韋=wei wai | 贾賈=jia chia ka | 夏=xia hsia ha hah |
	付=fu foo | 傅=fu foo poh | 方=fang fong hong png | 邹鄒=zou tsou chau chow | 熊=xiong hsiung
	hung him | 白=bai pai pak peh | 孟=meng mang beng | 秦=qin chin chun | 邱=qiu chiu yau khoo
	khu | 侯=hou how hau | 江=jiang chiang kong kang | 尹=yin wan yun | 薛=xue hsueh sit | 闫閆=yan
	yen yim | 阎閻=yan yen yim | 段=duan tuan tuen | 雷=lei lui loi | 黎=li lai le | 龙龍=long lung
	loong | 史=shi shih sze | 陶=tao to | 贺賀=he ho | 毛=mao mo moo | 郝=hao hok kok | 顾顧=gu ku koo
	| 龚龔=gong kung kiong | 邵=shao siu shiu | 万萬=wan man ban | 覃=qin tan tam chin | 武=wu mo |
	钱錢=qian chien chin chee | 戴=dai tai te | 严嚴=yan yen yim | 欧歐=ou au | 莫=mo mok | 孔=kong
	kung hung | 向=xiang hsiang heung | 常=chang sheung | 汤湯=tang tong thng | 康=kang hong | 易=yi
	yik | 乔喬=qiao chiao kiu | 赖賴=lai lye loi | 文=wen man boon | 施=shi shih see sy si | 洪=hong
	hung ang | 辛=xin hsin san | 柯=ke ko or kua | 庄莊=zhuang chuang chong ching | 温溫=wen wan
	woon | 牛=niu ngau | 樊=fan faan | 葛=ge ko kot | 邢=xing hsing ying | 安=an on | 齐齊=qi chi
	chai | 伍=wu ng | 倪=ni ngai geh | 鲁魯=lu lo | 单單=shan sin | 仇=qiu chiu sau | 查=zha cha |
	解=xie hsieh | 尉=yu wei | 朴=piao pu park | 区區=ou au | 盖蓋=ge gai | 乐樂=yue le | 缪繆=miao mou |
	翟=zhai di chai | 颜顏=yan yen ngan gan | 华華=hua wah | 俞=yu yue | 喻=yu | 阮=ruan yuen nguyen |
	聂聶=nie nip | 耿=geng | 关關=guan kuan kwan quan | 焦=jiao | 左=zuo tso | 甘=gan kam kan | 祝=zhu
	chuk | 包=bao pau pao | 宁寧=ning | 尚=shang | 舒=shu | 符=fu foo | 阳陽=yang | 卓=zhuo cheuk toh |
	简簡=jian kan | 骆駱=luo lok | 梅=mei mui | 裴=pei pui | 连連=lian lien lin | 岑=cen shum sum |
	莊庄=zhuang chong | 凌=ling | 霍=huo fok | 饶饒=rao yiu | 麦麥=mai mak | 古=gu ku koo | 胥=xu |
	游=you yu yau | 司=si sze | 柳=liu lau | 冼=xian sin | 劳勞=lao lo | 巫=wu mo | 詹=zhan chan chim
	| 鲍鮑=bao pao pau | 纪紀=ji chi kei kee | 项項=xiang hong | 房=fang fong | 佘=she sher | 练練=lian
	lin | 苗=miao | 季=ji chi | 路=lu | 岳=yue yueh ngok | 齐齊=qi chai | 申=shen | 章=zhang chang
	cheung | 魏=wei ngai goei | 欧阳,歐陽=ouyang auyeung auyong owyang | 司徒,=situ szeto seto |
	上官,=shangguan sheungkoon | 诸葛,諸葛=zhuge chukot | 司马,司馬=sima szema | 夏侯,=xiahou | 皇甫,=huangfu |
	尉迟,尉遲=yuchi | 公孙,公孫=gongsun | 慕容,=murong moyung | 令狐,=linghu | 端木,=duanmu | 东方,東方=dongfang |
	长孙,長孫=zhangsun`;

const surnames = new Map<string, readonly string[]>();
for (const row of rows(surnameRows)) {
	const [written = '', spellings = ''] = row.split('=');
	for (const one of written.includes(',') ? written.split(',') : [...written])
		if (one !== '' && !surnames.has(one)) surnames.set(one, words(spellings));
}

/** Family name in characters → spellings, pinyin first. */
export const chineseSurnames: ReadonlyMap<string, readonly string[]> = surnames;
