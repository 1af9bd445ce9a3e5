// Taken along: a report that never holds the token or a key, code that verifies such tokens and holds nothing of the
// token but literals, and what differs between two tokens by meaning.
import AxeBuilder from '@axe-core/playwright';
import vm from 'node:vm';
import { CompactEncrypt } from 'jose';
import { test, expect, box, edit, enter, expectVerdict, open, overflowing } from './page.mjs';
import { CLAIMS, EXPIRED, NOW, SECRET, base64url, byHand, hmac, keyText, pair, signed, signingKeyText, tampered } from './tokens.mjs';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const panel = page => page.locator('.panel').filter({ has: page.getByRole('heading', { name: 'Take it along' }) });
const fold = (page, title) => panel(page).locator('summary', { hasText: title });

const FULL = { iss: 'https://issuer.example', aud: ['https://api.example', 'https://other.example'], ...CLAIMS };

/** What a button copies. */
async function copied(page, button) {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await panel(page).getByRole('button', { name: button }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('nothing yet');
  return page.evaluate(() => navigator.clipboard.readText());
}

const markdown = page => copied(page, 'Copy a report as Markdown');
const json = async page => JSON.parse(await copied(page, 'Copy a report as JSON'));
const leaveOutValues = page => page.getByRole('checkbox', { name: 'Leave out values' }).check();

/** What stands in the fences of Markdown, and what stands outside of them, as CommonMark has it. */
function parsed(report) {
  const [blocks, outside] = [[], []];
  let fence = null;
  for (const line of report.split('\n')) {
    const marks = line.match(/^ {0,3}(`{3,}|~{3,})(.*)$/);
    if (fence === null) {
      if (marks) blocks.push([fence = marks[1], []]); else outside.push(line);
    } else if (marks && marks[1].startsWith(fence) && marks[2].trim() === '') {
      fence = null;
    } else {
      blocks.at(-1)[1].push(line);
    }
  }
  expect(fence, 'every fence is closed').toBeNull();
  return { blocks: blocks.map(([, lines]) => lines.join('\n')), outside: outside.join('\n') };
}

/** Markup that is none, as every character of it is escaped, taken out. */
const unescaped = text => text.replaceAll(/\\[!-/:-@[-`{-~]/g, '');

test.describe('a report', () => {
  test('as Markdown tells the verdict, the checks, the findings, the header and the claims', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', { ...FULL, ...EXPIRED }), key: SECRET });
    await expectVerdict(page, { verdict: 'rejected' });
    const report = await markdown(page);
    expect(report).toMatch(/^# The signature holds, but the token has expired\n\nIt expired 1 hour ago, on 15 Jan 2027, 07:00:00 UTC\./);
    expect(report).toContain('Checked on 15 Jan 2027, 08:00:00 UTC by the computer\'s clock.');
    expect(report).toContain('| Signature | passes | The HS256 signature holds with this key. |');
    expect(report).toContain('| Time | fails | It expired 1 hour ago, on 15 Jan 2027, 07:00:00 UTC. |');
    expect(report).toContain('- **Error: Expired** (CLM03) It expired 1 hour ago');
    expect(report).toContain('RFC 7519 §4.1.4');
    expect(report.match(/^#+ .*/gm)).toEqual([expect.any(String), '## Findings', '## Header', '## Claims']);
    const [header, claims] = parsed(report).blocks.map(JSON.parse);
    expect(header).toEqual({ alg: 'HS256' });
    expect(claims).toEqual({ ...FULL, ...EXPIRED });
    expect(report).toMatch(/The token and the key are not in this report; what the token says is\.\n$/);
  });

  test('as JSON tells the same, with states and codes', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', { ...FULL, ...EXPIRED }), key: SECRET });
    await expectVerdict(page, { verdict: 'rejected' });
    const report = await json(page);
    expect(report).toMatchObject({
      overall: 'rejected', title: 'The signature holds, but the token has expired', clock: 'real', algorithm: 'HS256', redacted: false,
      checked: '15 Jan 2027, 08:00:00 UTC', header: { alg: 'HS256' }, claims: { ...FULL, ...EXPIRED },
    });
    expect(report.checks.map(({ check, state, code }) => `${check} ${state} ${code}`)).toEqual([
      'format pass format.conforming', 'signature pass signature.verified', 'time fail time.expired', 'policy pass policy.kept',
    ]);
    expect(report.findings[0]).toMatchObject({ rule: 'CLM03', severity: 'error', found: 'It expired 1 hour ago, on 15 Jan 2027, 07:00:00 UTC.', source: 'RFC 7519 §4.1.4' });
  });

  test('follows what is on the page when the button is pressed', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', FULL), key: SECRET });
    expect((await json(page)).overall).toBe('verified');
    await edit(page, 'payload-json', '"alice"', '"root"');
    await expectVerdict(page, { verdict: 'rejected' });
    const report = await json(page);
    expect([report.overall, report.claims.sub, report.checks[1].code]).toEqual(['rejected', 'root', 'signature.mismatch']);
  });

  test('says when the clock was not the real one', async ({ page }) => {
    await open(page, `#token=${await signed('HS256')}&now=${NOW + 100}`);
    expect((await json(page)).clock).toBe('set');
    expect(await markdown(page)).toContain('Checked on 15 Jan 2027, 08:01:40 UTC by a clock that was set');
  });

  test('leaves out the values on request, and keeps the times and how it is signed', async ({ page }) => {
    await open(page);
    const header = { typ: 'at+jwt', kid: 'a-telling-kid', jku: 'https://telling.example/keys' };
    const secretive = { ...FULL, sub: 42.5, admin: true, address: { city: 'Pontresina' }, nothing: null, groups: ['board'], nbf: 'soon-telling' };
    await enter(page, { token: await signed('HS256', secretive, { header }), key: SECRET });
    await leaveOutValues(page);
    const report = await json(page);
    expect(report.header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: '[text, 13 characters]', jku: '[text, 28 characters]' });
    expect(report.claims).toEqual({
      iss: '[text, 22 characters]', aud: '[list, 2 elements]', sub: '[number]', name: '[text, 12 characters]', iat: CLAIMS.iat, exp: CLAIMS.exp,
      admin: '[true or false]', address: '[object, 1 member]', nothing: '[null]', groups: '[list, 1 element]', nbf: '[text, 12 characters]',
    });
    expect(report).toMatchObject({ redacted: true, checks: [{}, { state: 'pass' }, { state: 'fail', code: 'time.malformed' }, {}] });
    for (const text of [JSON.stringify(report), await markdown(page)]) {
      for (const value of ['issuer.example', 'api.example', 'Alice', '42.5', 'Pontresina', 'board', 'soon', 'telling']) {
        expect(text).not.toContain(value);
      }
      expect(text).toContain('HDR01');
      expect(text).toContain('The token, the key and the values of header and claims are not in this report');
    }
  });

  test('leaves out a payload that is text as a whole', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', 'only for Zoë'), key: SECRET });
    expect((await json(page)).claims).toBe('only for Zoë');
    await leaveOutValues(page);
    expect((await json(page)).claims).toBe('text, 12 characters');
    expect(await markdown(page)).not.toContain('Zoë');
  });

  const KEYS = {
    'a secret': ['HS256', SECRET, [SECRET]],
    'a secret as a JWK': ['HS256', JSON.stringify({ kty: 'oct', k: base64url(SECRET) }), [base64url(SECRET), SECRET]],
    'a public key': ['ES256', keyText('ES256'), keyText('ES256').split('\n').slice(1, 3)],
    'a private key': ['ES256', signingKeyText('ES256'), signingKeyText('ES256').split('\n').slice(1, 3)],
    'a private JWK': ['ES256', JSON.stringify(pair('ES256').privateJwk), [pair('ES256').privateJwk.d]],
    'a key that cannot be read': ['ES256', '{"kty":"EC","crv":"hunter2","x":"hunter3"}', ['hunter']],
    'another key': ['ES256', pair('ES256', 'other').pkcs8, pair('ES256', 'other').pkcs8.split('\n').slice(1, 3)],
  };

  for (const [what, [alg, key, telling]] of Object.entries(KEYS)) {
    test(`never holds the token, nor ${what}`, async ({ page }) => {
      await open(page);
      const token = await signed(alg, FULL);
      for (const text of [token, tampered(token)]) {
        await enter(page, { token: text, key });
        for (const report of [await markdown(page), JSON.stringify(await json(page))]) {
          for (const part of [...text.split('.'), ...telling]) expect(report).not.toContain(part);
        }
      }
    });
  }

  test('never holds what is private of a key that the token brings', async ({ page }) => {
    await open(page);
    const { d } = pair('ES256').privateJwk;
    await enter(page, { token: byHand({ alg: 'HS256', jwk: pair('ES256').privateJwk }, { cnf: { jwk: pair('ES256').privateJwk } }, hmac) });
    expect(await markdown(page)).not.toContain(d);
    const { header, claims } = await json(page);
    expect([header.jwk.d, claims.cnf.jwk.d]).toEqual(['[private, left out]', '[private, left out]']);
    expect(header.jwk.x).toBe(pair('ES256').jwk.x);
  });

  const MARKUP = '```\n````\n~~~\n# Injected\n</code></pre><img src=x onerror=alert(1)> | a | ![b](https://evil.example) `c`';

  test('cannot be broken out of by values of JSON', async ({ page }) => {
    await open(page);
    const claims = { ...FULL, iss: MARKUP, exp: MARKUP, '`````': { '<b>': MARKUP } };
    await enter(page, { token: await signed('HS256', claims, { header: { kid: `../../${MARKUP}`, typ: MARKUP, jku: `http://${MARKUP}` } }), key: SECRET });
    const report = await markdown(page);
    const { blocks, outside } = parsed(report);
    expect(blocks).toHaveLength(2);
    expect(JSON.parse(blocks[1])).toEqual(claims);
    expect(unescaped(outside)).not.toMatch(/[<`]|!\[|https?:|^# Injected/m);
    expect((await json(page)).claims).toEqual(claims);
  });

  test('cannot be broken out of by a payload that is text', async ({ page }) => {
    await open(page);
    await enter(page, { token: await signed('HS256', MARKUP), key: SECRET });
    const { blocks, outside } = parsed(await markdown(page));
    expect(blocks[1]).toBe(MARKUP);
    expect(outside).not.toContain('Injected');
    expect((await json(page)).claims).toBe(MARKUP);
  });

  test('is JSON whatever the token is', async ({ page }) => {
    await open(page);
    const jwe = await new CompactEncrypt(Buffer.from('x')).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(new Uint8Array(32));
    for (const token of ['', 'words', 'a.b.c', jwe, byHand('{"alg":', '{"a":1,"a":2}', hmac), byHand({ alg: 'HS256' }, Buffer.of(0xff, 0), hmac), await signed('HS256', '"\\ud800"')]) {
      await enter(page, { token });
      for (const redact of [false, true]) {
        await page.getByRole('checkbox', { name: 'Leave out values' }).setChecked(redact);
        const report = await json(page);
        expect(Object.keys(report)).toEqual(expect.arrayContaining(['overall', 'title', 'checks', 'findings', 'algorithm', 'header', 'claims']));
        expect(parsed(await markdown(page)).outside).toMatch(/^# /);
      }
    }
  });
});

test.describe('code that verifies', () => {
  const code = page => panel(page).locator('pre');
  const advice = page => panel(page).locator('details', { has: page.getByLabel('Language') }).locator('.note');
  const language = page => page.getByLabel('Language');

  /** Where each language pins the algorithm and insists on issuer and audience. */
  const LANGUAGES = {
    'Node, with jose': { pin: alg => `algorithms: ['${alg}']`, iss: iss => `issuer: '${iss}'`, aud: aud => `audience: '${aud}'`, leeway: 'clockTolerance: 30,' },
    'Python, with PyJWT': { pin: alg => `algorithms=["${alg}"]`, iss: iss => `issuer="${iss}"`, aud: aud => `audience="${aud}"`, leeway: 'leeway=30,' },
    'Go, with golang-jwt': { pin: alg => `jwt.WithValidMethods([]string{"${alg}"})`, iss: iss => `jwt.WithIssuer("${iss}")`, aud: aud => `jwt.WithAudience("${aud}")`, leeway: 'jwt.WithLeeway(30*time.Second)' },
    'Java, with Nimbus JOSE+JWT': { pin: alg => `JWSAlgorithm.${alg}, key`, iss: iss => `.issuer("${iss}")`, aud: aud => `DefaultJWTClaimsVerifier<SecurityContext>("${aud}",`, leeway: 'setMaxClockSkew(30)' },
    'C#, with Microsoft.IdentityModel.JsonWebTokens': { pin: alg => `ValidAlgorithms = ["${alg}"]`, iss: iss => `ValidIssuer = "${iss}"`, aud: aud => `ValidAudience = "${aud}"`, leeway: 'FromSeconds(30)' },
    'Rust, with jsonwebtoken': { pin: alg => `Validation::new(Algorithm::${alg})`, iss: iss => `set_issuer(&["${iss}"])`, aud: aud => `set_audience(&["${aud}"])`, leeway: 'validation.leeway = 30;' },
    'PHP, with firebase/php-jwt': { pin: alg => `$header->alg === '${alg}'`, iss: iss => `($claims->iss ?? null) === "${iss}"`, aud: aud => `in_array("${aud}"`, leeway: 'JWT::$leeway = 30;' },
    'Ruby, with jwt': { pin: alg => `algorithms: ['${alg}']`, iss: iss => `iss: "${iss}", verify_iss: true`, aud: aud => `aud: "${aud}", verify_aud: true`, leeway: 'leeway: 30' },
  };

  /** Opens the fold over a token. */
  async function withToken(page, token, key = '') {
    await open(page);
    await enter(page, { token, key });
    await fold(page, 'Verify this in your code').click();
  }

  async function expectCode(page, name, { alg, iss, aud }) {
    const { pin, iss: issuer, aud: audience } = LANGUAGES[name];
    await language(page).selectOption(name);
    await expect(code(page), name).toContainText(pin(alg));
    await expect(code(page), name).toContainText(issuer(iss));
    await expect(code(page), name).toContainText(audience(aud));
  }

  test('is offered in eight languages, Node first', async ({ page }) => {
    await withToken(page, await signed('HS256', FULL));
    await expect(language(page).locator('option')).toHaveText(Object.keys(LANGUAGES));
    await expect(code(page)).toContainText('import { jwtVerify } from \'jose\';');
  });

  for (const name of Object.keys(LANGUAGES)) {
    test(`${name}: pins the algorithm, asks for issuer and audience, and holds neither token nor key`, async ({ page }) => {
      const token = await signed('RS256', FULL);
      await withToken(page, token, keyText('RS256'));
      await page.getByLabel('Clock tolerance').selectOption('30');
      await expectCode(page, name, { alg: 'RS256', iss: FULL.iss, aud: FULL.aud[0] });
      await expect(code(page)).toContainText(LANGUAGES[name].leeway);
      await expect(code(page)).toContainText(/\bexp\b|RequireExpirationTime|WithExpirationRequired/);
      await expect(code(page)).toContainText('public-key.pem');
      const secretToken = await signed('HS256', FULL);
      await enter(page, { token: secretToken, key: SECRET });
      await expectCode(page, name, { alg: 'HS256', iss: FULL.iss, aud: FULL.aud[0] });
      await expect(code(page)).toContainText('JWT_SECRET');
      const copy = await copied(page, 'Copy the code');
      expect(copy.trim()).toBe((await code(page).innerText()).trim());
      for (const part of [...secretToken.split('.'), SECRET, FULL.sub, FULL.name]) expect(copy).not.toContain(part);
    });
  }

  test('goes by what is required and expected, before what the token says', async ({ page }) => {
    await withToken(page, await signed('RS256', FULL));
    await page.locator('select#algorithm').selectOption('PS384');
    await page.getByText('What to expect').click();
    for (const [label, text] of [['Issuer', 'https://mine.example'], ['Audience', 'my-service']]) {
      await page.getByLabel(label, { exact: true }).fill(text);
      await page.getByLabel(label, { exact: true }).blur();
    }
    for (const name of Object.keys(LANGUAGES).filter(name => !name.startsWith('PHP'))) {
      await expectCode(page, name, { alg: 'PS384', iss: 'https://mine.example', aud: 'my-service' });
      await expect(code(page)).not.toContainText('RS256');
      await expect(code(page)).not.toContainText('issuer.example');
    }
  });

  test('reads the secret as the page does', async ({ page }) => {
    await withToken(page, await signed('HS256', FULL), SECRET);
    for (const [encoding, read] of [['hex', '\'hex\''], ['base64', '\'base64\''], ['base64url', '\'base64url\''], ['utf8', '\'utf8\'']]) {
      await page.locator(`[name="key-encoding"][value="${encoding}"]`).check();
      await expect(code(page)).toContainText(`Buffer.from(process.env.JWT_SECRET, ${read})`);
    }
  });

  test('asks an issuer that names its keys for them, and says that the address is a guess', async ({ page }) => {
    await withToken(page, await signed('RS256', FULL, { header: { kid: 'one' } }));
    await expect(advice(page)).toContainText('their address is a guess, so look it up');
    for (const name of Object.keys(LANGUAGES)) {
      await language(page).selectOption(name);
      await expect(code(page), name).toContainText('https://issuer.example/.well-known/jwks.json');
      await expect(code(page), name).toContainText('guess');
    }
  });

  test('says what is not checked, as the token does not name it', async ({ page }) => {
    await withToken(page, await signed('HS256', FULL));
    await expect(advice(page)).toContainText('Issuer and audience are those of this token: make sure that they are yours to trust.');
    await enter(page, { token: await signed('HS256', { ...FULL, iss: undefined }) });
    await expect(advice(page)).toContainText('The token names no issuer, so none is checked.');
    await enter(page, { token: await signed('HS256', { ...FULL, aud: undefined }) });
    await expect(advice(page)).toContainText('The token names no audience, so one for another service would pass, too.');
    await enter(page, { token: await signed('HS256', CLAIMS) });
    await expect(advice(page)).toContainText('The token names neither issuer nor audience');
  });

  const WITHOUT = {
    'alg none': [() => byHand({ alg: 'none' }, FULL, () => ''), 'nothing is signed, and a verifier must refuse it'],
    'an algorithm nobody knows': [() => byHand({ alg: 'XX256' }, FULL, hmac), 'no algorithm that is supported here'],
    'no algorithm': [() => byHand({ typ: 'JWT' }, FULL, hmac), 'no algorithm that is supported here'],
    'a header that cannot be read': [() => byHand('{', FULL, hmac), 'no signed token whose header can be read'],
    'no token': [() => '', 'no signed token whose header can be read'],
    'an encrypted token': [() => new CompactEncrypt(Buffer.from('x')).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(new Uint8Array(32)), 'no signed token whose header can be read'],
  };

  for (const [what, [make, why]] of Object.entries(WITHOUT)) {
    test(`there is none for ${what}, and why is said`, async ({ page }) => {
      await withToken(page, await make());
      await expect(advice(page)).toHaveText(new RegExp(`^There is no code for this: .*${why}`));
      await expect(code(page)).toBeHidden();
      await panel(page).getByRole('button', { name: 'Copy the code' }).click();
      await expect(panel(page).getByText('There is nothing to copy.')).toBeVisible();
    });
  }

  for (const [name, alg, said] of [
    ['Node, with jose', 'ES256K', 'jose does not verify ES256K by itself. PyJWT, firebase/php-jwt and jwt do.'],
    ['PHP, with firebase/php-jwt', 'PS256', 'firebase/php-jwt does not verify PS256 by itself.'],
    ['Rust, with jsonwebtoken', 'ES512', 'jsonwebtoken does not verify ES512 by itself.'],
  ]) {
    test(`${name}, which does not verify ${alg}: others that do are named`, async ({ page }) => {
      await withToken(page, await signed(alg, FULL));
      await language(page).selectOption(name);
      await expect(advice(page)).toContainText(said);
      await expect(code(page)).toBeHidden();
      await language(page).selectOption('Python, with PyJWT');
      await expect(code(page)).toContainText(`algorithms=["${alg}"]`);
    });
  }

  const HOSTILE = '"\'`\\\n\r\t\u2028\u202E${x}#{x}$x */ // -- ?> \\u0022 «iss» {{';

  test('an issuer and an audience stay literals, whatever they hold', async ({ page }) => {
    const [iss, aud] = ['harmless-issuer', 'harmless-audience'];
    await withToken(page, await signed('RS256', { ...FULL, iss, aud }));
    const codes = {};
    for (const name of Object.keys(LANGUAGES)) {
      await language(page).selectOption(name);
      await expect(code(page)).toContainText(LANGUAGES[name].iss(iss));
      codes[name] = await code(page).innerText();
    }
    await enter(page, { token: await signed('RS256', { ...FULL, iss: HOSTILE, aud: [HOSTILE] }) });
    for (const [name, harmless] of Object.entries(codes)) {
      await language(page).selectOption(name);
      await expect(code(page)).toContainText(LANGUAGES[name].pin('RS256'));
      const hostile = (await code(page).innerText()).split('\n');
      for (const [index, line] of harmless.split('\n').entries()) {
        const [, before, after] = line.match(/^(.*)["']harmless-\w+["'](.*)$/) ?? [];
        if (before === undefined) {
          expect(hostile[index], name).toBe(line);
          continue;
        }
        expect(hostile[index].startsWith(before) && hostile[index].endsWith(after), hostile[index]).toBe(true);
        const literal = hostile[index].slice(before.length, hostile[index].length - after.length);
        expect(literal, name).toMatch(literal[0] === '"' ? /^"([^"\\]|\\.)*"$/ : /^'([^'\\]|\\.)*'$/);
        expect(literal, name).not.toMatch(/[\u2028\u202E]/);
        if (name.startsWith('Node')) expect(vm.runInNewContext(literal), name).toBe(HOSTILE);
      }
      expect(hostile).toHaveLength(harmless.split('\n').length);
    }
  });

  test('says when the browser refuses to copy it', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await withToken(page, await signed('HS256', FULL));
    await panel(page).getByRole('button', { name: 'Copy the code' }).click();
    await expect(panel(page).getByText('Not copied: the browser refused.')).toBeVisible();
  });
});

test.describe('two tokens side by side', () => {
  const other = page => page.getByRole('textbox', { name: 'The other token' });
  const said = page => panel(page).locator('#other-note');
  const rows = page => panel(page).locator('dl.facts dt');

  /** The value and the meaning of a row. */
  const row = (page, name) => rows(page).filter({ hasText: new RegExp(`^${name}$`) }).locator('+ dd');

  async function beside(page, one, two) {
    await open(page);
    await enter(page, { token: one });
    await fold(page, 'Two tokens side by side').click();
    await other(page).fill(two);
  }

  test('says what to do as long as there is no other token', async ({ page }) => {
    await beside(page, await signed('HS256'), '');
    await expect(said(page)).toHaveText('Paste another token, and see what differs by meaning: order and white space do not count.');
    await expect(rows(page)).toHaveCount(0);
  });

  test('tells each value that differs, and which token has it', async ({ page }) => {
    await beside(page, await signed('HS256', { ...CLAIMS, address: { city: 'Bern' } }), await signed('ES256', { ...CLAIMS, name: undefined, address: { city: 'Chur' }, role: 'admin' }));
    await expect(said(page)).toHaveText('They differ in 4 values. The signatures differ, as they must.');
    await expect(rows(page)).toHaveText(['Header alg', 'Payload name', 'Payload address.city', 'Payload role']);
    await expect(row(page, 'Header alg')).toContainText('1 "HS256" 2 "ES256"');
    await expect(row(page, 'Payload name')).toContainText('1 "Alice Müller" 2 –');
    await expect(row(page, 'Payload name')).toContainText('only in the first');
    await expect(row(page, 'Payload address.city')).toContainText('1 "Bern" 2 "Chur"');
    await expect(row(page, 'Payload role')).toContainText('only in the second');
  });

  test('tells times by how far they are apart', async ({ page }) => {
    await beside(page, await signed('HS256', { iat: NOW, exp: NOW + 60 }), await signed('HS256', { iat: NOW - 86_400, exp: NOW + 3660 }));
    await expect(row(page, 'Payload exp')).toContainText(`1 ${NOW + 60} · 15 Jan 2027, 08:01:00 UTC`);
    await expect(row(page, 'Payload exp')).toContainText('1 hour later');
    await expect(row(page, 'Payload iat')).toContainText('1 day earlier');
  });

  test('does not count order, white space, or the way a value is written', async ({ page }) => {
    await beside(page,
      byHand('{"alg":"HS256","typ":"JWT"}', '{"a":{"x":1,"y":[1,2]},"s":"é/"}', hmac),
      byHand('{ "typ":"JWT",\n"alg":"HS256" }', '{"s":"é/", "a":{"y":[1,2],"x":1}}', hmac));
    await expect(said(page)).toHaveText('They say the same; only order, white space or the way it is written differ. The signatures differ, as they must.');
    await expect(rows(page)).toHaveCount(0);
    await other(page).fill(byHand('{"alg":"HS256","typ":"JWT"}', '{"a":{"x":1.0,"y":[1,2]},"s":"\\u00e9\\/"}', hmac));
    await expect(rows(page)).toHaveText(['Payload a.x', 'Payload s']);
    await expect(row(page, 'Payload a.x')).toContainText('the same value, written otherwise');
    await expect(said(page)).toContainText('They say the same');
  });

  test('takes audiences and scopes for sets', async ({ page }) => {
    await beside(page, await signed('HS256', { aud: ['a', 'b'], scope: 'read write' }), await signed('HS256', { aud: ['b', 'a'], scope: 'write delete' }));
    await expect(said(page)).toContainText('They differ in ');
    await expect(row(page, 'Payload aud')).toContainText('the same ones, in another order or form');
    await expect(row(page, 'Payload scope')).toContainText('only in the first: read; only in the second: delete');
  });

  test('an audience in another order is no value that differs', async ({ page }) => {
    await beside(page, await signed('HS256', { aud: ['a', 'b'], scope: 'read' }), await signed('HS256', { aud: ['b', 'a'], scope: 'write' }));
    await expect(said(page)).toContainText('They differ in 1 value.');
  });

  test('knows the same token, with what cleaning takes off, too', async ({ page }) => {
    const token = await signed('HS256');
    await beside(page, token, ` Bearer ${token}\n`);
    await expect(said(page)).toHaveText('Header and payload are the same, byte by byte. The signatures are the same, too.');
    await expect(rows(page)).toHaveCount(0);
  });

  test('says what signatures tell of what was signed', async ({ page }) => {
    const token = await signed('HS256');
    await beside(page, token, tampered(token));
    await expect(said(page)).toContainText('Yet the signatures are the same: with one key, the two can hardly both hold.');
    await other(page).fill(byHand({ alg: 'HS256' }, CLAIMS, input => hmac(input, 'another')));
    await expect(said(page)).toContainText('The signatures differ: made with other keys');
  });

  test('goes on with what is edited above', async ({ page }) => {
    const token = await signed('HS256');
    await beside(page, token, token);
    await edit(page, 'payload-json', '"alice"', '"root"');
    await expect(said(page)).toContainText('They differ in 1 value.');
    await expect(row(page, 'Payload sub')).toContainText('1 "root" 2 "alice"');
  });

  test('says what is no token', async ({ page }) => {
    await beside(page, await signed('HS256'), 'just some words');
    await expect(said(page)).toHaveText('No token was found in that.');
    await expect(rows(page)).toHaveCount(0);
  });

  test('does not take three words with dots for a token', async ({ page }) => {
    await beside(page, await signed('HS256'), 'www.example.com');
    await expect(said(page)).toHaveText('No token was found in that.');
  });

  test('finds the token in a command', async ({ page }) => {
    const token = await signed('HS256');
    await beside(page, token, `curl -H 'Authorization: Bearer ${token}' https://api.example/me`);
    await expect(said(page)).toContainText('Header and payload are the same, byte by byte.');
  });

  for (const [what, write] of Object.entries({
    'a command with no dot but its own': token => `curl -H "Authorization: Bearer ${token}" x`,
    'the JSON of an answer': token => JSON.stringify({ access_token: token, token_type: 'Bearer' }),
    'a cookie': token => `Cookie: theme=dark; session=${token}`,
  })) {
    test(`finds the token in ${what}, as the token box does`, async ({ page }) => {
      const token = await signed('HS256');
      await beside(page, token, write(token));
      await expect(said(page)).toContainText('Header and payload are the same, byte by byte.');
    });
  }

  test('says so when there is no token to compare with', async ({ page }) => {
    await beside(page, '', await signed('HS256'));
    await expect(said(page)).not.toContainText('They differ');
    await expect(rows(page)).toHaveCount(0);
  });

  test('undo takes back its steps among those of the page', async ({ page }) => {
    const token = await signed('HS256');
    await beside(page, token, '');
    await edit(page, 'payload-json', '"alice"', '"root"');
    const edited = await box(page, 'token').inputValue();
    await other(page).focus();
    await page.keyboard.insertText(token);
    await expect(said(page)).toContainText('They differ in 1 value.');
    await page.keyboard.press('Control+z');
    await expect(other(page)).toHaveValue('');
    await expect(said(page)).toContainText('Paste another token');
    await expect(box(page, 'token')).toHaveValue(edited);
    await page.keyboard.press('Control+Shift+z');
    await expect(other(page)).toHaveValue(token);
    await expect(box(page, 'token')).toHaveValue(edited);
    await other(page).blur();
    await page.keyboard.press('Control+z');
    await expect(other(page)).toHaveValue('');
    await expect(box(page, 'token')).toHaveValue(edited);
    await page.keyboard.press('Control+z');
    await expect(box(page, 'token')).toHaveValue(token);
  });

  test('a file that is dropped on its box does not replace the token above', async ({ page }) => {
    const [token, another] = [await signed('HS256'), await signed('ES256')];
    await beside(page, token, '');
    await other(page).evaluate((element, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'a token.txt', { type: 'text/plain' }));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, another);
    await expect(other(page)).toHaveValue(another);
    await expect(box(page, 'token')).toHaveValue(token);
  });

  test('what the tokens say is text, whatever it is', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const long = 'w'.repeat(500);
    await beside(page, await signed('HS256', { x: '<img src=x onerror=alert(1)>' }), await signed('HS256', { x: long, [long]: 1 }));
    await expect(row(page, 'Payload x')).toContainText('<img src=x onerror=alert(1)>');
    await expect(panel(page).locator('img')).toHaveCount(0);
    expect(await overflowing(page)).toBe('');
  });
});

const LOOKS = {
  light: { colorScheme: 'light', width: 1440 },
  dark: { colorScheme: 'dark', width: 1440 },
  'a phone in the dark': { colorScheme: 'dark', width: 390 },
  'a small phone': { colorScheme: 'light', width: 320 },
};

test('with everything open, axe finds nothing in light, dark and narrow', async ({ page }) => {
  test.slow();
  await open(page);
  await enter(page, { token: await signed('HS256', FULL), key: SECRET });
  await fold(page, 'Verify this in your code').click();
  await fold(page, 'Two tokens side by side').click();
  await page.getByLabel('The other token').fill(await signed('ES256', { ...EXPIRED, aud: 'x' }));
  await expect(panel(page).locator('dl.facts dt').first()).toBeVisible();
  for (const [look, { colorScheme, width }] of Object.entries(LOOKS)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const { violations } = await new AxeBuilder({ page }).include('.panel.along').analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`)), look).toEqual([]);
    expect(await overflowing(page), look).toBe('');
  }
});
