import { actor, choose, isNotDone, logEnds, logHas, logLacks, play, questions, row, says } from './acts.mjs';

const STOLEN = 'The attacker sends a request from another machine.';
const TAKEN = 'The signature holds. The server takes the request for yours.';
const REFUSED = 'The server refuses: nobody is signed in.';
const COMES_TO = 'What attacks come to';

/** A script of the attacker against a token that is kept there. */
const script = place => [choose('The token is kept in', place), play];

/** A request that the attacker causes, against a token that is kept there. */
const forged = (place, request) => [choose('The token is kept in', place), choose('The attacker uses', request), play];

export const storage = {
  slug: 'storage',
  title: 'Where a browser keeps it',
  steps: [
    {
      title: 'A script that is not yours',
      acts: [
        play, logHas(STOLEN), logEnds(TAKEN), isNotDone,
        ...script('localStorage'), logHas('It reads localStorage.'), logHas(STOLEN), logEnds(TAKEN), isNotDone,
        ...script('Cookie'), logHas('It reads document.cookie.'), logHas(STOLEN), logEnds(TAKEN), isNotDone,
        actor('Attacker', 'token'),
        ...script('HttpOnly cookie'), logLacks(STOLEN), logEnds(TAKEN),
        logHas('the HttpOnly cookie is left out.'),
      ],
    },
    {
      title: 'A request that is not yours',
      acts: [
        play, logHas('the browser adds'), logEnds(TAKEN),
        ...forged('localStorage', 'Form, POST'), logEnds(REFUSED),
        ...forged('Lax', 'Form, POST'), logHas('POST is no safe method'), logEnds(REFUSED),
        ...forged('Lax', 'Image, GET'), logHas('opens no page'), logEnds(REFUSED),
        ...forged('Lax', 'Link, GET'), logHas('the browser adds'), logEnds(TAKEN), isNotDone,
        ...forged('Strict', 'Link, GET'), logEnds(REFUSED), isNotDone,
        ...forged('Strict', 'Sibling host, POST'), logEnds(TAKEN),
      ],
    },
    {
      title: 'On the way',
      acts: [
        play, logHas('The attacker reads the cookie as it passes.'), logHas(STOLEN), logEnds(TAKEN), isNotDone,
        choose('SameSite', 'None'), play, logEnds('the browser does not store the cookie.'), isNotDone,
        choose('Secure', 'Yes'), play, logLacks(STOLEN), logEnds('there is no TLS.'),
      ],
    },
    {
      title: 'Build your own',
      acts: [
        row(COMES_TO, 'Script in your page (XSS)', { 'Token stolen': 'yes', 'Acts as you': 'yes' }),
        row(COMES_TO, 'Listening, without TLS', { 'Token stolen': 'yes' }),
        row(COMES_TO, 'Link elsewhere, GET', { 'Acts as you': 'yes' }),
        choose('HttpOnly', 'Yes'),
        row(COMES_TO, 'Script in your page (XSS)', { 'Token stolen': 'no', 'Acts as you': 'yes' }),
        choose('Secure', 'Yes'),
        row(COMES_TO, 'Listening, without TLS', { 'Token stolen': 'no', 'Acts as you': 'no' }), isNotDone,
        choose('Server asks for a header of its own', 'Yes'),
        row(COMES_TO, 'Link elsewhere, GET', { 'Acts as you': 'no' }),
        row(COMES_TO, 'Form at a sibling host, POST', { 'Acts as you': 'no' }),
        says('Open: 1.'),
      ],
    },
    questions([
      [
        'Your app itself adds the token to its requests. What does that protect from?',
        'From both.',
        'From CSRF.',
        'A script in your page can do all that yours can.',
      ],
      [
        'Is an HttpOnly cookie always the safest place?',
        'Yes: no script can read it.',
        'No: the browser sends it unasked, so CSRF has to be dealt with.',
        'what is sent unasked needs',
      ],
    ]),
  ],
};
