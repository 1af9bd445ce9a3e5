// Every parameter and every claim is explained: what it means, where that is written, and what its value says.
import { test, expect, box, enter, expectVerdict, load, open, overflowing } from './page.mjs';
import { fold, line, lines, unfold } from './folds.mjs';
import { CLAIMS, NOW, SECRET, byHand, hmac, pair, signed } from './tokens.mjs';
import { calculateJwkThumbprint } from 'jose';

const HEADER = 'Every parameter explained';
const PAYLOAD = 'Every claim explained';

/** Opens the page with a token, and what explains its claims or its header. */
async function explained(page, title, claims, header = {}) {
  await open(page);
  await enter(page, { token: await signed('HS256', claims, { header }), key: SECRET });
  await unfold(page, title);
}

/** What is told of claims has all of these lines, in this order, right below one another. */
async function expectLines(page, title, wanted) {
  const told = () => lines(page, title).then(all => all.slice(all.indexOf(wanted[0])).slice(0, wanted.length));
  await expect.poll(told).toEqual(wanted);
}

const PRIVATE = 'a private claim: only the issuer says what it means | RFC 7519 §4.3';

test('nothing is explained until it is asked for', async ({ page }) => {
  await open(page);
  await enter(page, { token: await signed('HS256'), key: SECRET });
  for (const title of [HEADER, PAYLOAD, 'About this key', 'The signature, opened']) {
    await expect(fold(page, title)).not.toHaveAttribute('open');
    expect(await lines(page, title)).toEqual([]);
    await unfold(page, title);
    await expect.poll(() => lines(page, title)).not.toEqual([]);
    await unfold(page, title);
    await expect.poll(() => lines(page, title)).toEqual([]);
  }
});

test('registered claims: what they mean, by which standard, and what their times are', async ({ page }) => {
  await explained(page, PAYLOAD, { iss: 'https://issuer.example', aud: ['a', 'b'], jti: 'one', nbf: NOW - 60, ...CLAIMS });
  await expectLines(page, PAYLOAD, [
    'iss | "https://issuer.example" | issuer: who made the token | RFC 7519 §4.1.1',
    'aud | ["a", "b"] | audience: who may accept the token · 2 values | RFC 7519 §4.1.3',
    'jti | "one" | ID of this token: tells when it is used twice | RFC 7519 §4.1.7',
    'nbf | 1799999940 | not before: until then it must be refused · became valid 1 minute ago · 15 Jan 2027, 07:59:00 UTC | RFC 7519 §4.1.5',
    'sub | "alice" | subject: who the token is about | RFC 7519 §4.1.2',
    'name | "Alice Müller" | full name (OpenID Connect) | OpenID Connect Core §5.1',
    'iat | 1799999940 | time of issue · issued 1 minute ago · 15 Jan 2027, 07:59:00 UTC | RFC 7519 §4.1.6',
    'exp | 1800003600 | expiry: from then on it must be refused · expires in 1 hour · 15 Jan 2027, 09:00:00 UTC | RFC 7519 §4.1.4',
  ]);
});

test('header parameters: what they mean, and by which standard', async ({ page }) => {
  await explained(page, HEADER, CLAIMS, { typ: 'at+jwt', kid: 'a', jku: 'https://keys.example/', mine: 1 });
  await expectLines(page, HEADER, [
    'alg | "HS256" | HMAC with SHA-256: one shared secret signs and verifies | RFC 7515 §4.1.1',
    'typ | "at+jwt" | media type: an OAuth access token | RFC 7515 §4.1.9',
    'kid | "a" | key ID: which key to verify with | RFC 7515 §4.1.4',
    'jku | "https://keys.example/" | address of a set of keys: never fetched here | RFC 7515 §4.1.2',
    'mine | 1 | a private parameter: only the issuer says what it means | RFC 7515 §4.3',
  ]);
});

