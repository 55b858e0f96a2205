import { expect, test } from 'vitest';
import { wordFinder } from './find-words.ts';
import { readWordList } from './word-list.ts';

const list = readWordList(`
# what this test looks for
微信~
发票
代开发票
赌博
博彩
色情
毒品
大麻
枪支
裸聊
办证
刷单
高利贷
洗钱
外挂
代孕
嫖娼
强奸
傻逼
操你妈
迷药
假币
援交
日
六合彩
加v信
8964
fuck*
shit
cunt
casino
viagra
porn
ass
cock
tit
rape
bitch
whore
spam link
`);
const find = wordFinder(list);
const wordsIn = (text: string) => find(text).map(({ word }) => list[word]!.word);

/** The word, and ways in which it is hidden. */
const disguised: Record<string, string[]> = {
	微信: [
		'微信',
		'加我微 信',
		'微-信',
		'微.信',
		'微​信',
		'微⁠信',
		'wei信',
		'微xin',
		'weixin',
		'Wei Xin',
		'WEIXIN',
		'薇信',
		'徽信',
		'嶶信微信',
		'微💬信',
		'微_信',
		'微*信',
		'微／信',
		'【微】【信】',
		'微（信）',
		'wéixìn',
		'ｗｅｉｘｉｎ',
		'威 信微信',
		'溦信',
		'微亻言',
		'我的vx或者weixin号',
	],
	发票: [
		'发票',
		'發票',
		'發 票',
		'发-票',
		'发 票',
		'fa票',
		'发piao',
		'fapiao',
		'FaPiao',
		'fa piao',
		'fā piào',
		'发⁣票',
		'发~票',
		'发|票',
		'发·票',
		'发嘌',
		'发漂',
		'發嘌',
		'发…票…发票',
		'ｆａｐｉａｏ',
		'开fapiao的',
		'发󠀁票',
	],
	代开发票: [
		'代开发票',
		'代開發票',
		'代.开.发.票',
		'代，开，发，票',
		'代 开 发 票',
		'daikai发票',
		'代开fapiao',
		'daikaifapiao',
		'dai kai fa piao',
		'代/开/发/票',
		'代💰开💰发💰票',
	],
	赌博: [
		'赌博',
		'賭博',
		'赌 博',
		'du博',
		'赌bo',
		'dubo',
		'贝者博',
		'赌十尃',
		'睹博',
		'赌愽',
		'贝者十尃',
		'賭_博',
		'赌​博',
	],
	博彩: ['博彩', '博 彩', 'bo彩', '博cai', 'bocai', '愽彩', '博采彡', '博★彩', '博﹒彩'],
	色情: [
		'色情网站',
		'色 情',
		'se情',
		'色qing',
		'seqing',
		'铯情',
		'色清',
		'色忄青',
		'色＊情',
		'S̶eqing',
		'看色情片',
	],
	毒品: ['毒品', '毒 品', 'du品', '毒pin', 'dupin', '毐品', '毒+品', '毒品交易'],
	大麻: ['大麻', '抽大麻', '大 麻', '大-麻', '大ma', 'da麻', '卖大麻的'],
	枪支: ['枪支', '槍支', '枪 支', '木仓支', 'qiang支', 'qiangzhi', '呛支', '枪 支弹药'],
	裸聊: ['裸聊', '裸 聊', 'luo聊', '裸liao', 'luoliao', '棵聊', '裸❤聊', '果聊裸聊'],
	办证: ['办证', '辦證', '办 证', 'ban证', '办zheng', 'banzheng', '办讠正', '办.证'],
	刷单: ['刷单', '刷單', '刷 单', 'shua单', 'shuadan', '刷dan', '刷—单'],
	高利贷: [
		'高利贷',
		'高利貸',
		'高.利.贷',
		'gaolidai',
		'高利dai',
		'高li贷',
		'高利代贝',
		'高 利 贷',
		'高，利，贷',
	],
	洗钱: ['洗钱', '洗錢', '洗 钱', 'xi钱', 'xiqian', '洗qian', '洗钅戋', '洗$钱'],
	外挂: ['外挂', '外掛', '外 挂', 'wai挂', 'waigua', '夕卜挂', '外扌圭', '卖外挂'],
	代孕: ['代孕', '代 孕', 'dai孕', 'daiyun', '代yun', '代/孕'],
	嫖娼: ['嫖娼', '女票娼', '嫖女昌', '女票女昌', 'piaochang', '嫖chang', '瞟娼', '嫖猖'],
	强奸: ['强奸', '強姦', '强女干', '弓虽奸', '弓虽女干', 'qiangjian', '强 奸', '强jian'],
	傻逼: ['傻逼', '傻 逼', '儍逼', 'sha逼', 'shabi', '傻bi', '傻煏', '傻偪', '傻​逼', '大傻逼'],
	操你妈: [
		'操你妈',
		'操 你 妈',
		'艹你妈',
		'操亻尔妈',
		'操你女马',
		'caonima',
		'操ni妈',
		'肏你妈',
		'操，你，妈',
	],
	迷药: ['迷药', '迷藥', '迷 药', 'mi药', 'miyao', '迷葯'],
	假币: ['假币', '假幣', '假 币', 'jia币', 'jiabi'],
	援交: ['援交', '援 交', 'yuan交', '援jiao', 'yuanjiao', '援·交'],
	六合彩: ['六合彩', '六.合.彩', '六 合 彩', 'liuhecai', '六he彩', '六合采彡'],
	加v信: ['加v信', '加V信', '加 v 信', '加Ｖ信', '加ⅴ信', '加√v信'],
	'8964': ['8964', '８９６４', '8 9 6 4', '8.9.6.4'],
	fuck: [
		'fuck',
		'FUCK',
		'fucking',
		'f.u.c.k',
		'f u c k',
		'f-u-c-k',
		'ｆｕｃｋ',
		'fυck',
		'fu‍ck',
		'ƒuck',
		'f_u_c_k',
		'fúck',
		'𝐟𝐮𝐜𝐤',
		'🅵🆄🅲🅺',
		'Fuсk',
		'ⓕⓤⓒⓚ',
		'f*u*c*k',
	],
	shit: ['shit', 'sh1t', 'sh!t', 's h i t', '$hit', 'ѕhit', 's.h.i.t', 'SHIT!', 'shït', 'sh|t'],
	cunt: ['cunt', 'c-u-n-t', 'сunt', 'cunts', 'c u n t', 'ｃunt'],
	casino: ['casino', 'c4sino', 'cas1no', 'CASINO', 'casin0', 'c a s i n o', 'casinos', 'ca$ino', 'саsino'],
	viagra: ['viagra', 'v1agra', 'vi@gra', 'v-i-a-g-r-a', 'V I A G R A', 'viagr4', 'vіаgrа'],
	porn: ['porn', 'p0rn', 'pоrn', 'p o r n', 'p.o.r.n', 'Pörn', 'p​orn'],
	ass: ['ass', '@ss', 'a$$', 'a s s', 'a55'],
	bitch: ['bitch', 'b1tch', 'b!tch', 'b i t c h', 'biтch', 'bitches bitch'],
	whore: ['whore', 'wh0re', 'w h o r e', 'whоre'],
	'spam link': ['spam link', 'Spam  Link', 'sp4m l1nk', 'spamlink', 'spam-link'],
};

