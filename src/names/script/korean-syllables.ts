/**
 * Korean family names and the syllables of given names with the spellings that people use, the most usual first, beside
 * the Revised Romanization that `hangulToLatin` gives. Facts of usage in passports (National Institute of Korean Language).
 */
import { rows, words } from '../data/read-rows.ts';

const entries = (block: string): ReadonlyMap<string, readonly string[]> =>
	new Map(
		rows(block).map((row): [string, readonly string[]] => {
			const [native = '', ...latin] = words(row);
			return [native, latin];
		}),
	);

/** Family name → usual spellings. */
export const koreanSurnames = entries(`
	김 kim gim | 이 lee yi rhee ri | 리 ri lee | 박 park pak bak | 최 choi choe | 정 jung jeong
	chung chong | 강 kang gang | 조 cho jo | 윤 yoon yun | 장 jang chang | 임 lim im yim | 림 rim
	lim | 한 han | 오 oh o | 서 seo suh so | 신 shin sin | 권 kwon gwon | 황 hwang | 안 ahn an | 송
	song | 류 ryu yoo ryoo | 유 yoo yu you | 전 jeon chun jun chon | 홍 hong | 고 ko go koh | 문
	moon mun | 양 yang | 손 son sohn | 배 bae pae | 백 baek paek paik | 허 heo hur huh ho | 남 nam |
	심 shim sim | 노 noh roh no | 로 ro roh | 하 ha | 곽 kwak gwak | 성 sung seong | 차 cha | 주 joo
	ju chu | 우 woo u wu | 구 koo gu ku | 민 min | 나 na ra | 라 ra | 진 jin chin | 지 ji chi | 엄 um
	eom | 채 chae | 원 won | 천 cheon chun | 방 bang pang | 공 kong gong | 현 hyun hyeon | 함 ham | 변
	byun byeon | 염 yeom yum | 여 yeo | 추 choo chu | 도 do | 소 so | 석 seok suk | 선 sun seon | 설
	seol sul | 마 ma | 길 gil kil | 연 yeon yun | 위 wi | 표 pyo | 명 myung myeong | 기 ki gi | 반 ban
	| 왕 wang | 금 keum geum | 옥 ok | 육 yook yuk | 인 in | 맹 maeng | 제 je | 남궁 namgung namkung |
	황보 hwangbo | 선우 sunwoo seonu | 제갈 jegal | 사공 sagong | 독고 dokgo`);

/** Syllable of a given name → usual spellings other than the Revised Romanization. */
export const koreanSyllables = entries(`
	정 jung jong chung | 은 un eun | 준 joon jun | 현 hyun hyon | 영 young yong | 성 sung song | 승
	seung sung | 진 jin chin | 호 ho | 수 soo su | 희 hee hui | 주 joo ju | 우 woo u | 연 yeon yun
	yon | 경 kyung kyong gyeong | 기 ki gi | 규 kyu gyu | 철 chul chol cheol | 훈 hoon hun | 일 il |
	상 sang | 동 dong tong | 태 tae | 대 dae tae | 재 jae chae | 종 jong chong | 석 seok sok suk | 선
	sun son seon | 순 soon sun | 숙 sook suk | 옥 ok | 미 mi | 민 min | 지 ji chi | 혜 hye | 형 hyung
	hyong | 환 hwan | 원 won | 용 yong | 광 kwang gwang | 국 kuk guk kook | 근 keun kun geun | 건 kun
	gun geon | 길 gil kil | 남 nam | 덕 duk dok deok | 도 do to | 두 doo du | 명 myung myong | 문
	moon mun | 범 bum bom beom | 병 byung pyong byong | 복 bok pok | 봉 bong pong | 부 boo bu | 빈
	bin | 서 seo so suh | 설 sol sul | 세 se | 소 so | 송 song | 신 shin sin | 아 ah a | 애 ae | 양
	yang | 여 yo yeo | 열 yul yeol | 예 ye | 윤 yoon yun | 율 yul | 익 ik | 인 in | 자 ja | 장 jang
	chang | 제 je | 조 jo cho | 중 joong jung chung | 창 chang | 천 chun chon | 춘 chun | 하 ha | 학
	hak | 한 han | 해 hae | 홍 hong | 화 hwa | 황 hwang | 효 hyo | 후 hoo hu | 휘 hwi | 흥 heung hung |
	이 i yi lee | 강 kang gang | 구 koo gu ku | 권 kwon | 금 kum keum`);
