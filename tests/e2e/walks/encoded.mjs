import { change, codeSays, compared, ended, outcome, press, questions, row, says, write } from './acts.mjs';

export const encoded = {
  slug: 'encoded',
  title: 'Encoded is not encrypted',
  steps: [
    {
      title: 'Three bytes, four characters',
      acts: [
        write('Your text', 'cat!'),
        row('By hand, a row for three bytes', 'c a t', { '6 bits each': '011000 110110 000101 110100', Characters: 'Y2F0' }),
        row('By hand, a row for three bytes', '!', { '8 bits each': '00100001', Numbers: '8 16', Characters: 'IQ' }),
        compared('Y2F0IQ', '=', 'Y2F0IQ'),
        says('4 bytes became 6 characters.'),
      ],
    },
    {
      title: 'What is left over',
      acts: [
        write('Your text', 'cats'),
        compared('Y2F0cw', '≠', 'Y2F0cw=='),
        write('Your text', '???'),
        compared('Pz8_', '≠', 'Pz8/'),
        outcome('In a token, the base64 is refused'),
      ],
    },
    {
      title: 'Read it without the key',
      acts: [
        change('Payload', '0000', '4711'),
        codeSays('What anybody does with it', '{"sub":"42","pin":"4711"}'),
        ended('What anybody does with it', 'Read. There is no key in these lines.'),
      ],
    },
    {
      title: 'Sign or encrypt',
      acts: [
        says('Of 3 parts, 2 can be read here.'),
        press('encrypted, from RFC 7516 appendix A.3'),
        row('Read without a key', 'ciphertext', { Bytes: '32', 'What can be read': 'bytes, no text' }),
        says('Of 5 parts, 1 can be read here.'),
      ],
    },
    questions([
      [
        'How does the server turn the hash back into the user’s data?',
        'With the secret.',
        'Not at all: it decodes the payload, and computes the signature again.',
        'A hash cannot be undone, and need not be: the data stand in the payload',
      ],
      [
        'Your tokens travel over TLS. May the payload hold a password?',
        'Yes: TLS encrypts it.',
        'No: whoever holds the token can read it.',
        'TLS protects the way, not its ends',
      ],
    ]),
  ],
};
