// Writes tests/fixtures/jose.json: keys in every form people paste, and tokens signed with them by libraries that
// are not ours (npm jose, and node:crypto where jose does not go). Run: node tests/oracle/make.mjs
//
// Every run makes new keys. They are for tests only and guard nothing.

import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompactSign } from 'jose';

const PAYLOAD = '{"iss":"https://issuer.example","sub":"100002348117421473","exp":4102444800}';

const rsa = (modulusLength, publicExponent = 65537) => generateKeyPairSync('rsa', { modulusLength, publicExponent });
const ec = (namedCurve) => generateKeyPairSync('ec', { namedCurve });
const ed25519 = () => generateKeyPairSync('ed25519');

const PAIRS = {
  rsa: rsa(2048),
  'rsa-other': rsa(2048),
  'rsa-1024': rsa(1024),
  'rsa-512': rsa(512),
  'rsa-e3': rsa(2048, 3),
  'p-256': ec('P-256'),
  'p-256-other': ec('P-256'),
  'p-384': ec('P-384'),
  'p-384-other': ec('P-384'),
  'p-521': ec('P-521'),
  'p-521-other': ec('P-521'),
  secp256k1: ec('secp256k1'),
  'secp256k1-other': ec('secp256k1'),
  ed25519: ed25519(),
  'ed25519-other': ed25519(),
};

const SECRETS = { oct: randomBytes(64), 'oct-other': randomBytes(64) };

const JOSE = [
  ...['HS256', 'HS384', 'HS512'].map((alg) => [alg, 'oct']),
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, 'rsa']),
  ['ES256', 'p-256'],
  ['ES384', 'p-384'],
  ['ES512', 'p-521'],
  ['EdDSA', 'ed25519'],
  ['Ed25519', 'ed25519'],
];

/** What jose refuses to sign: secp256k1, and RSA keys that are too small. */
const NODE = [
  ['ES256K', 'secp256k1'],
  ['RS256', 'rsa-1024'],
  ['RS256', 'rsa-512'],
  ['RS256', 'rsa-e3'],
];

function forms(name, { privateKey, publicKey }) {
  const pem = (key, type) => key.export({ format: 'pem', type });
  const kind = publicKey.asymmetricKeyType;
  const pkcs8 = pem(privateKey, 'pkcs8');
  return {
    public_jwk: publicKey.export({ format: 'jwk' }),
    private_jwk: privateKey.export({ format: 'jwk' }),
    spki: pem(publicKey, 'spki'),
    pkcs8,
    ...(kind === 'rsa' && { pkcs1_public: pem(publicKey, 'pkcs1'), pkcs1_private: pem(privateKey, 'pkcs1') }),
    ...(kind === 'ec' && { sec1: pem(privateKey, 'sec1'), sec1_with_parameters: withParameters(privateKey) }),
    certificate: selfSigned(name, pkcs8),
  };
}

/** As `openssl ecparam -genkey` writes it: the name of the curve in a block of its own, then the key. */
function withParameters(privateKey) {
  return inFile(privateKey.export({ format: 'pem', type: 'sec1' }), (path) => {
    const { namedCurve } = privateKey.asymmetricKeyDetails;
    const parameters = openssl(['ecparam', '-name', namedCurve]);
    return parameters + openssl(['ec', '-in', path]);
  });
}

function selfSigned(name, pkcs8) {
  const request = ['req', '-x509', '-new', '-subj', `/CN=test key ${name}`, '-days', '36500', '-key'];
  return inFile(pkcs8, (path) => openssl([...request, path]));
}

function openssl(args) {
  return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function inFile(text, use) {
  const folder = mkdtempSync(join(tmpdir(), 'jose-'));
  try {
    const path = join(folder, 'key.pem');
    writeFileSync(path, text, { mode: 0o600 });
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function withJose([alg, name]) {
  const key = SECRETS[name] ?? PAIRS[name].privateKey;
  const token = await new CompactSign(Buffer.from(PAYLOAD)).setProtectedHeader({ alg, typ: 'JWT', kid: name }).sign(key);
  return { alg, key: name, token };
}

function withNode([alg, name]) {
  const encoded = (text) => Buffer.from(text).toString('base64url');
  const input = `${encoded(JSON.stringify({ alg, typ: 'JWT', kid: name }))}.${encoded(PAYLOAD)}`;
  const signature = sign('sha256', Buffer.from(input), { key: PAIRS[name].privateKey, dsaEncoding: 'ieee-p1363' });
  return { alg, key: name, token: `${input}.${signature.toString('base64url')}` };
}

/** A key of RFC 4055 that may only be used with PSS. */
function pssOnly() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    hashAlgorithm: 'sha256',
    mgf1HashAlgorithm: 'sha256',
    saltLength: 32,
  });
  return {
    spki: publicKey.export({ format: 'pem', type: 'spki' }),
    pkcs8: privateKey.export({ format: 'pem', type: 'pkcs8' }),
  };
}

/** X25519 is a key of the OKP family that signs nothing. */
function agreementOnly() {
  const { publicKey } = generateKeyPairSync('x25519');
  return { spki: publicKey.export({ format: 'pem', type: 'spki' }), public_jwk: publicKey.export({ format: 'jwk' }) };
}

function encrypted() {
  const options = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'a test' };
  const old = { format: 'pem', type: 'pkcs1', cipher: 'aes-256-cbc', passphrase: 'a test' };
  return { pkcs8: PAIRS.rsa.privateKey.export(options), pkcs1: PAIRS.rsa.privateKey.export(old) };
}

function ssh() {
  const { n, e } = PAIRS.rsa.publicKey.export({ format: 'jwk' });
  const field = (bytes) => Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  const number = (text) => field(Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'base64url')]));
  const blob = Buffer.concat([field(Buffer.from('ssh-rsa')), field(Buffer.from(e, 'base64url')), number(n)]);
  return `ssh-rsa ${blob.toString('base64')} test@example`;
}

const oct = (name) => ({ private_jwk: { kty: 'oct', k: SECRETS[name].toString('base64url') } });
const keys = Object.fromEntries([
  ...Object.keys(SECRETS).map((name) => [name, oct(name)]),
  ...Object.entries(PAIRS).map(([name, pair]) => [name, forms(name, pair)]),
]);
const fixtures = {
  about: 'Made by tests/oracle/make.mjs. Test keys: generated for these tests, they guard nothing.',
  payload: PAYLOAD,
  keys,
  pss_only: pssOnly(),
  agreement_only: agreementOnly(),
  encrypted: encrypted(),
  ssh: ssh(),
  tokens: [...(await Promise.all(JOSE.map(withJose))), ...NODE.map(withNode)],
};
writeFileSync(new URL('../fixtures/jose.json', import.meta.url), `${JSON.stringify(fixtures, null, 1)}\n`);
