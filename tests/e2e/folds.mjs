// What is folded away until it is asked for: explanations, line by line, and bytes.

/** The fold of a title; of those that header and payload both have, that of a panel. */
export const fold = (page, title, panel = 'panel') => page.locator(`.${panel} details.fold`)
  .filter({ has: page.locator('summary', { hasText: new RegExp(`^${title}$`) }) });

/** Opens it, or closes it again. */
export const unfold = (page, title, panel) => fold(page, title, panel).locator('summary').click();

/** Opens all there are; says how many. */
export async function unfoldAll(page) {
  const folds = await page.locator('details.fold').all();
  for (const each of folds) {
    if (!await each.evaluate(({ open }) => open)) await each.locator('summary').click();
  }
  return folds.length;
}

/**
 * What is told under a title: `name | value | meaning | source` of each line, two spaces for every level it stands
 * inside another, and without what is empty at the end. The ways from there, to the place and to a lesson, are left out.
 */
export const lines = (page, title) => fold(page, title).locator('dl.facts > div').evaluateAll(rows => rows.map(row => {
  const source = row.querySelector('.source').cloneNode(true);
  for (const way of source.querySelectorAll('button, a')) way.remove();
  const told = [row.querySelector('dt'), row.querySelector('code'), row.querySelector('p'), source].map(part => part.textContent.trim());
  const depth = Number(row.style.getPropertyValue('--depth'));
  return '  '.repeat(depth) + told.join(' | ').replace(/( \| )+$/, '');
}));

/** The first line of a name. */
export const line = (page, title, name) => fold(page, title).locator('dl.facts > div')
  .filter({ has: page.locator('dt').getByText(name, { exact: true }) }).first();
