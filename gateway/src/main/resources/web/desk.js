// A bidder's own commands: each has a cid, and a lost reply is asked for, never sent blindly again.

import { refusal } from "./refusals.js";

const ASK_AGAIN_MILLIS = 2000;

function newCid() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Desk {
  /** listener: answer(kind, text, amount, lot, seq) with kind sending, asking, taken, refused or unsent. */
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
    if (this.busy) {
      return;
    }
    this.waiting = { op, fields, cid: newCid() };
    this.listener.answer("sending");
    await this.attempt();
  }

  async attempt() {
    const { op, fields, cid } = this.waiting;
    try {
      this.settle(await this.connection.ask(op, { cid, ...fields }));
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
      this.listener.answer("taken", op, fields.amount, fields.lot, reply.r.seq);
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
      this.learned(await this.connection.ask("AskStatus", { cid: newCid(), about: this.waiting.cid }));
    } catch {
      this.listener.answer("asking");
    }
  }

  /** Only a repeated answer is the command's own; any other speaks of the question. */
  learned(reply) {
    if (reply.ok || reply.e.repeated) {
      this.settle(reply);
    } else if (reply.e.name === "UNKNOWN_CID") {
      this.attempt();
    } else if (reply.e.retry === "NO") {
      this.listener.answer("refused", refusal(reply.e));
    } else {
      this.askLater();
    }
  }
}
