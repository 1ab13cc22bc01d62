// What the page makes of a connection: who is signed in, gaps, lost replies. The folder of the page's scripts is the only argument.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const load = (name) => import(pathToFileURL(`${web}/${name}`).href);
const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
define("navigator", { language: "en" });
define("location", { protocol: "http:", host: "venue" });
const { Account } = await load("account.js");
const { Connection } = await load("connection.js");
const { Desk } = await load("desk.js");
const { Known } = await load("known.js");
const { showAccount } = await load("page.js");
const { ServerClock } = await load("server-clock.js");
const { switchLanguage, word } = await load("words.js");

const BIDDER = { role: "BIDDER", subject: 9 };
const ME = { deposits: [{ lot: 7, paddle: 3 }], admission: "VERIFIED", residence: "MAINLAND", staff: false, free: "1000000", entries: [] };

/** Timers run when a case says so. */
let timers = [];
define("setTimeout", (run, millis) => {
  const timer = { run, millis };
  timers.push(timer);
  return timer;
});
define("clearTimeout", (timer) => {
  timers = timers.filter((each) => each !== timer);
});
define("setInterval", () => 0);

function runTimers() {
  const due = timers;
  timers = [];
  due.forEach(({ run }) => run());
}

/** Each message is a task of its own, as in a browser. */
function settled() {
  return new Promise((done) => setImmediate(done));
}

/** A node that answers by a table of operations: a reply, or nothing where none is there for it. */
class Venue {
  constructor(answers = {}) {
    this.asked = [];
    this.answers = {
      Ping: () => ({ ok: true, r: { durability: "disk" } }),
      TimeSync: ({ t0 }) => ({ ok: true, r: { t1: t0, t2: t0 } }),
      Subscribe: ({ channel }) => ({ ok: true, r: { channel, epoch: "v", sq: 4, recovered: false, snapshot: channel === "me" ? ME : { lots: [], roadshows: [] } } }),
      Authenticate: () => ({ ok: true, r: BIDDER }),
      ...answers,
    };
    const venue = this;
    define("WebSocket", class {
      static OPEN = 1;
      constructor() {
        venue.socket = this;
        this.readyState = 1;
      }
      send(text) {
        venue.take(JSON.parse(text));
      }
      close() {}
    });
  }

  take(message) {
    this.asked.push(message);
    const reply = this.answers[message.op](message);
    if (reply) {
      setImmediate(() => this.say({ id: message.id, ...reply }));
    }
  }

  say(message) {
    this.socket.onmessage({ data: JSON.stringify(message) });
  }

  /** How often it was asked for this channel. */
  subscriptions(channel) {
    return this.asked.filter((message) => message.op === "Subscribe" && message.channel === channel).length;
  }
}

/** A listener that keeps what it is told. */
function listening(told = {}) {
  const seen = { states: [], pushed: [], snapshots: [], gone: 0 };
  return Object.assign(seen, {
    state: (name) => seen.states.push(name),
    push: (event) => seen.pushed.push(event.sq),
    snapshot: (channel) => seen.snapshots.push(channel),
    ready() {},
    signedOut: () => seen.gone++,
    ...told,
  });
}

/** A desk whose requests are answered by hand, in whatever order: reply(i, what) answers the one asked as the i-th. */
function deskByHand() {
  const asked = [];
  const said = [];
  const ask = (op, fields) => new Promise((resolve, reject) => asked.push({ op, fields, resolve, reject }));
  const connection = { live: true, seen: 7, who: BIDDER, ask };
  const desk = new Desk(connection, { answer: (kind) => said.push(kind) });
  const reply = (i, what) => {
    asked[i].resolve(what);
    return settled();
  };
  const lose = (i) => {
    asked[i].reject(new Error("lost"));
    return settled();
  };
  return { desk, connection, said, reply, lose, ops: () => asked.map((each) => each.op) };
}

async function manyTurns() {
  for (let turns = 0; turns < 10; turns++) {
    await settled();
  }
}

async function opened(connection, venue) {
  connection.open();
  venue.socket.onopen();
  for (let turns = 0; turns < 40 && !connection.live; turns++) {
    await settled();
  }
  assert.ok(connection.live);
}

