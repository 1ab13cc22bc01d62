// What the page knows of the market: snapshots and events in, plain values out.

import { course, ownCourse } from "./course.js";
import { announced, dealt } from "./deals.js";
import { announcedListing, listed, read as readListing } from "./listings.js";
import { hasBegun } from "./lot-states.js";
import { fen } from "./money.js";
import { UNWRITTEN, underWay } from "./own.js";

const HISTORY = 50;
const PRICED = ["LEVEL", "TURN", "ROUND"];

function stage(event) {
  if (event.kind === "ASK") {
    return { state: "CLOSING", closesAt: event.closesAt, remaining: 0, note: "" };
  }
  if (event.kind === "REVEAL" && event.paddle !== 0) {
    return {};
  }
  const closes = { closesAt: event.closesAt };
  return PRICED.includes(event.kind) ? { ...closes, nextMinimum: fen(event.price) } : closes;
}

const ANYBODY = { realName: false, qualification: false, exportClass: "UNCLASSIFIED", paddlesFixed: false };
const STRANGER = { admission: "REGISTERED", residence: "UNKNOWN", staff: false };

/** One of the lot's winners, best first; the best one's price is the lot's. */
function awarded(lot, event) {
  const share = event.share || { place: 1, units: 0, unitPrice: "0" };
  const won = { paddle: event.paddle, amount: fen(event.amount), units: share.units, unitPrice: fen(share.unitPrice) };
  const winners = [...lot.winners, won];
  if (share.place > 1) {
    return { winners };
  }
  const price = share.units ? won.unitPrice : won.amount;
  return { state: "AWARDED", closesAt: 0, remaining: 0, price, leader: event.paddle, bids: event.bids, note: "", winners };
}

function worked(lot, event) {
  switch (event.event) {
    case "LotOpened":
      return { state: "OPEN", phase: event.phase, closesAt: event.closesAt, nextMinimum: fen(event.nextMinimum), remaining: 0, note: "" };
    case "BidAccepted":
      return { price: fen(event.amount), leader: event.paddle, bids: event.number, nextMinimum: fen(event.nextMinimum), closesAt: event.closesAt };
    case "OfferScored":
      return event.rank === 1 ? { price: fen(event.amount), leader: event.paddle } : {};
    case "LotExtended":
      return { closesAt: event.closesAt, extensions: event.extension };
    case "LotPaused":
      return { state: "PAUSED", closesAt: 0, remaining: event.remaining, note: event.reason || event.cause };
    case "LotSuspended":
      return { state: "SUSPENDED", closesAt: 0, remaining: event.remaining, note: event.reason };
    case "LotResumed":
      return { state: "OPEN", closesAt: event.closesAt, remaining: 0, note: "" };
    case "PaddlesFixed":
      return { paddleCommitment: event.commitment };
    case "StageOpened":
      return stage(event);
    case "BidUndone":
      return { price: fen(event.price), leader: event.paddle, nextMinimum: fen(event.nextMinimum) };
    case "IncrementOverridden":
      return { nextMinimum: fen(event.nextMinimum) };
    case "HammerFallen":
      return { state: "HAMMERED", closesAt: 0, remaining: 0, note: "" };
    case "LotReopened":
      return { state: "OPEN", closesAt: event.closesAt, remaining: 0, note: "" };
    case "LotPostponed":
      return { opensAt: event.opensAt };
    case "LotVoided":
      return { state: "ANNULLED", closesAt: 0, remaining: 0, note: event.reason };
    case "LotTerminated":
      return { state: "TERMINATED", closesAt: 0, remaining: 0, note: event.reason };
    case "LotAwarded":
      return awarded(lot, event);
    case "LotPassed":
      return { state: "PASSED", closesAt: 0, remaining: 0, note: event.cause };
    case "LotWithdrawn":
      return { state: "WITHDRAWN", closesAt: 0, remaining: 0, note: event.reason };
    default:
      return {};
  }
}

function read(view) {
  const winners = (view.winners || []).map((won) => ({ ...won, amount: fen(won.amount), unitPrice: fen(won.unitPrice) }));
  return { ...view, price: fen(view.price), nextMinimum: fen(view.nextMinimum), deposit: fen(view.deposit), stagePrice: fen(view.stagePrice || 0), winners };
}

export class Market {
  constructor() {
    this.lots = new Map();
    this.roadshows = new Map();
    this.deals = new Map();
    this.listings = new Map();
    this.asOf = new Map(); // the record up to which a page has told of a number
    this.chosen = 0;
    this.history = [];
    this.closeOwn();
  }

  /** Nobody is signed in whose paddles and entries these would be. */
  closeOwn() {
    this.paddles = new Map();
    this.person = STRANGER;
    this.entries = new Map();
  }

  snapshot(channel, value) {
    if (channel === "me") {
      this.paddles = new Map(value.deposits.map((held) => [held.lot, held.paddle]));
      this.person = { admission: value.admission, residence: value.residence, staff: value.staff };
      this.entries = new Map(value.entries.map((entry) => [entry.lot, entry]));
    } else if (channel === "lots") {
      [this.lots, this.roadshows, this.deals, this.listings, this.asOf] = Array.from({ length: 5 }, () => new Map());
      this.page(value);
    } else if (value.lot) {
      this.lots.set(value.lot.lot, read(value.lot));
      this.history = value.bids.slice().reverse();
    }
  }

