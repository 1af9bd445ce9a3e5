// Walks a lesson to its end by doing what each step asks for: once by mouse, once by keyboard alone.
import { test, expect, policies } from './page.mjs';
import { Keyboard, Mouse } from './hands.mjs';

const HANDS = { 'by mouse': Mouse, 'by keyboard alone': Keyboard };

const main = page => page.locator('main.learn');
const title = page => page.locator('#place-title');
const next = page => main(page).locator('[rel="next"]');
const entry = (page, name) => page.getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name });

/**
 * A walk is data: `{ slug, title, steps: [{ title, acts }] }`, where an act is a function of a hand (`walks/acts.mjs`).
 * Time is the test's own, unless the walk has `isInRealTime`.
 */
export function walk(lesson) {
  for (const [how, Hand] of Object.entries(HANDS)) {
    test(`${lesson.title}: ${how}`, async ({ page }) => {
      test.slow();
      if (!lesson.isInRealTime) await page.clock.install();
      await page.goto(`./#/learn/${lesson.slug}/1`);
      await expect(policies(page)).toHaveCount(2);
      const hand = new Hand(page);
      for (const [at, step] of lesson.steps.entries()) {
        await test.step(step.title, () => take(hand, lesson, step, at));
      }
    });
  }
}

async function take(hand, lesson, { title: name, acts }, at) {
  const { page } = hand;
  const isLast = at + 1 === lesson.steps.length;
  await expect(page).toHaveURL(url => url.hash === `#/learn/${lesson.slug}/${at + 1}`);
  await expect(title(page)).toHaveText(name);
  await expect(title(page)).toBeFocused();
  await expect(next(page)).toHaveAttribute('data-ready', 'false');
  await expect(entry(page, lesson.title)).not.toHaveAccessibleName(/done$/);
  for (const act of acts) await act(hand);
  await expect(main(page).locator('.try').getByRole('status')).toHaveText('Done.');
  await expect(next(page)).toHaveAttribute('data-ready', 'true');
  if (isLast) await expect(entry(page, lesson.title)).toHaveAccessibleName(/done$/);
  if (isLast && lesson.isLast) return expect(next(page)).toHaveAttribute('aria-disabled', 'true');
  await hand.press(next(page));
  if (isLast) await expect(page).toHaveURL(url => !url.hash.includes(`/${lesson.slug}/`));
}
