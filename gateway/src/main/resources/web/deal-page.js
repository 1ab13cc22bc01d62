// Shows sales without bids and what they take from the bidder, and sends what the bidder does with them.

import { moment } from "./clock.js";
import { bindsFrom, dealActs, dealDeadline, isOver, needOfferOf, pledgeOf, priceOf, progressWord, stateWord } from "./deals.js";
import { fen, parseUnits, yuan } from "./money.js";
import { element, mark, onlooker, say, showAnswer } from "./page.js";
import { canSeal, fileHash } from "./sealed.js";
import { fill, fillFacts, wireTable } from "./table.js";
import { titled, word } from "./words.js";

function note(deal) {
  return word(`cause${deal.note}`) || deal.note;
}

/** Those that run before those that are over, the newest first. */
function ordered(market) {
  return [...market.deals.values()].sort((one, other) =>
    Number(isOver(one)) - Number(isOver(other)) || other.lot - one.lot);
}

function price(deal) {
  return priceOf(deal) ? yuan(priceOf(deal)) : "—";
}

function line(deal, current) {
  const due = dealDeadline(deal);
  const progress = progressWord(deal);
  const title = { does: "choose", text: `${deal.lot} · ${titled(deal.title)}` };
  const cells = [title, word(stateWord(deal)), due ? { until: due[1] } : "—", price(deal), word(`mode${deal.terms.mode}`), progress ? word(...progress) : ""];
  return { key: deal.lot, cells, current };
}

function fixed(deal) {
  const terms = deal.terms;
  return [
    [word("dealPrice"), price(deal)],
    [word("dealDeposit"), yuan(fen(terms.deposit || "0"))],
    [word("progress"), terms.exclusive ? word("dealExclusive") : word("dealLicences", deal.sold, terms.licences)],
  ];
}

function joint(deal) {
  const terms = deal.terms;
  return [
    [word("sharePrice"), price(deal)],
    [word("shares"), String(terms.shares)],
    [word("pledgedShares"), String(deal.pledged)],
    [word("overSubscription"), word(terms.overSubscription || "FIRST_COME")],
    ...(bindsFrom(deal) ? [[word("withdrawUntil"), moment(bindsFrom(deal))]] : []),
  ];
}

function publicity(deal) {
  const terms = deal.terms.publicity;
  if (!terms || !terms.days) {
    return [];
  }
  return [
    [word("publicityDays"), word("days", terms.days)],
    ...(deal.notices || []).map((notice) => [word(`notice${notice.place}`), notice.reference]),
    [word("relatedHead"), word(terms.related ? "relatedDeal" : "unrelatedDeal")],
    [word("openObjections"), String(deal.objections)],
    [word("summary"), terms.summary],
    [word("objectionWay"), terms.objections],
  ];
}

function agreed(deal) {
  return [
    [word("dealPrice"), price(deal)],
    [word("transfer"), word(deal.terms.transfer)],
    ...(deal.terms.useDays ? [[word("useDays"), word("days", deal.terms.useDays)]] : []),
    ...publicity(deal),
  ];
}

const FACTS = {
  FixedPrice: fixed,
  JointPurchase: joint,
  Need: (deal) => [[word("budget"), price(deal)]],
  Negotiated: agreed,
  UseFirst: agreed,
};

function facts(deal) {
  const due = dealDeadline(deal);
  return [
    ...(due ? [[word(due[0]), { until: due[1] }], [word("dueAt"), moment(due[1])]] : []),
    ...FACTS[deal.terms.mode](deal),
    [word("dealSeller"), String(deal.seller)],
  ];
}

function showPledgeCost(deal) {
  const shares = parseUnits(element("pledge-shares").value);
  const costs = shares && deal && deal.terms.sharePrice;
  say("pledge-cost", costs ? word("pledgeCost", yuan(BigInt(shares) * fen(deal.terms.sharePrice))) : "");
}

function showForms(deal, may, free) {
  element("deal-apply").hidden = !may.apply;
  element("buy").hidden = !may.buy;
  say("buy", word("buy", price(deal)));
  element("pledge").hidden = !may.pledge;
  showPledgeCost(deal);
  element("unpledge").hidden = !may.unpledge;
  element("object").hidden = !may.object;
  element("unobject").hidden = !may.unobject;
  element("convert").hidden = !may.convert;
  element("end-use").hidden = !may.convert;
  for (const button of document.querySelectorAll("#deal .acts button")) {
    button.disabled = !free;
  }
}