  /** Takes a page of all there is. */
  page(value) {
    value.lots.forEach((view) => this.lots.set(view.lot, read(view)));
    value.roadshows.forEach((show) => this.roadshows.set(show.roadshow, show));
    (value.deals || []).forEach((deal) => this.deals.set(deal.lot, deal));
    (value.listings || []).forEach((view) => this.listings.set(view.lot, readListing(view)));
    [...value.lots, ...(value.deals || [])].forEach(({ lot }) => this.asOf.set(lot, value.sequence));
  }

  /** Takes an event in; returns what was known of its lot before. */
  push(event) {
    if (event.ch === "me") {
      this.own(event);
      return undefined;
    }
    if (event.ch !== "lots") {
      this.chronicle(event);
      return undefined;
    }
    if (event.seq <= this.asOf.get(event.lot)) {
      return undefined;
    }
    if (event.roadshow) {
      this.roadshow(event);
    }
    this.deal(event);
    this.listing(event);
    return event.lot ? this.lot(event) : undefined;
  }

  deal(event) {
    const before = this.deals.get(event.lot);
    if (event.event === "ObjectionDecided" && this.entry(event.lot).objection === event.objection) {
      this.enter(event.lot, { objection: 0 });
    }
    if (event.event === "DealAnnounced") {
      this.deals.set(event.lot, announced(event));
    } else if (before) {
      this.deals.set(event.lot, { ...before, ...dealt(before, event) });
    }
  }

  listing(event) {
    const before = this.listings.get(event.lot);
    if (event.event === "ListingAnnounced") {
      this.listings.set(event.lot, announcedListing(event));
    } else if (before) {
      this.listings.set(event.lot, { ...before, ...listed(event) });
    }
  }

  own(event) {
    const told = underWay(this.entry(event.lot), event);
    if (Object.keys(told).length) {
      this.enter(event.lot, told);
    }
    switch (event.event) {
      case "DepositHeld":
        this.paddles.set(event.lot, event.paddle);
        break;
      case "AdmissionDecided":
        this.person = { ...this.person, admission: event.state };
        break;
      case "ParticipantDescribed":
        this.person = { ...this.person, residence: event.residence, staff: event.staff };
        break;
    }
    if (this.lots.has(event.lot)) {
      this.lots.set(event.lot, { ...this.lots.get(event.lot), ...ownCourse(event) });
    }
  }

  enter(lot, told) {
    this.entries.set(lot, { ...this.entry(lot), ...told });
  }

  entry(lot) {
    return this.entries.get(lot) || UNWRITTEN;
  }

  /** The word for what keeps this bidder out of a lot, in the venue's own order; empty where nothing does. */
  hindrance(lot) {
    const rule = lot.admission || ANYBODY;
    const entry = this.entry(lot.lot);
    const abroad = this.person.residence !== "MAINLAND";
    if (this.person.staff) {
      return "STAFF";
    }
    if (entry.excluded) {
      return entry.mark;
    }
    if (rule.exportClass === "FORBIDDEN" && abroad) {
      return "exportForbidden";
    }
    if (rule.exportClass === "RESTRICTED" && abroad && !entry.licence) {
      return "licenceMissing";
    }
    if (["SUSPENDED", "BARRED"].includes(this.person.admission)) {
      return `admission${this.person.admission}`;
    }
    if (rule.realName && this.person.admission !== "VERIFIED") {
      return "notVerified";
    }
    return rule.qualification && entry.application !== "QUALIFIED"
      ? `application${entry.application}` : this.tooLate(lot, rule);
  }

  tooLate(lot, rule) {
    return rule.paddlesFixed && lot.state !== "ANNOUNCED" && !this.paddles.has(lot.lot) ? "paddlesFixed" : "";
  }

  chronicle(event) {
    if (event.event === "BidAccepted") {
      this.history = [event, ...this.history].slice(0, HISTORY);
    }
  }

  lot(event) {
    const before = this.lots.get(event.lot);
    if (event.event === "LotAnnounced") {
      const fresh = { state: "ANNOUNCED", price: "0", nextMinimum: "0", leader: 0, bids: 0, extensions: 0, closesAt: 0, remaining: 0, note: "", winners: [], stage: 0, stageKind: "", stagePaddle: 0 };
      const ruleSheet = (event.rules || {}).sheet || "";
      this.lots.set(event.lot, read({ ...event, ...fresh, ruleSheet }));
    } else if (before) {
      this.lots.set(event.lot, { ...before, ...worked(before, event), ...course(before, event) });
    }
    return before;
  }

  roadshow(event) {
    const before = this.roadshows.get(event.roadshow) || {};
    const state = { RoadshowAnnounced: "ANNOUNCED", RoadshowStarted: "RUNNING", RoadshowEnded: "ENDED" }[event.event];
    this.roadshows.set(event.roadshow, { ...before, ...event, state });
  }

  /** The roadshow that runs, else the last one there is. */
  show() {
    const all = [...this.roadshows.values()];
    return all.find((show) => show.state === "RUNNING") || all[all.length - 1];
  }

  /** The lots in the order in which they come up. */
  ordered() {
    const show = this.show();
    const first = (show ? show.lots : []).map((number) => this.lots.get(number)).filter(Boolean);
    const rest = [...this.lots.values()].filter((lot) => !first.includes(lot));
    return first.concat(rest);
  }

  /** Shows this lot, whatever runs; 0 follows the market again. */
  choose(lot) {
    this.chosen = lot;
  }

  /** The lot that was chosen, else the one that runs, else the next, else the last. */
  current() {
    const lots = this.ordered();
    return this.lots.get(this.chosen) || lots.find(hasBegun)
      || lots.find((lot) => lot.state === "ANNOUNCED")
      || lots[lots.length - 1];
  }
}
