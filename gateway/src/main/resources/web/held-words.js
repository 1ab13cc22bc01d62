// What the page says of acts of two persons, in both languages; times come as text.

export const HELD_WORDS = {
  "zh-CN": {
    heldHead: "待复核事项（双人复核）", heldNote: "由一位工作人员提请，另一位复核后即时生效；任何人不得复核本人提请的事项", heldNone: "无待复核事项", heldWaits: (n) => `有 ${n} 件事项待您复核`, heldShow: "查看",
    heldAct: "事项与内容", heldAbout: "对象", heldActor: "提请人", heldLeft: "剩余时间", heldYou: (n) => `您（${n}）`, heldStaff: (n) => `工作人员 ${n}`, heldOwn: "您本人提请，须由另一位工作人员复核", approve: "复核通过", decline: "不予通过", takeBack: "撤回提请",
    heldButton: (does, act, of) => `${does}：${act}，${of}`, heldIn_lots: (n, title) => `拍品 ${n} · ${title}`, heldIn_listings: (n, title) => `挂牌 ${n} · ${title}`, heldIn_deals: (n, title) => `交易 ${n} · ${title}`, heldIn_sales: (n) => `一口价的成交 ${n}`,
    heldAsked: (until) => `已提请复核；请另一位工作人员于 ${until} 前复核，逾期作废`, heldApproved: "已复核通过，事项已生效", heldDeclined: "不予通过，事项未生效", heldGone: "该事项已不再待复核：已处理、已撤回或已逾期，请查看其当前状态",
    heldDone: (act, of) => `您提请的“${act}”（${of}）已经复核并生效`, heldRefused: (act, of, why) => `您提请的“${act}”（${of}）经复核后未被受理：${why}`, heldNothing: (act, of) => `您提请的“${act}”（${of}）未获通过、已撤回或已逾期，未生效`,
    actDecideObjection: "异议决定", actConcludeAgreement: "协议签订", actTerminateListing: "终结挂牌", actEndDeal: "终结交易", actVoidLot: "撤销", actTerminateLot: "终结拍卖", actReopenLot: "收回落槌，恢复竞价", actUndoBid: "撤销一次出价", actRecordScores: "记录评分", actVoidEnvelope: "密封报价作废",
    heldUpheld: "异议成立，交易终结", heldDismissed: "异议不成立", held_number: (n) => `第 ${n} 次出价`, held_objection: (n) => `异议 ${n}`, held_bidder: (n) => `竞买人 ${n}`, held_quality: (n) => `${n} 分`, held_panel: (text) => `评委 ${text}`, held_sheet: (hash) => `评分表 SHA-256 ${hash}`, held_reason: (text) => `理由：${text}`,
    heldFaultUNDECRYPTABLE: "无法解密", heldFaultMISMATCH: "与承诺值不符", pairOp: "须双人复核的事项", pairNumber: "出价序号", pairSend: "提请复核", needBid: "请填写要撤销的出价序号", pairSale: "成交编号（见成交确认）", needSale: "请填写要撤销的成交编号，为 1000000001 起的编号", pairBidder: "竞买人编号", needBidder: "请填写竞买人编号", pairFault: "作废原因",
    pairPanel: "评委评分（每行一位评委：编号 分数，如 31 87.50）", needPanel: "请每行填写一位评委的编号与 0 至 100 分的评分，如 31 87.50，每位评委一次", pairMean: (points, n) => `平均 ${points} 分（${n} 位评委）`, pairSheet: "评委签署的评分表（仅提交其散列值）", needSheet: "请选择评分表文件；浏览器仅在 HTTPS 连接下计算散列值",
    uphold: "提请：成立", dismiss: "提请：不成立",
    upholdOf: (n) => `提请复核：异议 ${n} 成立`, dismissOf: (n) => `提请复核：异议 ${n} 不成立`, twoPersons: "须双人复核的事项先行提请，经另一位工作人员复核后生效",
  },
  en: {
    heldHead: "Waiting for a second person", heldNote: "One of the staff asks, another approves, and it is done at once; nobody approves what they asked for themselves", heldNone: "Nothing waits", heldWaits: (n) => (n === 1 ? "1 act waits for your approval" : `${n} acts wait for your approval`), heldShow: "Show",
    heldAct: "Act, and what it says", heldAbout: "About", heldActor: "Asked by", heldLeft: "Time left", heldYou: (n) => `you (${n})`, heldStaff: (n) => `staff ${n}`, heldOwn: "You asked for this; another person has to approve it", approve: "Approve", decline: "Decline", takeBack: "Take back",
    heldButton: (does, act, of) => `${does}: ${act}, ${of}`, heldIn_lots: (n, title) => `lot ${n} · ${title}`, heldIn_listings: (n, title) => `listing ${n} · ${title}`, heldIn_deals: (n, title) => `deal ${n} · ${title}`, heldIn_sales: (n) => `sale ${n} of an offer`,
    heldAsked: (until) => `It waits for a second person, until ${until}; after that it is void`, heldApproved: "Approved and done", heldDeclined: "Declined; nothing is done", heldGone: "It waits no longer: it was decided, taken back or too late; look at where things stand",
    heldDone: (act, of) => `What you asked for was approved and is done: ${act}, ${of}`, heldRefused: (act, of, why) => `What you asked for was approved and then refused: ${act}, ${of}: ${why}`, heldNothing: (act, of) => `What you asked for was declined, taken back or too late, and is not done: ${act}, ${of}`,
    actDecideObjection: "Decide an objection", actConcludeAgreement: "Conclude the agreement", actTerminateListing: "Terminate the listing", actEndDeal: "End the deal", actVoidLot: "Make void", actTerminateLot: "Terminate the lot", actReopenLot: "Take the hammer back", actUndoBid: "Undo a bid", actRecordScores: "Record scores", actVoidEnvelope: "Void an envelope",
    heldUpheld: "upheld, which ends the deal", heldDismissed: "dismissed", held_number: (n) => `bid ${n}`, held_objection: (n) => `objection ${n}`, held_bidder: (n) => `bidder ${n}`, held_quality: (n) => `${n} points`, held_panel: (text) => `panel ${text}`, held_sheet: (hash) => `SHA-256 of the sheet ${hash}`, held_reason: (text) => `reason: ${text}`,
    heldFaultUNDECRYPTABLE: "cannot be decrypted", heldFaultMISMATCH: "is not what was committed to", pairOp: "Act of two persons", pairNumber: "Number of the bid", pairSend: "Ask for approval", needBid: "Type the number of the bid to be undone", pairSale: "Number of the sale (of its confirmation)", needSale: "Type the number of the sale, 1000000001 or above", pairBidder: "Number of the bidder", needBidder: "Type the bidder's number", pairFault: "Fault",
    pairPanel: "The panel's scores, a member a line: number and points, such as 31 87.50", needPanel: "Type a member's number and 0 to 100 points in each line, such as 31 87.50, and each member once", pairMean: (points, n) => `mean ${points} points of ${n}`, pairSheet: "Score sheet that the panel signed (its hash alone is sent)", needSheet: "Choose the score sheet's file; browsers hash files over HTTPS only",
    uphold: "Ask: uphold", dismiss: "Ask: dismiss",
    upholdOf: (n) => `Ask for approval to uphold objection ${n}`, dismissOf: (n) => `Ask for approval to dismiss objection ${n}`, twoPersons: "What needs two persons is asked for here and done once another of the staff approves",
  },
};
