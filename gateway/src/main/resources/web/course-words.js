// What the page says of phases, calls and rights, in both languages; amounts come as text.

import { languageTag } from "./words.js";

const MECHANISMS = {
  "zh-CN": {
    English: "增价竞价", Proxy: "最高限价代理", Timed: "限时竞价", Inquiry: "询问期", StepRounds: "阶梯轮次", Japanese: "日式升价",
    Dutch: "减价", BestBid: "优胜者报价", ReverseRounds: "多轮报价", LiveCalls: "现场报价", Sealed: "密封报价",
  },
  en: {
    English: "open bidding", Proxy: "maximum bidding", Timed: "limited-time bidding", Inquiry: "inquiry", StepRounds: "price-step rounds",
    Japanese: "rising levels", Dutch: "falling clock", BestBid: "the clock winner's answer", ReverseRounds: "rounds with turns", LiveCalls: "called bidding", Sealed: "sealed bids",
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
  },
};

export function courseWord(key, ...values) {
  const found = WORDS[languageTag()][key];
  return typeof found === "function" ? found(...values) : found || "";
}

export function mechanismWord(name) {
  return MECHANISMS[languageTag()][name] || name;
}
