// What the page knows of listings: views and events in; plain values, deadlines and the acts they take out.

import { isBidding } from "./lot-states.js";
import { fen, parseYuan } from "./money.js";

const JOINABLE = ["DISCLOSING", "CONFIRMING"];
const RUNS = [...JOINABLE, "AGREEING", "SUSPENDED"];
const ENTERABLE = ["", "applicationNONE"];

/** A listing as a snapshot has it. */
export function read(view) {
  return { ...view, listPrice: fen(view.listPrice), price: fen(view.price) };
}

/** A listing as it is announced. */
export function announcedListing(event) {
  const fresh = { state: "DISCLOSING", cycle: 0, quotes: 0, paddle: 0, price: "0", parties: 0, note: "" };
  return read({ ...event, ...fresh });
}

function stands(state, closesAt, note = "") {
  return { state, closesAt, note };
}

/** What an event changes of a listing. */
export function listed(event) {
  switch (event.event) {
    case "ListingQuoted":
      return { quotes: event.number, paddle: event.bestPaddle, price: fen(event.best), closesAt: event.closesAt };
    case "BestQuoteChanged":
      return { paddle: event.bestPaddle, price: fen(event.best) };
    case "ListingExtended":
      return { ...stands("DISCLOSING", event.closesAt), cycle: event.cycle, lastDay: event.lastDay };
    case "ListingSuspended":
      return stands("SUSPENDED", 0, event.reason);
    case "ListingResumed":
      return { ...stands(event.closesAt ? "DISCLOSING" : "CONFIRMING", event.closesAt), lastDay: event.lastDay };
    case "DisclosureEnded":
      return stands("CONFIRMING", 0);
    case "AgreementDue":
      return { ...stands("AGREEING", event.until), paddle: event.paddle, price: fen(event.price) };
    case "ListingClosed":
      return { ...stands(event.outcome, event.opensAt, event.reason), parties: event.parties };
    default:
      return {};
  }
}

/** The terms of the quotes that are given in the disclosure, or null where none are. */
export function quotes(lot) {
  const first = ((lot && lot.phases) || [])[0] || {};
  return first.mechanism === "Quotes" ? first : null;
}

/** Whether it is not over, so that the venue may end it. */
export function runs(listing) {
  return RUNS.includes(listing.state);
}

/** Whether its parties are still being found. */
export function isJoinable(listing) {
  return JOINABLE.includes(listing.state);
}

/** The word for where it is: its own state, and once its lot goes its own way, the lot's. */
export function stateWord(listing, lot) {
  return listing.state === "COMPETITION" && lot && lot.state !== "ANNOUNCED" ? lot.state : `listing${listing.state}`;
}

/** When time decides about it next, as a word and microseconds; null where nothing public is due. */
export function deadline(listing, lot) {
  if (listing.state === "COMPETITION" && lot && lot.state !== "ANNOUNCED") {
    return isBidding(lot) && lot.closesAt ? ["dueHammer", lot.closesAt] : null;
  }
  const words = { DISCLOSING: "dueDisclosure", AGREEING: "dueAgreement", COMPETITION: "dueOpening" };
  return listing.closesAt && words[listing.state] ? [words[listing.state], listing.closesAt] : null;
}

/** The lowest quote that would lead: the list price, or whole steps above the highest. */
export function leadingQuote(listing, lot) {
  const terms = quotes(lot);
  return listing.price ? listing.price + fen(terms.step) : fen(terms.start);
}

/**
 * Which acts the listing takes now from this bidder: register, hold (the deposit), quote (in public), offer (to the venue).
 *
 * @param entry what the bidder was told about the lot
 * @param paddle theirs on the lot, 0 where no deposit is held
 * @param hindrance the word for what keeps them out of the lot, empty where nothing does
 */
export function listingActs(listing, lot, entry, paddle, hindrance) {
  const discloses = listing.state === "DISCLOSING";
  const before = discloses || listing.state === "CONFIRMING";
  const place = entry.intention;
  const stands = Boolean(place) && !place.lapsed;
  const dynamic = Boolean(quotes(lot));
  const mine = listing.state === "AGREEING" && paddle !== 0 && listing.paddle === paddle;
  return {
    register: discloses && !place && ENTERABLE.includes(hindrance),
    hold: before && stands && !paddle && hindrance === "",
    quote: dynamic && discloses && stands && paddle !== 0,
    offer: !dynamic && stands && (before || mine),
  };
}

/** The fields of an intention, or the word for what is wrong; the offer may stay empty. */
export function intentionOf(listing, text, related) {
  const amount = text.trim() === "" ? 0n : parseYuan(text);
  if (amount === null) {
    return { wrong: "badAmount" };
  }
  return { listing: listing.listing, ...(amount ? { offer: amount.toString() } : {}), related };
}

/** The fields of a quote or an offer, or the word for what is wrong with it. */
export function offerOf(listing, text) {
  const amount = parseYuan(text);
  return amount === null ? { wrong: "badAmount" } : { listing: listing.listing, amount: amount.toString() };
}
