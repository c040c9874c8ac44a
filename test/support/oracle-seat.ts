import { expect } from '@open-wc/testing';
import { Dice } from './oracle-dice.js';
import { OracleServer } from './oracle-server.js';
import type { WireCustomer } from './oracle-wire.js';
import { plain } from './oracle-words.js';
import { mountUsage, type UsageRig } from './usage-rig.js';

/** What a host says of a customer. */
export function hostSays(rig: { element: UsageRig['element'] }, customer: WireCustomer): void {
  const { customerNo, invoices, settings } = customer;
  Object.assign(rig.element, {
    customerNo,
    invoices: [...invoices],
    currency: settings.currency ?? undefined,
    vatBasis: settings.vatBasis ?? undefined,
  });
}

const aWhile = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** An agent in front of `<payex-usage>`, who reads what it shows. */
export class Seat {
  readonly rig: UsageRig;
  readonly server: OracleServer;

  constructor(rig: UsageRig, server: OracleServer) {
    this.rig = rig;
    this.server = server;
  }

  static async take(
    customers: readonly [WireCustomer, ...WireCustomer[]],
    place: Record<string, unknown>,
    seed = 0,
  ): Promise<Seat> {
    const server = new OracleServer(customers, new Dice(seed));
    const rig = await mountUsage({}, (element) => {
      element.fetcher = server.fetcher;
      hostSays({ element }, customers[0]);
      element.style.setProperty('--payex-usage-records-height', '4000px');
      Object.assign(element, place);
    });
    return new Seat(rig, server);
  }

  /** Everything has come, and stands on the screen. */
  async still(): Promise<void> {
    let before = '';
    for (let turn = 0, same = 0; same < 2; turn += 1) {
      expect(turn, 'comes to rest').to.be.below(300);
      await aWhile(20);
      // A page that is not in front may wait long for its frames.
      await Promise.race([aWhile(40), new Promise((resolve) => requestAnimationFrame(resolve))]);
      const { text } = this.rig;
      const now = `${this.server.count} ${this.rig.events.length} ${text}`;
      // What was given up is not on its way.
      const isGathering = this.rig.find('.gathering .progress') && !text.includes('Continue');
      const isComing = isGathering || text.endsWith('Loading…');
      const isBusy = this.server.open > 0 || isComing || this.rig.find('[aria-busy=true]');
      same = isBusy || now !== before ? 0 : same + 1;
      before = now;
    }
  }

  /** Each element that matches, as it is read. */
  texts(selector: string): string[] {
    return this.rig.all(selector).map((element) => plain(readable(element)));
  }

  one(selector: string): string {
    return this.texts(selector)[0] ?? '';
  }

  async press(name: string): Promise<void> {
    this.rig.button(name).click();
    await this.still();
  }

  async choose(selector: string, value: string): Promise<void> {
    const field = this.rig.find<HTMLInputElement | HTMLSelectElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    // What can be chosen comes after the rows.
    const isThere = (): boolean =>
      !('options' in field) || [...field.options].some((option) => option.value === value);
    for (let turn = 0; turn < 100 && !isThere(); turn += 1) await aWhile(20);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.still();
  }

  leave(): void {
    this.rig.element.remove();
  }
}

/** Line breaks are blanks. */
function readable(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLBRElement) return ' ';
  return [...node.childNodes].map(readable).join('');
}