/** Who issues such tokens, claims as in theirs, and what is told of some, which mean something else with others. */
const VENDORS = [
  ['Entra ID', {
    iss: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ', tid: '9188040d-6c67-4c5b-b112-36a304b66dad', azpacr: '1', uti: 'x',
  }, [
    'sub | "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ" | ID of the user, different for every application | Microsoft Entra ID',
    'tid | "9188040d-6c67-4c5b-b112-36a304b66dad" | ID of the tenant | Microsoft Entra ID',
    'azpacr | "1" | how that application proved itself (v2) · client secret | Microsoft Entra ID',
    'uti | "x" | ID of this token, as jti | Microsoft Entra ID',
  ]],
  ['Google', { iss: 'https://accounts.google.com', sub: '110169484474386276334', hd: 'example.com', email_verified: true }, [
    'sub | "110169484474386276334" | ID of the user: never changes | Google',
    'hd | "example.com" | hosted domain: the user\'s Google Workspace | Google',
    'email_verified | true | whether the issuer has checked the email address | OpenID Connect Core §5.1',
  ]],
  ['Auth0', { iss: 'https://example.eu.auth0.com/', gty: 'client-credentials', org_id: 'org_1', permissions: ['read:all'] }, [
    'gty | "client-credentials" | how the token was obtained · by an application for itself | Auth0',
    'org_id | "org_1" | ID of the organization | Auth0',
    'permissions | ["read:all"] | what the subject may do | in common use',
  ]],
  ['Okta', { iss: 'https://example.okta.com/oauth2/default', cid: '0oa1', uid: '00u1', scp: ['openid'] }, [
    'cid | "0oa1" | the application the token was issued to | Okta',
    'uid | "00u1" | ID of the user | Okta',
    'scp | ["openid"] | what the token allows | Okta',
    '  scp[0] | "openid" | log in, with an ID token | OpenID Connect Core §3.1.2.1',
  ]],
  ['Cognito', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a', token_use: 'access', username: 'alice', origin_jti: 'x' }, [
    'token_use | "access" | what it is for · an access token | Amazon Cognito',
    'username | "alice" | name of the user in the user pool | Amazon Cognito',
    'origin_jti | "x" | ID of the login: revoking its refresh token revokes it | Amazon Cognito',
  ]],
  ['Keycloak', { iss: 'https://sso.example/realms/demo', typ: 'Bearer', realm_access: { roles: ['user'] }, resource_access: { account: { roles: ['manage-account'] } } }, [
    'typ | "Bearer" | kind of token · an access token | Keycloak',
    'realm_access | {…} | roles in the whole realm | Keycloak',
    '  roles | ["user"] | its roles | Keycloak',
    'resource_access | {…} | roles by application | Keycloak',
    '  account | {…}',
    '    roles | ["manage-account"] | its roles | Keycloak',
  ]],
  ['Firebase', { iss: 'https://securetoken.google.com/shop', aud: 'shop', firebase: { identities: {}, sign_in_provider: 'password' } }, [
    'aud | "shop" | ID of the project | Firebase',
    'firebase | {…} | how the user logged in | Firebase',
    '  identities | {} | by what the user is known | Firebase',
    '  sign_in_provider | "password" | where the user logged in · here, by email address and password | Firebase',
  ]],
  ['Apple', { iss: 'https://appleid.apple.com', is_private_email: 'true', real_user_status: 2, nonce_supported: true }, [
    'is_private_email | "true" | whether the email address is a relay of Apple\'s | Apple',
    'real_user_status | 2 | whether it is a person · likely a person | Apple',
    'nonce_supported | true | whether a nonce could be sent: if so, check it | Apple',
  ]],
  ['GitHub Actions', { iss: 'https://token.actions.githubusercontent.com', repository: 'octo/repo', ref: 'refs/heads/main', runner_environment: 'github-hosted' }, [
    'repository | "octo/repo" | repository the workflow runs in | GitHub Actions',
    'ref | "refs/heads/main" | branch or tag it runs for | GitHub Actions',
    'runner_environment | "github-hosted" | where it runs · on GitHub\'s machines | GitHub Actions',
  ]],
  ['GitLab', { iss: 'https://gitlab.com', project_path: 'group/project', user_login: 'alice', runner_environment: 'gitlab-hosted' }, [
    'project_path | "group/project" | the project | GitLab',
    'user_login | "alice" | name of the user who started the job | GitLab',
    'runner_environment | "gitlab-hosted" | where it runs · on GitLab\'s machines | GitLab',
  ]],
  ['Kubernetes', {
    iss: 'https://kubernetes.default.svc.cluster.local', 'kubernetes.io': { namespace: 'shop', pod: { name: 'web-1', uid: 'u' }, warnafter: NOW + 60 },
  }, [
    'kubernetes.io | {…} | what the token was issued to | Kubernetes',
    '  namespace | "shop" | namespace | Kubernetes',
    '  pod | {…} | pod it was issued to | Kubernetes',
    '    name | "web-1"',
    '    uid | "u" | ID of the pod: ends with it | Kubernetes',
    '  warnafter | 1800000060 | from then on its use is counted as stale · in 1 minute · 15 Jan 2027, 08:01:00 UTC | Kubernetes',
  ]],
  ['Supabase', { iss: 'https://abc.supabase.co/auth/v1', role: 'service_role', aal: 'aal1', amr: [{ method: 'password', timestamp: NOW - 60 }] }, [
    'role | "service_role" | database role the request runs as · all rights: bypasses row level security | Supabase',
    'aal | "aal1" | how strong the login was · one factor | Supabase',
    'amr | […] | how the user logged in, such as by password (pwd) or one-time code (otp) | OpenID Connect Core §2',
    '  amr[0] | {…}',
    '    method | "password" | how the user logged in · password | Supabase',
    '    timestamp | 1799999940 | when · 1 minute ago · 15 Jan 2027, 07:59:00 UTC | Supabase',
  ]],
  ['SPIFFE', { sub: 'spiffe://example.org/ns/default/sa/web', aud: ['spiffe://example.org/backend'], exp: NOW + 60 }, [
    'sub | "spiffe://example.org/ns/default/sa/web" | SPIFFE ID of the workload: trust domain, then path | SPIFFE JWT-SVID',
    'aud | ["spiffe://example.org/backend"] | workloads that may accept it: required | SPIFFE JWT-SVID',
  ]],
  ['AWS', { iss: 'https://0a1b.tokens.sts.global.api.aws', sub: 'arn:aws:iam::123456789012:role/Deploy', 'https://sts.amazonaws.com/': { aws_account: '123456789012' } }, [
    'sub | "arn:aws:iam::123456789012:role/Deploy" | ARN of the caller | AWS',
    'https://sts.amazonaws.com/ | {…} | what AWS says of the caller | AWS',
    '  aws_account | "123456789012" | account of the caller | AWS',
  ]],
];

