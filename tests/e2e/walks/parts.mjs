import { change, compared, outcome, press, questions, row, says } from './acts.mjs';

export const parts = {
  slug: 'parts',
  title: 'Three parts, two dots',
  steps: [
    {
      title: 'Take it apart',
      acts: [
        press('the header'),
        compared('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '→', '{"alg":"HS256","typ":"JWT"}'),
        press('the payload'),
        compared(/^eyJzdWIi/, '→', '{"sub":"1234567890","name":"Your name"}'),
        press('the signature'),
        compared(/^HPWQqG41/, '→', /^[0-9a-f]{64}$/),
        says('The signature is no text, but 32 bytes.'),
      ],
    },
    {
      title: 'Write your own',
      acts: [
        change('Payload', 'Your name', 'Ada Lovelace'),
        row('Its parts', 'header', { 'Beside the first token': 'as before' }),
        row('Its parts', 'payload', { Bytes: '42', Characters: '56', 'Beside the first token': 'changed' }),
        row('Its parts', 'signature', { Bytes: '32', Characters: '43', 'Beside the first token': 'changed' }),
        says('Your token has 137 characters.'),
      ],
    },
    {
      title: 'Why dots',
      acts: [
        outcome('JWS, 3 parts'),
        change('The token', '.', ''),
        outcome('2 parts'),
        says('Now it has 2 parts.'),
      ],
    },
    {
      title: 'Always eyJ?',
      acts: [
        change('Header', '{', '{ '),
        outcome('JWS, 3 parts'),
        says('Now it begins with eyA.'),
      ],
    },
    questions([
      [
        'What is the third part of a token?',
        'The secret, encoded.',
        'Bytes computed from the first two parts with a key.',
        'The secret never travels in a token',
      ],
      [
        'You find a token with four dots. What is it, most likely?',
        'A damaged token.',
        'An encrypted token, a JWE.',
        'In compact form a JWE has five parts.',
      ],
    ]),
  ],
};
