import type { Localizer } from '../../i18n/index.js';
import type { PlacesController } from '../../controllers/places.js';
import type { SessionController } from '../../controllers/session.js';
import type { Settings } from '../../controllers/settings.js';
import type { Scope } from '../../api/index.js';
import type { Explanation, Place, PlainRecord, RecordsViewState } from '../../events.js';
import type { Driver } from '../../model/compare.js';
import type { Itemising } from '../itemising.js';
import type { FrameFacts } from './facts.js';

/** What the facts are worked out from. */
export interface FrameSource {
  readonly localizer: Localizer;
  readonly settings: Settings;
  readonly session: SessionController;
  readonly places: PlacesController;
}

/** So many subscriptions are drawn at once, and then so many more at a time. */
export const FIRST_ROWS = 60;

/** Where the focus goes when it is records that the agent has asked for. */
export const RECORDS = 'payex-usage-records';

/** What the agent has done to the frame that is no place to come back to. */
export interface Look {
  /** The number of an invoice is typed, in place of which member of the place one of the list is open. */
  readonly typing: 'invoiceNo' | 'compareWith' | null;
  /** What was said last of an act of the agent, such as "Copied". */
  readonly said: string;
  /** The text that was copied last, if that is what was said. */
  readonly copied: string;
  /** Subscriptions stand by amount, not in the order of the answer. */
  readonly byAmount: boolean;
  /** What of the timeline is unfolded. */
  readonly byDay?: boolean;
  readonly callsByHour?: boolean;
  /** The subscription whose row the keyboard is at. */
  readonly at?: string | undefined;
  /** How many of them are drawn; more once the last of these come near the screen. */
  readonly rows: number;
  /** The comparison or search from which the agent looks at records, and which of its rows led there, from 1. */
  readonly from: { readonly place: Place; readonly row: number } | null;
}

/** What the agent can do in the frame. */
export interface FrameActs {
  /**
   * The focus goes to what the selector finds there.
   *
   * @returns whether it is another place now: the host may keep the view
   */
  go(place: Place, focus?: string): boolean | undefined;
  back(): void;
  open(subscriptionNo: string): void;
  /**
   * Goes to the records of a subscription, as they are to be looked at, since this one was chosen in a row of
   * what was found.
   */
  openRecord(place: Place, records: RecordsViewState, record: PlainRecord, row: number): void;
  /** Draws the frame so from now on; the focus goes to what the selector finds. */
  look(change: Partial<Look>, focus?: string): void;
  chooseType(usageType: string, chosen: boolean): void;
  /** @param count how many of the customer's records or figures that are, for the audit. */
  copy(text: string, count?: number): Promise<void>;
  /** Opens the records behind a part of a comparison, on one of its sides; the part stands in this row. */
  openBehind(driver: Driver, side: Scope, row: number): void;
  /** Hands an explanation to a host action, else to the clipboard. */
  share(explanation: Explanation, action?: string): void;
}

/** What the templates of `<payex-usage>` are drawn from. Made anew for each render, never kept. */
export interface UsageFrame extends FrameSource, FrameFacts, Look, FrameActs {
  /** The element's own settings that only its templates read. */
  readonly host: {
    readonly selection: string;
    readonly theme: string;
    readonly density: string;
    readonly itemising: Itemising;
    reload(): void;
    dispatchEvent(event: Event): boolean;
  };
  /** Such a row is drawn again once it comes near the screen. */
  isOutOfSight(row: number, subscriptionNo: string): boolean;
  /** Seconds to the next automatic retry, while one is waited for. */
  readonly retrySeconds: number | null;
  /** Heading level of the title. */
  readonly level: number;
}
