// Asking for an act of two persons from the desk of what is shown.

import { element, showAnswer } from "./page.js";
import { pairActs, pairFields } from "./pair.js";
import { word } from "./words.js";

/** The acts of two persons that what is shown takes; keeps what was chosen where it is still one. */
export function showPair({ listed, deal, auction }, free) {
  const acts = pairActs(listed, deal, auction);
  const list = element("pair-op");
  if (acts.join() !== [...list.options].map((option) => option.value).join()) {
    const before = list.value;
    list.replaceChildren(...acts.map((op) => Object.assign(document.createElement("option"), { value: op })));
    list.value = acts.includes(before) ? before : acts[0] || "";
  }
  for (const option of list.options) {
    if (option.textContent !== word(`act${option.value}`)) {
      option.textContent = word(`act${option.value}`);
    }
  }
  element("pair").hidden = acts.length === 0;
  element("pair-number-label").hidden = list.value !== "UndoBid";
  element("pair-send").disabled = !free;
}

/** because(op, fields) asks with the reason that was typed; shown() is what is shown, as for showPair. */
export function wirePair(because, shown) {
  element("pair-op").addEventListener("change", () => {
    element("pair-number-label").hidden = element("pair-op").value !== "UndoBid";
  });
  element("pair").addEventListener("submit", (event) => {
    event.preventDefault();
    const op = element("pair-op").value;
    const { lot, listed } = shown();
    const { wrong, ...fields } = pairFields(op, { listing: listed && listed.listing, lot }, element("pair-number").value);
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      because(op, fields);
    }
  });
}
