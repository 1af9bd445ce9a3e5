// Tokens and keys for the tests, made by others: npm's jose, and node:crypto for what jose leaves out.
import * as crypto from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';

/** The moment at which the tests take place: 15 Jan 2027, 08:00:00 UTC. */
export const NOW = 1_800_000_000;

export const CLAIMS = { sub: 'alice', name: 'Alice Müller', iat: NOW - 60, exp: NOW + 3600 };

export const EXPIRED = { ...CLAIMS, iat: NOW - 7200, exp: NOW - 3600 };

/** Long enough for HS512. */
export const SECRET = 'correct horse battery staple, correct horse battery staple, correct';

export const ALGORITHMS = [
  'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512',
  'ES256', 'ES384', 'ES512', 'ES256K', 'Ed25519', 'EdDSA',
];

const CURVES = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' };

const pairs = new Map();

/** The key pair of an algorithm, the same one each time; `other` for a second one. */
export function pair(alg, other = '') {
  const kind = CURVES[alg] ?? (alg.startsWith('Ed') ? 'ed25519' : 'rsa');
  const name = kind + other;
  if (!pairs.has(name)) pairs.set(name, generate(kind));
  return pairs.get(name);
}

/** An RSA key pair of a size. */
export const rsaPair = modulusLength => dressed(crypto.generateKeyPairSync('rsa', { modulusLength }));

function generate(kind) {
  if (kind === 'rsa') return rsaPair(2048);
  if (kind === 'ed25519') return dressed(crypto.generateKeyPairSync('ed25519'));
  return dressed(crypto.generateKeyPairSync('ec', { namedCurve: kind }));
}

function dressed({ publicKey, privateKey }) {
  return {
    publicKey,
    privateKey,
    spki: publicKey.export({ type: 'spki', format: 'pem' }),
    pkcs8: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    jwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
  };
}

/** What goes into the key box to verify a token of `signed`. */
export const keyText = alg => alg.startsWith('HS') ? SECRET : pair(alg).spki;

/** What goes into the key box to sign one. */
export const signingKeyText = alg => alg.startsWith('HS') ? SECRET : pair(alg).pkcs8;

/** A token of claims, or of a payload as text or bytes. */
export async function signed(alg, payload = CLAIMS, { header = {}, key, crit } = {}) {
  const bytes = payloadBytes(payload);
  const secret = alg.startsWith('HS') && Buffer.from(SECRET);
  const signingKey = key ?? (secret || pair(alg).privateKey);
  if (alg === 'ES256K') return byHand({ alg, ...header }, bytes, input => ecdsa(input, signingKey));
  return new CompactSign(bytes).setProtectedHeader({ alg, ...header }).sign(signingKey, { crit });
}

/** A token that no library would make. The header is an object or its text. */
export function byHand(header, payload, sign) {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const input = `${base64url(text)}.${base64url(payloadBytes(payload))}`;
  return `${input}.${base64url(sign(input))}`;
}

export const hmac = (input, secret = SECRET) => crypto.createHmac('sha256', secret).update(input).digest();

const ecdsa = (input, key) => crypto.sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });

export const base64url = data => Buffer.from(data).toString('base64url');

function payloadBytes(payload) {
  if (typeof payload === 'string') return new TextEncoder().encode(payload);
  return payload instanceof Uint8Array ? payload : new TextEncoder().encode(JSON.stringify(payload));
}

/** The text of a token's part. */
export const decoded = (token, part) => Buffer.from(token.split('.')[part], 'base64url').toString();

/** A token with the character in the middle of its payload replaced. */
export function tampered(token) {
  const [header, payload, signature] = token.split('.');
  const at = payload.length >> 1;
  const changed = payload.slice(0, at) + (payload[at] === 'A' ? 'B' : 'A') + payload.slice(at + 1);
  return [header, changed, signature].join('.');
}

/** The payload, if jose accepts the signature. */
export async function accepted(token, alg) {
  const key = alg.startsWith('HS') ? Buffer.from(SECRET) : pair(alg).publicKey;
  const { payload } = await compactVerify(token, key, { algorithms: [alg] });
  return JSON.parse(Buffer.from(payload).toString());
}

/** RFC 7515 appendix A.1: lines end in CR LF. */
export const RFC7515_A1 = {
  token: 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9'
    + '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    + '.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  key: '{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}',
  now: 1_300_819_000,
};
