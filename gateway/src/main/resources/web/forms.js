// The forms for what is no price alone: units of a divided lot, and the technical proposal of a challenge.

import { mechanism, terms } from "./course.js";
import { courseWord } from "./course-words.js";
import { parseUnits, parseYuan, yuan } from "./money.js";
import { element, say, showAnswer } from "./page.js";
import { canSeal, fileHash } from "./sealed.js";
import { word } from "./words.js";

function isClock(lot) {
  return mechanism(lot) === "Clock";
}

function showUnits(lot, may, free) {
  element("units").hidden = !may.units;
  if (!may.units) {
    return;
  }
  const clock = isClock(lot);
  const firstRound = clock && lot.stage <= 1;
  element("units-price").parentElement.hidden = firstRound;
  say("units-label", courseWord(clock && !firstRound ? "unitsWanted" : "unitsOffer"));
  say("units-price-label", courseWord(clock ? "unitsUpTo" : "unitsAt"));
  say("units-send", courseWord("bidUnits"));
  say("units-note", courseWord(clock ? "clockNote" : "offerNote", terms(lot).units, yuan(lot.nextMinimum)));
  element("units-send").disabled = !free;
}

function showProposal(may, free) {
  element("proposal").hidden = !may.proposal;
  say("proposal-label", courseWord("proposalFile"));
  say("proposal-send", courseWord("sendProposal"));
  say("proposal-note", courseWord("proposalNote"));
  element("proposal-send").disabled = !free;
}

export function showForms(lot, may, free) {
  showUnits(lot, may, free);
  showProposal(may, free);
}

/** The command's fields, or the word for what is wrong with them; a clock's price may stay empty. */
export function unitsBid(lot, units, price) {
  const wanted = parseUnits(units);
  const without = isClock(lot) && (lot.stage <= 1 || price.trim() === "");
  const amount = without ? 0n : parseYuan(price);
  if (wanted === null) {
    return { wrong: "badUnits" };
  }
  return amount === null ? { wrong: "badAmount" } : { lot: lot.lot, units: wanted, price: amount.toString() };
}

async function handIn(desk, lot, file) {
  if (!file) {
    return;
  }
  if (!canSeal()) {
    showAnswer("refused", word("noSealing"));
    return;
  }
  await desk.send("SubmitProposal", { lot, file: await fileHash(file) });
}

export function wireForms(desk, current) {
  element("units").addEventListener("submit", (submit) => {
    submit.preventDefault();
    const { wrong, ...bid } = unitsBid(current(), element("units-wanted").value, element("units-price").value);
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      desk.send("BidUnits", bid);
    }
  });
  element("proposal").addEventListener("submit", (submit) => {
    submit.preventDefault();
    handIn(desk, current().lot, element("proposal-file").files[0]);
  });
}
