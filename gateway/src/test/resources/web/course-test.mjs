// What the page makes of a lot's events. Run with the folder of the page's scripts as the only argument.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const load = (name) => import(pathToFileURL(`${web}/${name}`).href);
Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
const { acts, course, mechanism, ownCourse, stageWord } = await load("course.js");
const { courseWord, mechanismWord } = await load("course-words.js");
const { Market } = await load("market.js");
const { switchLanguage, word } = await load("words.js");

const ME = 2;

function lot(mechanism, more = {}) {
  return { lot: 1, state: "OPEN", phase: 1, phases: [{ mechanism }], leader: 1, priority: { mode: "NONE" }, ...more };
}

function after(start, ...events) {
  return events.reduce((known, event) => ({ ...known, ...course(known, event) }), start);
}

const CASES = {
  "calls count up and a bid in between begins them anew"() {
    const called = after(lot("LiveCalls"), { event: "LotCalled", call: 2, price: "10000", paddle: 1 });
    assert.equal(called.call, 2);
    assert.deepEqual(called.said, ["call2", "10000"]);
    assert.equal(after(called, { event: "CallReset", calls: 2 }).call, 0);
  },
  "a hammer is told as not yet final, then as sold"() {
    const fallen = after(lot("LiveCalls"), { event: "HammerFallen", paddle: 1, price: "10000", finalAt: 9 });
    assert.deepEqual(fallen.said, ["provisional", 1, "10000"]);
    assert.equal(fallen.finalAt, 9);
    assert.deepEqual(after(fallen, { event: "LotAwarded", paddle: 1, amount: "10000" }).said, ["final", 1, "10000"]);
    assert.deepEqual(after(fallen, { event: "LotReopened", closesAt: 9 }).said, ["reopened"]);
  },
  "a beaten bid is told in words"() {
    const beaten = after(lot("Proxy"), { event: "BidBeaten", paddle: 3, amount: "12000", number: 2 });
    assert.equal(courseWord(beaten.said[0], beaten.said[1], "120.00"), "Paddle 3 bid 120.00 yuan and was beaten at once by a maximum");
  },
  "a maximum can be left on a proxy lot only, also by who leads"() {
    assert.ok(acts(lot("Proxy"), ME).maximum);
    assert.ok(acts(lot("Proxy", { leader: ME }), ME).maximum);
    assert.ok(!acts(lot("English"), ME).maximum);
    assert.ok(!acts(lot("Proxy", { state: "PAUSED" }), ME).maximum);
    assert.deepEqual(ownCourse({ event: "MaximumPlaced", leads: false }), { said: ["maximumBeaten"] });
  },
  "a price is matched within bidding, where somebody else leads"() {
    const priority = { mode: "WITHIN_BIDDING" };
    assert.ok(acts(lot("English", { priority }), ME).match);
    assert.ok(acts(lot("Timed", { priority }), ME).match);
    assert.ok(!acts(lot("Proxy", { priority }), ME).match);
    assert.ok(!acts(lot("English", { priority, leader: 0 }), ME).match);
    assert.ok(!acts(lot("English", { priority, leader: ME }), ME).match);
    assert.ok(!acts(lot("English", { priority }), 0).match);
    assert.ok(!acts(lot("English"), ME).match);
  },
  "an inquiry asks everybody and takes no bids"() {
    const may = acts(lot("Inquiry"), ME);
    assert.ok(may.answer);
    assert.ok(!may.bid);
  },
  "the holder who is asked answers, and the high bidder raises against them"() {
    const ask = { event: "StageOpened", kind: "ASK", stage: 1, paddle: ME, price: "11000", closesAt: 9 };
    const asked = after(lot("English", { state: "CLOSING" }), ask);
    assert.ok(acts(asked, ME).answer);
    assert.ok(!acts(asked, 3).answer);
    const yes = after(asked, { event: "BidAccepted", paddle: ME, amount: "11000" },
      { event: "PriorityExercised", paddle: ME, rank: 0, amount: "11000" });
    const back = after({ ...yes, leader: ME }, { ...ask, paddle: 1, price: "12000" });
    assert.ok(acts(back, 1).raise);
    assert.ok(!acts(back, 1).answer);
    const raised = after({ ...back, leader: 1 }, { event: "BidAccepted", paddle: 1, amount: "12000" }, ask);
    assert.ok(acts(raised, ME).answer);
  },
  "a level is accepted and nothing else is bid"() {
    const shown = after(lot("Dutch"), { event: "StageOpened", kind: "LEVEL", stage: 3, paddle: 0, price: "9000", closesAt: 9 });
    assert.ok(acts(shown, ME).level);
    assert.deepEqual(stageWord(shown), ["stageLEVEL", 3, 0, 9000n]);
  },
  "only whose turn it is may bid, and nobody in a pause"() {
    const turn = after(lot("ReverseRounds"), { event: "StageOpened", kind: "TURN", stage: 2, paddle: 1, price: "9000", closesAt: 9 });
    assert.ok(acts(turn, 1).bid);
    assert.ok(!acts(turn, ME).bid);
    const pause = after(turn, { event: "StageOpened", kind: "PAUSE", stage: 3, paddle: 1, price: "9000", closesAt: 9 });
    assert.ok(!acts(pause, 1).bid);
  },
  "what is revealed is told and is no stage"() {
    const turn = lot("ReverseRounds", { stage: { kind: "TURN", number: 2, paddle: 1, price: "9000" } });
    const told = after(turn, { event: "StageOpened", kind: "REVEAL", stage: 2, paddle: 1, price: "8000", closesAt: 9 });
    assert.equal(told.stage.kind, "TURN");
    assert.deepEqual(told.said, ["revealed", 1, "8000"]);
  },
  "a new phase forgets the stage of the one before"() {
    const old = lot("Dutch", { stage: { kind: "LEVEL", number: 2, paddle: 0, price: "9000" } });
    assert.equal(after(old, { event: "LotOpened", phase: 2 }).stage, null);
    assert.equal(mechanism({ phases: [{ mechanism: "Dutch" }, { mechanism: "Sealed" }], phase: 2 }), "Sealed");
  },
  "the market keeps the course beside the price"() {
    const market = new Market();
    const priced = { price: "0", nextMinimum: "10000", deposit: "0" };
    market.snapshot("lots", { lots: [{ ...lot("LiveCalls"), ...priced }], roadshows: [] });
    market.push({ ch: "lots", event: "LotCalled", lot: 1, call: 1, price: "10000", paddle: 0, calledAt: 1 });
    assert.equal(market.lots.get(1).call, 1);
    market.push({ ch: "me", event: "MaximumPlaced", lot: 1, participant: 9, leads: true });
    assert.deepEqual(market.lots.get(1).said, ["maximumLeads"]);
    assert.equal(market.paddles.size, 0);
  },
  "both languages say everything that can happen"() {
    const said = ["phase", "bidTaken", "beaten", "undone", "call1", "call2", "call3", "provisional", "reopened", "final", "levelTaken",
      "goesOn", "leaves", "matched", "waived", "revealed", "maximumLeads", "maximumBeaten", "acceptLevel", "yourTurn", "yes", "yesPay",
      "raise", "no", "question", "match", "maximum", "placeMaximum", "hiddenMaximum"];
    const stages = ["ROUND", "PAUSE", "LEVEL", "TURN", "INQUIRY", "LIMITED", "SEALED", "REVEAL", "ASK"].map((kind) => `stage${kind}`);
    for (let language = 0; language < 2; language++) {
      for (const key of [...said, ...stages]) {
        assert.ok(courseWord(key, 1, 2, "3.00"), `${word("other")}: ${key}`);
      }
      for (const name of ["English", "Proxy", "Timed", "Inquiry", "StepRounds", "Japanese", "Dutch", "BestBid", "ReverseRounds", "LiveCalls", "Sealed"]) {
        assert.notEqual(mechanismWord(name), name);
      }
      switchLanguage();
    }
  },
};

for (const [name, run] of Object.entries(CASES)) {
  run();
  console.log(`ok ${name}`);
}
