import { change, compared, ended, questions, row, says, slide, write } from './acts.mjs';

const HASH = /^[0-9a-f]{64}$/;

export const hmac = {
  slug: 'hmac',
  title: 'How HMAC makes a signature',
  steps: [
    {
      title: 'A hash alone',
      acts: [
        compared(HASH, '=', HASH),
        write('Text', 'abc'),
        // FIPS 180-4, the example of one block.
        compared(HASH, '≠', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
      ],
    },
    {
      title: 'The key and two pads',
      acts: [
        write('Key', 'Jefe'),
        row('64 bytes each', 'Key, filled up', { 'Two digits a byte': /^4a656665(00){60}$/ }),
        row('64 bytes each', 'Inner key', { 'Two digits a byte': /^7c535053(36){60}$/ }),
        row('64 bytes each', 'Outer key', { 'Two digits a byte': /^16393a39(5c){60}$/ }),
        write('Key', 'k'.repeat(65)),
        row('64 bytes each', 'SHA-256 of the key, filled up', { 'Two digits a byte': /^[0-9a-f]{64}(00){32}$/ }),
        says('Your key has 65 bytes.'),
      ],
    },
    {
      title: 'Two hashes',
      acts: [
        change('Payload', '42', '43'),
        ended('By hand', 'The same as in the token'),
        says('a signature has 32 bytes'),
      ],
    },
    {
      title: 'Flip one bit',
      acts: [
        slide('Flip bit', 17),
        ended('The 256 bits of the signature: X flips, · stays', /^[1-9]\d* of 256 bits flip$/),
        says(/[1-9]\d* of 256 are flipped\. Flipped one at a time, the first 80 bits of the text change from \d+ to \d+ bits of the signature, 1[23]\d on average\./),
      ],
    },
    questions([
      [
        'How can a server check a token of which it kept no copy?',
        'It decrypts the signature.',
        'It computes the signature of what it received, with its key, and compares.',
        'Same key, same text, same signature',
      ],
      [
        'Is there a salt in it?',
        'Yes, a new one for each token.',
        'No: the key does that work, if it is random.',
        'the same text has the same signature every time',
      ],
    ]),
  ],
};
