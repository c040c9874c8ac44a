import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { type Heard, witnessOf } from './strict-pages.js';

/** Someone at a page of {@link StrictPages} who has a keyboard and no mouse, and what the CRM around it heard. */
export class Agent {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tab until something has the focus: the way there is a part of the job. */
  async tabTo(place: Locator, steps = 60): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      await this.page.keyboard.press('Tab');
      if (await place.evaluate((element) => element.matches(':focus'))) return;
    }
    assert.fail(`${String(place)} is not reached by Tab`);
  }

  /** The leading sum is this one, and whole. */
  async seeTotal(amount: string): Promise<void> {
    const total = this.page.locator('[part=total]');
    await total.filter({ hasText: amount, hasNotText: 'hittills' }).waitFor();
  }

  /** Of all events of a name, oldest first. */
  async heard(type: string): Promise<Heard['detail'][]> {
    const { events } = await witnessOf(this.page);
    return events.filter((event) => event.type === type).map(({ detail }) => detail);
  }

  /** Of the newest event of a name, what is asked for. */
  async last(type: string, ...names: string[]): Promise<unknown[]> {
    return some((await this.heard(type)).at(-1), ...names);
  }

  /** Nothing has gone wrong, and no number called has left the element in full. */
  async assertClean(called: RegExp): Promise<void> {
    const { violations, events } = await witnessOf(this.page);
    assert.deepEqual(violations, []);
    assert.deepEqual(
      events.filter(({ type }) => type === 'payexerror'),
      [],
    );
    assert.doesNotMatch(JSON.stringify(events), called);
  }
}

/** Members of an object, in the order of their names. */
export function some(object: unknown, ...names: string[]): unknown[] {
  return names.map((name) => (object as Record<string, unknown> | undefined)?.[name]);
}
