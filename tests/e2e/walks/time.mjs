import { change, choose, isNotDone, outcome, questions, row, says, slide } from './acts.mjs';

const EXPIRED = 'Time: refused, expired';

export const time = {
  slug: 'time',
  title: 'Time: iat, nbf, exp',
  steps: [
    {
      title: 'Three times',
      acts: [
        outcome('Time: refused, not yet valid'),
        slide('Clock of the verifier', 12),
        outcome('Time: accepted, 14 min left'),
        row('The times', 'clock', { Seconds: '1800000060' }),
        slide('Clock of the verifier', 95), outcome('Time: accepted, 10 s left'), isNotDone,
        slide('Clock of the verifier', 96), outcome(EXPIRED),
        says('The signature holds at all of these times'),
      ],
    },
    {
      title: 'Clocks differ',
      acts: [
        slide('Tolerance', 8), outcome('Time: refused, not yet valid'),
        slide('Tolerance', 10), outcome(/^Time: accepted/), isNotDone,
        slide('Tolerance', 9), outcome('Time: accepted, within tolerance'),
        says('with 90 s the token is accepted until that clock shows 08:16:30, not 08:15:00.'),
      ],
    },
    {
      title: 'Make it last longer',
      acts: [
        outcome(EXPIRED, /^Accepted/),
        change('Payload', '1800000900', '1800007200'),
        outcome('Time: accepted, 1 h left', /^Rejected/),
      ],
    },
    {
      title: 'Seconds, as a number',
      acts: [
        outcome(EXPIRED),
        choose('exp', 'in milliseconds'), outcome(/^Time: accepted/),
        choose('exp', 'as a text'), outcome('Time: refused, exp is no number'),
        choose('exp', 'left out'), outcome('Time: accepted, no expiry'),
        says('In milliseconds it lives for another 56,981 years.'),
      ],
    },
    questions([
      [
        'A token lives for three months, and is to end today. Can you set its exp to the past?',
        'Yes, and sign it again.',
        'No: the copy that was handed out keeps its own exp.',
        'You cannot change the copy that others have.',
      ],
      [
        'exp is 08:15:00. What does a verifier without tolerance say at 08:15:00 exactly?',
        'It accepts the token.',
        'It refuses the token.',
        'On or after this time it must not be accepted',
      ],
    ]),
  ],
};
