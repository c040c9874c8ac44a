import './define-records.js';
import type { PayexUsageRecords } from '../../src/elements/payex-usage-records.js';
import type { PayexUsageEventMap } from '../../src/events.js';
import { parseDecimal, type Decimal } from '../../src/model/decimal.js';
import { parseTime } from '../../src/model/time.js';
import { usageRecord, type UsageRecord } from '../../src/model/usage-record.js';
import { UsageTable } from '../../src/model/usage-table.js';

export interface RigOptions {
  /** Width of the place that the element stands in, CSS pixels. */
  readonly width?: number;
  readonly records?: readonly Partial<UsageRecord>[];
  readonly set?: Partial<PayexUsageRecords>;
}

type RecordsEvent = 'payexselect' | 'payexaction' | 'payexaudit' | 'payexviewchange';
const EVENTS: readonly RecordsEvent[] = [
  'payexselect',
  'payexaction',
  'payexaudit',
  'payexviewchange',
];

/** `<payex-usage-records>` on a page, asked for what a person sees. */
export class RecordsRig {
  static readonly #open = new Set<RecordsRig>();

  readonly place = document.createElement('div');
  readonly element = document.createElement('payex-usage-records') as PayexUsageRecords;
  readonly events: { type: RecordsEvent; detail: unknown }[] = [];

  static async create({
    width = 1000,
    records = [],
    set = {},
  }: RigOptions = {}): Promise<RecordsRig> {
    const rig = new RecordsRig();
    RecordsRig.#open.add(rig);
    rig.place.style.width = `${width}px`;
    rig.element.locale = 'en';
    rig.element.records = tableOf(records);
    Object.assign(rig.element, set);
    for (const type of EVENTS) {
      rig.element.addEventListener(type, (event) => {
        rig.events.push({ type, detail: (event as CustomEvent<unknown>).detail });
      });
    }
    rig.place.append(rig.element);
    document.body.append(rig.place);
    await rig.rest();
    return rig;
  }

  static removeAll(): void {
    for (const rig of RecordsRig.#open) rig.place.remove();
    RecordsRig.#open.clear();
  }

  /** Updates are made, sizes told and frames drawn. */
  async rest(): Promise<void> {
    await this.element.updateComplete;
    await nextFrame();
    await nextFrame();
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get grid(): HTMLElement {
    return this.get('[part="grid"]');
  }

  get<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  /** Row elements that show something, in the order in which they are seen. */
  get rows(): HTMLElement[] {
    const rows = [...this.root.querySelectorAll<HTMLElement>('.body [role="row"]')];
    return rows.filter((row) => !row.hidden).sort((a, b) => rowIndex(a) - rowIndex(b));
  }

  get lastRow(): HTMLElement {
    return this.rows.at(-1) as HTMLElement;
  }

  /** Texts of one column from the top. */
  column(name: string): string[] {
    return this.rows.map((row) => row.querySelector(`.${name}`)?.textContent ?? '');
  }

  get status(): string {
    return words(this.get('[part="status"]'));
  }

  get announced(): string {
    return words(this.get('[role="status"]'));
  }

  get detail(): HTMLElement | null {
    return this.root.querySelector('[part="detail"]');
  }

  /** Label → value of the open record. */
  get fields(): Record<string, string> {
    const pairs = [...this.root.querySelectorAll('dl > div')].map((pair) => [
      words(pair.querySelector('dt')),
      words(pair.querySelector('dd')),
    ]);
    return Object.fromEntries(pairs) as Record<string, string>;
  }

  button(text: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find(
      (button) => !button.hidden && words(button).startsWith(text),
    );
    if (!found) throw new Error(`no button reads ${text}`);
    return found;
  }

  async press(key: string, target: HTMLElement = this.grid): Promise<void> {
    const event = new KeyboardEvent('keydown', {
      key,
      shiftKey: /^[A-Z]$/.test(key),
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    await this.rest();
  }

  async scrollTo(top: number): Promise<void> {
    this.grid.scrollTop = top;
    await this.rest();
  }

  /** Types, and waits until the rows follow. */
  async search(text: string): Promise<void> {
    const field = this.get<HTMLInputElement>('.search');
    field.value = text;
    const changed = new Promise((resolve) =>
      this.element.addEventListener('payexviewchange', resolve, { once: true }),
    );
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await changed;
    await this.rest();
  }

  async choose(selector: string, value: string): Promise<void> {
    const field = this.get<HTMLInputElement | HTMLSelectElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.rest();
  }

  async open(index: number): Promise<void> {
    this.rows[index]?.click();
    await this.rest();
  }

  heard<Type extends RecordsEvent>(type: Type): PayexUsageEventMap[Type]['detail'][] {
    const details = this.events.filter((event) => event.type === type).map(({ detail }) => detail);
    return details as PayexUsageEventMap[Type]['detail'][];
  }
}

/** As many records as wanted, a minute apart; record i is the i-th from the newest. */
export function manyRecords(
  count: number,
  parts: (i: number) => Partial<UsageRecord> = () => ({}),
): Partial<UsageRecord>[] {
  const newest = Date.UTC(2026, 2, 31, 12);
  return Array.from({ length: count }, (_, i) => ({
    recordId: `r${i}`,
    subscriptionNo: '46701234567',
    startTime: { wall: newest - i * 60_000, precision: 'minute' as const, instant: null },
    usageType: 'VOICE',
    otherParty: `+467081${String(i % 100_000).padStart(5, '0')}`,
    destination: `Place ${i}`,
    volume: decimal(String(i)),
    unit: 'S',
    amount: decimal(`${i}.50`),
    currency: 'SEK',
    vat: 'excluded' as const,
    ...parts(i),
  }));
}

export function tableOf(records: readonly Partial<UsageRecord>[]): UsageTable {
  const table = UsageTable.create();
  table.append(records.map(usageRecord));
  return table;
}

export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is no decimal`);
  return value;
}

export function time(text: string): UsageRecord['startTime'] {
  return parseTime(text, 'Europe/Stockholm');
}

/** Position in the whole table of a drawn row, the header being 1. */
export function rowIndex(row: HTMLElement): number {
  return Number(row.getAttribute('aria-rowindex'));
}

/** The text as it is read: blanks of one kind, none at the ends. */
export function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
