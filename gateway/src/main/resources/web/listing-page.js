// Shows the listings and what their lots take from the bidder, and sends what the bidder does with them.

import { moment } from "./clock.js";
import { sentence } from "./course-page.js";
import { mechanism } from "./course.js";
import { mechanismWord } from "./course-words.js";
import { deadline, intentionOf, isJoinable, leadingQuote, listingActs, offerOf, quotes, stateWord } from "./listings.js";
import { fen, yuan } from "./money.js";
import { element, mark, onlooker, say, showAnswer } from "./page.js";
import { fill, fillFacts, wireTable } from "./table.js";
import { titled, word } from "./words.js";

const UNDECIDED = ["NONE", "RECEIVED"];

function kind(lot) {
  return quotes(lot) ? word("kindQuotes") : word("kindThen", mechanismWord(mechanism({ phases: lot.phases, phase: 1 })));
}

/** Those that run before those that are over, the newest first. */
function ordered(market) {
  const all = [...market.listings.values()].filter((listing) => market.lots.has(listing.lot));
  const over = (listing) => Number(!deadline(listing, market.lots.get(listing.lot)) && listing.closesAt === 0
    && !["CONFIRMING", "SUSPENDED"].includes(listing.state));
  return all.sort((one, other) => over(one) - over(other) || other.listing - one.listing);
}

function line(listing, lot, current) {
  const due = deadline(listing, lot);
  const title = { does: "choose", text: `${listing.listing} · ${titled(lot.title)}` };
  const cells = [title, word(stateWord(listing, lot)), due ? { until: due[1] } : "—", yuan(listing.listPrice), kind(lot)];
  return { key: listing.listing, cells, current };
}

function facts(listing, lot) {
  const due = deadline(listing, lot);
  const dynamic = quotes(lot);
  const lead = listing.paddle ? word("quoteOf", yuan(listing.price), listing.paddle) : word("nobodyQuoted");
  const agrees = ["AGREEING", "AGREED", "NO_AGREEMENT"].includes(listing.state) && listing.price;
  const most = (listing.terms.extension || {}).mostCycles;
  return [
    [word("listPrice"), yuan(listing.listPrice)],
    ...(dynamic ? [[word("highestQuote"), lead], [word("quoteCount"), String(listing.quotes)]] : []),
    ...(agrees && !dynamic ? [[word("agreementPrice"), yuan(listing.price)], [word("agreementParty"), String(listing.paddle)]] : []),
    ...(due ? [[word(due[0]), { until: due[1] }], [word("dueAt"), moment(due[1])]] : []),
    [word("lastDay"), listing.lastDay],
    [word("cycles"), word("cyclesOf", listing.cycle, most)],
    ...(listing.parties ? [[word("parties"), String(listing.parties)]] : []),
    [word("deposit"), yuan(lot.deposit)],
  ];
}

/** Of public quotes whoever has quoted leads or has been outbid. */
function showStanding(listing, lot, own, paddle) {
  const quoted = Boolean(quotes(lot) && paddle && own && listing.state === "DISCLOSING");
  const leads = listing.paddle === paddle;
  mark("listing-standing", leads ? "leading" : "outbid", quoted ? word(leads ? "leading" : "outbid") : "");
}

function showPlace(listing, lot, entry, paddle) {
  const place = entry.intention;
  const told = place && !place.lapsed
    ? [word("myPlace", place.number), fen(place.offer) ? word("myOffer", yuan(fen(place.offer))) : "", paddle ? word("paddle", paddle) : ""]
    : [place ? word("placeLapsed") : ""];
  say("listing-place", told.filter(Boolean).join(" · "));
  showStanding(listing, lot, fen((place || {}).offer || "0"), paddle);
  const runs = place && !place.lapsed && place.until && !paddle;
  const due = word(UNDECIDED.includes(entry.application) ? "decideDue" : "payDue");
  fillFacts(element("listing-term"), runs ? [[due, { until: place.until }], [word("dueAt"), moment(place.until)]] : []);
}

