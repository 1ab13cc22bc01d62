// Makes an envelope in the browser: salt, commitment and ciphertext (HPKE, RFC 9180: P-256, HKDF-SHA256, AES-128-GCM).

const SALT_BYTES = 32;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const HASH_BYTES = 32;
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const KEM_SUITE = bytes(text("KEM"), [0, 0x10]);
const HPKE_SUITE = bytes(text("HPKE"), [0, 0x10, 0, 1, 0, 1]);
const EMPTY = new Uint8Array(0);

/** Whether this page may encrypt: browsers allow it over HTTPS and on this machine only. */
export function canSeal() {
  return Boolean(crypto.subtle);
}

function text(ascii) {
  return new TextEncoder().encode(ascii);
}

function bytes(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    joined.set(part, place);
    place += part.length;
  }
  return joined;
}

function hex(given) {
  return Array.from(given, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64Url(given) {
  return Uint8Array.from(atob(given.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
}

function names(lot, paddle) {
  return [`LOT-${lot}`, "P" + String(paddle).padStart(2, "0")];
}

async function commit(lot, paddle, amount, salt) {
  const decimal = `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
  const told = bytes(text(["SEALEDv1", ...names(lot, paddle), decimal, ""].join("\0")), salt);
  return hash(told);
}

/** SHA-256, lower-case hex. */
async function hash(told) {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", told)));
}

/** SHA-256 of a file that stays with whoever has it. */
export async function fileHash(file) {
  return hash(new Uint8Array(await file.arrayBuffer()));
}

async function hmac(key, ...parts) {
  const padded = key.length ? key : new Uint8Array(HASH_BYTES);
  const imported = await crypto.subtle.importKey("raw", padded, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes(...parts)));
}

function extract(suite, salt, label, secret) {
  return hmac(salt, text("HPKE-v1"), suite, text(label), secret);
}

/** One block of HKDF is enough for everything here. */
async function expand(suite, key, label, info, length) {
  const block = await hmac(key, [0, length], text("HPKE-v1"), suite, text(label), info, [1]);
  return block.slice(0, length);
}

async function encapsulate(point) {
  const recipient = await crypto.subtle.importKey("raw", point, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: recipient }, own.privateKey, 256);
  const encapsulated = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const agreed = await extract(KEM_SUITE, EMPTY, "eae_prk", new Uint8Array(shared));
  const secret = await expand(KEM_SUITE, agreed, "shared_secret", bytes(encapsulated, point), HASH_BYTES);
  return { encapsulated, secret };
}

async function hpkeSeal(point, info, bound, plain) {
  const { encapsulated, secret } = await encapsulate(point);
  const noPsk = await extract(HPKE_SUITE, EMPTY, "psk_id_hash", EMPTY);
  const context = bytes([0], noPsk, await extract(HPKE_SUITE, EMPTY, "info_hash", info));
  const agreed = await extract(HPKE_SUITE, secret, "secret", EMPTY);
  const key = await expand(HPKE_SUITE, agreed, "key", context, KEY_BYTES);
  const iv = await expand(HPKE_SUITE, agreed, "base_nonce", context, NONCE_BYTES);
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, aes, plain);
  return bytes(encapsulated, new Uint8Array(sealed));
}

/** An envelope for the amount (fen): what to send, and the salt without which nobody but the keyholders opens it. */
export async function makeEnvelope(lot, paddle, round, amount, envelopeKey) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const commitment = await commit(lot, paddle, amount, salt);
  const kept = { amount: amount.toString(), salt: hex(salt) };
  if (!envelopeKey) {
    return { commitment, ciphertext: "", kept };
  }
  const bound = text(["ENVELOPEv1", ...names(lot, paddle), `R${round}`, commitment].join("\0"));
  const plain = new Uint8Array(8 + SALT_BYTES);
  new DataView(plain.buffer).setBigUint64(0, amount);
  plain.set(salt, 8);
  const sealed = await hpkeSeal(fromBase64Url(envelopeKey.publicKey), text("gavel envelope v1"), bound, plain);
  return { commitment, ciphertext: btoa(String.fromCharCode(...sealed)), kept };
}
