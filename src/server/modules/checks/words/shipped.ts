/*
 * The small lists that come with the place: words that are hardly ever meant well where people talk of their trade. What
 * another place needs, its people bring; what a law asks for, its operator does.
 */

const zh = `
# 广告与违法交易
代开发票
开发票加微信
刷单返利
兼职刷单
网上赌博
赌博平台
博彩平台
六合彩
时时彩
澳门新葡京
裸聊
约炮
援交
色情网站
成人视频
办假证
代办文凭
买卖银行卡
信用卡套现
高利贷
洗钱通道
枪支出售
迷药
冰毒
代孕
外挂出售
刷粉丝
# 辱骂
傻逼
操你妈
草泥马
去死吧
狗娘养的
`;

const en = `
# offers
online casino
sports betting tips
payday loan
viagra
cialis
replica watches
escort service
buy followers
guaranteed profit
get rich quick
# abuse
fuck you
motherfuck*
cunt*
nigger*
faggot*
retard
kill yourself
`;

/** By their key in `check_lists.shipped`. */
export const shippedLists: Readonly<Record<string, string>> = { zh, en };
