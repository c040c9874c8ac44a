import { flagSteps } from '../model/flag-steps.js';
import type { TableFlags } from '../model/flags.js';
import type { Steps } from '../model/steps.js';
import type { UsageTable } from '../model/usage-table.js';
import type { UsageTypeMap } from '../model/usage-type.js';
import { isSame } from './same.js';
import type { SliceController } from './slices.js';

/** Rows are painted before anyone looks at what is odd about them; milliseconds. */
const AFTER_ROWS = 100;
/** While a table grows its next rows are waited for: to flag each state of it would slow its loading. */
const AFTER_GROWTH = 3000;

/** What flags are worked out of. */
interface FlagSource {
  readonly table: UsageTable;
  /** Of the table. */
  readonly version: number;
  readonly usageTypes: UsageTypeMap | undefined;
}

/** Works out the flags of a table beside it, begun anew when it is another one or has grown. */
export class FlagsController {
  readonly #slices: SliceController;
  readonly #came: () => void;
  /** What the flags are, or are being, worked out of. */
  #source: readonly unknown[] = [];
  #work: Steps<void> | null = null;
  #table: UsageTable | null = null;
  #flags: TableFlags | null = null;
  /** Somebody waits for them. */
  #isUrgent = false;

  /**
   * @param slices those of the rows: work on these ends that on flags, which goes on after it.
   * @param came called when there are other flags.
   */
  constructor(slices: SliceController, came: () => void) {
    this.#slices = slices;
    this.#came = came;
  }

  /** The flags of a table; those of fewer rows while it grows, null until the first have come. */
  of(table: UsageTable): TableFlags | null {
    return table === this.#table ? this.#flags : null;
  }

  /** Whether the flags of these rows are still to come: they are hurried then, and told of as always. */
  isDue({ table, version }: FlagSource): boolean {
    const [ofTable, ofVersion] = this.#source;
    this.#isUrgent = this.#work !== null || table !== ofTable || version !== ofVersion;
    return this.#isUrgent;
  }

  /**
   * To be called whenever rows have been drawn.
   *
   * @param others other usage at hand.
   * @param busy the table grows.
   */
  follow(source: FlagSource, others: readonly UsageTable[], busy: boolean): void {
    const { table, version, usageTypes } = source;
    const wanted = [table, version, usageTypes, ...others];
    if (!isSame(wanted, this.#source)) {
      this.#source = wanted;
      if (table !== this.#table) this.#flags = null;
      this.#table = table;
      this.#work = this.#steps(source, others);
    }
    if (!this.#work) return;
    if (this.#isUrgent) this.#slices.startLater(this.#work);
    else this.#slices.startIdle(this.#work, busy ? AFTER_GROWTH : AFTER_ROWS);
  }

  *#steps({ table, version, usageTypes }: FlagSource, others: readonly UsageTable[]): Steps<void> {
    const flags = yield* flagSteps(table, others, usageTypes);
    this.#work = null;
    this.#isUrgent = false;
    // What came between two steps may have moved what was being compared: it is flagged once it is drawn.
    if (table.version !== version) return;
    this.#flags = flags;
    this.#came();
  }
}
