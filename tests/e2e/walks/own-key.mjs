import { ACCEPTED, FOOLED, REFUSED, choose, codeSays, isNotDone, press, questions, says, verdicts, write } from './acts.mjs';

export const ownKey = {
  slug: 'own-key',
  title: 'Keys from the token itself',
  steps: [
    {
      title: 'A key in the header',
      acts: [
        choose('Sign with', 'a key pair of your own'), verdicts(REFUSED, REFUSED), isNotDone,
        choose('jwk in the header', 'your public key'), verdicts(FOOLED, REFUSED),
        codeSays('A careless verifier', 'from the token'),
      ],
    },
    {
      title: 'A name that is a path',
      acts: [
        write('kid', '../robots.txt'), verdicts(REFUSED, REFUSED), isNotDone,
        write('kid', '../public/robots.txt'), verdicts(FOOLED, REFUSED),
        codeSays('A careful verifier', 'if header.kid not in ["2025", "2026"]: refuse'),
      ],
    },
    {
      title: 'A name that is a query',
      acts: [
        write('kid', "x' UNION SELECT mine"), verdicts(REFUSED, REFUSED), isNotDone,
        write('kid', "x' UNION SELECT 'mine"), verdicts(FOOLED, REFUSED),
      ],
    },
    {
      title: 'A signature of zeros',
      acts: [
        verdicts(ACCEPTED, ACCEPTED),
        press('the same, under “root”'), verdicts(REFUSED, REFUSED),
        press('1 and 1'), verdicts(REFUSED, REFUSED), isNotDone,
        press('0 and 0'), verdicts(FOOLED, REFUSED),
        codeSays('A careful verifier', 'if r or s not in 1..n-1: refuse'),
        says('x comes out as 0, whatever the message and the key'),
      ],
    },
    questions([
      [
        'A token carries a jwk, and its signature holds with it. What is proved?',
        'That the issuer made the token.',
        'That whoever made the token has the private half of that key.',
        'Anybody can make a key pair.',
      ],
      [
        'What may a verifier do with kid?',
        'Open the file of that name.',
        'Compare it with the names of the keys it has.',
        'All of the header comes from whoever made the token',
      ],
    ]),
  ],
};