for (const [vendor, claims, wanted] of VENDORS) {
  test(`claims of ${vendor} are explained as ${vendor} means them`, async ({ page }) => {
    await explained(page, PAYLOAD, claims);
    await expectLines(page, PAYLOAD, wanted);
  });
}

test('claims that are known by how their names start are explained once', async ({ page }) => {
  await explained(page, PAYLOAD, {
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a', 'cognito:groups': ['admins'], 'custom:shop': '7', 'custom:list': ['a'],
  });
  await expectLines(page, PAYLOAD, [
    'cognito:groups | ["admins"] | groups of the user | Amazon Cognito',
    'custom:shop | "7" | a custom attribute of the user pool | Amazon Cognito',
    'custom:list | ["a"] | a custom attribute of the user pool | Amazon Cognito',
  ]);
  await enter(page, { token: await signed('HS256', { iss: 'https://sts.windows.net/t/', extension_shop: '7', xms_cc: ['cp1'], xms_tcdt: 1 }) });
  await expectLines(page, PAYLOAD, [
    'extension_shop | "7" | a custom attribute of the tenant | Microsoft Entra ID',
    'xms_cc | ["cp1"] | what the client can do, such as handle claims challenges | Microsoft Entra ID',
    'xms_tcdt | 1 | for Microsoft\'s own use | Microsoft Entra ID',
  ]);
});

