// Everything the page says, in both languages.

import { BOOK_WORDS } from "./book-words.js";
import { HELD_WORDS } from "./held-words.js";
import { LISTING_WORDS } from "./listing-words.js";
import { STAFF_WORDS } from "./staff-words.js";

const WORDS = {
  "zh-CN": {
    other: "English", connecting: "正在连接", live: "实时", lost: "连接中断，暂不能出价",
    price: "当前价（元）", leader: "领先号牌", left: "剩余时间", nextMinimum: "最低应价（元）", deposit: "保证金（元）",
    bids: "出价次数", desk: "出价", token: "令牌", signIn: "登录", hold: "冻结保证金", bid: "出价",
    tokenExpired: "令牌已过期，您已退出登录；请向本场申领新令牌后重新登录", tokenRefused: "本场未接受令牌，您未登录；请向本场申领令牌后登录", sentByAnother: "上一操作由另一账户发送，结果未知；请以该账户登录查看",
    ownAmount: "自定金额（元）", history: "出价记录", lots: "拍品列表", number: "编号", title: "拍品", stateHead: "状态",
    ANNOUNCED: "待拍", OPEN: "竞价中", CLOSING: "询价中", HAMMERED: "落槌待定", TERMINATED: "终结", ANNULLED: "撤销", PAUSED: "已暂停", SUSPENDED: "已中止", AWARDED: "落槌成交", PASSED: "流拍", WITHDRAWN: "撤拍",
    extended: (n) => `已延时 ${n} 次`, bidNext: (a) => `应价 ${a} 元`, paddle: (p) => `号牌 ${p}`,
    nobody: "尚无出价", noLot: "尚无拍品", ended: (sold, unsold) => `专场结束：成交 ${sold}，未成交 ${unsold}`,
    leading: "您领先", outbid: "您已被超越", watching: "您在旁观；登录后可出价",
    me: (n, paddle) => paddle ? `竞买人 ${n}，本拍品号牌 ${paddle}` : `竞买人 ${n}，本拍品尚未冻结保证金`,
    sending: "正在发送…", asking: "正在确认上一次出价的结果…", taken: (a) => `出价已接受：${a} 元`, done: "已完成",
    badAmount: "请输入大于零的金额，例如 2000000.00", notSent: "未发送，请重新出价", held: "保证金已冻结",
    memory: "演练：成交确认不落盘，停机即失", process: "注意：确认仅保证进程崩溃不丢失，断电可能丢失",
    serverTime: (t) => `服务器时间 ${t}`, wonUnits: (p, units, price) => `号牌 ${p}：${units} 份，每份 ${price} 元`, won: "您已竞得本拍品", proof: "下载我的出价证明", proofSaved: "出价证明已保存；任何人持本场公钥即可离线验证",
    apply: "报名", applied: "报名已受理，等待资格审查", commitment: (hash) => `号牌已固定，承诺值 ${hash}`,
    STAFF: "本场工作人员不得竞买或购买", CONSIGNOR_AGENT: "委托人的代理人不得竞买或购买", RELATED_PARTY: "利害关系人不得参与本项目",
    DEFAULTER: "您曾就本项目悔拍，不得再次参与", exportForbidden: "本技术禁止出口，仅限境内竞买人",
    licenceMissing: "本技术限制出口：请先向本场提交出口许可或许可意向书", admissionSUSPENDED: "您的竞买资格已暂停，请联系本场",
    admissionBARRED: "您已被禁止参与竞买，请联系本场", notVerified: "本拍品实名竞买：请先完成实名认证",
    applicationNONE: "请先报名本拍品", applicationRECEIVED: "已报名，等待资格审查", applicationREFUSED: "您的报名未通过资格审查",
    paddlesFixed: "号牌已固定，不再接受新的竞买人",
    sealedAmount: "密封报价金额（元）", seal: "密封并提交", openOwn: "拆封我的报价", copy: "复制",
    keep: "请妥善保存，自行拆封时需要：", sealedSent: "密封报价已提交", opened: "您的报价已拆封",
    sealedTo: (k, holders) => `报价加密后提交；开标时须由下列持钥人中的 ${k} 位共同拆封：${holders}`,
    sealedPlain: "报价仅以承诺值提交；拆封阶段须由您自行拆封，逾期不拆封将没收保证金",
    tooLow: (a) => `金额不得低于 ${a} 元`, noSealing: "浏览器仅在 HTTPS 连接下支持密封报价，请用 https:// 打开本页",
    sealFailed: "密封失败，未发送；请换用新版浏览器后重试",
    tooHigh: (a) => `金额不得高于 ${a} 元`, nextMaximum: "最高应价（元）", levelPrice: "所示价格（元）", unitPrice: "每份价格（元）",
    unitsSent: "份额报价已受理", proposalSent: "技术方案已受理", badUnits: "请输入整数份额，例如 100",
    group: (n, lots) => `同组拍品（第 ${n} 组），一并收槌：${lots}`, items: "成果包所含成果", rules: "本拍品规则单",
    PATENT: "专利", SOFTWARE: "软件著作权", LAYOUT_DESIGN: "集成电路布图设计", PLANT_VARIETY: "植物新品种", KNOW_HOW: "技术秘密", OTHER: "其他",
    causeNO_BID: "无人应价", causeRESERVE_NOT_MET: "最高应价未达保留价", causeMIN_BIDDERS: "竞买人不足规定人数",
    causeNOT_SCORED: "未在期限内完成评审，未开启报价", causeBELOW_MINIMUM_SCORE: "无人达到最低评分",
    causeNO_PARTY: "挂牌期满，无合格意向方", causeNO_AGREEMENT: "唯一意向方未在期限内达成协议",
    deals: "定价与协议交易", modeHead: "方式", dealPrice: "价格（元）", progress: "进展",
    modeFixedPrice: "技术淘（一口价）", modeJointPurchase: "技术筹（联合购买）", modeNeed: "技术缘（需求）", modeNegotiated: "协议定价", modeUseFirst: "先用后转",
    dealOFFERED: "进行中", dealPREPARED: "待公示", dealPUBLICITY: "公示中", dealWITHHELD: "公示期满，受让方暂不符合条件", dealIN_USE: "试用中", dealAWARDED: "成交", dealANNULLED: "成交已撤销", dealPASSED: "未成交", dealTERMINATED: "终结", dealENDED: "已结束",
    dealSold: (n) => `已售 ${n} 份`, dealPledged: (n, all) => `已认购 ${n} / ${all} 份`, dealObjections: (n) => `异议待处理 ${n} 件`,
    causeTARGET_MISSED: "未在截止前认满，认购款全部解冻", causeNOT_CONVERTED: "使用期满未受让", causeSOLD_OUT: "已售完", causeTIME_OVER: "时间已到",
    causeHANDED_OVER: "已转入协议交易", causeTAKEN_BACK: "已撤回",
    causeCLERK: "拍卖师暂停", causeSTOP: "系统停机", causeOUTAGE: "系统故障", causeCONNECTIVITY: "多名竞买人连接中断",
  },
  en: {
    other: "中文", connecting: "connecting", live: "LIVE", lost: "LOST: connection lost — bids not possible",
    price: "Current price (yuan)", leader: "Leading paddle", left: "Time left", nextMinimum: "Lowest bid (yuan)",
    deposit: "Deposit (yuan)", bids: "Bids", desk: "Bidding", token: "Token", signIn: "Sign in", hold: "Hold deposit",
    tokenExpired: "Your token has expired and you are signed out; ask the venue for a new one and sign in",
    tokenRefused: "The venue did not take the token and you are not signed in; ask it for a token and sign in",
    sentByAnother: "What was sent last was another person's and may have been taken; sign in as they to see what became of it",
    bid: "Bid", ownAmount: "Own amount (yuan)", history: "Bid history", lots: "Lots", number: "No.", title: "Lot", stateHead: "State",
    ANNOUNCED: "announced", OPEN: "open", CLOSING: "somebody is asked before the hammer", HAMMERED: "hammered, not yet final", TERMINATED: "terminated", ANNULLED: "void", PAUSED: "paused", SUSPENDED: "suspended", AWARDED: "hammered, sold", PASSED: "passed", WITHDRAWN: "withdrawn",
    extended: (n) => `extended ${n}×`, bidNext: (a) => `Bid ${a} yuan`, paddle: (p) => `paddle ${p}`,
    nobody: "no bid yet", noLot: "no lot yet", ended: (sold, unsold) => `The roadshow has ended: ${sold} sold, ${unsold} unsold`,
    leading: "You lead", outbid: "You have been outbid", watching: "You are watching; sign in to bid",
    me: (n, paddle) => paddle ? `Bidder ${n}, paddle ${paddle} on this lot` : `Bidder ${n}, no deposit held on this lot yet`,
    sending: "Sending…", asking: "Asking what became of your last bid…", taken: (a) => `Bid accepted: ${a} yuan`, done: "Done",
    badAmount: "Type an amount above zero, such as 2000000.00", notSent: "Not sent; bid again", held: "Deposit held",
    memory: "Rehearsal: acknowledgements are not on disk and end with the node", process: "Acknowledgements survive a crash of the node, not a loss of power",
    serverTime: (t) => `server time ${t}`, wonUnits: (p, units, price) => `paddle ${p}: ${units} units at ${price} yuan`, won: "You have won this lot", proof: "Download the proof of my bid", proofSaved: "Saved; anybody with the venue's public key can check it offline",
    apply: "Apply", applied: "Application received; wait for the venue's decision", commitment: (hash) => `Paddles are fixed; commitment ${hash}`,
    STAFF: "The venue's own people may not bid or buy", CONSIGNOR_AGENT: "Whoever acts for the consignor may not bid or buy",
    RELATED_PARTY: "Related parties may not take part in this sale", DEFAULTER: "You defaulted on this sale before and may not take part again",
    exportForbidden: "The export of this technology is forbidden; bidders of the mainland only",
    licenceMissing: "Restricted export: give the venue your licence or letter of intent first",
    admissionSUSPENDED: "The venue has suspended you; ask it to verify you again", admissionBARRED: "The venue has barred you; ask its operator",
    notVerified: "Real names only: have the venue verify your identity first", applicationNONE: "Apply for this lot first",
    applicationRECEIVED: "You have applied; wait for the venue's decision", applicationREFUSED: "Your application was refused",
    paddlesFixed: "The paddles are fixed; nobody joins this lot now",
    sealedAmount: "Sealed amount (yuan)", seal: "Seal and send", openOwn: "Open my envelope", copy: "Copy",
    keep: "Keep this; you need it to open your envelope yourself:", sealedSent: "Sealed bid sent", opened: "Your envelope is open",
    sealedTo: (k, holders) => `Your bid is sent encrypted; ${k} of these holders open it together at the close: ${holders}`,
    sealedPlain: "Only a commitment is sent; open your envelope yourself in the opening stage, or your deposit is forfeited",
    tooLow: (a) => `Type at least ${a} yuan`, noSealing: "Browsers seal bids over HTTPS only; open this page with https://",
    sealFailed: "Sealing failed and nothing was sent; try again with a current browser",
    tooHigh: (a) => `Type at most ${a} yuan`, nextMaximum: "Highest bid taken (yuan)", levelPrice: "Price shown (yuan)", unitPrice: "Price per unit (yuan)",
    unitsSent: "Bid for units taken", proposalSent: "Proposal taken", badUnits: "Type a whole number of units, such as 100",
    group: (n, lots) => `Closes together with the lots of group ${n}: ${lots}`, items: "The package consists of", rules: "Rule sheet of this lot",
    PATENT: "patent", SOFTWARE: "software copyright", LAYOUT_DESIGN: "layout design", PLANT_VARIETY: "plant variety", KNOW_HOW: "know-how", OTHER: "other",
    causeNO_BID: "Nobody bid", causeRESERVE_NOT_MET: "The highest bid was below the reserve", causeMIN_BIDDERS: "Too few bidders",
    causeNOT_SCORED: "The panel did not score everybody in time; no price was opened", causeBELOW_MINIMUM_SCORE: "Nobody reached the minimum score",
    causeNO_PARTY: "The listing ended without a qualified party", causeNO_AGREEMENT: "The only party came to no agreement in time",
    deals: "Fixed prices and agreements", modeHead: "Mode", dealPrice: "Price (yuan)", progress: "Progress",
    modeFixedPrice: "fixed price", modeJointPurchase: "joint purchase", modeNeed: "need", modeNegotiated: "negotiated", modeUseFirst: "use first, transfer later",
    dealOFFERED: "open", dealPREPARED: "not public yet", dealPUBLICITY: "public, objections taken", dealWITHHELD: "stands still: the buyer may not have it now", dealIN_USE: "in use", dealAWARDED: "sold", dealANNULLED: "sale void", dealPASSED: "not sold", dealTERMINATED: "terminated", dealENDED: "ended",
    dealSold: (n) => `${n} sold`, dealPledged: (n, all) => `${n} of ${all} shares pledged`, dealObjections: (n) => (n === 1 ? "1 objection to be decided" : `${n} objections to be decided`),
    causeTARGET_MISSED: "Not all shares were pledged; everything is released", causeNOT_CONVERTED: "Not taken at the end of its use", causeSOLD_OUT: "Sold out", causeTIME_OVER: "Its time is over",
    causeHANDED_OVER: "Handed over to negotiation", causeTAKEN_BACK: "Taken back",
    causeCLERK: "Paused by the clerk", causeSTOP: "The node was stopped", causeOUTAGE: "After an outage", causeCONNECTIVITY: "Too many bidders lost their connection",
  },
};

const ALL = Object.fromEntries(Object.entries(WORDS)
  .map(([tag, words]) => [tag, { ...words, ...LISTING_WORDS[tag], ...BOOK_WORDS[tag], ...STAFF_WORDS[tag], ...HELD_WORDS[tag] }]));

let language = (navigator.language || "zh").startsWith("zh") ? "zh-CN" : "en";

export function word(key, ...values) {
  const found = ALL[language][key];
  return typeof found === "function" ? found(...values) : found;
}

export function switchLanguage() {
  language = language === "en" ? "zh-CN" : "en";
}

export function languageTag() {
  return language;
}

/** A title of the market in the reader's language, or in the one it has. */
export function titled(title) {
  return language === "en" ? title.en || title.zh : title.zh || title.en;
}
