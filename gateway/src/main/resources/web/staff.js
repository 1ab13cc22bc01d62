// What the venue's staff are told of whom they decide on: the channel desk.N in, plain values out.

import { isAgreed } from "./deals.js";
import { isJoinable } from "./listings.js";
import { UNWRITTEN, underWay } from "./own.js";

export class Parties {
  constructor() {
    this.close();
  }

  /** Nothing is shown any more. */
  close() {
    this.all = new Map();
    this.objections = new Map();
    this.complete = true;
  }

  snapshot(value) {
    this.all = new Map(value.parties.map((party) => [party.participant, party]));
    this.objections = new Map(value.objections.map((open) => [open.objection, open]));
    this.complete = value.complete;
  }

  push(event) {
    if (event.event === "ObjectionRaised") {
      this.objections.set(event.objection, event);
    } else if (["ObjectionDecided", "ObjectionWithdrawn"].includes(event.event)) {
      this.objections.delete(event.objection);
    }
    const participant = event.participant || event.buyer;
    if (participant) {
      const before = this.all.get(participant) || { ...UNWRITTEN, participant };
      this.all.set(participant, { ...before, ...underWay(before, event) });
    }
  }

  /** Each offer to a need once: who made it, and what both sides say to it. */
  offers() {
    const told = [...this.all.values()].flatMap((party) => (party.offers || []).map((offer) => ({ ...offer, by: party.participant })));
    return told.filter((offer) => offer.own).map((offer) => {
      const received = told.find((other) => !other.own && other.offer === offer.offer);
      return { ...offer, ownerInterested: Boolean(received && received.interested) };
    }).sort((one, other) => one.offer - other.offer);
  }
}

/** Who decides for the venue. */
export function isStaff(who) {
  return Boolean(who && ["CLERK", "OPERATOR"].includes(who.role));
}

/** Which decisions a party's application takes now: qualify, refuse. */
export function decisions(party) {
  const asked = party.application !== "NONE" && !(party.intention && party.intention.lapsed);
  return { qualify: asked && party.application !== "QUALIFIED", refuse: asked && party.application !== "REFUSED" };
}

/** Which acts of one person the staff can do about a listing or a deal as it stands: suspend, resume, publish. */
export function staffActs(listing, deal) {
  const runs = Boolean(listing) && isJoinable(listing);
  const agreed = Boolean(deal) && deal.state === "PREPARED" && isAgreed(deal);
  return { suspend: runs, resume: Boolean(listing) && listing.state === "SUSPENDED", publish: agreed && (deal.notices || []).length < 2 };
}
