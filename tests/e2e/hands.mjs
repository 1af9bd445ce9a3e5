// How somebody uses the page: by mouse, or by keyboard alone. Both hands can do the same things.
import { expect } from './page.mjs';

/** As far as anything on a page of the lessons may be away, in presses of Tab. */
const FAR = 60;

/** As many pixels as a slider is pulled to and fro until it stands where it is wanted. */
const NEAR = 40;

/** Points and clicks, and types into what was clicked. */
export class Mouse {
  constructor(page) {
    this.page = page;
  }

  async press(target) {
    await target.click();
  }

  /** Chooses from a group of radio buttons by what stands beside the button. */
  async choose(group, option) {
    await group.locator('label').filter({ has: this.page.getByText(option, { exact: true }) }).click();
  }

  async write(box, text) {
    await box.click();
    await box.fill(text);
  }

  /** Drags the thumb, and looks at the value meanwhile. */
  async slide(slider, value) {
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    const { mouse } = this.page;
    const { min, max, now } = await range(slider);
    const place = at => x + 8 + (width - 16) * (at - min) / (max - min);
    const middle = y + height / 2;
    await mouse.move(place(now), middle);
    await mouse.down();
    await mouse.move(place(value), middle, { steps: 2 });
    for (let pulled = 1; pulled < NEAR && (await range(slider)).now !== value; pulled++) {
      await mouse.move(place(value) + (pulled % 2 ? pulled : -pulled) / 2, middle);
    }
    await mouse.up();
  }
}

/** Never touches the mouse: goes everywhere by Tab, and sees at any time where it is. */
export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  async press(target) {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  /** Goes to the group, and through it by arrow keys. The first that nobody chose yet takes the space bar. */
  async choose(group, option) {
    const radios = group.getByRole('radio');
    const wanted = group.getByRole('radio', { name: option, exact: true });
    await this.reach(radios);
    for (let tries = await radios.count(); tries > 0 && !(await hasFocus(wanted)); tries--) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Space');
    await expectShownFocus(wanted);
  }

  async write(box, text) {
    await this.reach(box);
    await this.page.keyboard.press('ControlOrMeta+a');
    if (text.length > 100) await this.page.keyboard.insertText(text);
    else await this.page.keyboard.type(text);
  }

  /** From the nearer end, step by step. */
  async slide(slider, value) {
    await this.reach(slider);
    const { min, max, now } = await range(slider);
    const ways = [['', now], ['Home', min], ['End', max]];
    const [start, from] = ways.sort((a, b) => Math.abs(a[1] - value) - Math.abs(b[1] - value))[0];
    if (start) await this.page.keyboard.press(start);
    const key = value > from ? 'ArrowRight' : 'ArrowLeft';
    for (let steps = Math.abs(value - from); steps > 0; steps--) await this.page.keyboard.press(key);
  }

  /** Goes by Tab to one of the elements that a locator names, on or back. */
  async reach(targets) {
    const way = await targets.first().evaluate(target => {
      const from = document.activeElement;
      if (from === document.body) return 'lost';
      return from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab';
    });
    expect(way, 'the focus is somewhere').not.toBe('lost');
    for (let presses = 0; !(await hasFocus(targets)); presses++) {
      expect(presses, 'presses of Tab').toBeLessThan(FAR);
      await this.page.keyboard.press(way);
    }
    await expectShownFocus(targets);
  }
}

const hasFocus = targets => targets.evaluateAll(targets => targets.includes(document.activeElement));

/** What has the focus is one of these, is on the screen, and can be told from what has not. */
async function expectShownFocus(targets) {
  const troubles = await targets.evaluateAll(targets => {
    const held = document.activeElement;
    if (!targets.includes(held)) return ['the focus is elsewhere'];
    const { top, bottom } = held.getBoundingClientRect();
    const outlined = [held, held.parentElement, held.nextElementSibling].some(element => {
      const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : {};
      return outlineStyle && outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
    return [
      !held.matches(':focus-visible') && 'the focus is not to be shown',
      !outlined && 'nothing is outlined',
      (bottom <= 0 || top >= innerHeight) && 'the focus is off the screen',
    ].filter(Boolean);
  });
  expect(troubles).toEqual([]);
}

const range = slider => slider.evaluate(({ min, max, value }) => ({ min: +min, max: +max, now: +value }));
