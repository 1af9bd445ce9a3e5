// A token is found in whatever was copied with it. What was taken and what was left is said, and all of it can be put
// back; which of several it is to be, a person chooses.
import AxeBuilder from '@axe-core/playwright';
import { CompactEncrypt } from 'jose';
import { test, expect, box, choose, enter, expectVerdict, open, overflowing, paste, visit } from './page.mjs';
import { NOW, SECRET, pair, signed } from './tokens.mjs';

const VERIFIED = { verdict: 'verified', signature: 'pass signature.verified' };

const NOTHING = 'No token was found in what you pasted; nothing was changed.';

const LOOKS = {
  light: { colorScheme: 'light', width: 1440 },
  dark: { colorScheme: 'dark', width: 1440 },
  'a phone': { colorScheme: 'light', width: 390 },
  'a phone in the dark': { colorScheme: 'dark', width: 390 },
};

/** What became of the last paste. */
const taken = page => page.locator('.taken').getByRole('status');
const putBack = page => page.getByRole('button', { name: 'Put back what was pasted' });
const chooseOne = page => page.getByRole('button', { name: 'Choose one' });
const putIn = page => page.getByRole('button', { name: 'Put it into the token box' });

const chooser = page => page.getByRole('dialog', { name: 'Which token?' });
const offered = page => chooser(page).getByRole('listitem').getByRole('button');

const undo = page => page.keyboard.press('Control+z');

/** Drops a file with this text. */
const dropFile = (page, target, text) => page.locator(target).evaluate((element, text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'a file.txt', { type: 'text/plain' }));
  return element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}, text);

/** Each says whether the browser was left to do something of its own. */
const WAYS = {
  'pasted into the token box': (page, text) => paste(page, '#token', text),
  'pasted on the page': (page, text) => paste(page, 'body', text),
  'dropped as a file': (page, text) => dropFile(page, '.panel.time', text),
};

const percentEncoded = token => token.replaceAll('.', '%2E').replaceAll('-', '%2D').replaceAll('_', '%5F');

const lines = (token, width) => token.match(new RegExp(`.{1,${width}}`, 'g'));

const characters = text => [...text].length;

/** What a token was copied with, where the page says that it was, and how much of the text is not of the token. */
const TEXTS = {
  'an Authorization header alone': [
    token => `Authorization: Bearer ${token}`,
    'the Authorization header',
  ],
  'the headers of a request': [
    token => `GET /me HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer ${token}\r\nAccept: */*`,
    'the Authorization header',
  ],
  'a curl command': [
    token => `curl 'https://api.example/me' \\\n  -H 'Accept: application/json' \\\n  -H 'Authorization: Bearer ${token}' \\\n  --compressed`,
    'the Authorization header',
  ],
  'a cookie': [
    token => `Cookie: theme=dark; session=${token}; lang=en`,
    'the cookie “session”',
  ],
  'a cookie that is set': [
    token => `Set-Cookie: id_token=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    'the cookie “id_token”',
  ],
  'the fragment of an address': [
    token => `https://app.example/callback#state=af0ifjsldkj&id_token=${percentEncoded(token)}&expires_in=3600`,
    'the parameter “id_token”',
    { stands: percentEncoded, undone: 'Undone: percent-encoding.' },
  ],
  'the JSON of an answer': [
    token => JSON.stringify({ ok: true, data: { user: 'alice', tokens: [{ access_token: token, token_type: 'Bearer' }] } }, null, 2),
    'the JSON member “data.tokens[0].access_token”',
  ],
  'an answer with its headers': [
    token => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ access_token: token, expires_in: 300 })}`,
    'the JSON member “access_token”',
  ],
  'a line of a log': [
    token => `2027-01-15T07:59:58.123Z INFO [auth] accepted token=${token} user=alice in 12 ms`,
    '“token”',
  ],
  'a piece of YAML': [
    token => `services:\n  api:\n    environment:\n      API_TOKEN: "${token}"\n      PORT: 8080`,
    '“API_TOKEN”',
  ],
  'a piece of JavaScript': [
    token => `// for Müller's tests 🙂\nconst accessToken = '${token}';\nfetch('/me', { headers: { accessToken } });`,
    '“accessToken”',
  ],
  'an e-mail that quotes it': [
    token => `Hi,\n\n> this is the one that fails\n>\n${quoted(token)}\n>\n> Alice\n\nI'll look into it.`,
    'the text',
    { stands: token => quoted(token).slice(2), undone: token => `Undone: ${lines(token, 72).length - 1} line breaks.` },
  ],
};

