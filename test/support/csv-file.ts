import { parse } from 'csv-parse/browser/esm/sync';
import { until } from './until.js';

/** Files as they leave the page, and what a spreadsheet reads in them. */

/** Reads a file with a library that knows nothing of what wrote it; the lines of its head are of other lengths. */
function readCsv(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, relaxColumnCount: true });
}

/** A file that was offered to the browser. */
export interface OfferedFile {
  readonly name: string;
  readonly blob: Blob;
  /** Its address was taken back. */
  revoked: boolean;
}

/** A file, its head and its records by heading. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  /** The lines above the empty one. */
  readonly head: readonly (readonly string[])[];
  readonly headings: readonly string[];
  readonly records: readonly Readonly<Record<string, string>>[];
}

/** Takes what would be saved, until it is released. */
export class OfferedFiles {
  readonly files: OfferedFile[] = [];
  readonly #real = {
    createObjectURL: URL.createObjectURL.bind(URL),
    revokeObjectURL: URL.revokeObjectURL.bind(URL),
    click: HTMLAnchorElement.prototype.click,
  };

  constructor() {
    const { files } = this;
    const blobs = new Map<string, Blob>();
    const offered = new Map<string, OfferedFile>();
    URL.createObjectURL = (blob: Blob) => {
      const url = `blob:test/${blobs.size}`;
      blobs.set(url, blob);
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      const file = offered.get(url);
      if (file) file.revoked = true;
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      const blob = blobs.get(this.href);
      if (!blob) throw new Error(`nothing is at ${this.href}`);
      const file = { name: this.download, blob, revoked: false };
      offered.set(this.href, file);
      files.push(file);
    };
  }

  release(): void {
    const { click, ...url } = this.#real;
    Object.assign(URL, url);
    HTMLAnchorElement.prototype.click = click;
  }

  /** Waits for a file; the last of them all when there are several. */
  async next(count = 1): Promise<OfferedFile> {
    await until(() => this.files.length >= count, `${count} files were not offered`);
    return this.files[count - 1]!;
  }

  async read(separator: string, count = 1): Promise<ReadFile> {
    const { blob } = await this.next(count);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const rows = readCsv(new TextDecoder().decode(bytes), separator);
    const gap = rows.findIndex((row) => row.join('') === '');
    const headings = rows[gap + 1] ?? [];
    const records = rows
      .slice(gap + 2)
      .map((row) => Object.fromEntries(headings.map((heading, n) => [heading, row[n] ?? ''])));
    return { bytes, head: rows.slice(0, gap), headings, records };
  }
}
