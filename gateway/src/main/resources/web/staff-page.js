// The staff's desk under what is shown: whom they decide on, what one person decides, and what is asked for of a second.

import { moment } from "./clock.js";
import { isOver } from "./deals.js";
import { fen, yuan } from "./money.js";
import { element, say, showAnswer } from "./page.js";
import { showPair, wirePair } from "./pair-page.js";
import { decisions, isStaff, staffActs } from "./staff.js";
import { fill, wireTable } from "./table.js";
import { word } from "./words.js";

function application(party) {
  const place = party.intention;
  const state = place && place.lapsed ? word("partyLapsed") : word(`party${party.application}`);
  const more = [party.reason, party.agreed ? word("partyAgreed") : "", party.pledge ? word("partyPledge", party.pledge) : ""];
  return [place ? `${place.number} · ${state}` : state, ...more].filter(Boolean).join(" · ");
}

function relation(party) {
  const declared = party.intention && party.intention.related ? word("declared") : "";
  return [declared, party.mark === "NONE" ? "" : word("marked", word(`mark${party.mark}`))].filter(Boolean).join(" · ");
}

function partyLine(party) {
  const may = decisions(party);
  const offer = party.intention && fen(party.intention.offer) ? yuan(fen(party.intention.offer)) : "—";
  const until = party.intention && party.intention.until;
  const number = party.participant;
  return {
    key: number,
    cells: [
      String(number), application(party), offer, relation(party), until ? { until } : "—",
      may.qualify ? { does: "qualify", text: word("qualify"), label: word("qualifyOf", number) } : "",
      may.refuse ? { does: "refuse", text: word("refuse"), label: word("refuseOf", number) } : "",
      { does: "mark", text: word(party.mark === "RELATED_PARTY" ? "unmark" : "markRelated"), label: word("markOf", number) },
    ],
  };
}

function objectionLine(open) {
  const until = open.decideBy ? moment(open.decideBy) : "—";
  const decide = ["uphold", "dismiss"].map((does) => ({ does, text: word(does), label: word(`${does}Of`, open.objection) }));
  return { key: open.objection, cells: [String(open.objection), open.objector ? String(open.objector) : word("outside"), open.grounds, until, ...decide] };
}

function offerLine(offer) {
  const says = (yes) => word(yes ? "saysYes" : "saysNothing");
  return {
    key: offer.offer,
    cells: [String(offer.offer), String(offer.by), fen(offer.price) ? yuan(fen(offer.price)) : "—", says(offer.interested), says(offer.ownerInterested), offer.proposal],
  };
}

function showActs(listing, deal, free) {
  const may = staffActs(listing, deal);
  element("suspend").hidden = !may.suspend;
  element("resume").hidden = !may.resume;
  element("publish").hidden = !may.publish;
  for (const button of document.querySelectorAll("#staff button")) {
    button.disabled = !free;
  }
}

/** shown: {lot, listing, deal, listed, auction}, its number 0 where nothing is shown. */
export function showStaff(parties, shown, who, free) {
  element("staff").hidden = !isStaff(who) || !shown.lot;
  if (element("staff").hidden) {
    return;
  }
  say("staff-title", word("staffTitle", shown.lot));
  const all = [...parties.all.values()];
  const objections = shown.deal && isOver(shown.deal) ? [] : [...parties.objections.values()];
  const offers = parties.offers();
  fill(element("parties"), all.map(partyLine));
  say("parties-none", all.length ? parties.complete ? "" : word("manyParties") : word("noParties"));
  element("staff-objections").hidden = !shown.deal;
  fill(element("objections"), objections.map(objectionLine));
  say("objections-none", objections.length ? "" : word("noObjections"));
  element("staff-offers").hidden = offers.length === 0;
  fill(element("need-offers"), offers.map(offerLine));
  showActs(shown.listing, shown.deal, free);
  showPair(shown, free);
}

/** desk sends; shown() is what is shown, as for showStaff. */
export function wireStaff(desk, parties, shown) {
  const reasoned = (send) => (op, fields) => {
    const reason = element("staff-reason").value.trim().replace(/\s+/g, " ");
    if (reason) {
      send(op, { ...fields, reason });
    } else {
      showAnswer("refused", word("needReason"));
    }
  };
  const because = reasoned((op, fields) => desk.send(op, fields));
  const ask = (op, fields) => desk.request(op, fields);
  const askBecause = reasoned(ask);
  const decide = (qualified) => (participant) => because("QualifyBidder", { lot: shown().lot, participant, qualified });
  wireTable(element("parties"), {
    qualify: decide(true),
    refuse: decide(false),
    mark: (participant) => {
      const related = parties.all.get(participant).mark === "RELATED_PARTY";
      because("MarkParty", { lot: shown().lot, participant, cause: related ? "NONE" : "RELATED_PARTY" });
    },
  });
  const decideObjection = (upheld) => (objection) => askBecause("DecideObjection", { lot: shown().lot, objection, upheld });
  wireTable(element("objections"), { uphold: decideObjection(true), dismiss: decideObjection(false) });
  wirePair(askBecause, ask, shown);
  element("suspend").addEventListener("submit", (event) => {
    event.preventDefault();
    because("SuspendListing", { listing: shown().listing.listing, cause: element("suspend-cause").value });
  });
  element("resume").addEventListener("click", () => because("ResumeListing", { listing: shown().listing.listing }));
  element("publish").addEventListener("submit", (event) => {
    event.preventDefault();
    const reference = element("publish-reference").value.trim();
    desk.send("PublishDeal", { lot: shown().lot, place: element("publish-place").value, reference });
  });
}
