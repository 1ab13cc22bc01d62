// What the page knows of the market: snapshots and events in, plain values out.

import { fen } from "./money.js";

const HISTORY = 50;
const RUNNING = ["OPEN", "CLOSING", "HAMMERED", "PAUSED", "SUSPENDED"];
const PRICED = ["LEVEL", "TURN", "ROUND"];

function stage(event) {
  if (event.kind === "ASK") {
    return { state: "CLOSING", closesAt: event.closesAt, remaining: 0, note: "", stage: event.stage, stageKind: event.kind };
  }
  if (event.kind === "REVEAL" && event.paddle !== 0) {
    return {};
  }
  const closes = { closesAt: event.closesAt, stage: event.stage, stageKind: event.kind };
  return PRICED.includes(event.kind) ? { ...closes, nextMinimum: fen(event.price) } : closes;
}

function worked(lot, event) {
  switch (event.event) {
    case "LotOpened":
      return { state: "OPEN", phase: event.phase, stage: 0, stageKind: "", closesAt: event.closesAt, nextMinimum: fen(event.nextMinimum), remaining: 0, note: "" };
    case "BidAccepted":
      return { price: fen(event.amount), leader: event.paddle, bids: event.number, nextMinimum: fen(event.nextMinimum), closesAt: event.closesAt };
    case "LotExtended":
      return { closesAt: event.closesAt, extensions: event.extension };
    case "LotPaused":
      return { state: "PAUSED", closesAt: 0, remaining: event.remaining, note: event.reason || event.cause };
    case "LotSuspended":
      return { state: "SUSPENDED", closesAt: 0, remaining: event.remaining, note: event.reason };
    case "LotResumed":
      return { state: "OPEN", closesAt: event.closesAt, remaining: 0, note: "" };
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
    case "LotTerminated":
      return { state: "TERMINATED", closesAt: 0, remaining: 0, note: event.reason };
    case "LotAwarded":
      return { state: "AWARDED", closesAt: 0, remaining: 0, price: fen(event.amount), leader: event.paddle, note: "" };
    case "LotPassed":
      return { state: "PASSED", closesAt: 0, remaining: 0, note: event.cause };
    case "LotWithdrawn":
      return { state: "WITHDRAWN", closesAt: 0, remaining: 0, note: event.reason };
    default:
      return {};
  }
}

function read(view) {
  return { ...view, price: fen(view.price), nextMinimum: fen(view.nextMinimum), deposit: fen(view.deposit) };
}

export class Market {
  constructor() {
    this.lots = new Map();
    this.roadshows = new Map();
    this.history = [];
    this.paddles = new Map();
  }

  snapshot(channel, value) {
    if (channel === "me") {
      this.paddles = new Map(value.deposits.map((held) => [held.lot, held.paddle]));
    } else if (channel === "lots") {
      this.lots = new Map(value.lots.map((view) => [view.lot, read(view)]));
      this.roadshows = new Map(value.roadshows.map((show) => [show.roadshow, show]));
    } else {
      this.lots.set(value.lot.lot, read(value.lot));
      this.history = value.bids.slice().reverse();
    }
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
    if (event.roadshow) {
      this.roadshow(event);
    }
    return event.lot ? this.lot(event) : undefined;
  }

  own(event) {
    if (event.event === "DepositHeld") {
      this.paddles.set(event.lot, event.paddle);
    }
  }

  chronicle(event) {
    if (event.event === "BidAccepted") {
      this.history = [event, ...this.history].slice(0, HISTORY);
    }
  }

  lot(event) {
    const before = this.lots.get(event.lot);
    if (event.event === "LotAnnounced") {
      const fresh = { state: "ANNOUNCED", price: "0", nextMinimum: "0", leader: 0, bids: 0, extensions: 0, closesAt: 0, remaining: 0, note: "", stage: 0, stageKind: "" };
      this.lots.set(event.lot, read({ ...event, ...fresh }));
    } else if (before) {
      this.lots.set(event.lot, { ...before, ...worked(before, event) });
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

  /** The lot that runs, else the next, else the last. */
  current() {
    const lots = this.ordered();
    return lots.find((lot) => RUNNING.includes(lot.state))
      || lots.find((lot) => lot.state === "ANNOUNCED")
      || lots[lots.length - 1];
  }
}
