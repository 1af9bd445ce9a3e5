// The words in which walks through lessons are written: what a learner does, and what is then to be seen.
// Each makes a function of a hand.
import { expect } from '../page.mjs';

/** The pace of a simulation at speed 1, in milliseconds, times more moments than any has. */
const LONG_ENOUGH = 1600 * 80;

const stage = ({ page }) => page.getByRole('region', { name: 'Stage' });
const article = ({ page }) => page.locator('main.learn');
const group = (hand, name) => stage(hand).getByRole('group', { name, exact: true });
const button = (hand, name) => stage(hand).getByRole('button', { name, exact: true });
const textBox = (hand, label) => stage(hand).getByRole('textbox', { name: label, exact: true });
const panel = (hand, title) => stage(hand).locator('.panel')
  .filter({ has: hand.page.getByRole('heading', { name: title, exact: true }) });
const logLines = hand => stage(hand).getByRole('log').getByRole('listitem');

// What a learner does.

export const press = name => hand => hand.press(button(hand, name));

/** Chooses one of several: `choose('alg in the header', 'none')`. Answers to questions are chosen likewise. */
export const choose = (what, option) => hand => hand.choose(group(hand, what), option);

export const write = (label, text) => hand => hand.write(textBox(hand, label), text);

/** Edits a text as a search and replace would. */
export const change = (label, from, to) => async hand => {
  const before = await textBox(hand, label).inputValue();
  expect(before).toContain(from);
  await hand.write(textBox(hand, label), before.replace(from, to));
};

export const slide = (label, value) => async hand => {
  const slider = stage(hand).getByRole('slider', { name: label, exact: true });
  await hand.slide(slider, value);
  await expect(slider).toHaveValue(String(value));
};

/** Plays a simulation to its end, while time passes. */
export const play = async hand => {
  await hand.press(button(hand, 'Play'));
  await expect(button(hand, 'Pause')).toBeVisible();
  await hand.page.clock.runFor(LONG_ENOUGH);
  await expect(button(hand, 'Play')).toBeVisible();
  await expect(stage(hand).getByRole('group', { name: 'Player' })).toContainText(/(\d+) of \1$/);
};

/** Goes on by so many moments. */
export const stepOn = moments => async hand => {
  for (let at = 0; at < moments; at++) await hand.press(button(hand, 'One on'));
};

// What is to be seen.

/** The text of the lesson says this, with its live numbers. */
export const says = words => hand => expect(article(hand)).toContainText(words);

export const isNotDone = hand => expect(article(hand).locator('.try')).not.toContainText('Done.');

/** The titles of what came out, of each outcome on the stage. */
export const outcome = (...titles) => hand => expect(stage(hand).locator('.came-out').getByRole('status')).toHaveText(titles);

/** What is said of what came out. */
export const because = words => hand => expect(stage(hand).locator('.came-out')).toContainText(words);

/** How two verifiers judged the same token: the careless first. */
export const verdicts = (careless, careful) => async hand => {
  await expect(stage(hand).locator('.ended')).toHaveText([careless, careful]);
};

/** How the code of a panel ended. */
export const ended = (title, words) => hand => expect(panel(hand, title).locator('.ended')).toHaveText(words);

export const codeSays = (title, words) => hand => expect(panel(hand, title).locator('.lines')).toContainText(words);

/** Two things beside each other, and how they compare. */
export const compared = (left, sign, right) => async hand => {
  await expect(stage(hand).locator('.side code')).toHaveText([left, right]);
  await expect(stage(hand).locator('.sign')).toHaveText(sign);
};

/** Cells of a table by the names of row and columns: `row('What it costs', 'Token', { 'Look-ups a second': '0' })`. */
export const row = (table, name, cells) => async hand => {
  const found = stage(hand).getByRole('region', { name: table, exact: true });
  const columns = await found.getByRole('columnheader').allTextContents();
  const cellsOf = found.getByRole('row').filter({ has: hand.page.getByRole('rowheader', { name, exact: true }) }).locator('th, td');
  for (const [column, text] of Object.entries(cells)) {
    expect(columns).toContain(column);
    await expect(cellsOf.nth(columns.indexOf(column)), `${name}, ${column}`).toHaveText(text);
  }
};

/** What an actor of a scene shows. */
export const actor = (name, words) => hand => {
  const card = stage(hand).locator('.actor').filter({ has: hand.page.getByRole('heading', { name, exact: true }) });
  return expect(card).toContainText(words);
};

/** The newest line of the log says this, and it can be seen without scrolling the log. */
export const logEnds = words => async hand => {
  await expect(logLines(hand).last()).toContainText(words);
  await stage(hand).getByRole('log').scrollIntoViewIfNeeded();
  await expect(logLines(hand).last()).toBeInViewport();
};

export const logHas = words => hand => expect(logLines(hand).filter({ hasText: words })).not.toHaveCount(0);

export const logLacks = words => hand => expect(logLines(hand).filter({ hasText: words })).toHaveCount(0);

/** The reason that follows an answer. */
export const reason = (question, ...words) => async hand => {
  for (const said of words) await expect(group(hand, question).getByRole('status')).toContainText(said);
};

/** The last step: a wrong answer to each question, and then the right one. Both are told why. */
export const questions = asked => ({
  title: 'Questions',
  acts: asked.flatMap(([ask, wrong, right, why]) => [
    choose(ask, wrong), reason(ask, 'Not quite.', why),
    choose(ask, right), reason(ask, 'Right.', why),
  ]),
});

/** How verifiers end. */
export const ACCEPTED = 'Accepted.';
export const FOOLED = 'Accepted, and it is forged.';
export const REFUSED = 'Refused.';
