// One WebSocket that comes back: reconnects with jitter, resumes every channel, keeps the server's clock.

import { ServerClock } from "./server-clock.js";

const FIRST_WAIT_MILLIS = 250;
const LONGEST_WAIT_MILLIS = 8000;
const SILENCE_MILLIS = 12000;
const TERMINAL = 4500;
const EXPIRED = 4501;
const AGAIN_MILLIS = 1000;

/** What gives the rest of a list that is too long for one snapshot. */
const LISTS = { lots: "ListLots", books: "ListBooks" };

/** Whether both are signed in, and in the same right. */
export function samePerson(one, other) {
  return Boolean(one && other) && one.subject === other.subject && one.role === other.role;
}

export class Connection {
  /** listener: state(name), push(event), snapshot(channel, value), page(channel, value), ready(), signedOut(), after which nobody or another is signed in. */
  constructor(listener) {
    this.listener = listener;
    this.channels = new Map();
    this.pending = new Map();
    this.nextId = 1;
    this.tries = 0;
    this.seen = 0; // the highest sequence of a record that was ever named
    this.clock = new ServerClock();
    this.token = "";
    this.who = null;
    this.signedOut = ""; // the word for why nobody is signed in any more
    this.durability = "";
    setInterval(() => this.checkSilence(), 1000);
  }

  open() {
    this.listener.state(this.tries === 0 ? "connecting" : "lost");
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    const socket = new WebSocket(scheme + location.host + "/ws/v1");
    this.socket = socket;
    this.heardAt = performance.now();
    socket.onopen = () => this.opened();
    socket.onmessage = (message) => this.received(message.data);
    socket.onclose = (end) => this.closed(socket, end.code);
  }

  get live() {
    return this.isLive === true;
  }

  async opened() {
    try {
      if (this.token) {
        await this.authenticate(this.token);
      }
      this.durability = (await this.ask("Ping")).r.durability;
      await this.syncTime();
      for (const [name, place] of this.channels) {
        await this.subscribe(name, place);
      }
      this.tries = 0;
      this.isLive = true;
      this.listener.state("live");
      this.listener.ready();
    } catch {
      this.socket.close();
    }
  }