function showForms(listing, lot, paddle, may, free) {
  const dynamic = Boolean(quotes(lot));
  element("register").hidden = !may.register;
  element("register-offer-label").hidden = dynamic;
  element("listing-hold").hidden = !may.hold;
  say("listing-hold", word("listingHold", yuan(lot.deposit)));
  element("quote-next").hidden = !may.quote || listing.paddle === paddle;
  say("quote-next", dynamic ? word("quoteNext", yuan(leadingQuote(listing, lot))) : "");
  element("offer").hidden = !(may.quote || may.offer);
  say("offer-label", word(dynamic ? "quoteAmount" : "offerAmount"));
  say("offer-send", word(dynamic ? "quote" : "offer"));
  for (const button of document.querySelectorAll("#listing .acts button")) {
    button.disabled = !free;
  }
}

function showOne(market, listing, who, free) {
  const lot = market.lots.get(listing.lot);
  say("listing-title", `${listing.listing} · ${titled(lot.title)}`);
  mark("listing-state", listing.state, word(stateWord(listing, lot)));
  say("listing-kind", kind(lot));
  say("listing-note", listing.note);
  say("listing-said", lot.said ? sentence(lot.said) : "");
  fillFacts(element("listing-facts"), facts(listing, lot));
  const { days, decideDays, depositDays, agreeDays } = listing.terms;
  say("listing-terms", word("listingTerms", days, decideDays, depositDays, agreeDays));
  say("listing-secret", listing.parties || quotes(lot) ? "" : word("secretIntentions"));
  element("listing-rules").href = `/v1/lots/${lot.lot}/rules`;
  element("listing-lot").hidden = listing.state !== "COMPETITION";
  const bidder = who && who.role === "BIDDER";
  const entry = market.entry(lot.lot);
  const paddle = market.paddles.get(lot.lot) || 0;
  const hindrance = market.hindrance(lot);
  showPlace(listing, lot, bidder ? entry : {}, paddle);
  const keepsOut = isJoinable(listing) && hindrance && hindrance !== "applicationNONE";
  say("listing-entry", !bidder ? onlooker(who, "listingWatching") : keepsOut ? word(hindrance) : "");
  showForms(listing, lot, paddle, bidder ? listingActs(listing, lot, entry, paddle, hindrance) : {}, free);
}

/** The listing that is shown, if there is one. */
export function shownListing(market, places) {
  const all = ordered(market);
  const number = places.among("listings", all.map((listing) => listing.listing));
  return all.find((listing) => listing.listing === number);
}

/** Shows all and the chosen one; answers nothing where there is none. */
export function showListings(market, places, who, free) {
  const all = ordered(market);
  const chosen = shownListing(market, places);
  fill(element("listings"), all.map((listing) => line(listing, market.lots.get(listing.lot), listing === chosen)));
  say("listings-none", all.length ? "" : word("noListings"));
  element("listing").hidden = !chosen;
  if (chosen) {
    showOne(market, chosen, who, free);
  }
}

/** desk sends; current() is the listing that is shown. */
export function wireListings(desk, market, places) {
  const current = () => shownListing(market, places);
  const submit = (op, { wrong, ...fields }, input) => {
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      input.value = "";
      desk.send(op, fields);
    }
  };
  wireTable(element("listings"), { choose: (number) => places.go("listings", number) });
  element("register").addEventListener("submit", (event) => {
    event.preventDefault();
    const offer = element("register-offer");
    submit("RegisterIntention", intentionOf(current(), offer.value, element("register-related").checked), offer);
  });
  element("listing-hold").addEventListener("click", () => desk.hold(current().lot));
  element("quote-next").addEventListener("click", () => {
    const listing = current();
    desk.send("OfferPrice", { listing: listing.listing, amount: leadingQuote(listing, market.lots.get(listing.lot)).toString() });
  });
  element("offer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit("OfferPrice", offerOf(current(), element("offer-amount").value), element("offer-amount"));
  });
  element("listing-lot").addEventListener("click", () => {
    market.choose(current().lot);
    places.go("lots");
  });
}
