// Links to the page: everything is in the fragment, is taken out of the address bar, and says where it came from.
import { test, expect, box, enter, expectVerdict, load, open, typeCodeUnits } from './page.mjs';
import { NOW, SECRET, byHand, CLAIMS, hmac, keyText, pair, signed } from './tokens.mjs';

const FROM_LINK = {
  token: page => page.getByText('Token from this link.'),
  key: page => page.getByText('With the key from this link.'),
  clock: page => page.getByText('Clock frozen by the link at'),
  algorithm: page => page.getByText('Required by the link.'),
  refused: page => page.getByText('The link held a key that is not public through and through; it was not read.'),
};

const enc = encodeURIComponent;

/** Follows a link on the page that is already open. */
const follow = (page, fragment) => page.evaluate(fragment => { location.hash = fragment; }, fragment);

for (const name of ['token', 'id_token', 'access_token', 'value']) {
  test(`#${name}= holds a token, which leaves the address bar and the history`, async ({ page, baseURL }) => {
    const token = await signed('HS256');
    await open(page, `#${name}=${token}`);
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(page).toHaveURL(baseURL);
    await expect(FROM_LINK.token(page)).toBeVisible();
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.missing' });
    await page.goto('about:blank');
    await page.goBack();
    await expect(box(page, 'token')).toBeVisible();
    await expect(page).toHaveURL(baseURL);
  });
}

test('what is typed over a token from a link is no longer from the link', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}`);
  await expect(FROM_LINK.token(page)).toBeVisible();
  await enter(page, { token: await signed('RS256') });
  await expect(FROM_LINK.token(page)).toBeHidden();
});

test('a link to the older page, with a name before its parameters, works', async ({ page }) => {
  const token = await signed('HS256');
  await open(page, `#debugger-io?token=${token}`);
  await expect(box(page, 'token')).toHaveValue(token);
});

for (const [parameter, form, text] of [
  ['key', 'PEM', keyText('ES256')],
  ['publicKey', 'PEM', keyText('ES256')],
  ['key', 'JWK', JSON.stringify(pair('ES256').jwk)],
  ['key', 'JWKS', JSON.stringify({ keys: [pair('ES256').jwk] })],
]) {
  test(`${parameter}= holds a public key as ${form}`, async ({ page, baseURL }) => {
    await open(page, `#token=${await signed('ES256')}&${parameter}=${enc(text)}`);
    await expectVerdict(page, { verdict: 'verified', signature: 'pass signature.verified' });
    await expect(box(page, 'key')).toHaveValue(text);
    await expect(FROM_LINK.key(page)).toBeVisible();
    await expect(page).toHaveURL(baseURL);
    await enter(page, { key: text });
    await expect(FROM_LINK.key(page)).toBeHidden();
  });
}

for (const [form, text] of [
  ['a secret', SECRET],
  ['a private PEM', pair('ES256').pkcs8],
  ['a private JWK', JSON.stringify(pair('ES256').privateJwk)],
  ['a secret as JWK', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' })],
  ['a set with one private key', JSON.stringify({ keys: [pair('ES256').jwk, pair('Ed25519').privateJwk] })],
]) {
  test(`${form} in a link is not read, and the page says so`, async ({ page, baseURL }) => {
    await open(page, `#token=${await signed('ES256')}&key=${enc(text)}`);
    await expectVerdict(page, { verdict: 'unverified', signature: 'unknown key.missing' });
    await expect(box(page, 'key')).toHaveValue('');
    await expect(FROM_LINK.refused(page)).toBeVisible();
    await expect(FROM_LINK.key(page)).toBeHidden();
    await expect(page).toHaveURL(baseURL);
  });
}

test('now= freezes the clock, and says so', async ({ page }) => {
  const token = byHand({ alg: 'HS256' }, { exp: 1_000_000_000 }, hmac);
  await open(page, `#token=${token}&now=999999990`);
  await enter(page, { key: SECRET });
  await expectVerdict(page, { verdict: 'verified', time: 'pass time.in-time' });
  await expect(FROM_LINK.clock(page)).toContainText('9 Sep 2001, 01:46:30 UTC');
  await page.getByRole('button', { name: 'Use the real clock' }).click();
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.expired' });
  await expect(FROM_LINK.clock(page)).toBeHidden();
});

test('now= that is no number leaves the clock as it is', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}&now=tomorrow`);
  await expectVerdict(page, { time: 'pass time.in-time' });
  await expect(FROM_LINK.clock(page)).toBeHidden();
});

test('alg= requires an algorithm, and says so', async ({ page }) => {
  await open(page, `#token=${await signed('RS256')}&key=${enc(keyText('RS256'))}&alg=RS512`);
  await expect(page.getByLabel('Required algorithm')).toHaveValue('RS512');
  await expect(FROM_LINK.algorithm(page)).toBeVisible();
  await expectVerdict(page, { verdict: 'rejected', signature: 'fail alg.not-allowed' });
  await page.getByLabel('Required algorithm').selectOption('token');
  await expect(FROM_LINK.algorithm(page)).toBeHidden();
  await expectVerdict(page, { verdict: 'verified' });
});

