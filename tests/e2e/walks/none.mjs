import { ACCEPTED, FOOLED, REFUSED, change, choose, codeSays, isNotDone, questions, row, verdicts, write } from './acts.mjs';

const COMES = 'What comes of it';

export const none = {
  slug: 'none',
  title: 'alg: none',
  steps: [
    {
      title: 'Ask for no check',
      acts: [
        verdicts(ACCEPTED, ACCEPTED),
        change('Payload', 'user', 'root'), verdicts(REFUSED, REFUSED),
        choose('alg in the header', 'none'), verdicts(REFUSED, REFUSED), isNotDone,
        choose('Signature', 'leave it out'), verdicts(FOOLED, REFUSED),
        codeSays('A careful verifier', 'if header.alg != "HS256": refuse'),
      ],
    },
    {
      title: 'A list of forbidden words',
      acts: [
        verdicts(REFUSED, REFUSED),
        write('alg', 'nOnE'), verdicts(FOOLED, REFUSED),
      ],
    },
    {
      title: 'Say what you allow',
      acts: [
        row(COMES, 'forged, none', { Verifier: 'accepted' }),
        choose('The verifier accepts', 'all but “none”'),
        row(COMES, 'forged, none', { Verifier: 'refused' }),
        row(COMES, 'forged, nOnE', { Verifier: 'accepted' }), isNotDone,
        choose('The verifier accepts', 'HS256 alone'),
        row(COMES, 'genuine, HS256', { Verifier: 'accepted' }),
        row(COMES, 'forged, none', { Verifier: 'refused' }),
        row(COMES, 'forged, nOnE', { Verifier: 'refused' }),
      ],
    },
    questions([
      [
        'What did the careful verifier do that the careless one did not?',
        'It forbade every spelling of none.',
        'It knew the algorithm before it read the token.',
        'The header is written by whoever made the token.',
      ],
      [
        'Is a token with alg none always an attack?',
        'Yes, no standard allows it.',
        'No, something else may protect it; but a verifier of signatures never accepts it.',
        'that it needs no protection of its own',
      ],
    ]),
  ],
};
