// What is sent from the page: each command has a cid, and a lost reply is asked for, never sent blindly again.

import { refusal } from "./refusals.js";
import { word } from "./words.js";

const ASK_AGAIN_MILLIS = 2000;

export function newCid() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Desk {
  /** listener: answer(kind, what, fields, result); what is the text of a refusal, and the op of what was taken. */
  constructor(connection, listener) {
    this.connection = connection;
    this.listener = listener;
    this.waiting = null;
  }

  get busy() {
    return this.waiting !== null;
  }

  bid(lot, amount) {
    return this.send("PlaceBid", { lot, amount: amount.toString() });
  }

  hold(lot) {
    return this.send("HoldDeposit", { lot });
  }

  apply(lot) {
    return this.send("ApplyForLot", { lot });
  }

  submit(lot, { commitment, ciphertext }) {
    return this.send("SubmitEnvelope", { lot, commitment, ciphertext });
  }

  open(lot, { amount, salt }) {
    return this.send("OpenEnvelope", { lot, amount, salt });
  }

  async send(op, fields) {
    const cid = newCid();
    await this.begin({ op, fields: { cid, ...fields }, cid });
  }

  /** Asks for an act of two persons: it waits until another approves it. */
  async request(op, fields) {
    const cid = newCid();
    await this.begin({ op: "RequestApproval", fields: { act: { op, cid, ...fields } }, cid, isHeld: true });
  }

  /** Approves exactly what is held. */
  async approve({ approval, hash }) {
    await this.begin({ op: "ApproveAct", fields: { approval, hash }, isHeld: true });
  }

  async decline({ approval }) {
    await this.begin({ op: "DeclineAct", fields: { approval }, isHeld: true });
  }

  async begin(waiting) {
    if (this.busy) {
      return;
    }
    this.waiting = { ...waiting, seenBefore: this.connection.seen };
    this.listener.answer("sending");
    await this.attempt();
  }

  async attempt() {
    const { op, fields } = this.waiting;
    try {
      this.settle(await this.connection.ask(op, fields));
    } catch {
      this.listener.answer("asking");
    }
  }

  settle(reply) {
    if (!reply.ok && reply.e.retry === "ASK") {
      this.askLater();
      return;
    }
    const { op, fields } = this.waiting;
    this.waiting = null;
    if (reply.ok) {
      this.listener.answer("taken", op, fields, reply.r);
    } else {
      this.listener.answer("refused", refusal(reply.e));
    }
  }

  askLater() {
    this.listener.answer("asking");
    setTimeout(() => this.resume(), ASK_AGAIN_MILLIS);
  }

  /** Learns what became of a command whose reply was lost; called again whenever the connection is back. */
  async resume() {
    if (!this.busy || !this.connection.live) {
      return;
    }
    try {
      if (this.waiting.isHeld) {
        await this.resumeHeld();
        return;
      }
      this.learned(await this.connection.ask("AskStatus", { cid: newCid(), about: this.waiting.cid }));
    } catch {
      this.listener.answer("asking");
    }
  }

  /** Only a repeated answer is the command's own; any other speaks of the question. */
  learned(reply) {
    if (reply.ok || reply.e.repeated) {
      this.settle(reply);
    } else if (reply.e.name === "UNKNOWN_CID" || this.wouldBeKept(reply.e)) {
      this.attempt();
    } else if (reply.e.name === "CID_FORGOTTEN") {
      this.settle(reply);
    } else if (reply.e.retry === "NO") {
      this.listener.answer("refused", refusal(reply.e));
    } else {
      this.askLater();
    }
  }

  /** Whether the answer would be kept, had the command been applied: after everything that was seen before it was sent. */
  wouldBeKept(e) {
    return e.name === "CID_FORGOTTEN" && e.detail <= this.waiting.seenBefore + 1;
  }

  /**
   * Of a held act the list says what became of it. Asking twice with one cid, or approving twice, is done once; what is
   * no longer held was decided or has waited too long.
   */
  async resumeHeld() {
    const reply = await this.connection.ask("ListApprovals");
    const { op, fields, cid } = this.waiting;
    const held = reply.ok && reply.r.approvals.find((act) => act.cid === cid || act.approval === fields.approval);
    if (!reply.ok) {
      this.settle(reply);
    } else if (op === "RequestApproval" && held) {
      this.settle({ ok: true, r: held });
    } else if (op === "RequestApproval" || held) {
      await this.attempt();
    } else {
      this.waiting = null;
      this.listener.answer("refused", word("heldGone"));
    }
  }
}
