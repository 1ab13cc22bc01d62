// The proof of a bidder's last bid on a lot: its sequence is kept in this browser, the file comes from the venue's log.

const BIDS = ["PlaceBid", "PlaceMaximum", "BidUnits", "SubmitEnvelope", "MatchPrice", "AnswerInquiry"];

function place(lot, who) {
  return `gavel.receipts.${who}.${lot}`;
}

/** The market took this one: its proof is the one that is wanted later. */
export function keep(op, lot, who, seq) {
  if (BIDS.includes(op) && seq && lot) {
    localStorage.setItem(place(lot, who), String(seq));
  }
}

/** The sequence of this bidder's last bid on the lot from this browser, or 0. */
export function last(lot, who) {
  return Number(localStorage.getItem(place(lot, who)) || 0);
}

/** Saves the proof as a file; answers what kept it from coming, or an empty text. */
export async function download(connection, seq) {
  const reply = await connection.ask("GetProof", { seq });
  if (!reply.ok) {
    return reply.e.message;
  }
  const file = new Blob([JSON.stringify(reply.r.proof) + "\n"], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `bid-${seq}.proof` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return "";
}
