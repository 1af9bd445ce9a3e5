import { FOOLED, REFUSED, choose, codeSays, isNotDone, questions, row, says, verdicts } from './acts.mjs';

const COMES = 'What comes of it';

export const confusion = {
  slug: 'confusion',
  title: 'A public key used as a secret',
  steps: [
    {
      title: 'One function for both',
      acts: [
        verdicts(REFUSED, REFUSED),
        choose('alg in the header', 'HS256'), verdicts(REFUSED, REFUSED),
        choose('Signature', 'HMAC with “secret”'), verdicts(REFUSED, REFUSED), isNotDone,
        choose('Signature', 'HMAC with public.pem'), verdicts(FOOLED, REFUSED),
        codeSays('A careful verifier', 'if header.alg != "RS256": refuse'),
        says('computes an HMAC with the 451 bytes of the file'),
      ],
    },
    {
      title: 'Byte for byte',
      acts: [
        choose('Sign with', 'base64 alone'), verdicts(REFUSED, REFUSED),
        choose('Sign with', 'PEM without the last line break'), verdicts(REFUSED, REFUSED), isNotDone,
        choose('Sign with', 'PEM'), verdicts(FOOLED, REFUSED),
      ],
    },
    {
      title: 'What helps',
      acts: [
        row(COMES, 'forged, HS256', { Verifier: 'accepted' }),
        choose('The server', 'refuses alg none'), row(COMES, 'forged, HS256', { Verifier: 'accepted' }),
        choose('The server', 'expects RS256'), row(COMES, 'forged, HS256', { Verifier: 'refused' }), isNotDone,
        choose('The server', 'reads PEM as RSA key only'), row(COMES, 'forged, HS256', { Verifier: 'refused' }),
        row(COMES, 'genuine, RS256', { Verifier: 'accepted' }),
      ],
    },
    questions([
      [
        'Why could the attacker compute the right HMAC?',
        'RSA was broken.',
        'The verifier used as a secret what everybody knows.',
        'Both algorithms did what they promise.',
      ],
      [
        'Does ES256 in place of RS256 prevent it?',
        'Yes, its keys are too short for HMAC.',
        'No, the public key of any pair is known and can be used as bytes.',
        'What prevents it is a verifier that expects one algorithm',
      ],
    ]),
  ],
};
