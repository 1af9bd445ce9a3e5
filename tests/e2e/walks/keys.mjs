import { actor, outcome, press, questions, says } from './acts.mjs';

const FITS = 'The key fits';
const NOT = 'Not verified';

export const keys = {
  slug: 'keys',
  title: 'Who can sign, who can verify',
  steps: [
    {
      title: 'One secret for all',
      acts: [
        press('Mail'),
        actor('Mail', 'made this token'),
        actor('Shop', 'accepts this token'),
        says('3 of 3 services can sign.'),
      ],
    },
    {
      title: 'A key pair',
      acts: [
        actor('Shop', 'can only verify'),
        actor('Shop', 'accepts this token'),
        press('Mail'),
        actor('Shop', 'refuses this token'),
        press('Mail, with a new key pair'),
        actor('Login', 'refuses this token'),
        actor('Shop', 'refuses this token'),
        says('Now 1 of 3 services can sign'),
      ],
    },
    {
      title: 'Three tokens, three keys',
      acts: [
        outcome(NOT),
        press('the secret'), outcome(FITS), says('This one has 32.'),
        press('ES256'), outcome(NOT),
        press('the P-256 key'), outcome(FITS), says('This one has 64.'),
        press('RS256'), outcome(NOT),
        press('the RSA key'), outcome(FITS), says('This one has 256.'),
      ],
    },
    questions([
      [
        'Is a JWT signed with the private or with the public key?',
        'With the public key; the private key decrypts.',
        'With the private key; the public key verifies.',
        'Only the issuer may sign',
      ],
      [
        'Ten services of other companies are to verify your tokens. What do they get?',
        'The secret, over a safe line.',
        'The public key.',
        'each of the ten could issue tokens in your name',
      ],
    ]),
  ],
};
