import { FOOLED, REFUSED, ended, isNotDone, outcome, press, questions, row, says, slide, write } from './acts.mjs';

const FAR = 'How far it is';
const SECRET = 'Secret of the server';
const SERVERS = (careless, careful) => [ended('A careless server', careless), ended('A careful server', careful)];

export const guess = {
  slug: 'guess',
  title: 'Guessing a weak secret',
  isInRealTime: true,
  steps: [
    {
      title: 'Secrets that everybody knows',
      acts: [
        says(/This list has [1-9]\d* guesses\./),
        outcome('Not running'), press('Start'), outcome('Found: Changeme'),
        row(FAR, 'tried', { Value: /^[1-9]/ }),
        row(FAR, 'a second', { Value: /^[1-9]/ }),
        write(SECRET, 'Secret'), outcome('Not running'), isNotDone,
        press('Start'), outcome('Found: Secret'),
      ],
    },
    {
      title: 'Short ones are few',
      acts: [
        write(SECRET, 'me7'), press('Start'), outcome('Found: me7'),
        row(FAR, 'at', { Value: /^3 characters, \d+%$/ }),
        says('of four small letters and digits there are only 1,679,616 texts'),
      ],
    },
    {
      title: 'Your own token',
      acts: [
        outcome('Nothing to guess'),
        press('take an example'), outcome('Not running'),
        press('Start'), outcome('Found: test123'),
      ],
    },
    {
      title: '256 random bits',
      acts: [
        row('How long all guesses take', '256 random bits', { Time: '–' }),
        press('Start'), outcome('Searching'),
        row(FAR, 'at', { Value: /^[1-6] characters?, \d+%$/ }),
        press('Cancel'), outcome('Not running'), isNotDone,
        slide('Computers like yours', 12),
        row('How long all guesses take', '12', { Time: /second|minute|hour/ }),
        row('How long all guesses take', '256 random bits', { Time: /^more than 10\^[45]\d years$/ }),
      ],
    },
    {
      title: 'A server that looks at its secret',
      acts: [
        ...SERVERS(FOOLED, 'It does not start.'),
        write(SECRET, 'a-string-secret-at-least-256-bits-long'),
        ...SERVERS(FOOLED, 'It does not start.'), isNotDone,
        press('32 random bytes in base64url'),
        ...SERVERS(REFUSED, REFUSED),
      ],
    },
    questions([
      [
        'How does a server notice that somebody guesses at its secret?',
        'By many failed requests.',
        'It doesn’t: guesses are tried at home.',
        'One token is enough to check guesses',
      ],
      [
        'Which secret is good for HS256?',
        'The name of the app and the year.',
        '32 bytes from a random generator.',
        'all of them random',
      ],
    ]),
  ],
};
