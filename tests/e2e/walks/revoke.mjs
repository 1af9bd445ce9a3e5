import { choose, isNotDone, logEnds, logHas, logLacks, play, questions, row, says, slide } from './acts.mjs';

const FAMILY = 'This one was used before: two have it. The issuer revokes the whole family.';

export const revoke = {
  slug: 'revoke',
  title: 'Log out, revoke, refresh',
  steps: [
    {
      title: 'A copy keeps its time',
      acts: [
        play,
        logHas('Minute 25: The API answers. Role: editor.'),
        logEnds('Minute 30: The API refuses: the token has expired.'),
        says('With a life of 30 minutes the copy is accepted for 29 minutes after you logged out.'), isNotDone,
        slide('Life of an access token', 1), play,
        logHas('Minute 5: The API refuses: the token has expired.'),
        logLacks('Minute 5: The API answers'),
        says('With a life of 5 minutes the copy is accepted for 4 minutes after you logged out.'),
      ],
    },
    {
      title: 'A list of the revoked',
      acts: [
        play,
        logHas('Minute 5: The API refuses: the token is on the list.'),
        logLacks('Minute 5: The API answers'),
        says('The old token is accepted for 0 minutes more.'), isNotDone,
        choose('What happens', 'Your rights change'), play,
        logHas('Minute 5: The API refuses: the token is on the list.'),
        logHas('Minute 10: The API answers. Role: reader.'),
        says('The old token is accepted for 0 minutes more.'),
      ],
    },
    {
      title: 'Short life, and a refresh token',
      acts: [
        slide('Life of an access token', 2), play,
        logHas('Minute 5: The API answers. Role: editor.'),
        logHas('Minute 10: The API answers. Role: reader.'), isNotDone,
        choose('What happens', 'You log out'), play,
        logHas('The issuer revokes the refresh token.'),
        logHas('Minute 5: The API answers.'),
        logHas('Minute 10: The API refuses: the token has expired.'), isNotDone,
        choose('What happens', 'Your rights change'),
        slide('Life of an access token', 1), play,
        logHas('Minute 5: The API answers. Role: reader.'),
        says('Old rights last for 4 minutes more, at 12 refreshes an hour. Sign-ins: 1.'),
      ],
    },
    {
      title: 'Rotation',
      acts: [
        play,
        logHas('Minute 1: A thief copies your refresh token.'),
        logLacks('revoke'),
        says('Last answer to the thief: minute 30.'),
        choose('The refresh token', 'Is rotated'), play,
        logHas(`Minute 10: ${FAMILY}`),
        logHas('Minute 15: This family was revoked.'),
        says('Last answer to the thief: minute 10.'), isNotDone,
        choose('Who uses it first', 'You'), play,
        logHas(`Minute 15: ${FAMILY}`),
        says('Last answer to the thief: none.'),
      ],
    },
    {
      title: 'What each costs',
      acts: [
        slide('Minutes an access token lives', 5),
        isNotDone,
        slide('Requests a minute', 2),
        row('One person, one hour', 'Session', { 'Look-ups': '120', 'Sign-ins': '1', 'Minutes a copy is good': '0' }),
        row('One person, one hour', 'Token alone', { 'Look-ups': '0', 'Sign-ins': '12', 'Minutes a copy is good': '5' }),
        row('One person, one hour', 'With a list', { 'Look-ups': '120', 'Minutes a copy is good': '0' }),
        row('One person, one hour', 'With rotation', { 'Look-ups': '12', 'Sign-ins': '1', Remembered: 'each family' }),
        says('The issuer is asked 12 times an hour, not 120.'),
      ],
    },
    questions([
      [
        'A token that was issued is good for three months. How do you end it today?',
        'Delete it in the browser.',
        'Have the API refuse it, by a list or by dropping the key.',
        'a deletion does not reach copies',
      ],
      [
        'What does a refresh token add to security?',
        'It cannot be stolen.',
        'The access token can be short-lived, and the issuer is asked now and then.',
        'At each refresh the issuer can say no',
      ],
    ]),
  ],
};