const innocent = `
Scunthorpe|Scunthorpe United|Penistone|Cockermouth|Essex|Sussex|Lightwater|Clitheroe|assassin|classic|assume|bass guitar|grass|class hit|pass the salt
cocktail|peacock|Hancock|cockpit|shiitake|title|titanic|constitution|competition|titer|grape|drape|therapist|scrape|rapeseed oil|trapeze|pushing it|push it
the class hits the wall|Matsushita|mishit|swashbuckling|shittah|casinò is Italian for mess… no|Casinoverein|Assamese|embassy|assembly|passed|assist|assess|hassle|asset
babcock|Hitchcock|woodcock|shuttlecock|stopcock|titration|titanium|appetite|altitude|petition|institute|particle|cuntinuous|document|account|scuttle|country
as s|a, s|I pass|list as string|alias state|Java class String|has state|bias, scale|gas station|canvas size|was sent|its hot|this hit me|with its|wash it|fresh item
日常|日期|日子|今日|生日|日本|节日|日记|周日|日志|日出|平日|他日，常来|每日。常见|明日再来|工作日
角色情感|特色情怀|景色情况|红色情人节|角色情节|物色情报|金色情调|彩色情侣装
大麻烦|好大麻烦|大麻花|很大麻袋|巨大麻木感|大麻雀|放大麻将牌
威信|在人民中有威信|通信|微小信号|细微信号|轻微信任|自信|稍微信一点|略微信服|微观信息
发票据给他|发了票|揭发票贩子|出发，票务|发现票价上涨|先发，票后补
港口交通|路口交汇|支援交通建设|声援交警|增援交给他们|后援交接
赌气|博士|赌，博士不参加|博大精深|与人赌博弈论|赌场外，博物馆
枪手|支持|机枪支援部队|开枪支付|火枪支架
裸眼|闲聊|赤裸聊以自慰|聊天
毒性|品牌|消毒品种|中毒品尝者|病毒品系
承办证券业务|主办证书颁发|办公，证件|举办证监会会议|协办证明
刷卡|单纯|粉刷单间|印刷单位|牙刷单价
高利息|贷款|高利润|最高利率
洗衣服|钱包|清洗钱箱|干洗钱塘店
外面|挂号|海外挂牌|门外挂着|户外挂钩|室外挂灯
代替|孕妇|时代孕育|一代孕育另一代|古代孕妇
强壮|坚强奸臣|富强奸商
傻瓜|逼近|装傻逼真
操作|操场|早操你妈妈来吗|体操你妈妈看过
迷路|药店|低迷药市|昏迷药物
真假币种|真假，币种
六个|合作|彩色|六合区彩票
women|wenti|shanghai|fanhui|caicai|banana|tongue|changed|weight|Weimar|fashion|dubious|piano|fabric|sequel|sequence|duping|miyazaki|jiabao|daiyun8 is a name… no
18964|89641|1.8964e5|port 89640|x8964y|89 files, 64 dirs
f(u, c, k)|u, c, and k|C. K. Fu|pick a fu|fu ck-like
spam|link|spam? Link|the spam linker|antispam link
加油|加 v1 版本，信息|添加v信号|v信
`
	.trim()
	.split(/[|\n]/)
	.map((one) => one.trim())
	.filter((one) => one && !one.includes('… no'));

test('words are found in every disguise', () => {
	const cases = Object.entries(disguised).flatMap(([word, texts]) =>
		texts.map((text) => [word, text] as const),
	);
	expect(cases.length).toBeGreaterThanOrEqual(200);
	const missed = cases.filter(([word, text]) => !wordsIn(text).includes(word));
	expect(missed).toEqual([]);
});

test('what only looks like a word is left alone', () => {
	expect(innocent.length).toBeGreaterThanOrEqual(200);
	const hit = innocent.map((text) => [text, wordsIn(text)] as const).filter(([, words]) => words.length > 0);
	expect(hit).toEqual([]);
});

test('what was found says where it stands, to the character', () => {
	const text = '请加我的 ｗei​信，或者 sh1t 👍 f.u.c.k!';
	expect(find(text).map(({ from, to }) => text.slice(from, to))).toEqual(['ｗei​信', 'sh1t', 'f.u.c.k']);
});
