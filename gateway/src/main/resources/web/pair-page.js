// Asking for an act of two persons from the desk of what is shown.

import { points } from "./held.js";
import { element, say, showAnswer } from "./page.js";
import { hasReason, pairActs, pairFields, pairInputs, panelOf } from "./pair.js";
import { canSeal, fileHash } from "./sealed.js";
import { word } from "./words.js";

/** Shows what is to be typed for the act that was chosen. */
function showInputs(deal) {
  const inputs = pairInputs(element("pair-op").value, deal);
  for (const label of document.querySelectorAll("#pair [data-input]")) {
    label.hidden = !inputs.includes(label.dataset.input);
  }
}

/** The mean of a panel's finding as far as it can be read, so that a slip is seen before it is sent. */
function showMean() {
  const { wrong, quality, panel } = panelOf(element("pair-panel").value);
  say("pair-mean", wrong ? "" : word("pairMean", points(quality), panel.length));
}

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
  showInputs(deal);
  showMean();
  element("pair-send").disabled = !free;
}

function typed(name) {
  return element(`pair-${name}`).value;
}

/** What was typed for the act; the score sheet stays with the staff, what is sent is its hash. */
async function allTyped() {
  const [file] = element("pair-sheet").files;
  const sheet = file && canSeal() ? await fileHash(file) : "";
  return { number: typed("number"), sale: typed("sale"), bidder: typed("bidder"), fault: typed("fault"), panel: typed("panel"), sheet };
}

/** because(op, fields) asks with the reason that was typed, ask(op, fields) without; shown() is what is shown, as for showPair. */
export function wirePair(because, ask, shown) {
  element("pair-op").addEventListener("change", () => showInputs(shown().deal));
  element("pair-panel").addEventListener("input", showMean);
  element("pair").addEventListener("submit", async (event) => {
    event.preventDefault();
    const op = typed("op");
    const about = shown();
    const { wrong, ...fields } = pairFields(op, about, await allTyped());
    if (wrong) {
      showAnswer("refused", word(wrong));
    } else {
      (hasReason(op) ? because : ask)(op, fields);
    }
  });
}
