import { actor, change, choose, isNotDone, logEnds, logHas, logLacks, outcome, play, questions, says } from './acts.mjs';

const PRIVATE = '  "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",\n';
const FAILED = 'failed, the API does not have this key.';

export const jwks = {
  slug: 'jwks',
  title: 'Keys on the web: JWK, JWKS and kid',
  steps: [
    {
      title: 'A key as JSON',
      acts: [
        outcome('Verifies, and can sign: keep it to yourself'),
        change('JWK', PRIVATE, ''),
        outcome('Verifies, and cannot sign: publish it'),
      ],
    },
    {
      title: 'A set, and a name',
      acts: [
        outcome('Not verified'),
        choose('kid in the header', 'b'), outcome('Verified'),
        choose('kid in the header', 'c'), outcome('Not verified'),
        choose('kid in the header', 'no kid'), outcome('Verified'),
        says('Without it, 2 keys were tried until one fitted.'),
      ],
    },
    {
      title: 'A new key, and no failed request',
      acts: [
        choose('Order', 'publish, sign, remove'), play,
        logHas(`08:03 Ben sends a token of the new key: ${FAILED}`),
        logHas(`08:12 Ann sends a token of the old key: ${FAILED}`),
        logEnds('08:12 Ben sends a token of the new key: accepted.'),
        says('2 of 4 requests fail.'), isNotDone,
        choose('From one to the next', 'an hour'),
        choose('Order', 'sign, publish, remove'), play,
        logHas(`08:01 Ben sends a token of the new key: ${FAILED}`), isNotDone,
        choose('Order', 'publish, remove, sign'), play,
        logHas(FAILED), isNotDone,
        choose('Order', 'publish, sign, remove'),
        actor('Issuer', 'signs: old'), play,
        logLacks('failed'),
        logEnds('accepted.'),
        actor('Issuer', 'signs: new'),
        says('Here 0 of 12 requests fail.'),
      ],
    },
    questions([
      [
        'A gateway asks you for the JWKS of your issuer. What do you give it?',
        'The secret of the issuer.',
        'The address at which the issuer publishes its public keys.',
        'never belongs in it',
      ],
      [
        'A token names a kid that is not in the set you keep. What is sensible?',
        'Accept the token: it may be a new key.',
        'Fetch the set again, but not at every request.',
        'The issuer may have rotated its keys.',
      ],
    ]),
  ],
};