test('alg= of an unknown name requires nothing', async ({ page }) => {
  await open(page, `#token=${await signed('HS256')}&alg=none`);
  await expect(page.getByLabel('Required algorithm')).toHaveValue('token');
  await expect(FROM_LINK.algorithm(page)).toBeHidden();
});

for (const place of ['#/', '#/?token=a.b.c']) {
  test(`${place} is a place and stays`, async ({ page, baseURL }) => {
    await open(page, place);
    // As on any first visit, the example is there, and nothing of the place.
    await expectVerdict(page, { verdict: 'verified' });
    await expect(page.getByText('an example: paste your own over it')).toBeVisible();
    await expect(FROM_LINK.token(page)).toBeHidden();
    await expect(page).toHaveURL(`${baseURL}${place}`);
  });
}

test('#/learn is the lessons, and stays', async ({ page, baseURL }) => {
  await page.goto('./#/learn');
  await expect(page.getByRole('heading', { name: 'Lessons', exact: true })).toBeVisible();
  await expect(box(page, 'token')).toBeHidden();
  await expect(page).toHaveURL(`${baseURL}#/learn`);
});

test('a query before the fragment stays', async ({ page, baseURL }) => {
  const token = await signed('HS256');
  await open(page, `?embed#token=${token}`);
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(page).toHaveURL(`${baseURL}?embed`);
});

for (const fragment of ['#token=%', '#token=%ff%00', '#%=', '#&&==&', '#token', '#now=1e999&alg=&key=', `#token=${'%41'.repeat(20_000)}`]) {
  test(`a link as odd as ${fragment.slice(0, 20)} does no harm`, async ({ page }) => {
    await open(page, fragment);
    await enter(page, { token: await signed('HS256'), key: SECRET });
    await expectVerdict(page, { signature: 'pass signature.verified' });
  });
}

test.describe('a link followed while the page is open', () => {
  test('replaces the token and leaves no trace', async ({ page, baseURL }) => {
    await open(page);
    await enter(page, { token: await signed('HS256'), key: keyText('ES256') });
    const token = await signed('ES256');
    await follow(page, `token=${token}`);
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(page).toHaveURL(baseURL);
    await expect(FROM_LINK.token(page)).toBeVisible();
    await expectVerdict(page, { verdict: 'verified' });
  });

  test('of a place changes nothing', async ({ page, baseURL }) => {
    await open(page);
    const token = await signed('HS256');
    await enter(page, { token });
    await follow(page, '/learn');
    await expect(page).toHaveURL(`${baseURL}#/learn`);
    await expect(box(page, 'token')).toHaveValue(token);
  });

  test('lets what an earlier link brought still say that it came from a link', async ({ page }) => {
    await open(page, `#token=${await signed('ES256')}&key=${enc(keyText('ES256'))}&alg=ES256`);
    await expect(FROM_LINK.key(page)).toBeVisible();
    const token = await signed('ES256', { ...CLAIMS, sub: 'bob' });
    await follow(page, `token=${token}`);
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(box(page, 'key')).toHaveValue(keyText('ES256'));
    await expect(FROM_LINK.key(page)).toBeVisible();
    await expect(FROM_LINK.algorithm(page)).toBeVisible();
  });

  test('without a time lets the real clock run', async ({ page }) => {
    await open(page, `#token=${await signed('HS256')}&now=${NOW - 10}`);
    await expect(FROM_LINK.clock(page)).toBeVisible();
    await follow(page, `token=${await signed('HS256')}`);
    await expect(FROM_LINK.clock(page)).toBeHidden();
  });

  test('with a whole key says nothing of the half character before it', async ({ page }) => {
    await open(page);
    await typeCodeUnits(page, 'key', [0x61, 0xd800]);
    await expect(page.getByText('half a character')).toBeVisible();
    await follow(page, `key=${enc(keyText('ES256'))}`);
    await expect(box(page, 'key')).toHaveValue(keyText('ES256'));
    await expect(page.getByText('half a character')).toBeHidden();
  });
});

test('a link is followed on the browser\'s own clock too', async ({ page }) => {
  await load(page, `#token=${byHand({ alg: 'HS256' }, { exp: 1 }, hmac)}`);
  await expectVerdict(page, { verdict: 'rejected', time: 'fail time.expired' });
});
