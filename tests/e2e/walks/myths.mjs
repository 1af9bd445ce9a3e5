import { FOOLED, REFUSED, change, choose, compared, ended, outcome, questions, reason, row, slide } from './acts.mjs';

/** A statement is judged, at first wrongly: both judgements are told why. */
const judge = (statement, wrong, right, why) => [
  choose(statement, wrong), reason(statement, 'Not quite.', why),
  choose(statement, right), reason(statement, 'Right.', why),
];

const COMES = 'Both tokens come to the server';

export const myths = {
  slug: 'myths',
  title: 'True or false?',
  isLast: true,
  steps: [
    {
      title: 'Encrypted?',
      acts: [
        ...judge('“A JWT is an encrypted string. The server decrypts it.”', 'True', 'False', 'A signed one is only encoded'),
        change('Payload', 'alice', 'Zoë'),
        compared(/^eyJ/, '=', '{"sub":"Zoë","role":"user"}'),
      ],
    },
    {
      title: 'The third part',
      acts: [
        ...judge('“The third part of a token is the secret.”', 'True', 'False', 'It is the signature'),
        choose('A token for', 'Bob'),
        compared(/^the server's secret/, '≠', /^[\w-]{43}$/),
      ],
    },
    {
      title: 'Hashed and un-hashed?',
      acts: [
        ...judge('“The server un-hashes the signature to read the user.”', 'True', 'False', 'A hash can’t be undone'),
        slide('Name of the user', 2000),
        compared('2,010 characters', '→', /^[\w-]{43}$/),
      ],
    },
    {
      title: 'Expired from outside?',
      acts: [
        ...judge('“A token is invalidated by setting its expiration to a time in the past.”', 'True', 'False', 'That makes another token.'),
        row(COMES, 'the thief’s copy', { Signature: 'holds', Time: 'in time', 'So it is': 'accepted' }),
        row(COMES, 'the new one', { Signature: 'holds', Time: 'expired', 'So it is': 'refused' }),
      ],
    },
    {
      title: 'Unknown tokens',
      acts: [
        ...judge('“A server can accept a token that it never saw and has in no list.”', 'False', 'True', 'It needs the key, not the token'),
        outcome('The second server accepts it'),
        choose('The second server has', 'another secret'), outcome('The second server refuses it'),
      ],
    },
    {
      title: 'Who chooses the algorithm?',
      acts: [
        ...judge('“The alg of the header tells the server how to verify.”', 'True', 'False', 'Whoever made the token wrote it'),
        ended('A careless server', FOOLED),
        ended('A careful server', REFUSED),
      ],
    },
    {
      title: 'Who can sign?',
      acts: [
        ...judge('“Whoever can verify an HS256 token can also make one.”', 'False', 'True', 'With HMAC one secret does both.'),
        outcome('Your server accepts it'),
        choose('The service has, for', 'ES256: the public key'),
        outcome('There is no signature, and your server refuses it'),
      ],
    },
    questions([
      ['“Unlike cookies, tokens are not stored on the client.”', 'True', 'False', 'They are: in memory, in storage, or in a cookie'],
      ['“Tokens that a script sends by hand make attacks nearly impossible.”', 'True', 'False', 'Against XSS it does not'],
      ['“An HttpOnly cookie is always the safest place.”', 'True', 'False', 'CSRF has to be kept out'],
    ]),
  ],
};
