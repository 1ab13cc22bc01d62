// Money is whole fen in a BigInt, never a floating-point number.

const FEN_PER_YUAN = 100n;

export function fen(digits) {
  return BigInt(digits);
}

/** 320000000n becomes "3,200,000.00". */
export function yuan(amount) {
  const whole = (amount / FEN_PER_YUAN).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return whole + "." + (amount % FEN_PER_YUAN).toString().padStart(2, "0");
}

/** 1234567 becomes "1,234,567". */
export function grouped(units) {
  return String(units).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What a person typed as a whole number of units, 0 included, or null. */
export function parseUnits(text) {
  const typed = text.trim().replace(/[,，\s]/g, "");
  return /^\d{1,12}$/.test(typed) ? Number(typed) : null;
}

/** What a person typed as yuan, in fen, or null where it is no amount above zero. */
export function parseYuan(text) {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[,，\s¥￥]/g, ""));
  if (!match) {
    return null;
  }
  const amount = BigInt(match[1]) * FEN_PER_YUAN + BigInt((match[2] || "").padEnd(2, "0"));
  return amount > 0n ? amount : null;
}