test('a claim that nobody registered is said to be private, or to be that of a domain', async ({ page }) => {
  await explained(page, PAYLOAD, { mine: 'x', repository: 'y', 'https://shop.example/role': 'z', 'urn:example:level': 1 });
  await expectLines(page, PAYLOAD, [
    `mine | "x" | ${PRIVATE}`,
    // Other issuers mean something by it.
    `repository | "y" | ${PRIVATE}`,
    'https://shop.example/role | "z" | a public name: whoever owns shop.example says what it means | RFC 7519 §4.2',
    'urn:example:level | 1 | a public name: whoever owns urn:example:level says what it means | RFC 7519 §4.2',
  ]);
});

test('milliseconds are flagged, and lengths of time are told in words', async ({ page }) => {
  await explained(page, PAYLOAD, { exp: (NOW + 3600) * 1000, expires_in: 5400, created_at: NOW * 1000 });
  await expectLines(page, PAYLOAD, [
    'exp | 1800003600000 | expiry: from then on it must be refused · looks like milliseconds; seconds are meant · as milliseconds 15 Jan 2027, 09:00:00 UTC | RFC 7519 §4.1.4',
    'expires_in | 5400 | how long it is valid · 1 hour 30 minutes | in common use',
    'created_at | 1800000000000 | a private claim: only the issuer says what it means · in milliseconds · less than a second ago · 15 Jan 2027, 08:00:00 UTC | RFC 7519 §4.3',
  ]);
  await expect(line(page, PAYLOAD, 'exp')).toHaveAttribute('data-mark', 'warn');
});

test.describe('in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('times are told in UTC and as the clocks show them here', async ({ page }) => {
    await explained(page, PAYLOAD, { auth_time: NOW - 60, exp: NOW + 3600 });
    await expect(line(page, PAYLOAD, 'auth_time')).toContainText('logged in 1 minute ago · 15 Jan 2027, 07:59:00 UTC · 08:59:00 here');
    await expect(line(page, PAYLOAD, 'exp')).toContainText('expires in 1 hour · 15 Jan 2027, 09:00:00 UTC · 10:00:00 here');
  });
});

test('how far away a time is goes on with the clock', async ({ page }) => {
  await page.clock.install({ time: NOW * 1000 });
  await load(page);
  await enter(page, { token: await signed('HS256', { exp: NOW + 3 }), key: SECRET });
  await unfold(page, PAYLOAD);
  await page.clock.pauseAt((NOW + 10) * 1000);
  await expect(line(page, PAYLOAD, 'exp')).toContainText('expired 7 seconds ago');
  await expect(line(page, PAYLOAD, 'exp')).toHaveAttribute('data-mark', 'bad');
});

test('scopes are a list, each one by itself', async ({ page }) => {
  await explained(page, PAYLOAD, { scope: 'openid email offline_access read:all' });
  await expect.poll(() => lines(page, PAYLOAD)).toHaveLength(5);
  const [all, ...each] = await lines(page, PAYLOAD);
  expect(all).toContain('scope | "openid email offline_access read:all" | ');
  expect(each.map(told => told.split(' | ').slice(0, 2).join(' '))).toEqual([
    '  scope[0] openid', '  scope[1] email', '  scope[2] offline_access', '  scope[3] read:all',
  ]);
  // What no standard knows is not explained.
  expect(each.map(told => told.split(' | ').length)).toEqual([4, 4, 4, 2]);
});

