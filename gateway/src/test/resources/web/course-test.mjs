// What the page makes of a lot's events. Run with the folder of the page's scripts as the only argument.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const load = (name) => import(pathToFileURL(`${web}/${name}`).href);
Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
const { acts, course, falls, limitWord, mechanism, ownCourse, stageWord } = await load("course.js");
const { courseWord, mechanismWord } = await load("course-words.js");
const { bindsFrom, isAgreed, isOver, priceOf, progressWord, stateWord } = await load("deals.js");
const { unitsBid } = await load("forms.js");
const { isJoinable, runs } = await load("listings.js");
const { hasBegun, isBidding, lives, takesDeposits } = await load("lot-states.js");
const { Market } = await load("market.js");
const { switchLanguage, word } = await load("words.js");

const ME = 2;

function lot(mechanism, more = {}) {
  return { lot: 1, state: "OPEN", phase: 1, phases: [{ mechanism }], leader: 1, price: 11000n, priority: { mode: "NONE" }, ...more };
}

function after(start, ...events) {
  return events.reduce((known, event) => ({ ...known, ...course(known, event) }), start);
}

const CASES = {
  "each state of a lot, a deal and a listing says what it says"() {
    const [lots, deals, listings] = [
      "ANNOUNCED OPEN CLOSING HAMMERED PAUSED SUSPENDED AWARDED PASSED WITHDRAWN TERMINATED ANNULLED",
      "OFFERED PREPARED PUBLICITY WITHHELD IN_USE AWARDED ANNULLED PASSED TERMINATED ENDED",
      "DISCLOSING CONFIRMING AGREEING SUSPENDED COMPETITION AGREED NO_PARTY NO_AGREEMENT WITHDRAWN TERMINATED",
    ].map((states) => states.split(" "));
    const where = (states, says) => states.filter((state) => says({ state })).join(" ");
    assert.equal(where(lots, isBidding), "OPEN CLOSING");
    assert.equal(where(lots, hasBegun), "OPEN CLOSING HAMMERED PAUSED SUSPENDED");
    assert.equal(where(lots, lives), "ANNOUNCED OPEN CLOSING HAMMERED PAUSED SUSPENDED");
    assert.equal(where(lots, takesDeposits), "ANNOUNCED OPEN PAUSED");
    assert.equal(where(deals, isOver), "AWARDED ANNULLED PASSED TERMINATED ENDED");
    assert.equal(where(listings, runs), "DISCLOSING CONFIRMING AGREEING SUSPENDED");
    assert.equal(where(listings, isJoinable), "DISCLOSING CONFIRMING");
    const modes = ["FixedPrice", "JointPurchase", "Need", "Negotiated", "UseFirst"];
    assert.deepEqual(modes.filter((mode) => isAgreed({ terms: { mode } })), ["Negotiated", "UseFirst"]);
  },
  "no list of names stands twice in the page's scripts"() {
    const scripts = readdirSync(web).filter((name) => name.endsWith(".js"));
    const lists = scripts.flatMap((name) => [...readFileSync(`${web}/${name}`, "utf8").matchAll(/\[((?:"\w+"(?:, )?){2,})\]/g)]
      .map(([, list]) => list.split(", ").sort().join(", ")));
    assert.ok(lists.length > 10);
    assert.deepEqual(lists.filter((list, i) => lists.indexOf(list) !== i), []);
  },
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
  "a void envelope is told by its paddle, and that its bidder can still open it"() {
    const { said } = after(lot("Sealed"), { event: "EnvelopeVoided", paddle: 3, fault: "MISMATCH", reason: "x" });
    assert.equal(courseWord(...said), "The envelope of paddle 3 is not what was committed to; it is void unless its bidder opens it");
  },
  "a maximum can be left on a proxy lot only, also by who leads"() {
    assert.ok(acts(lot("Proxy"), ME).maximum);
    assert.ok(acts(lot("Proxy", { leader: ME }), ME).maximum);
    assert.ok(!acts(lot("English"), ME).maximum);
    assert.ok(!acts(lot("Proxy", { state: "PAUSED" }), ME).maximum);
    assert.deepEqual(ownCourse({ event: "MaximumPlaced", leads: false }), { said: ["maximumBeaten"] });
  },
  "a price is matched within bidding by who holds a right, where somebody else leads"() {
    const priority = { mode: "WITHIN_BIDDING" };
    assert.ok(acts(lot("English", { priority }), ME, true).match);
    assert.ok(!acts(lot("English", { priority }), ME, false).match);
    assert.ok(acts(lot("Timed", { priority }), ME, true).match);
    assert.ok(!acts(lot("Proxy", { priority }), ME, true).match);
    assert.ok(!acts(lot("English", { priority, leader: 0 }), ME, true).match);
    assert.ok(!acts(lot("English", { priority, leader: ME }), ME, true).match);
    assert.ok(!acts(lot("English", { priority }), 0, true).match);
    assert.ok(!acts(lot("English"), ME, true).match);
  },
  "an inquiry asks everybody and takes no bids"() {
    const may = acts(lot("Inquiry"), ME);
    assert.ok(may.answer);
    assert.ok(!may.bid);
  },
  "the holder who is asked answers, and the high bidder raises against them"() {
    const ask = { event: "StageOpened", kind: "ASK", stage: 1, paddle: ME, price: "11000", closesAt: 9 };
    const asked = after(lot("English", { state: "CLOSING", priority: { mode: "INQUIRY_THEN_BIDDING" } }), ask);
    assert.ok(acts(asked, ME).answer);
    assert.ok(!acts(asked, 3).answer);
    const yes = after(asked, { event: "BidAccepted", paddle: ME, amount: "11000" },
      { event: "PriorityExercised", paddle: ME, rank: 0, amount: "11000" });
    const back = after({ ...yes, leader: ME }, { ...ask, paddle: 1, price: "12000" });
    assert.ok(acts(back, 1).raise);
    assert.ok(!acts(back, 1).answer);
    const raised = after({ ...back, leader: 1, price: 12000n }, { event: "BidAccepted", paddle: 1, amount: "12000" }, { ...ask, price: "12000" });
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
    const turn = lot("ReverseRounds", { stage: 2, stageKind: "TURN", stagePaddle: 1, stagePrice: 9000n });
    const told = after(turn, { event: "StageOpened", kind: "REVEAL", stage: 2, paddle: 1, price: "8000", closesAt: 9 });
    assert.equal(told.stageKind, "TURN");
    assert.deepEqual(told.said, ["revealed", 1, "8000"]);
  },
  "a new phase forgets the stage of the one before"() {
    const old = lot("Dutch", { stage: 2, stageKind: "LEVEL", stagePaddle: 0, stagePrice: 9000n });
    assert.equal(stageWord(after(old, { event: "LotOpened", phase: 2 })), null);
    assert.equal(mechanism({ phases: [{ mechanism: "Dutch" }, { mechanism: "Sealed" }], phase: 2 }), "Sealed");
  },
  "a page opened in the middle of a stage shows it, and who is asked answers"() {
    const market = new Market();
    const view = { ...lot("English"), price: "11000", nextMinimum: "12000", deposit: "0", winners: [],
      state: "CLOSING", stage: 1, stageKind: "ASK", stagePaddle: ME, stagePrice: "11000" };
    market.snapshot("lots", { lots: [view], roadshows: [] });
    const seen = market.lots.get(1);
    assert.deepEqual(stageWord(seen), ["stageASK", 1, ME, 11000n]);
    assert.ok(acts(seen, ME).answer);
    assert.ok(!acts(seen, 1).answer);
  },
  "a sealed stage told by an event keeps its number, of which the envelope's round is made"() {
    const market = new Market();
    const view = { ...lot("Sealed"), price: "0", nextMinimum: "100", deposit: "0", winners: [] };
    market.snapshot("lots", { lots: [view], roadshows: [] });
    market.push({ ch: "lots", event: "StageOpened", lot: 1, stage: 3, kind: "SEALED", paddle: 0, price: "100", closesAt: 9 });
    assert.equal(market.lots.get(1).stage, 3);
    assert.ok(acts(market.lots.get(1), ME).envelope);
  },
  "plain bids are offered only where they are taken"() {
    for (const runs of ["Sealed", "Scored", "Challenge", "Shares", "Clock", "Inquiry"]) {
      assert.ok(!acts(lot(runs), ME).plain, runs);
      assert.ok(!acts(lot(runs), ME).bid, runs);
    }
    assert.ok(acts(lot("Contest", { stageKind: "ROUND" }), ME).bid);
    assert.ok(!acts(lot("Contest", { stageKind: "SCORING" }), ME).bid);
    assert.ok(!acts(lot("English", { state: "AWARDED" }), ME).plain);
  },
  "units, proposals and envelopes are taken in their own stages"() {
    assert.ok(acts(lot("Shares", { stageKind: "SEALED" }), ME).units);
    assert.ok(!acts(lot("Shares", { state: "CLOSING", stageKind: "ASK", stagePaddle: ME }), ME).units);
    assert.ok(acts(lot("Clock", { stageKind: "LEVEL" }), ME).units);
    assert.ok(acts(lot("Challenge", { stageKind: "SEALED" }), ME).proposal);
    assert.ok(!acts(lot("Challenge", { stageKind: "SCORING" }), ME).proposal);
    assert.ok(acts(lot("Scored", { stageKind: "REVEAL" }), ME).opening);
  },
  "who may have the rest of the units is asked, and raises nothing"() {
    const asked = { event: "StageOpened", kind: "ASK", stage: 2, paddle: ME, price: "500", closesAt: 9 };
    const offered = { event: "RemainderOffered", paddle: ME, units: 30, price: "500", closesAt: 9 };
    const rest = after(lot("Shares", { state: "CLOSING", price: 0n, leader: 0 }), offered, asked);
    assert.equal(rest.remainder, 30);
    assert.ok(acts(rest, ME).answer);
    assert.ok(!acts(rest, ME).raise);
  },
  "units are whole, and a clock's price may stay empty"() {
    assert.deepEqual(unitsBid(lot("Shares", { stage: 1 }), "1,000", "5.00"), { lot: 1, units: 1000, price: "500" });
    assert.deepEqual(unitsBid(lot("Shares", { stage: 1 }), "1.5", "5.00"), { wrong: "badUnits" });
    assert.deepEqual(unitsBid(lot("Shares", { stage: 1 }), "10", ""), { wrong: "badAmount" });
    assert.deepEqual(unitsBid(lot("Clock", { stage: 2 }), "0", ""), { lot: 1, units: 0, price: "0" });
    assert.deepEqual(unitsBid(lot("Clock", { stage: 2 }), "5", "6.00"), { lot: 1, units: 5, price: "600" });
    assert.deepEqual(unitsBid(lot("Clock", { stage: 1 }), "5", "6.00"), { lot: 1, units: 5, price: "0" });
  },
  "where prices fall the amount to know is the highest that is taken"() {
    const reverse = { phases: [{ mechanism: "ReverseRounds", forward: false }] };
    assert.equal(limitWord(lot("", reverse)), "nextMaximum");
    assert.ok(!falls(lot("", { phases: [{ mechanism: "ReverseRounds", forward: true }] })));
    assert.equal(limitWord(lot("Dutch")), "levelPrice");
    assert.equal(limitWord(lot("Shares")), "unitPrice");
    assert.equal(limitWord(lot("English")), "nextMinimum");
  },
  "the best of several winners is the one that is said"() {
    const won = after(lot("Shares"), { event: "LotAwarded", paddle: 1, amount: "900", share: { place: 1, units: 9, unitPrice: "100" } },
      { event: "LotAwarded", paddle: 2, amount: "100", share: { place: 2, units: 1, unitPrice: "100" } });
    assert.deepEqual(won.said, ["final", 1, "900"]);
  },
  "a listing is told on its lot"() {
    const listed = after(lot("Quotes", { state: "ANNOUNCED" }), { event: "ListingAnnounced", listing: 3, lot: 1, listPrice: "4400", lastDay: "2026-03-27" });
    assert.equal(listed.listing, 3);
    assert.equal(listed.state, "ANNOUNCED");
    assert.deepEqual(listed.said, ["listed", "4400", "2026-03-27"]);
    const quoted = { event: "ListingQuoted", listing: 3, lot: 1, paddle: 2, amount: "5000", number: 2, bestPaddle: 1, best: "5100" };
    assert.deepEqual(after(listed, quoted).said, ["quoted", 1, "5100", 2]);
    assert.deepEqual(after(listed, { event: "ListingClosed", outcome: "AGREED", parties: 1 }).said, ["listingAGREED", 1]);
    assert.deepEqual(ownCourse({ event: "DepositAsked", listing: 3, lot: 1, payBy: 9 }).said, ["payDeposit"]);
  },
  "a right of first refusal is known from the snapshot and from the grant"() {
    const market = new Market();
    const me = { deposits: [], admission: "VERIFIED", residence: "MAINLAND", staff: false };
    market.snapshot("me", { ...me, entries: [{ lot: 1, priority: true }] });
    assert.ok(market.entry(1).priority);
    assert.ok(!market.entry(2).priority);
    market.push({ ch: "me", event: "PriorityGranted", lot: 2, participant: 9, rank: 0 });
    assert.ok(market.entry(2).priority);
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
  "a deal is followed from its announcement to its end"() {
    const market = new Market();
    market.snapshot("lots", { lots: [], roadshows: [], deals: [] });
    const told = (event) => market.push({ ch: "lots", lot: 10, ...event });
    told({ event: "DealAnnounced", title: { en: "Pool" }, terms: { mode: "JointPurchase", shares: 10, sharePrice: "100000", withdrawUntil: 4 }, closesAt: 9 });
    assert.equal(bindsFrom(market.deals.get(10)), 4);
    told({ event: "PledgeMade", pledge: 1, shares: 6, pledged: 6 });
    told({ event: "DealMoved", closesAt: 19, by: 10, withdrawUntil: 14 });
    assert.equal(bindsFrom(market.deals.get(10)), 14);
    assert.deepEqual(progressWord(market.deals.get(10)), ["dealPledged", 6, 10]);
    assert.equal(priceOf(market.deals.get(10)), 100000n);
    told({ event: "LotSuspended", remaining: 1, reason: "fault" });
    assert.equal(stateWord(market.deals.get(10)), "SUSPENDED");
    told({ event: "LotResumed", closesAt: 20, reason: "looked at" });
    assert.equal(bindsFrom(market.deals.get(10)), 14);
    told({ event: "LotPassed", cause: "TARGET_MISSED", bids: 1, closedAt: 20 });
    assert.equal(stateWord(market.deals.get(10)), "dealPASSED");
    assert.equal(market.lots.size, 0);
    market.snapshot("lot.10", { deal: { lot: 10 } });
    assert.equal(market.lots.size, 0);
  },
  "objections of a deal are counted, and a sale leaves the page's lots alone"() {
    const market = new Market();
    market.push({ ch: "lots", event: "DealAnnounced", lot: 12, title: {}, terms: { mode: "Negotiated", price: "900" }, closesAt: 0 });
    market.push({ ch: "lots", event: "ObjectionRaised", lot: 12, objection: 1 });
    assert.deepEqual(progressWord(market.deals.get(12)), ["dealObjections", 1]);
    market.push({ ch: "lots", event: "ObjectionDecided", lot: 12, objection: 1, upheld: false, open: 0, reason: "none" });
    assert.equal(progressWord(market.deals.get(12)), null);
    market.push({ ch: "lots", event: "ObjectionRaised", lot: 12, objection: 2 });
    market.push({ ch: "lots", event: "ObjectionWithdrawn", lot: 12, objection: 2, open: 0 });
    assert.equal(progressWord(market.deals.get(12)), null);
    market.push({ ch: "lots", event: "AwardWithheld", lot: 12 });
    assert.equal(stateWord(market.deals.get(12)), "dealWITHHELD");
    market.push({ ch: "lots", event: "LotResumed", lot: 12, closesAt: 0, reason: "settled" });
    assert.equal(stateWord(market.deals.get(12)), "dealWITHHELD");
    market.push({ ch: "lots", event: "LotVoided", lot: 12, paddle: 1, amount: "900", reason: "upheld" });
    assert.equal(stateWord(market.deals.get(12)), "dealANNULLED");
    market.push({ ch: "lots", event: "SaleMade", lot: 1000000001, offer: 9 });
    market.push({ ch: "lots", event: "LotAwarded", lot: 1000000001, paddle: 1, amount: "5" });
    assert.equal(market.lots.size, 0);
  },
  "both languages say everything that can happen"() {
    const said = ["phase", "bidTaken", "beaten", "undone", "call1", "call2", "call3", "provisional", "reopened", "final", "levelTaken",
      "goesOn", "leaves", "matched", "waived", "revealed", "maximumLeads", "maximumBeaten", "acceptLevel", "yourTurn", "yes", "yesPay",
      "raise", "no", "question", "match", "maximum", "placeMaximum", "hiddenMaximum", "envelope", "envelopeUNDECRYPTABLE", "envelopeMISMATCH", "proposal", "scored",
      "scoredOut", "demand", "unitsOpened", "unitsUnsold", "remainder", "unitsTaken", "yesUnits", "right", "unitsOffer", "unitsAt",
      "unitsWanted", "unitsUpTo", "bidUnits", "offerNote", "clockNote", "proposalFile", "sendProposal", "proposalNote", "listed", "quoted", "listedLonger",
      "listingStands", "listedAgain", "disclosed", "agreementDue", "payDeposit", "placeLost", "offerTaken",
      ...["COMPETITION", "AGREED", "NO_PARTY", "NO_AGREEMENT", "WITHDRAWN", "TERMINATED"].map((outcome) => `listing${outcome}`)];
    const stages = ["ROUND", "PAUSE", "LEVEL", "TURN", "INQUIRY", "LIMITED", "SEALED", "REVEAL", "ASK", "SCORING"].map((kind) => `stage${kind}`);
    for (let language = 0; language < 2; language++) {
      for (const key of [...said, ...stages]) {
        assert.ok(courseWord(key, 1, 2, "3.00"), `${word("other")}: ${key}`);
      }
      for (const name of ["English", "Proxy", "Timed", "Inquiry", "StepRounds", "Japanese", "Dutch", "BestBid", "ReverseRounds", "LiveCalls", "Sealed",
        "Scored", "Challenge", "Contest", "Shares", "Clock", "Quotes"]) {
        assert.notEqual(mechanismWord(name), name);
      }
      const plain = ["ANNOUNCED", "OPEN", "CLOSING", "PAUSED", "SUSPENDED", "HAMMERED", "AWARDED", "PASSED", "WITHDRAWN", "TERMINATED",
        "ANNULLED", "nextMinimum", "nextMaximum", "levelPrice", "unitPrice", "unitsSent", "proposalSent", "badUnits", "tooHigh", "group",
        "items", "rules", "deals", "modeHead", "dealPrice", "progress", "dealSold", "dealPledged", "dealObjections", ...["FixedPrice", "JointPurchase", "Need",
        "Negotiated", "UseFirst"].map((mode) => `mode${mode}`), ...["OFFERED", "PREPARED", "PUBLICITY", "WITHHELD", "IN_USE", "AWARDED", "ANNULLED", "PASSED",
        "TERMINATED", "ENDED"].map((state) => `deal${state}`), "PATENT", "SOFTWARE", "LAYOUT_DESIGN", "PLANT_VARIETY", "KNOW_HOW", "OTHER"];
      const causes = ["NO_BID", "RESERVE_NOT_MET", "MIN_BIDDERS", "NOT_SCORED", "BELOW_MINIMUM_SCORE", "CLERK", "STOP", "OUTAGE",
        "CONNECTIVITY", "NO_PARTY", "NO_AGREEMENT", "TARGET_MISSED", "NOT_CONVERTED", "SOLD_OUT", "TIME_OVER", "HANDED_OVER",
        "TAKEN_BACK"].map((cause) => `cause${cause}`);
      for (const key of [...plain, ...causes]) {
        assert.ok(word(key, 1, 2), key);
      }
      switchLanguage();
    }
  },
};

for (const [name, run] of Object.entries(CASES)) {
  run();
  console.log(`ok ${name}`);
}
