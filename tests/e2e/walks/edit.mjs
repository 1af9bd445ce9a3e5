import { because, change, compared, outcome, press, questions, says, write } from './acts.mjs';

const ACCEPTED = 'Accepted: the signature is that of this content';
const REJECTED = 'Rejected: the signature belongs to other content';
const ANY = /^[\w-]{43}$/;

export const edit = {
  slug: 'edit',
  title: 'Why you can’t just edit it',
  steps: [
    {
      title: 'Change it',
      acts: [
        outcome(ACCEPTED),
        compared(ANY, '=', ANY),
        change('Payload', 'user', 'root'),
        outcome(REJECTED),
        compared(ANY, '≠', ANY),
        says(/gets [\w-]{4}…\. The token carries [\w-]{4}…\./),
      ],
    },
    {
      title: 'Characters that only move',
      acts: [
        change('Payload', 'user', 'admin'),
        outcome(REJECTED),
        says(/Edited: [1-9]\d*\. Only moved: [1-9]\d*\./),
      ],
    },
    {
      title: 'Paste another signature',
      acts: [
        press('of your own token, before the edit'), outcome(REJECTED),
        press('of an administrator’s token'), outcome(REJECTED),
        press('of nothing but zeros'), outcome('Rejected: the signature belongs to nothing'),
        because('Nobody made this signature: it fits no text.'),
      ],
    },
    {
      title: 'Guess the secret',
      acts: [
        outcome('There is no signature yet'),
        write('Your guess', 'password'), outcome('Rejected: the signature was made with another key'),
        write('Your guess', 'secret'), outcome(ACCEPTED),
      ],
    },
    questions([
      [
        'You change one letter of the payload and keep the signature. What does the server notice?',
        'Nothing, as long as the payload is valid JSON.',
        'That the signature it computes is another one than the token carries.',
        'Other characters, other signature.',
      ],
      [
        'Why can’t the attacker compute the new signature?',
        'The signature is encrypted.',
        'It takes the key, and only the server has that.',
        'A key that can be guessed is none.',
      ],
    ]),
  ],
};
