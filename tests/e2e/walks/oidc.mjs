import { ACCEPTED, REFUSED, actor, choose, codeSays, ended, isNotDone, logEnds, outcome, play, press, questions, row, says, slide, stepOn, verdicts } from './acts.mjs';

const MESSAGE = 'The message in full, and what its receiver makes of it';

export const oidc = {
  slug: 'oidc',
  title: 'ID, access and refresh tokens',
  steps: [
    {
      title: 'Three tokens, three readers',
      acts: [
        codeSays('What it says', '"nonce"'),
        choose('Look at the', 'access token'),
        codeSays('What it says', '"typ": "at+jwt"'), isNotDone,
        choose('Look at the', 'refresh token'),
        ended('What it says', 'Nothing to decode: random characters, which only the issuer knows.'),
      ],
    },
    {
      title: 'PKCE: a lock for one sign-in',
      acts: [
        press('the challenge, as the thief'), outcome('400 invalid_grant'), isNotDone,
        press('the verifier, as the app'), outcome('The issuer hands out the tokens'),
      ],
    },
    {
      title: 'A sign-in, message by message',
      acts: [
        stepOn(5), codeSays(MESSAGE, 'code_verifier='), ended(MESSAGE, ACCEPTED), actor('Issuer', 'challenge: '),
        stepOn(2), codeSays(MESSAGE, 'claims.nonce == '), ended(MESSAGE, ACCEPTED), logEnds('Alice is signed in.'),
        stepOn(1), codeSays(MESSAGE, 'header.typ == "at+jwt"'), ended(MESSAGE, ACCEPTED), isNotDone,
        stepOn(1), logEnds('The API asked nobody: the issuer’s public key is enough.'),
        actor('App', 'access token: '),
        choose('The code is brought by', 'a thief'), play,
        ended(MESSAGE, ''), logEnds('The code alone is worth nothing.'),
      ],
    },
    {
      title: 'Sent to the wrong place',
      acts: [
        verdicts(ACCEPTED, ACCEPTED),
        choose('Send', 'the ID token'), verdicts(ACCEPTED, REFUSED),
        codeSays('A careful receiver', 'header.typ == "at+jwt"'), isNotDone,
        choose('to', 'the app, as a login'), verdicts(ACCEPTED, ACCEPTED),
        choose('Send', 'the access token'), verdicts(ACCEPTED, REFUSED),
        codeSays('A careful receiver', 'claims.aud == '),
      ],
    },
    {
      title: 'When the time is over',
      acts: [
        slide('Since the sign-in', 9), ended('The API', ACCEPTED),
        slide('Since the sign-in', 12), ended('The API', REFUSED),
        row('What the app holds', 'access token', { Now: 'expired' }),
        press('Use the refresh token'), ended('The API', ACCEPTED),
        row('What the app holds', 'access token', { Now: 'valid' }),
        says('The access token lives 10 minutes.'),
      ],
    },
    questions([
      [
        'An app calls an API for a user. Which token does it send?',
        'The ID token: it says who the user is.',
        'The access token.',
        'the ID token for the app alone',
      ],
      [
        'Are JWTs for authentication or for authorization?',
        'Only for authentication.',
        'For either: the format does not decide it.',
        'An ID token states an authentication',
      ],
    ]),
  ],
};
