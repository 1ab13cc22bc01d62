// A refusal as the reader sees it: its code, and the sentence that says what to do.

import { yuan } from "./money.js";
import { REFUSALS_ZH } from "./refusal-words.js";
import { languageTag } from "./words.js";

/** error is the reply's e; detail stands for fen or a number, as the sentence asks. */
export function refusal({ code, message, detail }) {
  const told = languageTag() === "en" ? "" : REFUSALS_ZH[code];
  const sentence = told
    ? told.replace("{amount}", () => yuan(BigInt(detail || 0))).replace("{number}", () => String(detail || 0))
    : message;
  return `${code} · ${sentence}`;
}