  closed(socket, code) {
    if (socket !== this.socket) {
      return;
    }
    this.socket = null;
    this.isLive = false;
    for (const { reject } of this.pending.values()) {
      reject(new Error("lost"));
    }
    this.pending.clear();
    if (code >= TERMINAL) {
      this.signOut(code === EXPIRED ? "tokenExpired" : "tokenRefused");
    }
    this.listener.state("lost");
    const most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.tries++);
    setTimeout(() => this.open(), FIRST_WAIT_MILLIS + Math.random() * most);
  }

  /** A connection that says nothing, not even a heartbeat, is lost before TCP knows. */
  checkSilence() {
    if (this.socket && performance.now() - this.heardAt > SILENCE_MILLIS) {
      const silent = this.socket;
      silent.close();
      this.closed(silent, 0);
    }
  }

  received(text) {
    this.heardAt = performance.now();
    const message = JSON.parse(text);
    this.seen = Math.max(this.seen, (message.r || message.e || message).seq || 0);
    if ("ok" in message) {
      this.answered(message);
    } else if ("ch" in message) {
      this.pushed(message);
    } else if (message.event === "Heartbeat" && this.live && this.clock.isApart(message.now)) {
      this.syncTime().catch(() => {});
    }
  }

  answered(message) {
    const waiting = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (waiting) {
      waiting.resolve(message);
    }
  }

  pushed(event) {
    const place = this.channels.get(event.ch);
    if (!place || event.ep !== place.epoch || event.sq <= place.sq) {
      return;
    }
    if (event.sq > place.sq + 1) {
      this.fillGap(event.ch, place);
      return;
    }
    place.sq = event.sq;
    this.listener.push(event);
  }

  /**
   * Subscribes from the first event that is missing, once at a time: whatever comes beyond the gap before the reply follows
   * it again, or is in its snapshot, for the channel goes on from the reply.
   */
  async fillGap(channel, place) {
    if (place.resuming) {
      return;
    }
    place.resuming = true;
    try {
      await this.subscribe(channel, place);
    } catch {
      if (this.socket) {
        this.socket.close();
      }
    } finally {
      place.resuming = false;
    }
  }

  /** Sends a request; the promise holds the reply, and fails only where the connection was lost before it came. */
  ask(op, fields = {}) {
    return new Promise((resolve, reject) => {
      if (!this.socket || this.socket.readyState !== WebSocket.OPEN) {
        reject(new Error("lost"));
        return;
      }
      const id = this.nextId++;
      this.pending.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ op, id, ...fields }));
    });
  }

  async authenticate(token) {
    const reply = await this.ask("Authenticate", { token });
    if (!reply.ok) {
      this.signOut(reply.e.name === "TOKEN_EXPIRED" ? "tokenExpired" : "tokenRefused");
      return reply;
    }
    if (this.who && !samePerson(this.who, reply.r)) {
      this.signOut("");
    }
    this.token = token;
    this.who = reply.r;
    this.signedOut = "";
    if (this.who.role === "BIDDER") {
      await this.follow("me");
    }
    return reply;
  }

  /** Whose channel "me" was is gone with the token; whoever signs in next follows their own from its beginning. */
  signOut(why) {
    this.token = "";
    this.who = null;
    this.signedOut = why;
    this.channels.delete("me");
    this.listener.signedOut();
  }

  /** Keeps a channel, through every reconnect. */
  async follow(name) {
    if (this.channels.has(name)) {
      return;
    }
    const place = { epoch: "", sq: 0, after: 0 };
    this.channels.set(name, place);
    if (this.live) {
      await this.subscribe(name, place);
    }
  }

  unfollow(name) {
    if (this.channels.delete(name) && this.live) {
      this.ask("Unsubscribe", { channel: name }).catch(() => {});
    }
  }

  async subscribe(channel, place) {
    const resume = place.epoch ? { epoch: place.epoch, from: place.sq + 1 } : {};
    const reply = await this.ask("Subscribe", { channel, ...resume });
    const isStillWanted = this.channels.get(channel) === place;
    if (isStillWanted && reply.ok && !reply.r.recovered) {
      place.epoch = reply.r.epoch;
      place.sq = reply.r.sq;
      place.after = reply.r.snapshot.next || 0;
      this.listener.snapshot(channel, reply.r.snapshot);
    } else if (isStillWanted && !reply.ok && reply.e.name === "RATE_LIMITED") {
      this.soon(() => this.subscribeStill(channel, place), reply.e);
    }
    this.readOn(channel, place).catch(() => {});
  }

  async subscribeStill(channel, place) {
    if (this.channels.get(channel) === place) {
      await this.subscribe(channel, place);
    }
  }

  /** Reads the pages that are still to come; what is told meanwhile of the things on a page is in it, or follows it. */
  async readOn(channel, place) {
    if (place.reading) {
      return;
    }
    place.reading = true;
    try {
      while (place.after && this.channels.get(channel) === place) {
        const reply = await this.ask(LISTS[channel], { after: place.after });
        if (!reply.ok) {
          this.soon(() => this.readOn(channel, place), reply.e);
          return;
        }
        place.after = reply.r.next || 0;
        this.listener.page(channel, reply.r);
      }
    } finally {
      place.reading = false;
    }
  }

  /** Many at this address have asked for much: it is asked again when the venue says, each time after a further wait of its own. */
  soon(ask, { retryAfterMillis = AGAIN_MILLIS }) {
    setTimeout(() => ask().catch(() => {}), retryAfterMillis + AGAIN_MILLIS * Math.random());
  }

  async syncTime() {
    await this.clock.sync(async (t0) => (await this.ask("TimeSync", { t0 })).r);
  }

  serverMicros() {
    return this.clock.micros();
  }
}