test('acr, amr, azp, cnf, act and events are unfolded', async ({ page }) => {
  const { jwk } = pair('ES256');
  await explained(page, PAYLOAD, {
    acr: 'phr', amr: ['pwd', 'otp', 'mine'], azp: 'app', cnf: { jkt: 'abc', jwk },
    act: { sub: 'proxy', act: { sub: 'before' } },
    events: { 'https://schemas.openid.net/secevent/caep/event-type/session-revoked': { event_timestamp: NOW - 60 } },
  });
  await expectLines(page, PAYLOAD, [
    'acr | "phr" | how strong the login was · phishing-resistant | OpenID Connect Core §2',
    'amr | ["pwd", "otp", "mine"] | how the user logged in, such as by password (pwd) or one-time code (otp) · 3 values | OpenID Connect Core §2',
    '  amr[0] | "pwd" | password | RFC 8176 §2',
    '  amr[1] | "otp" | one-time password | RFC 8176 §2',
    '  amr[2] | "mine"',
    'azp | "app" | authorized party: the application the token was issued to | OpenID Connect Core §2',
    'cnf | {…} | confirmation: the key that whoever sends the token must hold | RFC 7800 §3.1',
    '  jkt | "abc" | thumbprint of the sender\'s DPoP key | RFC 9449 §6.1',
    '  jwk | {…} | that key | RFC 7800 §3.2',
    ...Object.keys(jwk).map(name => expect.stringMatching(new RegExp(`^    ${name} \\| "${jwk[name]}" \\| .+ \\| RFC 751[78]`))),
    `    thumbprint | ${await calculateJwkThumbprint(jwk)} | fingerprint of this key (SHA-256) | RFC 7638`,
    'act | {…} | actor: who acts for the subject | RFC 8693 §4.1',
    '  sub | "proxy" | who acts | RFC 8693 §4.1',
    '  act | {…} | who acted before: for information only | RFC 8693 §4.1',
    '    sub | "before" | who acts | RFC 8693 §4.1',
    'events | {…} | what happened (security event) | RFC 8417 §2.2',
    '  https://schemas.openid.net/secevent/caep/event-type/session-revoked | {…} | a session was ended | OpenID CAEP §3.1',
    '    event_timestamp | 1799999940 | when it happened · 1 minute ago · 15 Jan 2027, 07:59:00 UTC | OpenID CAEP §2',
  ]);
});

test('a private key in a claim is one that must not be there', async ({ page }) => {
  await explained(page, PAYLOAD, { cnf: { jwk: pair('ES256').privateJwk } });
  await expect(line(page, PAYLOAD, 'd')).toContainText('the private key: must not be in a token');
  await expect(line(page, PAYLOAD, 'd')).toHaveAttribute('data-mark', 'bad');
});

test('a token inside the token opens in place', async ({ page }) => {
  const inner = await signed('ES256', { sub: 'bob', exp: NOW + 60, mine: 1 });
  await explained(page, PAYLOAD, { id_token: inner, sub: 'alice' });
  await expectLines(page, PAYLOAD, [
    `id_token | "${inner}" | a private claim: only the issuer says what it means · a token inside this one: decoded, not verified here | RFC 7519 §4.3`,
    '  header | {…} | of the token inside',
    '    alg | "ES256" | ECDSA on P-256: the private key signs, the public key verifies | RFC 7515 §4.1.1',
    '  payload | {…} | of the token inside',
    '    sub | "bob" | subject: who the token is about | RFC 7519 §4.1.2',
    '    exp | 1800000060 | expiry: from then on it must be refused · expires in 1 minute · 15 Jan 2027, 08:01:00 UTC | RFC 7519 §4.1.4',
    `    mine | 1 | ${PRIVATE}`,
    'sub | "alice" | subject: who the token is about | RFC 7519 §4.1.2',
  ]);
});

test('of a name that stands twice it is told which one counts', async ({ page }) => {
  await open(page);
  await enter(page, { token: byHand({ alg: 'HS256' }, '{"role":"user","role":"admin"}', hmac), key: SECRET });
  await unfold(page, PAYLOAD);
  await expectLines(page, PAYLOAD, [
    'role | "user" | does not count: the name stands again below | RFC 7519 §4',
    expect.stringContaining('role | "admin" | '),
  ]);
});

test('addresses and pictures are text: no link, no picture, no request', async ({ page }) => {
  const addresses = {
    picture: 'https://tracker.example/pixel.png', profile: 'https://tracker.example/me', website: 'javascript:alert(1)',
    logo: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', home: '//tracker.example/',
  };
  await open(page);
  const requests = [];
  page.on('request', request => requests.push(request.url()));
  await enter(page, { token: await signed('HS256', addresses, { header: { jku: 'https://tracker.example/jwks', x5u: 'https://tracker.example/cert' } }), key: SECRET });
  for (const [title, names] of [[PAYLOAD, Object.keys(addresses)], [HEADER, ['jku', 'x5u']]]) {
    await unfold(page, title);
    for (const name of names) await expect(line(page, title, name).locator('code')).toBeVisible();
    await expect(fold(page, title).locator('a:not([href^="#/learn/"]), img, svg, picture, iframe, object, embed, link, [src], [href]:not([href^="#/learn/"]), [style*="url"]')).toHaveCount(0);
  }
  await expect(line(page, PAYLOAD, 'picture')).toContainText('address of a picture: never fetched here');
  expect(requests).toEqual([]);
});

