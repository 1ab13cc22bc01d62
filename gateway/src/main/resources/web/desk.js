// What is sent from the page: each command has a cid, and a lost reply is asked for, never sent blindly again.

import { samePerson } from "./connection.js";
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
    this.isSending = false;
    this.askingAgain = 0;
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
    this.waiting = { ...waiting, by: this.connection.who, seenBefore: this.connection.seen };
    this.listener.answer("sending");
    await this.attempt();
  }

  async attempt() {
    if (this.isSending) {
      return;
    }
    const { op, fields } = this.waiting;
    this.isSending = true;
    try {
      await this.ask(op, fields, (reply) => this.settle(reply));
    } finally {
      this.isSending = false;
    }
  }

  /** Hands on the reply, unless what it was asked for waits no longer: where two are on their way the first one settles. */
  async ask(op, fields, answered) {
    const { waiting } = this;
    const reply = await this.connection.ask(op, fields).catch(() => null);
    if (this.waiting !== waiting) {
      return;
    }
    if (reply) {
      await answered(reply);
    } else {
      this.listener.answer("asking");
    }
  }

  settle(reply) {
    if (!reply.ok && reply.e.retry === "ASK") {
      this.askLater();
      return;
    }
    const { op, fields } = this.done();
    if (reply.ok) {
      this.listener.answer("taken", op, fields, reply.r);
    } else {
      this.listener.answer("refused", refusal(reply.e));
    }
  }

  /** Nothing waits any more; returns what did. */
  done() {
    const { waiting } = this;
    this.waiting = null;
    clearTimeout(this.askingAgain);
    return waiting;
  }

  askLater() {
    this.listener.answer("asking");
    clearTimeout(this.askingAgain);
    this.askingAgain = setTimeout(() => this.resume(), ASK_AGAIN_MILLIS);
  }

  /** Learns what became of a command whose reply was lost, not of one on its way; called whenever the connection is back. */
  async resume() {
    if (!this.busy || this.isSending || !this.connection.live) {
      return;
    }
    if (this.isOfAnother()) {
      this.done();
      this.listener.answer("refused", word("sentByAnother"));
    } else if (this.waiting.isHeld) {
      await this.ask("ListApprovals", {}, (reply) => this.listed(reply));
    } else {
      await this.ask("AskStatus", { cid: newCid(), about: this.waiting.cid }, (reply) => this.learned(reply));
    }
  }

  /** Whoever has signed in since is told nothing of another's command, and must not send it as their own. */
  isOfAnother() {
    const { who } = this.connection;
    return Boolean(who) && !samePerson(who, this.waiting.by);
  }

  /** Only a repeated answer is the command's own; any other speaks of the question. */
  async learned(reply) {
    if (reply.ok || reply.e.repeated) {
      this.settle(reply);
    } else if (reply.e.name === "UNKNOWN_CID" || this.wouldBeKept(reply.e)) {
      await this.attempt();
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
  async listed(reply) {
    const { op, fields, cid } = this.waiting;
    const held = reply.ok && reply.r.approvals.find((act) => act.cid === cid || act.approval === fields.approval);
    if (!reply.ok) {
      this.settle(reply);
    } else if (op === "RequestApproval" && held) {
      this.settle({ ok: true, r: held });
    } else if (op === "RequestApproval" || held) {
      await this.attempt();
    } else {
      this.done();
      this.listener.answer("refused", word("heldGone"));
    }
  }
}
