/** The body of an answer, read while it arrives: its rows one by one, all else as it is. */
import { CUT, JsonReader } from './json-reader.js';
import { BYTE_ORDER_MARK, LIST, OBJECT } from './json-values.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Takes the rows of an answer as they come. */
export interface RowSink {
  /** Takes the value that is next, which may throw CUT: then nothing has happened, and it comes again. */
  take(json: JsonReader): void;
  /** The rows so far may be looked at. */
  tell?: () => void;
}

/** Where in the body the next step is. */
const START = 0;
const MEMBERS = 1;
const ROWS = 2;
const END = 3;

const BLANK = new TextEncoder().encode(' ');

/** How much longer what is cut must have become before it is tried again: else a long value is read for ever. */
const GROWTH = 1.5;

/** Reads one body. */
export class ListReader {
  readonly #json = new JsonReader();
  readonly #members: [string, unknown][] = [];
  readonly #sink: RowSink | undefined;
  #state = START;
  /** Whether nothing of the object or list is read yet. */
  #isFirst = true;
  #count = 0;
  #wanted = 0;
  #fault: Error | undefined;

  /** @param sink takes the members of `items`; without one they are a list like any other */
  constructor(sink?: RowSink) {
    this.#sink = sink;
  }

  /** How many rows there were. */
  get count(): number {
    return this.#count;
  }

  /** Whether there was nothing but white space. */
  get isBlank(): boolean {
    const json = this.#json;
    return this.#state === START && !json.peek() && json.at === json.end;
  }

  /** Reads as far as there are whole values; what is wrong with them is told at the end. */
  push(bytes: Uint8Array): void {
    const json = this.#json;
    if (this.#fault) return;
    json.append(bytes);
    if (json.end < this.#wanted) return;
    let mark = 0;
    try {
      for (;;) {
        mark = json.at;
        this.#step(json);
      }
    } catch (reason) {
      if (reason !== CUT) this.#fault = reason as Error;
    }
    json.at = mark;
    this.#wanted = (json.end - mark) * GROWTH;
    this.#sink?.tell?.();
  }

  /**
   * The whole body without its rows: in the place of `items` there is an empty list.
   *
   * @throws SyntaxError for malformed JSON, RangeError for JSON that is none of ours: it nests too
   *   deep, or is no object
   */
  end(): JsonObject {
    this.#wanted = 0;
    this.push(BLANK);
    if (this.#fault) throw this.#fault;
    if (this.#state !== END) throw CUT;
    // Own members, `__proto__` as well.
    return Object.fromEntries(this.#members);
  }

  /** Takes the next thing that is whole; what comes first may throw CUT, what comes after has an effect. */
  #step(json: JsonReader): void {
    const isFirst = this.#isFirst;
    json.begin();
    if (this.#state === START) {
      json.takes(BYTE_ORDER_MARK);
      if (json.peek() !== OBJECT[0]) {
        json.value();
        throw new RangeError();
      }
      json.at++;
      this.#state = MEMBERS;
    } else if (this.#state === MEMBERS) {
      if (!json.hasMore(isFirst, OBJECT[1])) {
        this.#state = END;
        return;
      }
      const name = json.name();
      json.colon();
      const isRows = name === 'items' && json.peek() === LIST[0] && this.#sink;
      if (isRows) {
        // Rows cannot be taken back: two lists of them are no list.
        if (this.#count) throw new SyntaxError();
        json.at++;
        this.#state = ROWS;
      }
      this.#members.push([name, isRows ? [] : json.value()]);
      this.#isFirst = !!isRows;
    } else if (this.#state === ROWS) {
      if (json.hasMore(isFirst, LIST[1])) {
        this.#sink?.take(json);
        this.#count++;
      } else this.#state = MEMBERS;
      this.#isFirst = false;
    } else {
      // Nothing but white space may follow, and there may always be more of it.
      throw json.peek() || json.at < json.end ? new SyntaxError() : CUT;
    }
  }
}