const CASES = {
  async "a token that has ended signs out, says why, and signing in anew follows the own channel again"() {
    const venue = new Venue();
    const seen = listening();
    const connection = new Connection(seen);
    connection.token = "old";
    connection.follow("lots");
    await opened(connection, venue);
    assert.deepEqual([connection.who, connection.signedOut, seen.snapshots], [BIDDER, "", ["lots", "me"]]);
    venue.socket.onclose({ code: 4501 });
    assert.deepEqual([connection.who, connection.token, connection.signedOut, seen.gone], [null, "", "tokenExpired", 1]);
    runTimers();
    await opened(connection, venue);
    assert.deepEqual([venue.subscriptions("me"), venue.subscriptions("lots")], [1, 2]);
    await connection.authenticate("new");
    assert.deepEqual([connection.who, connection.signedOut, venue.subscriptions("me")], [BIDDER, "", 2]);
    assert.equal(venue.asked.at(-1).from, undefined);
    venue.say({ ch: "me", ep: "v", sq: 5 });
    assert.deepEqual(seen.pushed, [5]);
  },
  async "a connection lost for another reason keeps who is signed in"() {
    const venue = new Venue();
    const seen = listening();
    const connection = new Connection(seen);
    connection.token = "old";
    await opened(connection, venue);
    venue.socket.onclose({ code: 4000 });
    assert.deepEqual([connection.who, connection.token, seen.gone], [BIDDER, "old", 0]);
    runTimers();
    await opened(connection, venue);
    assert.deepEqual([connection.who, venue.asked.at(-1).from, seen.gone], [BIDDER, 5, 0]);
  },
  async "a token that is refused at a reconnect signs out too"() {
    for (const [name, why] of [["TOKEN_EXPIRED", "tokenExpired"], ["BAD_TOKEN", "tokenRefused"]]) {
      const venue = new Venue();
      const connection = new Connection(listening());
      connection.token = "old";
      await opened(connection, venue);
      venue.socket.onclose({ code: 1006 });
      venue.answers.Authenticate = () => ({ ok: false, e: { name } });
      runTimers();
      await opened(connection, venue);
      assert.deepEqual([connection.who, connection.signedOut, venue.subscriptions("me")], [null, why, 1]);
    }
  },
  async "whoever signs in for another follows their own channel from its beginning"() {
    const venue = new Venue();
    const seen = listening();
    const connection = new Connection(seen);
    connection.token = "one";
    await opened(connection, venue);
    venue.answers.Authenticate = () => ({ ok: true, r: { ...BIDDER, subject: 10 } });
    await connection.authenticate("other");
    assert.deepEqual([connection.token, seen.gone, venue.asked.at(-1).channel, venue.asked.at(-1).from], ["other", 1, "me", undefined]);
    venue.answers.Authenticate = () => ({ ok: true, r: { role: "CLERK", subject: 10 } });
    await connection.authenticate("clerk");
    assert.deepEqual([seen.gone, connection.channels.has("me")], [2, false]);
  },
  async "a gap is asked for once, however many events come behind it, and the next gap again"() {
    const venue = new Venue();
    const seen = listening();
    const connection = new Connection(seen);
    connection.follow("lots");
    await opened(connection, venue);
    const push = (sq) => venue.say({ ch: "lots", ep: "v", sq });
    venue.answers.Subscribe = ({ from }) => ({ ok: true, r: { epoch: "v", sq: from - 1, recovered: true } });
    for (let sq = 7; sq < 27; sq++) {
      push(sq);
    }
    assert.deepEqual([venue.subscriptions("lots"), venue.asked.at(-1).from], [2, 5]);
    await settled();
    for (let sq = 5; sq < 28; sq++) {
      push(sq);
    }
    assert.deepEqual([seen.pushed.length, seen.pushed.at(0), seen.pushed.at(-1)], [23, 5, 27]);
    push(29);
    assert.deepEqual([venue.subscriptions("lots"), venue.asked.at(-1).from], [3, 28]);
  },
  async "a gap is asked for again after a snapshot, a refusal or a lost connection"() {
    const venue = new Venue();
    const seen = listening();
    const connection = new Connection(seen);
    connection.follow("lots");
    await opened(connection, venue);
    const push = (sq) => venue.say({ ch: "lots", ep: "v", sq });
    venue.answers.Subscribe = () => ({ ok: true, r: { epoch: "v", sq: 9, recovered: false, snapshot: {} } });
    push(7);
    push(8);
    await settled();
    push(9);
    push(10);
    assert.deepEqual([seen.pushed, venue.subscriptions("lots")], [[10], 2]);
    venue.answers.Subscribe = () => ({ ok: false, e: { name: "RATE_LIMITED" } });
    push(12);
    await settled();
    venue.answers.Subscribe = () => undefined;
    push(13);
    assert.equal(venue.subscriptions("lots"), 4);
    venue.socket.onclose({ code: 1006 });
    venue.answers.Subscribe = ({ from }) => ({ ok: true, r: { epoch: "v", sq: from - 1, recovered: true } });
    runTimers();
    await opened(connection, venue);
    push(14);
    assert.deepEqual([venue.subscriptions("lots"), venue.asked.at(-1).from], [6, 11]);
  },
  async "nothing is asked of a command that is on its way"() {
    const { desk, said, reply, ops } = deskByHand();
    desk.send("PlaceBid", { lot: 1 });
    desk.resume();
    await settled();
    assert.deepEqual(ops(), ["PlaceBid"]);
    await reply(0, { ok: true, r: { seq: 8 } });
    assert.deepEqual([said, desk.busy], [["sending", "taken"], false]);
    desk.approve({ approval: 1, hash: "h" });
    desk.resume();
    await settled();
    assert.deepEqual(ops(), ["PlaceBid", "ApproveAct"]);
  },
  async "of two replies about one command the first one counts, and the other not for the next command either"() {
    const { desk, said, reply, lose, ops } = deskByHand();
    desk.send("PlaceBid", { lot: 1 });
    await lose(0);
    desk.resume();
    desk.resume();
    await reply(1, { ok: true, r: { seq: 8 } });
    await reply(2, { ok: true, r: { seq: 8 } });
    assert.deepEqual([ops(), said, desk.busy], [["PlaceBid", "AskStatus", "AskStatus"], ["sending", "asking", "taken"], false]);
    desk.send("PlaceBid", { lot: 1 });
    await lose(3);
    desk.resume();
    desk.resume();
    await reply(4, { ok: true, r: { seq: 9 } });
    desk.send("PlaceBid", { lot: 2 });
    await lose(5);
    assert.deepEqual([said.slice(3), desk.waiting.fields.lot], [["sending", "asking", "taken", "sending"], 2]);
    await reply(6, { ok: true, r: { seq: 10 } });
    assert.equal(said.at(-1), "taken");
  },
  async "a command that both replies call unknown is sent again once"() {
    const { desk, said, reply, lose, ops } = deskByHand();
    desk.send("PlaceBid", { lot: 1 });
    await lose(0);
    desk.resume();
    desk.resume();
    await reply(1, { ok: false, e: { name: "UNKNOWN_CID" } });
    await reply(2, { ok: false, e: { name: "UNKNOWN_CID" } });
    assert.deepEqual(ops(), ["PlaceBid", "AskStatus", "AskStatus", "PlaceBid"]);
    await reply(3, { ok: true, r: { seq: 8 } });
    assert.deepEqual(said, ["sending", "asking", "taken"]);
  },
  async "who is to ask again asks by one timer, and by none once it is settled"() {
    const { desk, reply, lose, ops } = deskByHand();
    const unsure = { ok: false, e: { name: "BUSY", retry: "ASK" } };
    desk.send("PlaceBid", { lot: 1 });
    await lose(0);
    desk.resume();
    desk.resume();
    await reply(1, unsure);
    await reply(2, unsure);
    runTimers();
    assert.equal(ops().length, 4);
    await reply(3, unsure);
    desk.resume();
    await reply(4, { ok: true, r: { seq: 8 } });
    desk.send("PlaceBid", { lot: 1 });
    await lose(5);
    runTimers();
    assert.equal(ops().length, 6);
  },
  async "what one person has sent is neither asked for nor sent again as another's"() {
    for (const [who, ops, busy] of [[{ ...BIDDER }, ["PlaceBid", "AskStatus"], true], [null, ["PlaceBid", "AskStatus"], true],
      [{ ...BIDDER, subject: 10 }, ["PlaceBid"], false], [{ ...BIDDER, role: "CLERK" }, ["PlaceBid"], false]]) {
      const by = deskByHand();
      by.desk.send("PlaceBid", { lot: 1 });
      await by.lose(0);
      by.connection.who = who;
      by.desk.resume();
      assert.deepEqual([by.ops(), by.desk.busy, by.said.at(-1)], [ops, busy, busy ? "asking" : "refused"]);
    }
    assert.ok(word("sentByAnother"));
  },
  async "a step of the machine's clock moves no countdown"() {
    const clock = new ServerClock();
    const ahead = 3600000000;
    const asked = [];
    await clock.sync(async (t0) => (asked.push(t0), { t1: t0 + ahead, t2: t0 + ahead }));
    assert.ok(asked.length === 5 && asked.every(Number.isSafeInteger));
    const before = clock.micros();
    const { now } = Date;
    Date.now = () => now() + 1800000;
    const after = clock.micros();
    Date.now = now;
    assert.ok(before >= asked.at(-1) + ahead && before - asked.at(-1) - ahead < 1000000);
    assert.ok(after >= before && after - before < 1000000);
  },
  async "a clock that stood while the machine slept is set anew with the next heartbeat"() {
    const venue = new Venue();
    const connection = new Connection(listening());
    await opened(connection, venue);
    const heartbeat = (now) => venue.say({ event: "Heartbeat", now, channels: {} });
    const asked = venue.asked.length;
    heartbeat(connection.serverMicros());
    assert.equal(venue.asked.length, asked);
    const slept = 15000000;
    venue.answers.TimeSync = ({ t0 }) => ({ ok: true, r: { t1: t0 + slept, t2: t0 + slept } });
    const before = connection.serverMicros();
    heartbeat(before + slept);
    for (let turns = 0; turns < 10; turns++) {
      await settled();
    }
    assert.equal(venue.asked.length, asked + 5);
    assert.ok(Math.abs(connection.serverMicros() - before - slept) < 1000000);
  },
  async "a channel that is refused for now is asked for again, until it is there or wanted no more"() {
    let limited = {};
    const isDueFrom = (millis) => assert.ok(timers.length === 1 && timers[0].millis >= millis && timers[0].millis < millis + 1000);
    const granted = { ok: true, r: { epoch: "v", sq: 1, recovered: false, snapshot: {} } };
    const venue = new Venue({ Subscribe: () => (limited ? { ok: false, e: { name: "RATE_LIMITED", retry: "LATER", ...limited } } : granted) });
    const told = listening();
    const connection = new Connection(told);
    await opened(connection, venue);
    connection.follow("book.3.orders");
    await settled();
    await settled();
    assert.deepEqual([venue.subscriptions("book.3.orders"), told.snapshots], [1, []]);
    isDueFrom(1000);
    limited = { retryAfterMillis: 7000 };
    runTimers();
    await settled();
    await settled();
    assert.deepEqual([venue.subscriptions("book.3.orders"), told.snapshots], [2, []]);
    isDueFrom(7000);
    limited = false;
    runTimers();
    await settled();
    await settled();
    assert.deepEqual([venue.subscriptions("book.3.orders"), told.snapshots], [3, ["book.3.orders"]]);
    limited = {};
    connection.follow("book.4.orders");
    await settled();
    await settled();
    venue.answers.Unsubscribe = () => ({ ok: true, r: {} });
    connection.unfollow("book.4.orders");
    runTimers();
    await settled();
    assert.equal(venue.subscriptions("book.4.orders"), 1);
  },
  async "a list too long for one snapshot is read to its end, over refusals and lost connections"() {
    const pages = { 0: { next: 10 }, 10: { next: 20 }, 20: { next: 30 }, 30: {} };
    const troubles = [{ ok: false, e: { name: "RATE_LIMITED", retry: "LATER" } }, undefined];
    const venue = new Venue({
      Subscribe: ({ from }) => ({ ok: true, r: { epoch: "v", sq: 4, ...(from ? { recovered: true } : { recovered: false, snapshot: pages[0] }) } }),
      ListLots: ({ after }) => {
        const troubled = after === 40 - 10 * troubles.length;
        return troubled ? troubles.shift() : { ok: true, r: pages[after] };
      },
    });
    const read = [];
    const connection = new Connection(listening({ page: (channel, value) => read.push([channel, value.next]) }));
    connection.follow("lots");
    await opened(connection, venue);
    await manyTurns();
    assert.deepEqual(read, [["lots", 20]]);
    runTimers();
    await manyTurns();
    assert.deepEqual(read, [["lots", 20], ["lots", 30]]);
    venue.socket.onclose({ code: 1006 });
    runTimers();
    await opened(connection, venue);
    await manyTurns();
    assert.deepEqual(read, [["lots", 20], ["lots", 30], ["lots", undefined]]);
  },
  "what a page tells already is not told twice by the events before it"() {
    const known = new Known();
    const glance = { lastPrice: "0", volume: 0, trades: 0, bid: "0", ask: "0", reference: "0", indicated: "0", terms: { tick: "1", lowest: "1", highest: "9" } };
    known.snapshot("books", { books: [{ ...glance, book: 1 }], sequence: 5, next: 1 });
    known.page("books", { books: [{ ...glance, book: 2, trades: 3, volume: 30 }], sequence: 8 });
    for (const [book, seq] of [[1, 6], [2, 7], [2, 8], [2, 9]]) {
      known.push({ ch: "books", event: "OrdersTraded", book, seq, price: "5", quantity: 10, trade: 4 });
    }
    assert.deepEqual([1, 2].map((book) => known.books.all.get(book).volume), [10, 40]);
    known.snapshot("lots", { lots: [], roadshows: [], sequence: 5, next: 6 });
    const lot = { lot: 7, price: "100", nextMinimum: "200", deposit: "0", bids: 2, state: "OPEN", winners: [] };
    known.page("lots", { lots: [lot], roadshows: [], sequence: 8 });
    known.push({ ch: "lots", event: "LotPaused", lot: 7, seq: 8, remaining: 5 });
    assert.equal(known.market.lots.get(7).state, "OPEN");
    known.push({ ch: "lots", event: "LotPaused", lot: 7, seq: 9, remaining: 5 });
    assert.equal(known.market.lots.get(7).state, "PAUSED");
  },
  "what was told to whoever is signed in no more is known no more"() {
    const known = new Known();
    known.snapshot("me", ME);
    assert.deepEqual([known.account.free, known.market.paddles.get(7), known.market.person.admission], [1000000n, 3, "VERIFIED"]);
    known.left("me");
    assert.deepEqual([known.account.free, known.market.paddles.size, known.market.person.admission], [0n, 0, "REGISTERED"]);
  },
  "where nobody is signed in any more the form stands with a sentence that says why, in both languages"() {
    const elements = {};
    define("document", { getElementById: (id) => (elements[id] ||= { hidden: false, textContent: "" }) });
    showAccount(BIDDER, new Account(), "");
    assert.ok(elements["sign-in"].hidden);
    const said = ["tokenExpired", "tokenRefused"].flatMap((why) => [0, 1].map(() => {
      switchLanguage();
      showAccount(null, new Account(), why);
      assert.ok(!elements["sign-in"].hidden);
      assert.equal(elements["account-who"].textContent, word(why));
      return elements["account-who"].textContent;
    }));
    assert.equal(new Set(said.filter(Boolean)).size, 4);
    showAccount(null, new Account(), "");
    assert.equal(elements["account-who"].textContent, word("accountWatching"));
  },
};

for (const [name, run] of Object.entries(CASES)) {
  timers = [];
  await run();
  console.log(`ok ${name}`);
}
