// What the page says of phases, calls and rights, in both languages; amounts come as text.

import { languageTag } from "./words.js";

const MECHANISMS = {
  "zh-CN": {
    English: "增价竞价", Proxy: "最高限价代理", Timed: "限时竞价", Inquiry: "询问期", StepRounds: "阶梯轮次", Japanese: "日式升价",
    Dutch: "减价", BestBid: "优胜者报价", ReverseRounds: "多轮报价", LiveCalls: "现场报价", Sealed: "密封报价",
    Scored: "权重报价", Challenge: "揭榜比拼", Contest: "现场挑战赛", Shares: "份额报价", Clock: "份额升价钟", Quotes: "动态报价",
  },
  en: {
    English: "open bidding", Proxy: "maximum bidding", Timed: "limited-time bidding", Inquiry: "inquiry", StepRounds: "price-step rounds",
    Japanese: "rising levels", Dutch: "falling clock", BestBid: "the clock winner's answer", ReverseRounds: "rounds with turns", LiveCalls: "called bidding", Sealed: "sealed bids",
    Scored: "sealed bids weighed by score", Challenge: "challenge tender", Contest: "contest of scores and prices",
    Shares: "offers for units", Clock: "rising clock for units", Quotes: "quotes in the listing",
  },
};

const WORDS = {
  "zh-CN": {
    phase: (n) => `第 ${n} 阶段开始`, bidTaken: (p, a) => `号牌 ${p} 出价 ${a} 元`, beaten: (p, a) => `号牌 ${p} 出价 ${a} 元，随即被代理出价超越`,
    undone: (n) => `第 ${n} 次出价已撤销`, call1: (a) => `${a} 元，第一次`, call2: (a) => `${a} 元，第二次`, call3: (a) => `${a} 元，最后一次`,
    provisional: (p, a) => `落槌（待定）：号牌 ${p}，${a} 元`, reopened: () => "落槌已撤回，竞价继续", final: (p, a) => `成交：号牌 ${p}，${a} 元`,
    levelTaken: (p, a) => `号牌 ${p} 接受 ${a} 元`, goesOn: (p) => `号牌 ${p} 继续参加`, leaves: (p) => `号牌 ${p} 不再参加`,
    matched: (p, a) => `号牌 ${p} 以 ${a} 元行使优先购买权`, waived: (p) => p ? `号牌 ${p} 放弃优先购买权` : "一名优先购买权人放弃", revealed: (p, a) => `号牌 ${p} 报价 ${a} 元`,
    maximumLeads: () => "您的最高限价领先", maximumBeaten: () => "您的最高限价已被超越",
    stageROUND: (n, p, a) => `第 ${n} 轮：${a} 元`, stagePAUSE: (n) => `第 ${n} 段：间歇，暂不接受出价`, stageLEVEL: (n, p, a) => `第 ${n} 档：${a} 元`,
    stageTURN: (n, p, a) => `轮到号牌 ${p}：${a} 元`, stageINQUIRY: () => "询问期：请确认是否继续", stageLIMITED: () => "限时竞价：每次有效出价重新计时",
    stageSEALED: () => "密封报价中", stageREVEAL: () => "开启报价中", stageASK: (n, p, a) => `询问号牌 ${p}：${a} 元`,
    acceptLevel: (a) => `接受 ${a} 元`, yourTurn: "轮到您了", yes: "是，继续", yesPay: (a) => `是，以 ${a} 元购买`, raise: (a) => `加价至 ${a} 元`, no: "否，放弃",
    question: "请您答复", match: (a) => `行使优先购买权（${a} 元）`, maximum: "我的最高限价（元）", placeMaximum: "提交最高限价",
    hiddenMaximum: "最高限价不公开；系统按最小加价代您出价",
    envelope: (p) => `号牌 ${p} 已提交密封报价`, envelopeUNDECRYPTABLE: (p) => `号牌 ${p} 的密封报价无法解密，竞买人未自行拆封即作废`, envelopeMISMATCH: (p) => `号牌 ${p} 的密封报价与承诺值不符，竞买人未自行拆封即作废`,
    proposal: (p) => `号牌 ${p} 已提交技术方案`, scored: (p) => `号牌 ${p} 评审完成`, scoredOut: (p) => `号牌 ${p} 未达最低评分`,
    demand: (n, a, d) => `第 ${n} 轮，每份 ${a} 元：需求 ${d} 份`, unitsOpened: (p, a, u) => `号牌 ${p} 报价 ${u} 份，每份 ${a} 元`,
    unitsUnsold: (u) => `${u} 份未售出`, remainder: (p, a, u) => `询问号牌 ${p} 是否购买余下 ${u} 份，每份 ${a} 元`, unitsTaken: () => "您的份额报价已受理，内容保密",
    yesUnits: (u, a) => `是，购买余下 ${u} 份（每份 ${a} 元）`, stageSCORING: () => "评审中，尚未开启报价", right: "您享有本拍品的优先购买权",
    unitsOffer: "份额（份）", unitsAt: "每份最高出价（元）", unitsWanted: "所需份额（份，0 为退出）", unitsUpTo: "原份额适用至（元，可不填）",
    bidUnits: "提交份额报价", offerNote: (n, a) => `共 ${n} 份，每份至少 ${a} 元；报价在截止前保密，不可撤回`, clockNote: (n, a) => `共 ${n} 份，当前每份 ${a} 元；所需份额只减不增`,
    listed: (a, day) => `挂牌价 ${a} 元，信息披露至 ${day}`, quoted: (p, a, by) => `号牌 ${by} 已报价；当前最高：号牌 ${p}，${a} 元`, bestQuote: (p, a) => `当前最高报价：号牌 ${p}，${a} 元`, noBestQuote: "当前没有有效报价",
    listedLonger: (day) => `挂牌延期，信息披露至 ${day}`, listingStands: (text) => `挂牌中止：${text}`, listedAgain: (day) => `挂牌恢复，至 ${day}`,
    disclosed: () => "信息披露期满，等待资格确认与保证金", agreementDue: (p, a) => `唯一意向方（号牌 ${p}），协议价 ${a} 元`,
    listingCOMPETITION: (n) => `${n} 家合格意向方，进入竞价`, listingAGREED: () => "协议达成", listingNO_PARTY: () => "挂牌期满，无合格意向方",
    listingNO_AGREEMENT: () => "协议未在期限内达成", listingWITHDRAWN: () => "撤牌", listingTERMINATED: () => "挂牌终结",
    payDeposit: () => "您已通过资格确认，请在期限内缴纳保证金", placeLost: () => "您在本次挂牌中的资格已失效", offerTaken: () => "您的报价已受理，内容保密",
    proposalFile: "技术方案文件", sendProposal: "提交技术方案", proposalNote: "浏览器仅计算并提交文件的 SHA-256，请另行向本场递交原件",
  },
  en: {
    phase: (n) => `Phase ${n} has begun`, bidTaken: (p, a) => `Paddle ${p} bids ${a} yuan`, beaten: (p, a) => `Paddle ${p} bid ${a} yuan and was beaten at once by a maximum`,
    undone: (n) => `Bid ${n} was undone`, call1: (a) => `${a} yuan, going once`, call2: (a) => `${a} yuan, going twice`, call3: (a) => `${a} yuan, for the last time`,
    provisional: (p, a) => `Hammer, not yet final: paddle ${p} for ${a} yuan`, reopened: () => "The hammer was taken back; bidding goes on", final: (p, a) => `Sold: paddle ${p} for ${a} yuan`,
    levelTaken: (p, a) => `Paddle ${p} accepts ${a} yuan`, goesOn: (p) => `Paddle ${p} goes on`, leaves: (p) => `Paddle ${p} does not go on`,
    matched: (p, a) => `Paddle ${p} uses a right of first refusal at ${a} yuan`, waived: (p) => p ? `Paddle ${p} waives the right of first refusal` : "A holder waives the right of first refusal", revealed: (p, a) => `Paddle ${p} has bid ${a} yuan`,
    maximumLeads: () => "Your maximum leads", maximumBeaten: () => "Your maximum has been beaten",
    stageROUND: (n, p, a) => `Round ${n}: ${a} yuan`, stagePAUSE: (n) => `Stage ${n}: a pause, no bids`, stageLEVEL: (n, p, a) => `Level ${n}: ${a} yuan`,
    stageTURN: (n, p, a) => `Paddle ${p} has the turn: ${a} yuan`, stageINQUIRY: () => "Inquiry: say whether you go on", stageLIMITED: () => "Limited time: every bid restarts the countdown",
    stageSEALED: () => "Sealed bids are taken", stageREVEAL: () => "Sealed bids are opened", stageASK: (n, p, a) => `Paddle ${p} is asked: ${a} yuan`,
    acceptLevel: (a) => `Accept ${a} yuan`, yourTurn: "It is your turn", yes: "Yes, I go on", yesPay: (a) => `Yes, I buy at ${a} yuan`, raise: (a) => `Raise to ${a} yuan`, no: "No, I give up",
    question: "You are asked", match: (a) => `Use my right of first refusal (${a} yuan)`, maximum: "My maximum (yuan)", placeMaximum: "Leave maximum",
    hiddenMaximum: "Nobody sees your maximum; the venue bids for you, as little as is needed",
    envelope: (p) => `Paddle ${p} has sent a sealed bid`, envelopeUNDECRYPTABLE: (p) => `The envelope of paddle ${p} cannot be decrypted; it is void unless its bidder opens it`, envelopeMISMATCH: (p) => `The envelope of paddle ${p} is not what was committed to; it is void unless its bidder opens it`,
    proposal: (p) => `Paddle ${p} has handed in a proposal`, scored: (p) => `Paddle ${p} has been scored`, scoredOut: (p) => `Paddle ${p} is below the minimum score`,
    demand: (n, a, d) => `Round ${n} at ${a} yuan a unit: ${d} units wanted`, unitsOpened: (p, a, u) => `Paddle ${p} offered for ${u} units at ${a} yuan`,
    unitsUnsold: (u) => `${u} units are not sold`, remainder: (p, a, u) => `Paddle ${p} is asked about the ${u} units left at ${a} yuan each`, unitsTaken: () => "Your bid for units is taken and kept secret",
    yesUnits: (u, a) => `Yes, I take the ${u} units left at ${a} yuan each`, stageSCORING: () => "The panel scores; no price is open yet", right: "You hold a right of first refusal on this lot",
    unitsOffer: "Units", unitsAt: "At most, for each unit (yuan)", unitsWanted: "Units I want (0 leaves)", unitsUpTo: "What I wanted before, up to (yuan, may stay empty)",
    bidUnits: "Bid for units", offerNote: (n, a) => `${n} units at ${a} yuan or more each; secret until the close, and binding`, clockNote: (n, a) => `${n} units, now at ${a} yuan each; you may want fewer each round, never more`,
    listed: (a, day) => `Listed at ${a} yuan, disclosed until ${day}`, quoted: (p, a, by) => `Paddle ${by} has quoted; the highest is paddle ${p} with ${a} yuan`, bestQuote: (p, a) => `The highest quote is now paddle ${p}'s with ${a} yuan`, noBestQuote: "No quote counts now",
    listedLonger: (day) => `The listing goes on until ${day}`, listingStands: (text) => `The listing stands still: ${text}`, listedAgain: (day) => `The listing has been resumed, until ${day}`,
    disclosed: () => "The disclosure is over; decisions and deposits are waited for", agreementDue: (p, a) => `One party, paddle ${p}: an agreement at ${a} yuan is due`,
    listingCOMPETITION: (n) => `${n} qualified parties: they compete`, listingAGREED: () => "The agreement is concluded", listingNO_PARTY: () => "The listing ended without a qualified party",
    listingNO_AGREEMENT: () => "No agreement was concluded in time", listingWITHDRAWN: () => "The listing was withdrawn", listingTERMINATED: () => "The listing was terminated",
    payDeposit: () => "You are qualified; have the deposit held in time", placeLost: () => "You have lost your place in this listing", offerTaken: () => "Your offer is taken and kept secret",
    proposalFile: "File of my proposal", sendProposal: "Hand in proposal", proposalNote: "Only the file's SHA-256 is sent; give the file itself to the venue",
  },
};

export function courseWord(key, ...values) {
  const found = WORDS[languageTag()][key];
  return typeof found === "function" ? found(...values) : found || "";
}

export function mechanismWord(name) {
  return MECHANISMS[languageTag()][name] || name;
}
