// Keeps amount and salt of the envelopes sent from this browser, so that their bidder can open them.

function place(lot, who) {
  return `gavel.envelopes.${who}.${lot}`;
}

function load(lot, who) {
  return JSON.parse(localStorage.getItem(place(lot, who)) || '{"sent":{},"last":""}');
}

/** Before it is sent: a reply that is lost must not lose the salt. */
export function keep(lot, who, envelope) {
  const kept = load(lot, who);
  kept.sent[envelope.commitment] = envelope.kept;
  localStorage.setItem(place(lot, who), JSON.stringify(kept));
}

/** The market took this one: it counts from now on. */
export function taken(lot, who, commitment) {
  const kept = load(lot, who);
  if (kept.sent[commitment]) {
    kept.last = commitment;
    localStorage.setItem(place(lot, who), JSON.stringify(kept));
  }
}

/** Amount and salt of the envelope that counts, or null where this browser did not make it. */
export function lastKept(lot, who) {
  const kept = load(lot, who);
  return kept.sent[kept.last] || null;
}
