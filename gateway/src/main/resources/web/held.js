// Acts of two persons that are held: what each says, and which wait; the node's own list in, plain values out.

import { newCid } from "./desk.js";
import { isStaff } from "./staff.js";

/** How often the node is asked what waits; it pushes nothing of it. */
export const ASK_MILLIS = 3000;

/** What the act is about: its view, and its number there; a sale of an offer is in none. */
export function place(act, market) {
  if (act.listing) {
    return ["listings", act.listing];
  }
  return [market.deals.has(act.lot) ? "deals" : market.lots.has(act.lot) ? "lots" : "sales", act.lot];
}

const FIELDS = ["number", "objection", "upheld", "bidder", "fault", "quality", "panel", "sheet", "reason"];

function said(name, value) {
  switch (name) {
    case "upheld":
      return [value ? "heldUpheld" : "heldDismissed"];
    case "fault":
      return [`heldFault${value}`];
    case "quality":
      return ["held_quality", points(value)];
    case "panel":
      return ["held_panel", value.map((each) => `${each.member}: ${points(each.quality)}`).join(", ")];
    default:
      return [`held_${name}`, value];
  }
}

/** All that the act states beside what it is about, as words with their values. */
export function statement(act) {
  return FIELDS.filter((name) => name in act).map((name) => said(name, act[name]));
}

/** Hundredths of a point as points. */
export function points(hundredths) {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** Whether this person may be the second one; the first never is. */
export function mayApprove(held, subject) {
  return held.actor !== subject;
}

/** The word for what became of an act whose status was asked for; only a repeated answer is the act's own. */
function became({ ok, e }) {
  if (ok || e.repeated) {
    return { key: ok ? "heldDone" : "heldRefused", refused: ok ? null : e };
  }
  return { key: e.name === "UNKNOWN_CID" ? "heldNothing" : "heldGone", refused: null };
}

/** What waits, as the node last listed it: it tells nobody by itself, and is asked. */
export class Held {
  /** changed() is called when something is known anew. */
  constructor(connection, changed) {
    this.connection = connection;
    this.changed = changed;
    this.drop();
  }

  /** Nobody is told any more. */
  drop() {
    this.acts = [];
    this.outcome = null;
  }

  find(approval) {
    return this.acts.find((act) => act.approval === approval);
  }

  /** Those that can still be approved. */
  waiting(nowMicros) {
    return this.acts.filter((act) => act.expiresAt > nowMicros);
  }

  async ask() {
    const { connection } = this;
    const subject = isStaff(connection.who) ? connection.who.subject : 0;
    if (!subject || !connection.live) {
      return;
    }
    try {
      const reply = await connection.ask("ListApprovals");
      await this.listed(reply.ok ? reply.r.approvals : [], subject);
    } catch {
      return;
    }
    this.changed();
  }

  /** Of their own acts that wait no longer the first person learns what became of them. */
  async listed(approvals, subject) {
    const gone = this.acts.filter((before) => before.actor === subject && !approvals.some((act) => act.approval === before.approval));
    this.acts = approvals;
    for (const { act, cid } of gone) {
      this.outcome = { act, ...became(await this.connection.ask("AskStatus", { cid: newCid(), about: cid })) };
    }
  }
}
