import { actor, choose, isNotDone, logEnds, logHas, logLacks, play, press, questions, row, says, slide } from './acts.mjs';

const EVENTS = 'The same events in each design';

export const sessions = {
  slug: 'sessions',
  title: 'Sessions and tokens, side by side',
  steps: [
    {
      title: 'A number and a note',
      acts: [
        press('Send a request'), isNotDone, play,
        logHas('Server B finds no such session: you have to sign in again.'),
        logEnds('Server C keeps a new session in its memory.'),
        row(EVENTS, 'Session in each server', { Answered: '0', Refused: '1', 'Sign-ins': '2' }),
        says('Sign-ins so far: 2.'),
      ],
    },
    {
      title: 'Two ways to find the note',
      acts: [
        press('Send a request'), press('Kill a server'), press('Send a request'), press('Lose the store'), press('Send a request'),
        play,
        logHas('Server A is killed, with all in its memory.'),
        logHas('Server B finds no such session'),
        logEnds('Server B has the session in its memory, and answers.'),
        actor('Server A', 'down'),
        row(EVENTS, 'Session in each server', { Answered: '0', Refused: '3', 'Sign-ins': '4' }),
        row(EVENTS, 'The same, sticky', { Answered: '2', Refused: '1', 'Sign-ins': '2', 'Look-ups': '0' }),
        row(EVENTS, 'Session in a store', { Answered: '2', Refused: '1', 'Sign-ins': '2', 'Look-ups': '3' }),
        row(EVENTS, 'Token', { Answered: '3', Refused: '0', 'Sign-ins': '1', 'Bytes kept': '0' }),
        choose('How servers know you', 'One store'), play,
        logHas('Server B is killed, with all in its memory.'),
        logHas('Server C knows from the store who it is, and answers.'),
        logHas('The store is lost. A new one starts, empty.'),
        logEnds('puts a new session into the store.'),
        says('look-ups so far: 3'),
      ],
    },
    {
      title: 'Nothing to look up',
      acts: [
        press('Kill a server'), press('Add a server'), press('Lose the store'), press('Send a request'), play,
        logHas('Server D starts. The key is all it needs.'),
        logHas('The store is lost. Nothing here used it.'),
        logLacks('sign in again'),
        logEnds('verifies the signature with its key, and answers.'),
        press('Send a request'), press('Send a request'), play,
        logHas('Server D verifies the signature with its key, and answers.'),
        row(EVENTS, 'Token', { Answered: '3', Refused: '0', 'Sign-ins': '1' }),
        says('Answered: 3. Refused: 0. Look-ups: 0.'),
      ],
    },
    {
      title: 'What each costs',
      acts: [
        row('What it costs', 'Session in a store', { 'Look-ups a second': '100', 'Bytes kept': '63,000' }),
        slide('People signed in', 6),
        slide('Requests a second', 4),
        row('What it costs', 'Session in a store', { 'Look-ups a second': '10,000', 'Bytes kept': '63,000,000' }),
        row('What it costs', 'Token', { 'Look-ups a second': '0', 'Bytes kept': '0' }),
      ],
    },
    questions([
      [
        'You signed in an hour ago. A new server starts. What does it need to accept your token?',
        'A copy of your session.',
        'The key to verify signatures with.',
        'The server computes, and need not remember.',
      ],
      [
        'What can a session do that a token alone cannot?',
        'Survive the loss of a server.',
        'End at once.',
        'Delete the session, and the next request is a stranger’s.',
      ],
    ]),
  ],
};