/** What somebody was told of one offer to a need, and what they can say to it. */
function offerLine(offer, open) {
  const said = offer.other ? word("offerOther", offer.other) : word(offer.interested ? "saysYes" : "saysNothing");
  const acts = open && !offer.other
    ? [offer.interested
      ? { does: "refuse", text: word("notInterested"), label: word("noInterestOf", offer.offer) }
      : { does: "want", text: word("interested"), label: word("interestOf", offer.offer) },
    offer.own ? { does: "withdraw", text: word("withdrawOffer") } : ""]
    : ["", ""];
  return {
    key: offer.offer,
    cells: [`${offer.offer}${offer.own ? ` · ${word("ownOffer")}` : ""}`, fen(offer.price) ? yuan(fen(offer.price)) : "—", said, ...acts, offer.proposal],
  };
}

function showOffers(deal, entry, may) {
  const offers = entry.offers || [];
  element("make-offer").hidden = !may.make;
  element("own-offers").hidden = offers.length === 0;
  fill(element("offers"), offers.map((offer) => offerLine(offer, deal.state === "OFFERED" && !deal.suspended)));
}

function mine(entry) {
  return [
    entry.agreed ? word("agreedBuyer") : "",
    entry.pledge ? word("myPledge", entry.pledge) : "",
    entry.objection ? word("myObjection", entry.objection) : "",
  ].filter(Boolean).join(" · ");
}

function showOne(market, deal, who, free) {
  say("deal-title", `${deal.lot} · ${titled(deal.title)}`);
  mark("deal-state", deal.suspended ? "SUSPENDED" : deal.state, word(stateWord(deal)));
  say("deal-mode", word(`mode${deal.terms.mode}`));
  say("deal-note", note(deal));
  fillFacts(element("deal-facts"), facts(deal));
  const bidder = who && who.role === "BIDDER";
  const entry = market.entry(deal.lot);
  const hindrance = market.hindrance(deal);
  say("deal-mine", bidder ? mine(entry) : "");
  const keepsOut = deal.state === "OFFERED" && hindrance;
  say("deal-entry", !bidder ? onlooker(who, "dealWatching") : keepsOut ? word(hindrance) : "");
  const may = bidder ? dealActs(deal, entry, hindrance) : {};
  showOffers(deal, bidder ? entry : {}, may);
  showForms(deal, may, free);
}

/** The file stays with its owner: what is sent is its hash. */
async function makeOffer(desk, deal) {
  const { wrong, ...offer } = needOfferOf(deal, element("need-price").value);
  const file = element("need-file").files[0];
  const hindered = wrong || (file ? "" : "needFile") || (canSeal() ? "" : "noSealing");
  if (hindered) {
    showAnswer("refused", word(hindered));
    return;
  }
  await desk.send("MakeOffer", { ...offer, proposal: await fileHash(file) });
}

/** The deal that is shown, if there is one. */
export function shownDeal(market, places) {
  const all = ordered(market);
  const number = places.among("deals", all.map((deal) => deal.lot));
  return all.find((deal) => deal.lot === number);
}

export function showDeals(market, places, who, free) {
  const all = ordered(market);
  const deal = shownDeal(market, places);
  fill(element("deals"), all.map((each) => line(each, each === deal)));
  say("deals-none", all.length ? "" : word("noDeals"));
  element("deal").hidden = !deal;
  if (deal) {
    showOne(market, deal, who, free);
  }
}

export function wireDeals(desk, market, places) {
  const current = () => shownDeal(market, places);
  const simple = (id, op) => element(id).addEventListener("click", () => desk.send(op, { lot: current().lot }));
  wireTable(element("deals"), { choose: (number) => places.go("deals", number) });
  element("buy").addEventListener("click", () => desk.send("BuyNow", { lot: current().lot, price: current().terms.price }));
  element("pledge-shares").addEventListener("input", () => showPledgeCost(current()));
  element("pledge").addEventListener("submit", (event) => {
    event.preventDefault();
    const { wrong, ...pledge } = pledgeOf(current(), element("pledge-shares").value);
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      desk.send("PledgeShares", pledge);
    }
  });
  element("object").addEventListener("submit", (event) => {
    event.preventDefault();
    const grounds = element("object-grounds").value.trim().replace(/\s+/g, " ");
    if (grounds) {
      desk.send("RaiseObjection", { lot: current().lot, grounds });
    } else {
      showAnswer("refused", word("noGrounds"));
    }
  });
  element("unobject").addEventListener("click", () => {
    const deal = current();
    desk.send("WithdrawObjection", { lot: deal.lot, objection: market.entry(deal.lot).objection });
  });
  element("make-offer").addEventListener("submit", (event) => {
    event.preventDefault();
    makeOffer(desk, current());
  });
  const interest = (interested) => (offer) => desk.send("TellInterest", { lot: current().lot, offer, interested });
  wireTable(element("offers"), { want: interest(true), refuse: interest(false), withdraw: () => desk.send("WithdrawOffer", { lot: current().lot }) });
  simple("deal-apply", "ApplyForLot");
  simple("unpledge", "WithdrawPledge");
  simple("convert", "ConvertUse");
  simple("end-use", "EndUse");
}
