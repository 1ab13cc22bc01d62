// Acts of two persons that can be asked for of what is shown, and the fields of each.

import { mechanism, terms } from "./course.js";
import { isOver } from "./deals.js";
import { runs as isListed } from "./listings.js";
import { hasBegun } from "./lot-states.js";
import { parseUnits } from "./money.js";

const OF_LISTING = ["ConcludeAgreement", "TerminateListing"];
const WITHOUT_AWARD = ["FixedPrice", "Need"];

/** The most that a member of a panel gives, in hundredths of a point, and the most members. */
const BEST = 10000;
const MAX_PANEL = 99;

/** The first number the venue gives a sale; a smaller one is a slip that would void a lot. */
const FIRST_SALE = 1000000001;

/** What is typed for an act beside its reason. */
const INPUTS = { UndoBid: ["number"], RecordScores: ["bidder", "panel", "sheet"], VoidEnvelope: ["bidder", "fault"] };

function ofListing(listing) {
  return [listing.state === "AGREEING" && "ConcludeAgreement", isListed(listing) && "TerminateListing"];
}

/** Each of its sales is a lot of its own, and void alone. */
function isOffer(deal) {
  return Boolean(deal) && deal.terms.mode === "FixedPrice";
}

function ofDeal(deal) {
  const awarded = deal.state === "AWARDED" && !WITHOUT_AWARD.includes(deal.terms.mode);
  return [!isOver(deal) && "EndDeal", (awarded || (isOffer(deal) && deal.sold > 0)) && "VoidLot"];
}

function ofLot(lot) {
  const open = lot.state === "OPEN";
  const called = open && mechanism(lot) === "LiveCalls" && lot.bids > 0;
  const heldOpening = open && lot.stageKind === "REVEAL" && terms(lot).envelopeKey;
  const runs = hasBegun(lot);
  return [
    open && lot.stageKind === "SCORING" && "RecordScores", heldOpening && "VoidEnvelope",
    lot.state === "HAMMERED" && "ReopenLot", called && "UndoBid", (runs || lot.state === "ANNOUNCED") && "TerminateLot",
    (runs || lot.state === "AWARDED") && "VoidLot",
  ];
}

/**
 * The acts of two persons that can be asked for as things stand; of objections their own table speaks.
 *
 * @param listing of the lot, where it has one; until it is over, it speaks for its lot
 * @param lot what bids are made on
 */
export function pairActs(listing, deal, lot) {
  const runs = listing && isListed(listing);
  const acts = runs ? ofListing(listing) : deal ? ofDeal(deal) : lot ? ofLot(lot) : [];
  return acts.filter(Boolean);
}

/** Whether such an act states a reason; a panel's finding has its score sheet. */
export function hasReason(op) {
  return op !== "RecordScores";
}

/** Which inputs such an act needs: number, sale, bidder, fault, panel, sheet. */
export function pairInputs(op, deal) {
  return op === "VoidLot" && isOffer(deal) ? ["sale"] : INPUTS[op] || [];
}

function numbered(name, text, wrong) {
  const number = parseUnits(text);
  return number ? { [name]: number } : { wrong };
}

/** A line of a panel's finding: a member's number and points; null where it is none. */
function scoreOf(line) {
  const typed = /^(\d{1,9})[\s:：]+(\d{1,3})(?:\.(\d{1,2}))?$/.exec(line.trim());
  const score = typed && { member: Number(typed[1]), quality: Number(typed[2]) * 100 + Number((typed[3] || "").padEnd(2, "0")) };
  return score && score.member > 0 && score.quality <= BEST ? score : null;
}

/** What a panel found, a line a member, with the mean of it in hundredths of a point, half up; or the word for what is wrong. */
export function panelOf(text) {
  const panel = text.split("\n").filter((line) => line.trim()).map(scoreOf);
  const size = panel.length;
  if (size === 0 || size > MAX_PANEL || panel.includes(null) || new Set(panel.map((score) => score.member)).size < size) {
    return { wrong: "needPanel" };
  }
  const sum = panel.reduce((points, score) => points + score.quality, 0);
  return { quality: Math.floor((2 * sum + size) / (2 * size)), panel };
}

/** What each input gives the command: fields of it, or the word for what is wrong. */
const READ = {
  number: (text) => numbered("number", text, "needBid"),
  sale: (text) => (parseUnits(text) >= FIRST_SALE ? numbered("lot", text) : { wrong: "needSale" }),
  bidder: (text) => numbered("bidder", text, "needBidder"),
  fault: (fault) => ({ fault }),
  panel: panelOf,
  sheet: (sheet) => (sheet ? { sheet } : { wrong: "needSheet" }),
};

/**
 * The fields of such an act beside its reason, with the word for what is wrong where something is.
 *
 * @param typed what was typed, by its input; of the score sheet its hash, empty where no file was chosen
 */
export function pairFields(op, { lot, listed, deal }, typed) {
  const about = OF_LISTING.includes(op) ? { listing: listed.listing } : { lot };
  return pairInputs(op, deal).reduce((fields, name) => (fields.wrong ? fields : { ...fields, ...READ[name](typed[name]) }), about);
}
