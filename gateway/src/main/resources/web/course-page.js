// Shows a lot's course and the acts it takes beside a plain bid, and sends what the bidder does with them.

import { acts, mechanism, stageWord } from "./course.js";
import { showForms } from "./forms.js";
import { courseWord, mechanismWord } from "./course-words.js";
import { parseYuan, yuan } from "./money.js";
import { element, say, showAnswer } from "./page.js";
import { word } from "./words.js";

const AMOUNT_AT = { listed: 0, call1: 0, call2: 0, call3: 0 };

/** A said word with its amount, wherever that stands, written as yuan. */
export function sentence([key, ...values]) {
  const at = AMOUNT_AT[key] ?? 1;
  return courseWord(key, ...values.map((value, index) => (index === at ? yuan(BigInt(value)) : value)));
}

function stageSentence(lot) {
  const found = stageWord(lot);
  return found ? courseWord(found[0], found[1], found[2], yuan(found[3])) : "";
}

/** Announced once to those who hear the page: the text changes only with what has happened. */
export function showCourse(lot) {
  say("mechanism", lot ? mechanismWord(mechanism(lot)) : "");
  say("stage", lot ? stageSentence(lot) : "");
  say("said", lot && lot.said ? sentence(lot.said) : "");
}

function showQuestion(lot, may, free) {
  element("question").hidden = !(may.answer || may.raise);
  const price = lot ? yuan(lot.stagePrice || 0n) : "";
  const asks = lot && lot.stageKind === "ASK";
  const rest = asks && lot.remainder ? courseWord("yesUnits", lot.remainder, price) : courseWord("yesPay", price);
  say("question-title", courseWord("question"));
  say("answer-yes", may.raise ? courseWord("raise", price) : asks ? rest : courseWord("yes"));
  say("answer-no", courseWord("no"));
  element("answer-yes").disabled = !free;
  element("answer-no").disabled = !free;
}

function showMaximum(may, free) {
  element("maximum").hidden = !may.maximum;
  say("maximum-label", courseWord("maximum"));
  say("maximum-note", courseWord("hiddenMaximum"));
  say("maximum-send", courseWord("placeMaximum"));
  element("maximum-send").disabled = !free;
}

/** After the desk is shown: takes from it what the running phase does not take, and adds what only it does. */
export function showActs(lot, paddle, holds, free) {
  const may = lot ? acts(lot, paddle, holds) : {};
  const turn = lot && lot.state === "OPEN" && lot.stageKind === "TURN" && paddle && lot.stagePaddle === paddle;
  say("turn", turn ? courseWord("yourTurn") : "");
  if (lot && may.level) {
    say("bid-next", courseWord("acceptLevel", yuan(lot.nextMinimum)));
  }
  element("bid-own").hidden = Boolean(!may.plain || may.level || may.maximum || may.answer);
  element("bid-next").hidden = Boolean(!may.plain || may.answer || may.raise);
  if (!may.bid) {
    element("bid-next").disabled = true;
    element("bid-own").querySelector("button").disabled = !(may.raise && free);
  }
  element("match").hidden = !may.match;
  element("match").disabled = !free;
  say("match", lot && may.match ? courseWord("match", yuan(lot.price)) : "");
  showMaximum(may, free);
  showQuestion(lot, may, free);
  showForms(lot, may, free);
  say("right", lot && holds ? courseWord("right") : "");
}

/** desk sends; current() is the lot that is shown, paddle() the bidder's on it. */
export function wire(desk, current, paddle) {
  element("match").addEventListener("click", () => desk.send("MatchPrice", { lot: current().lot }));
  element("answer-no").addEventListener("click", () => desk.send("AnswerInquiry", { lot: current().lot, accepts: false }));
  element("answer-yes").addEventListener("click", () => {
    const lot = current();
    if (acts(lot, paddle()).raise) {
      desk.bid(lot.lot, lot.stagePrice);
    } else {
      desk.send("AnswerInquiry", { lot: lot.lot, accepts: true });
    }
  });
  element("maximum").addEventListener("submit", (submit) => {
    submit.preventDefault();
    const amount = parseYuan(element("maximum-amount").value);
    if (amount === null) {
      showAnswer("refused", word("badAmount"));
    } else {
      element("maximum-amount").value = "";
      desk.send("PlaceMaximum", { lot: current().lot, maximum: amount.toString() });
    }
  });
}
