// What the page makes of the staff's desk and of acts of two persons. The folder of the page's scripts is the only argument.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const web = process.argv[2];
const load = (name) => import(pathToFileURL(`${web}/${name}`).href);
Object.defineProperty(globalThis, "navigator", { value: { language: "en" }, configurable: true });
const { Desk } = await load("desk.js");
const { Held, mayApprove, place, statement } = await load("held.js");
const { HELD_WORDS } = await load("held-words.js");
const { hasReason, pairActs, pairFields, pairInputs, panelOf } = await load("pair.js");
const { decisions, Parties, staffActs } = await load("staff.js");
const { word } = await load("words.js");

const CASES = {
  "the staff see each party as it stands, however late they come"() {
    const live = new Parties();
    live.snapshot({ lot: 7, complete: true, parties: [], objections: [] });
    live.push({ event: "ApplicationReceived", lot: 7, participant: 9 });
    live.push({ event: "IntentionRegistered", lot: 7, listing: 3, participant: 9, number: 1, offer: "450000", related: true, decideBy: 700 });
    const party = () => live.all.get(9);
    assert.deepEqual(decisions(party()), { qualify: true, refuse: true });
    live.push({ event: "QualificationDecided", lot: 7, participant: 9, qualified: true, reason: "papers" });
    live.push({ event: "PartyMarked", lot: 7, participant: 9, cause: "RELATED_PARTY", excluded: false, reason: "declared" });
    assert.deepEqual(decisions(party()), { qualify: false, refuse: true });
    const late = { participant: 9, application: "QUALIFIED", reason: "papers", mark: "RELATED_PARTY", excluded: false, licence: "", priority: false };
    assert.deepEqual(party(), { ...late, intention: { number: 1, offer: "450000", related: true, until: 700, lapsed: false } });
    live.push({ event: "IntentionLapsed", lot: 7, participant: 9 });
    assert.deepEqual(decisions(party()), { qualify: false, refuse: false });
  },
  "the staff see objections until they are decided, and both sides of an offer"() {
    const desk = new Parties();
    desk.push({ event: "ObjectionRaised", lot: 8, objection: 1, objector: 0, grounds: "mine", decideBy: 0 });
    assert.equal(desk.objections.get(1).grounds, "mine");
    desk.push({ event: "ObjectionRaised", lot: 8, objection: 2, objector: 9, grounds: "theirs", decideBy: 0 });
    assert.equal(desk.all.size, 0);
    desk.push({ event: "ObjectionWithdrawn", lot: 8, objection: 2, objector: 9 });
    desk.push({ event: "ObjectionDecided", lot: 8, objection: 1 });
    assert.equal(desk.objections.size, 0);
    desk.push({ event: "OfferMade", lot: 8, participant: 5, offer: 1, price: "70", proposal: "ab" });
    desk.push({ event: "OfferReceived", lot: 8, participant: 2, offer: 1, price: "70", proposal: "ab" });
    desk.push({ event: "InterestTold", lot: 8, participant: 2, offer: 1, interested: true });
    assert.deepEqual(desk.offers().map((offer) => [offer.by, offer.interested, offer.ownerInterested]), [[5, false, true]]);
    desk.push({ event: "OfferWithdrawn", lot: 8, participant: 5, offer: 1 });
    assert.equal(desk.offers().length, 0);
  },
  "one person alone suspends, resumes and publishes where that can be done"() {
    const listing = (state) => staffActs({ state }, undefined);
    assert.deepEqual(listing("DISCLOSING"), { suspend: true, resume: false, publish: false });
    assert.deepEqual(listing("SUSPENDED"), { suspend: false, resume: true, publish: false });
    const deal = (state, notices) => staffActs(undefined, { state, notices, terms: { mode: "Negotiated" } }).publish;
    assert.equal(deal("PREPARED", [{}]), true);
    assert.equal(deal("PREPARED", [{}, {}]), false);
    assert.equal(deal("PUBLICITY", []), false);
  },
  "an act of two persons is offered where it can be done, and names its listing or its lot"() {
    const listing = (state) => pairActs({ state }, undefined, { state: "ANNOUNCED" });
    assert.deepEqual(listing("DISCLOSING"), ["TerminateListing"]);
    assert.deepEqual(listing("AGREEING"), ["ConcludeAgreement", "TerminateListing"]);
    assert.deepEqual(listing("COMPETITION"), ["TerminateLot"]);
    const deal = (state, mode) => pairActs(undefined, { state, terms: { mode } }, undefined);
    assert.deepEqual(deal("PUBLICITY", "Negotiated"), ["EndDeal"]);
    assert.deepEqual(deal("AWARDED", "Negotiated"), ["VoidLot"]);
    assert.deepEqual([deal("ENDED", "FixedPrice"), deal("ENDED", "Negotiated")], [[], []]);
    const lot = (more) => pairActs(undefined, undefined, { phases: [{ mechanism: "LiveCalls" }], phase: 1, bids: 1, ...more });
    assert.deepEqual(lot({ state: "OPEN" }), ["UndoBid", "TerminateLot", "VoidLot"]);
    assert.deepEqual(lot({ state: "HAMMERED" }), ["ReopenLot", "TerminateLot", "VoidLot"]);
    assert.deepEqual([lot({ state: "AWARDED" }), lot({ state: "PASSED" })], [["VoidLot"], []]);
    assert.deepEqual(pairFields("ConcludeAgreement", { listed: { listing: 3 }, lot: 7 }, {}), { listing: 3 });
    assert.deepEqual(pairFields("EndDeal", { lot: 7 }, {}), { lot: 7 });
    assert.deepEqual(pairFields("UndoBid", { lot: 7 }, { number: "4" }), { lot: 7, number: 4 });
    assert.equal(pairFields("UndoBid", { lot: 7 }, { number: "x" }).wrong, "needBid");
  },
  "scores are asked for while a panel scores, with each member's points and their mean, and without a reason"() {
    const scored = (more) => pairActs(undefined, undefined, { state: "OPEN", stageKind: "SCORING", phases: [{ mechanism: "Scored" }], ...more });
    assert.deepEqual(scored(), ["RecordScores", "TerminateLot", "VoidLot"]);
    assert.deepEqual([scored({ stageKind: "SEALED" })[0], scored({ state: "PAUSED" })[0]], ["TerminateLot", "TerminateLot"]);
    assert.deepEqual([hasReason("RecordScores"), hasReason("VoidEnvelope")], [false, true]);
    const panel = [{ member: 31, quality: 8750 }, { member: 32, quality: 8405 }, { member: 33, quality: 10000 }];
    const typed = { bidder: "12", panel: "31 87.5\n\n 32：84.05 \n33: 100", sheet: "ab" };
    assert.deepEqual(pairFields("RecordScores", { lot: 7 }, typed), { lot: 7, bidder: 12, quality: 9052, panel, sheet: "ab" });
    assert.equal(panelOf("1 0.01\n2 0").quality, 1);
    for (const text of ["", "31", "31 100.01", "31 8.755", "0 80", "31 80\n31 90", "31 80\nx", "31 -1"]) {
      assert.deepEqual(panelOf(text), { wrong: "needPanel" }, text);
    }
    const hundred = Array.from({ length: 100 }, (_, member) => `${member + 1} 80`);
    assert.deepEqual([panelOf(hundred.join("\n")).wrong, panelOf(hundred.slice(1).join("\n")).quality], ["needPanel", 8000]);
    const wrong = (more) => pairFields("RecordScores", { lot: 7 }, { ...typed, ...more }).wrong;
    assert.deepEqual([wrong({ bidder: "" }), wrong({ panel: "31" }), wrong({ sheet: "" })], ["needBidder", "needPanel", "needSheet"]);
  },
  "an envelope is void where holders open it, and a sale is void by its own number"() {
    const sealed = (more, terms) => pairActs(undefined, undefined, { state: "OPEN", stageKind: "REVEAL", phase: 1, phases: [{ mechanism: "Sealed", ...terms }], ...more })[0];
    assert.equal(sealed({}, { envelopeKey: {} }), "VoidEnvelope");
    assert.deepEqual([sealed({}, {}), sealed({ stageKind: "SEALED" }, { envelopeKey: {} })], ["TerminateLot", "TerminateLot"]);
    const voided = { lot: 7, bidder: 12, fault: "MISMATCH" };
    assert.deepEqual(pairFields("VoidEnvelope", { lot: 7 }, { bidder: "12", fault: "MISMATCH" }), voided);
    const deal = { lot: 21, state: "OFFERED", sold: 1, terms: { mode: "FixedPrice" } };
    assert.deepEqual(pairActs(undefined, deal), ["EndDeal", "VoidLot"]);
    assert.deepEqual([pairActs(undefined, { ...deal, state: "ENDED" }), pairActs(undefined, { ...deal, sold: 0 })], [["VoidLot"], ["EndDeal"]]);
    assert.deepEqual([pairInputs("VoidLot", deal), pairInputs("VoidLot", undefined), pairInputs("EndDeal", deal)], [["sale"], [], []]);
    assert.deepEqual(pairFields("VoidLot", { lot: 21, deal }, { sale: "1000000001" }), { lot: 1000000001 });
    assert.equal(pairFields("VoidLot", { lot: 21, deal }, { sale: "21" }).wrong, "needSale");
  },
  "a held act says all that it states in both languages, and leads to what it is about"() {
    const act = { op: "DecideObjection", cid: "c", lot: 21, objection: 1, upheld: false, reason: "no grounds" };
    const told = (said) => statement(said).map((each) => word(...each));
    assert.deepEqual(told(act), ["objection 1", "dismissed", "reason: no grounds"]);
    const panel = [{ member: 5, quality: 9000 }, { member: 6, quality: 8005 }];
    const scores = { op: "RecordScores", lot: 7, bidder: 9, quality: 8503, panel, sheet: "ab" };
    assert.deepEqual(told(scores), ["bidder 9", "85.03 points", "panel 5: 90.00, 6: 80.05", "SHA-256 of the sheet ab"]);
    assert.deepEqual(told({ op: "VoidEnvelope", lot: 7, bidder: 9, fault: "MISMATCH", reason: "x" })[1], "is not what was committed to");
    const market = { deals: new Map([[21, {}]]), lots: new Map([[7, {}]]) };
    const places = [act, { listing: 3 }, { lot: 7 }, { lot: 1000000001 }].map((of) => place(of, market));
    assert.deepEqual(places, [["deals", 21], ["listings", 3], ["lots", 7], ["sales", 1000000001]]);
    for (const op of ["UndoBid", "ReopenLot", "TerminateLot", "VoidLot", "VoidEnvelope", "RecordScores", "TerminateListing", "ConcludeAgreement", "EndDeal", "DecideObjection"]) {
      assert.ok(HELD_WORDS.en[`act${op}`] && HELD_WORDS["zh-CN"][`act${op}`], op);
    }
  },
  async "nobody approves their own act, and whoever asked learns what became of it"() {
    const one = { approval: 1, actor: 9001, cid: "c1", act: { op: "EndDeal", lot: 21, reason: "x" }, hash: "h", expiresAt: 500 };
    assert.deepEqual([mayApprove(one, 9001), mayApprove(one, 9002)], [false, true]);
    const answers = { ListApprovals: { ok: true, r: { approvals: [one] } } };
    const asked = [];
    const connection = { live: true, who: { role: "CLERK", subject: 9001 }, ask: async (op, fields) => (asked.push(fields), answers[op]) };
    const held = new Held(connection, () => {});
    await held.ask();
    assert.deepEqual([held.waiting(499), held.waiting(500), held.outcome], [[one], [], null]);
    for (const [status, key] of [
      [{ ok: true, r: {} }, "heldDone"], [{ ok: false, e: { name: "ALREADY_ENDED", repeated: true } }, "heldRefused"],
      [{ ok: false, e: { name: "UNKNOWN_CID" } }, "heldNothing"], [{ ok: false, e: { name: "BUSY" } }, "heldGone"],
    ]) {
      answers.ListApprovals.r.approvals = [one];
      await held.ask();
      answers.ListApprovals.r.approvals = [];
      answers.AskStatus = status;
      await held.ask();
      assert.deepEqual([held.outcome.key, asked[asked.length - 1].about, held.acts], [key, "c1", []]);
    }
    connection.who = { role: "AUDITOR", subject: 5 };
    const before = asked.length;
    await held.ask();
    assert.equal(asked.length, before);
  },
  async "of an act whose reply was lost the list says what became of it"() {
    const said = [];
    const sent = [];
    let waits = [];
    let lost = true;
    const connection = {
      live: true,
      async ask(op, fields) {
        sent.push(op);
        if (op === "ListApprovals") {
          return { ok: true, r: { approvals: waits } };
        }
        if (lost) {
          throw new Error("lost");
        }
        return { ok: true, r: { ...fields, seq: 3 } };
      },
    };
    const desk = new Desk(connection, { answer: (kind, what) => said.push(kind === "taken" ? what : kind) });
    await desk.request("EndDeal", { lot: 21, reason: "x" });
    assert.ok(desk.busy);
    waits = [{ approval: 1, cid: desk.waiting.cid }];
    await desk.resume();
    assert.deepEqual([said, sent, desk.busy], [["sending", "asking", "RequestApproval"], ["RequestApproval", "ListApprovals"], false]);
    await desk.approve({ approval: 1, hash: "h" });
    lost = false;
    await desk.resume();
    assert.deepEqual([said.slice(3), sent.slice(2)], [["sending", "asking", "ApproveAct"], ["ApproveAct", "ListApprovals", "ApproveAct"]]);
    lost = true;
    await desk.decline({ approval: 1 });
    waits = [];
    await desk.resume();
    assert.deepEqual([said.slice(6), desk.busy], [["sending", "asking", "refused"], false]);
    await desk.request("EndDeal", { lot: 22, reason: "x" });
    lost = false;
    await desk.resume();
    assert.deepEqual(sent.slice(-3), ["RequestApproval", "ListApprovals", "RequestApproval"]);
  },
};

for (const [name, run] of Object.entries(CASES)) {
  await run();
  console.log(`ok ${name}`);
}
