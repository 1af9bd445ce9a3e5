import { change, outcome, questions, row, says, slide } from './acts.mjs';

export const claims = {
  slug: 'claims',
  title: 'Claims',
  steps: [
    {
      title: 'Whose names they are',
      acts: [
        change('Payload', '2000000000', '2000000000, "email": "a@example.com", "shoe": 43'),
        row('What the inspector knows', 'exp', { Kind: 'registered' }),
        row('What the inspector knows', 'email', { Kind: 'public' }),
        row('What the inspector knows', 'shoe', { Kind: 'private' }),
        says('2 registered, 1 public, 1 private.'),
      ],
    },
    {
      title: 'A name that stands twice',
      acts: [
        outcome('JWS, 3 parts'),
        change('Payload', '"role": "user"', '"role": "user", "role": "root"'),
        outcome('duplicate names'),
        row('Who reads what', 'takes the first', { role: '"user"' }),
        row('Who reads what', 'takes the last', { role: '"root"' }),
        row('Who reads what', 'strict', { role: 'refused' }),
      ],
    },
    {
      title: 'How large it gets',
      acts: [
        slide('Roles', 400),
        row('In bytes', 'In a cookie', { Length: /^\d+,\d{3}$/, Limit: '4,096' }),
        says(/400 roles make a token of \d+,\d{3} bytes\./),
      ],
    },
    {
      title: 'What it costs per request',
      acts: [
        slide('Roles', 400),
        slide('Requests in a visit', 1000),
        row('Sent in a visit', 'Token', { 'Bytes a visit': /^\d+,\d{3},000$/, 'Look-ups': '0' }),
        row('Sent in a visit', 'Session id', { 'Bytes a request': '22', 'Bytes a visit': '22,000', 'Look-ups': '1,000' }),
        says(/bytes against 22,000, and 1,000 look-ups saved\./),
      ],
    },
    questions([
      ['Which claim does every JWT have to have?', 'exp', 'None.', 'The standard requires none.'],
      [
        'Your service needs the user’s department. Where does it go?',
        'Nowhere: only registered claims are allowed.',
        'Into a claim of your own.',
        'Any name will do that issuer and reader agree on.',
      ],
    ]),
  ],
};