const quoted = token => lines(token, 72).map(line => `> ${line}`).join('\n');

for (const [name, [write, place, { stands = token => token, undone = '' } = {}]] of Object.entries(TEXTS)) {
  test(`a token is taken from ${name}, and the rest comes back`, async ({ page }) => {
    test.slow();
    await open(page);
    const [before, token] = [await signed('HS256', { sub: 'before' }), await signed('HS256')];
    const text = write(token);
    const left = characters(text) - characters(stands(token));
    const said = `Took the token from ${place}; ${left} other characters were left. ${typeof undone === 'string' ? undone : undone(token)}`.trim();
    await enter(page, { key: SECRET, token: before });
    await box(page, 'token').blur();
    for (const [way, give] of Object.entries(WAYS)) {
      expect(await give(page, text), way).toBe(false);
      await expect(box(page, 'token'), way).toHaveValue(token);
      await expect(taken(page), way).toHaveText(said);
      await expectVerdict(page, VERIFIED);
      await putBack(page).click();
      // A box has its lines end in LF.
      await expect(box(page, 'token'), way).toHaveValue(text.replaceAll('\r\n', '\n'));
      await expect(taken(page), way).toBeHidden();
      await expect(putBack(page), way).toBeHidden();
      await undo(page);
      await expect(box(page, 'token'), way).toHaveValue(token);
      await undo(page);
      await expect(box(page, 'token'), way).toHaveValue(before);
      await expect(box(page, 'key'), way).toHaveValue(SECRET);
    }
  });
}

test('from the real clipboard, too, and undo is one step', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const [before, token] = [await signed('HS256', { sub: 'before' }), await signed('HS256')];
  await enter(page, { key: SECRET, token: before });
  await page.evaluate(text => navigator.clipboard.writeText(text), `curl -H 'Authorization: Bearer ${token}' https://api.example/me`);
  for (const place of [() => box(page, 'token').focus(), () => box(page, 'token').blur()]) {
    await place();
    await page.keyboard.press('Control+v');
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(taken(page)).toContainText('Took the token from the Authorization header;');
    await expectVerdict(page, VERIFIED);
    await undo(page);
    await expect(box(page, 'token')).toHaveValue(before);
  }
});

test('a token that is named twice is one token', async ({ page }) => {
  await open(page);
  const token = await signed('HS256');
  await paste(page, 'body', `access_token=${token}\nAuthorization: Bearer ${token}`);
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(chooser(page)).toBeHidden();
  await expect(taken(page)).toContainText('Took the token from “access_token”;');
});

test('a token by itself is taken without a word', async ({ page }) => {
  await open(page);
  const token = await signed('HS256');
  for (const give of Object.values(WAYS)) {
    await give(page, token);
    await expect(box(page, 'token')).toHaveValue(token);
    await expect(taken(page)).toBeHidden();
    await expect(putBack(page)).toBeHidden();
    await undo(page);
    await expect(box(page, 'token')).toHaveValue('');
  }
});

