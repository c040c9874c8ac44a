/**
 * Why a goal is not reached and what was tried: told beside it for as long as it is missed, by its name in
 * `goals.ts`. Figures are of single runs on the same two cores.
 */
import { SCRIPT_GOAL } from './goals.js';

const ROWS =
  'A row here also has a role, an id, an index for screen readers, a selection, a mark and texts that are cut with ' +
  'an ellipsis. Tried: rows written by hand in place of templates (1.50 → 1.17), labels and signs of a language kept, ' +
  'no question to the layout while scrolling; left: the ellipsis (about a third of the layout of a row, and how one ' +
  'sees that a text goes on) and the sticky head.';
const READING =
  'To be exact and strict, digits are never taken as doubles, any of many names of a field is understood, and one bad ' +
  'row does not cost the others. Tried: zod (1.1 to 2.7 on top of JSON.parse), batches for JSON.parse (still makes every object), ' +
  'bytes read straight into columns (what is there: 8.1 → 3.6), hashes made while reading (3.5 %), names compared by ' +
  'four bytes (3.5 %), texts made four characters at a time (slower). No function holds more than a tenth of the time.';

export const REASONS: Readonly<Record<string, string>> = {
  [SCRIPT_GOAL]:
    'It was 39,793 with sorting and filtering in slices. The reader of bytes, all records as one table, groups and growing ' +
    'answers weigh 7,000; what answers "why is my bill so high?", for which 50,000 in all were wanted, weighs 25,000. Taking out ' +
    'what is not needed won 2,000 in four rounds. See docs/decisions/0007-bytes.md.',
  'mount ÷ limit':
    'The limit has no head, toolbar, total, theme or language. Tried: rows drawn within the first update, totals kept ' +
    'while records are appended, calendars and list of types two frames later, formats by locale in idle time (in all ' +
    'a half to a third of before). Left: layout of toolbar and head (6 to 9 ms), templates that run for the first time (8 to 10), first rows (8 to 10).',
  'mount ÷ best peer': 'The peer has no toolbar, total, format by locale or order of its own.',
  'jump ÷ limit': ROWS,
  'scroll p95 ÷ limit': 'In two runs ours was 6.5 and 6.7 ms, the limit 6.1 and 4.2. ' + ROWS,
  'bytes to table ÷ JSON.parse, warm': READING,
  'bytes to table ÷ JSON.parse, cold': READING,
  'long answer: first rows ÷ fetch().json()':
    'What is left is the click, the page of the subscription, the table of records in it for the first time (about 20 ms of ' +
    'templates and layout), two calls and a frame. Tried: pieces of 16 KB with a turn of the page after each of the first ' +
    'two, first rows drawn at once, no question for the time zone at each update. Days over the seam of invoices, flags and ' +
    'late records cost it nothing: the version before them, measured in turn with this one, took 83 ms, this one 73.',
  'long answer: total ÷ fetch().json()':
    'Reading is most of it, see bytes to table; the page also draws rows, total, types and days while they grow, ' +
    'twelve times in all (a tenth of the time). The version before days, flags and late records took 1.68 × as long as fetch().json() where ' +
    'this one took 1.79, measured in turn, five times each; single runs of either vary from 1.3 to 2.3.',
  'long answer: longest task':
    'No piece of reading takes more than 31 ms of work. Tried: days worked out in slices, no question to the layout with ' +
    'each draw (7 → 2.6 ms a draw).',
  'best peer ÷ sort':
    'The peers sort objects with one comparator, at its best when it is compiled once for one shape; ours puts in order, ' +
    'adds nothing up, and paints. Tried: digits of the keys of columns in place of comparisons (115 → 69), keys as codes (no copy of them), no look at what is ordered.',
  'group by subscription and type ÷ nested maps over objects':
    'Tried: one loop over the codes of both columns, no call in it, no look beyond the end of a column (0.45 → 0.13).',
  'filter ÷ limit':
    'Ours looks at four columns, gives way to input every 16 ms, adds up the exact total of what it found, and paints the rows in words.',
  'sort ÷ limit':
    'Ours gives way to input every 16 ms, sorts what has no amount last, and paints the rows in words.',
};
