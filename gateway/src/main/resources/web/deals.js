// What the page knows of sales without bids: views and events in, plain values out.

import { fen, parseUnits, parseYuan } from "./money.js";

const AGREED = ["Negotiated", "UseFirst"];
const OVER = ["AWARDED", "ANNULLED", "PASSED", "TERMINATED", "ENDED"];

/** Whether it is agreed with one buyer, and public before it is awarded. */
export function isAgreed({ terms }) {
  return AGREED.includes(terms.mode);
}

/** Whether it is over, sold or not. */
export function isOver(deal) {
  return OVER.includes(deal.state);
}

/** A deal as it is announced. */
export function announced(event) {
  const state = isAgreed(event) ? "PREPARED" : "OFFERED";
  return { ...event, state, suspended: false, sold: 0, pledged: 0, objections: 0, note: "", notices: [] };
}

function over(state, note) {
  return { state, suspended: false, closesAt: 0, note };
}

function moved(deal, event) {
  return { closesAt: event.closesAt, withdrawUntil: event.withdrawUntil || deal.withdrawUntil || 0 };
}

/** From when on pledges bind, microseconds; 0 where they do at once. */
export function bindsFrom(deal) {
  return deal.withdrawUntil || deal.terms.withdrawUntil || 0;
}

/** What an event changes of a deal. */
export function dealt(deal, event) {
  switch (event.event) {
    case "OrderTaken":
    case "SaleReturned":
      return { sold: event.sold };
    case "PledgeMade":
    case "PledgeWithdrawn":
      return { pledged: event.pledged };
    case "DealPublished":
      return { notices: [...(deal.notices || []), { place: event.place, reference: event.reference }] };
    case "PublicityBegun":
      return { state: "PUBLICITY", closesAt: event.closesAt };
    case "AwardWithheld":
      return { state: "WITHHELD", closesAt: 0 };
    case "UseBegun":
      return { state: "IN_USE", closesAt: event.closesAt };
    case "DealMoved":
      return moved(deal, event);
    case "ObjectionRaised":
      return { objections: deal.objections + 1 };
    case "ObjectionDecided":
    case "ObjectionWithdrawn":
      return { objections: event.open };
    case "LotSuspended":
      return { suspended: true };
    case "LotResumed":
      return { suspended: false, ...moved(deal, event) };
    case "LotAwarded":
      return over("AWARDED", "");
    case "LotPassed":
      return over("PASSED", event.cause);
    case "LotTerminated":
      return over("TERMINATED", event.reason);
    case "LotVoided":
      return over("ANNULLED", event.reason);
    case "DealEnded":
      return over("ENDED", event.reason || event.cause);
    default:
      return {};
  }
}

/** What it costs, fen: of a joint purchase a share, of a need what its owner thinks of; zero where it is not said. */
export function priceOf(deal) {
  const terms = deal.terms;
  return fen(terms.price || terms.sharePrice || terms.budget || "0");
}

/** The word for where the deal is. */
export function stateWord(deal) {
  return deal.suspended ? "SUSPENDED" : `deal${deal.state}`;
}

/** How far it has come, as a word and its values, or null where there is nothing to count. */
export function progressWord(deal) {
  if (deal.terms.mode === "FixedPrice") {
    return ["dealSold", deal.sold];
  }
  if (deal.terms.mode === "JointPurchase") {
    return ["dealPledged", deal.pledged, deal.terms.shares];
  }
  return deal.objections ? ["dealObjections", deal.objections] : null;
}

/** When time decides about it next, as a word and microseconds; null where nothing is due. */
export function dealDeadline(deal) {
  const words = { PUBLICITY: "duePublicity", IN_USE: "dueUse", OFFERED: "dueOffer" };
  return deal.closesAt && words[deal.state] ? [words[deal.state], deal.closesAt] : null;
}

/**
 * Which acts the deal takes now from this bidder: apply, buy, pledge, unpledge, object, unobject, convert (take what was in use), make (an offer).
 *
 * @param entry what the bidder was told about the deal
 * @param hindrance the word for what keeps them out of it, empty where nothing does
 */
export function dealActs(deal, entry, hindrance) {
  const mode = deal.terms.mode;
  const offered = deal.state === "OFFERED" && !deal.suspended;
  const free = hindrance === "";
  const joint = mode === "JointPurchase" && offered;
  const isPublic = deal.state === "PUBLICITY" || (deal.state === "PREPARED" && (deal.notices || []).length > 0);
  return {
    apply: hindrance === "applicationNONE" && (offered || deal.state === "PREPARED"),
    buy: mode === "FixedPrice" && offered && free,
    pledge: joint && free && !entry.pledge,
    unpledge: joint && Boolean(entry.pledge),
    object: isAgreed(deal) && isPublic && !entry.objection && !entry.agreed,
    unobject: isAgreed(deal) && Boolean(entry.objection),
    make: mode === "Need" && offered && free && !(entry.offers || []).length,
    convert: mode === "UseFirst" && deal.state === "IN_USE" && Boolean(entry.agreed),
  };
}

/** The fields of a pledge, or the word for what is wrong with it. */
export function pledgeOf(deal, text) {
  const shares = parseUnits(text);
  return shares ? { lot: deal.lot, shares } : { wrong: "badUnits" };
}

/** The fields of an offer to a need but for its proposal, or the word for what is wrong; the price may stay empty. */
export function needOfferOf(deal, text) {
  const price = text.trim() === "" ? 0n : parseYuan(text);
  return price === null ? { wrong: "badAmount" } : { lot: deal.lot, price: price.toString() };
}