test('HTML in names and values stays text', async ({ page }) => {
  const html = ['<img src=x onerror="window.intruder=1">', '</code><b id="intruder">x</b>', '&lt;i&gt;', '<script>window.intruder=2</script>'];
  await explained(page, PAYLOAD, { ...Object.fromEntries(html.map(text => [text, text])), act: { [html[1]]: html[1] }, scope: html.join(' ') });
  for (const text of html) {
    await expect(line(page, PAYLOAD, text).locator('code')).toHaveText(JSON.stringify(text));
  }
  await expect(page.locator('#intruder')).toHaveCount(0);
  await expect(fold(page, PAYLOAD).locator('dl :not(div, dt, dd, code, p, b, button, span, a[href^="#/learn/"])')).toHaveCount(0);
  expect(await page.evaluate(() => window.intruder)).toBeUndefined();
});

test('of 2,000 claims the first are explained, and it is said that there are more', async ({ page }) => {
  await explained(page, PAYLOAD, { ...Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`claim ${index}`, index])), ...CLAIMS });
  await expect.poll(async () => (await lines(page, PAYLOAD)).at(-1)).toBe('… |  | what follows is not told: 300 lines are the most');
  expect(await lines(page, PAYLOAD)).toHaveLength(301);
  await expectVerdict(page, { verdict: 'verified' });
});

test('a long value is cut, and nothing is wider than the page', async ({ page }) => {
  const word = 'w'.repeat(5000);
  await page.setViewportSize({ width: 320, height: 640 });
  await explained(page, PAYLOAD, { [word]: word, list: Array(200).fill(word), sub: 'x' });
  await expect(line(page, PAYLOAD, 'sub')).toBeVisible();
  expect((await lines(page, PAYLOAD)).every(told => told.length < 1000)).toBe(true);
  expect(await overflowing(page)).toBe('');
});

test('explanations follow what is typed, and end with the claims', async ({ page }) => {
  await explained(page, PAYLOAD, { sub: 'alice' });
  await enter(page, { 'payload-json': '{"iss":"me"}' });
  await expect.poll(() => lines(page, PAYLOAD)).toEqual(['iss | "me" | issuer: who made the token | RFC 7519 §4.1.1']);
  await enter(page, { token: await signed('HS256', 'no claims') });
  await expect.poll(() => lines(page, PAYLOAD)).toEqual([]);
  await enter(page, { token: '' });
  await expect.poll(() => lines(page, PAYLOAD)).toEqual([]);
});

/** What is selected in a box. */
const selected = (page, id) => box(page, id).evaluate(element => element.value.slice(element.selectionStart, element.selectionEnd));

test('where a value stands is shown in its box', async ({ page }) => {
  await explained(page, PAYLOAD, { name: 'Müller 😀', act: { sub: 'proxy' }, scope: 'read write', iat: NOW });
  for (const [name, text] of [['name', '"Müller 😀"'], ['act', '{\n    "sub": "proxy"\n  }'], ['sub', '"proxy"'], ['scope[1]', 'write'], ['iat', String(NOW)]]) {
    await line(page, PAYLOAD, name).getByRole('button', { name: `Show ${name}` }).click();
    await expect(box(page, 'payload-json')).toBeFocused();
    expect(await selected(page, 'payload-json')).toBe(text);
  }
  await unfold(page, HEADER);
  await line(page, HEADER, 'alg').getByRole('button', { name: 'Show alg' }).click();
  await expect(box(page, 'header-json')).toBeFocused();
  expect(await selected(page, 'header-json')).toBe('"HS256"');
});