test.describe('of several tokens', () => {
  const ABOUT = [
    ['the JSON member “access_token”', 'Access token', 'from https://login.example', 'expires in 5 minutes'],
    ['the JSON member “id_token”', 'JWS', 'from https://accounts.example', 'expired 2 hours ago'],
    ['the JSON member “refresh_token”', 'JWE, encrypted', 'no issuer', 'no expiry'],
  ];

  /** What a server answers, and its tokens in their order. */
  async function answer() {
    const tokens = [
      await signed('HS256', { iss: 'https://login.example', exp: NOW + 300 }, { header: { typ: 'at+jwt' } }),
      await signed('ES256', { iss: 'https://accounts.example', sub: 'alice', exp: NOW - 7200 }),
      await encrypted(),
    ];
    const [access_token, id_token, refresh_token] = tokens;
    return { text: JSON.stringify({ token_type: 'Bearer', access_token, id_token, refresh_token }, null, 2), tokens };
  }

  const encrypted = () => new CompactEncrypt(new TextEncoder().encode('a secret'))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(new Uint8Array(32));

  for (const [way, give] of Object.entries(WAYS)) {
    test(`${way}, each is listed with its number, place, kind, issuer and expiry`, async ({ page }) => {
      await open(page);
      const before = await signed('HS256', { sub: 'before' });
      await enter(page, { token: before, key: SECRET });
      expect(await give(page, (await answer()).text)).toBe(false);
      await expect(chooser(page)).toBeVisible();
      await expect(chooser(page)).toContainText('3 tokens were found.');
      await expect(chooser(page)).toContainText('nothing is verified yet');
      await expect(offered(page)).toHaveCount(ABOUT.length);
      for (const [index, [place, ...about]] of ABOUT.entries()) {
        await expect(offered(page).nth(index)).toHaveText(`${index + 1}. ${place}${about.join(' · ')}`);
      }
      // Nothing is done before it is chosen.
      await expect(box(page, 'token')).toHaveValue(before);
    });
  }

  test('the one that is clicked is put in', async ({ page }) => {
    await open(page);
    const before = await signed('HS256', { sub: 'before' });
    await enter(page, { token: before });
    const { text, tokens } = await answer();
    for (const [index, token] of tokens.entries()) {
      await paste(page, '#token', text);
      await offered(page).nth(index).click();
      await expect(chooser(page)).toBeHidden();
      await expect(box(page, 'token')).toHaveValue(token);
      await expect(taken(page)).toHaveText(`Took the token from ${ABOUT[index][0]}; ${characters(text) - token.length} other characters were left.`);
      await putBack(page).click();
      await expect(box(page, 'token')).toHaveValue(text);
      await undo(page);
      await undo(page);
      await expect(box(page, 'token')).toHaveValue(before);
    }
  });

  test('one is chosen by keyboard, from the first on, and the focus is back where it was', async ({ page }) => {
    await open(page);
    const { text, tokens } = await answer();
    await box(page, 'token').focus();
    for (const [index, key] of [[0, 'Enter'], [1, 'Enter'], [2, ' '], [0, ' ']]) {
      await paste(page, '#token', text);
      await expect(offered(page).first()).toBeFocused();
      for (let at = 1; at <= index; at += 1) {
        await page.keyboard.press('Tab');
        await expect(offered(page).nth(at)).toBeFocused();
      }
      await page.keyboard.press(key);
      await expect(chooser(page)).toBeHidden();
      await expect(box(page, 'token')).toHaveValue(tokens[index]);
      await expect(box(page, 'token')).toBeFocused();
    }
  });

  test('the way back, and the button that closes, are in reach of the keyboard, and the page behind is not', async ({ page }) => {
    await open(page);
    await box(page, 'token').focus();
    await paste(page, '#token', (await answer()).text);
    await expect(offered(page).first()).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(offered(page).first()).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(chooser(page).getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('t');
    await expect(chooser(page).getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(chooser(page)).toBeHidden();
    await expect(box(page, 'token')).toBeFocused();
    await expect(box(page, 'token')).toHaveValue('');
  });

  test('the first has the focus each time, whatever was offered before', async ({ page }) => {
    await open(page);
    for (const number of [2, 3, 2]) {
      const tokens = await Promise.all(Array.from({ length: number }, (_, index) => signed('HS256', { number, index })));
      await paste(page, 'body', tokens.join('\n'));
      await expect(offered(page)).toHaveCount(number);
      await expect(offered(page).first()).toBeFocused();
      await expect(offered(page).first()).toContainText('1.');
      await page.keyboard.press('Escape');
      await expect(chooser(page)).toBeHidden();
    }
  });

  for (const [how, leave] of Object.entries({
    Esc: page => page.keyboard.press('Escape'),
    'the button': page => chooser(page).getByRole('button', { name: 'Close' }).click(),
  })) {
    test(`none is taken with ${how}, which is said, and everything is as it was`, async ({ page }) => {
      await open(page);
      const [earlier, before] = [await signed('HS256', { sub: 'earlier' }), await signed('HS256', { sub: 'before' })];
      await enter(page, { key: SECRET });
      await paste(page, 'body', earlier);
      await paste(page, 'body', before);
      const { text, tokens } = await answer();
      for (const give of Object.values(WAYS)) {
        await give(page, text);
        await expect(chooser(page)).toBeVisible();
        await leave(page);
        await expect(chooser(page)).toBeHidden();
        await expect(box(page, 'token')).toHaveValue(before);
        await expect(box(page, 'key')).toHaveValue(SECRET);
        await expect(taken(page)).toHaveText('3 tokens were found, none was taken.');
        await expect(putBack(page)).toBeHidden();
        await expectVerdict(page, VERIFIED);
      }
      // It is no step of its own either.
      await undo(page);
      await expect(box(page, 'token')).toHaveValue(earlier);
      await expect(taken(page)).toBeHidden();
      // And it can be done again.
      await paste(page, 'body', text);
      await leave(page);
      await chooseOne(page).press('Enter');
      await expect(offered(page).first()).toBeFocused();
      await leave(page);
      await expect(chooseOne(page)).toBeFocused();
      await chooseOne(page).click();
      await offered(page).first().click();
      await expect(box(page, 'token')).toHaveValue(tokens[0]);
      await expect(taken(page)).toContainText('Took the token from');
      await expect(chooseOne(page)).toBeHidden();
    });
  }

  test('the first twenty are listed, and that there are more is said', async ({ page }) => {
    await open(page);
    const tokens = await Promise.all(Array.from({ length: 21 }, (_, index) => signed('HS256', { sub: `user ${index}` })));
    await page.setViewportSize({ width: 390, height: 844 });
    await paste(page, 'body', tokens.join('\n'));
    await expect(chooser(page)).toContainText('The first 20 tokens are listed; there are more.');
    await expect(offered(page)).toHaveCount(20);
    expect(await overflowing(page)).toBe('');
    await page.keyboard.press('Escape');
    await expect(taken(page)).toHaveText('More than 20 tokens were found, none was taken.');
    await chooseOne(page).click();
    await offered(page).last().click();
    await expect(box(page, 'token')).toHaveValue(tokens[19]);
  });

  test('what they say of themselves is text, whatever it is', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    const issuer = '<img src=x onerror=alert(1)>';
    const long = await signed('HS256', { iss: 'w'.repeat(300), exp: 1e300 }, { header: { typ: 't'.repeat(300) } });
    await paste(page, 'body', `{"${'n'.repeat(300)}":"${long}","a":"${await signed('HS256', { iss: issuer })}"}`);
    await expect(offered(page).nth(1)).toContainText(`from ${issuer}`);
    await expect(chooser(page).locator('img')).toHaveCount(0);
    const tooWide = element => element.scrollWidth > element.clientWidth;
    expect(await chooser(page).evaluate(tooWide)).toBe(false);
    expect(await overflowing(page)).toBe('');
  });
});

test.describe('text without any token', () => {
  const TEXT = 'Dear all,\nthe meeting is at ten. See https://wiki.example/a.b.c';

  for (const way of ['pasted on the page', 'dropped as a file']) {
    test(`that is ${way} changes nothing, says so, and can still be put in`, async ({ page }) => {
      await open(page);
      const before = await signed('HS256');
      await enter(page, { token: before, key: SECRET });
      await box(page, 'token').blur();
      expect(await WAYS[way](page, TEXT)).toBe(false);
      await expect(taken(page)).toHaveText(NOTHING);
      await expect(putBack(page)).toBeHidden();
      await expect(box(page, 'token')).toHaveValue(before);
      await expect(box(page, 'key')).toHaveValue(SECRET);
      await expectVerdict(page, VERIFIED);
      await putIn(page).click();
      await expect(box(page, 'token')).toHaveValue(TEXT);
      await expect(taken(page)).toBeHidden();
      await expect(putIn(page)).toBeHidden();
      await expectVerdict(page, { verdict: 'rejected' });
      await undo(page);
      await expect(box(page, 'token')).toHaveValue(before);
      await expectVerdict(page, VERIFIED);
    });
  }

  test('that is pasted on the page is no step to undo', async ({ page }) => {
    await open(page);
    const [earlier, before] = [await signed('HS256', { sub: 'earlier' }), await signed('HS256')];
    await paste(page, 'body', earlier);
    await paste(page, 'body', before);
    await paste(page, 'body', TEXT);
    await expect(taken(page)).toHaveText(NOTHING);
    await undo(page);
    await expect(box(page, 'token')).toHaveValue(earlier);
  });

  test('leaves the example and its key alone', async ({ page }) => {
    await visit(page);
    const before = await box(page, 'token').inputValue();
    await paste(page, 'body', TEXT);
    await expect(taken(page)).toHaveText(NOTHING);
    await expect(box(page, 'token')).toHaveValue(before);
    await expectVerdict(page, { verdict: 'verified' });
  });

  test('that is pasted into the token box is the browser\'s business', async ({ page }) => {
    await open(page);
    expect(await paste(page, '#token', TEXT)).toBe(true);
    await expect(taken(page)).toBeHidden();
  });
});

for (const [name, key] of Object.entries({
  'a PEM': pair('ES256').spki,
  'a private PEM': pair('ES256').pkcs8,
  'a set of keys': JSON.stringify({ keys: [pair('ES256', 'other').jwk, pair('ES256').jwk] }, null, 2),
})) {
  test(`${name} goes to the key, and the token that was taken before stays`, async ({ page }) => {
    await open(page);
    const token = await signed('ES256');
    await paste(page, 'body', `Authorization: Bearer ${token}`);
    await expect(taken(page)).toContainText('Took the token');
    for (const give of [WAYS['pasted on the page'], WAYS['dropped as a file']]) {
      expect(await give(page, key)).toBe(false);
      await expect(box(page, 'key')).toHaveValue(key);
      await expect(box(page, 'token')).toHaveValue(token);
      await expect(box(page, 'key')).toBeFocused();
      await expectVerdict(page, VERIFIED);
      // What became of the paste before is no news any more.
      await expect(taken(page)).toBeHidden();
      await undo(page);
      await expect(box(page, 'key')).toHaveValue('');
    }
  });
}

test('a text with a token and a key is one with a token', async ({ page }) => {
  await open(page);
  const token = await signed('ES256');
  await paste(page, 'body', `${token}\n\n${pair('ES256').spki}`);
  await expect(box(page, 'token')).toHaveValue(token);
  await expect(box(page, 'key')).toHaveValue('');
  await expect(taken(page)).toContainText('Took the token from the text;');
});

for (const [what, change] of Object.entries({
  'is typed in': page => box(page, 'token').press('x'),
  'is cleared': page => page.getByRole('button', { name: 'Clear', exact: true }).click(),
  'is another one': async page => paste(page, 'body', await signed('RS256')),
  'is an example': page => choose(page, 'Examples', /^HS256 /),
})) {
  for (const [note, text] of Object.entries({
    'what was taken': token => `Authorization: Bearer ${token}`,
    'what was not': () => 'no token at all',
  })) {
    test(`the note on ${note} goes when the token ${what}`, async ({ page }) => {
      await open(page);
      const token = await signed('HS256');
      await enter(page, { token });
      await paste(page, 'body', text(token));
      await expect(taken(page)).toBeVisible();
      await change(page);
      await expect(box(page, 'token')).not.toHaveValue(token);
      await expect(taken(page)).toBeHidden();
      await expect(putBack(page)).toBeHidden();
      await expect(putIn(page)).toBeHidden();
    });
  }
}

/** What axe holds against the page: rule and place. */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
}

for (const [shown, [text, there]] of Object.entries({
  'the chooser open': [(...tokens) => tokens.join('\n'), chooser],
  'the note on what was taken': [token => `Authorization: Bearer ${token}`, putBack],
  'the note on what was not': [() => 'no token at all', putIn],
})) {
  test(`with ${shown}, axe finds nothing in light, dark and narrow`, async ({ page }) => {
    test.slow();
    await open(page);
    await enter(page, { token: await signed('HS256'), key: SECRET });
    await paste(page, 'body', text(await signed('HS256'), await signed('ES256', { iss: 'https://login.example', exp: NOW + 300 })));
    for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await expect(there(page)).toBeVisible();
      expect(await violations(page), look).toEqual([]);
      expect(await overflowing(page), look).toBe('');
    }
  });
}
