/** How things are measured, as the results page tells it. */
import type { Plan } from './plan.js';

const n = new Intl.NumberFormat('en');

export function methodOf({ stored, read, answer }: Plan): string[] {
  return [
    '**Records.** Generated, the same in every run: twelve fields, eight usage types, 200 subscriptions, ' +
      '20 destinations, a quarter of a million called numbers, 5 % without an amount. The peers get them as ' +
      'objects whose repeated texts are shared, the limit as typed columns, ours through `UsageTable.append()`. ' +
      'Making the data is not part of any figure of the tables.',
    '**Picture.** Every contestant shows the same seven columns in a host of 1,100 × 576 px with rows of 36 px, ' +
      'in a window of 1,200 × 800. Ours is the real `<payex-usage-records>` from `dist/payex-usage.js` through ' +
      'its public interface, with its toolbar, totals, accessibility tree and Swedish formats; it sorts by time ' +
      'when it is mounted, the others show the records as they come. Once its script is loaded it has the browser make ' +
      'its first number, date and comparison by locale while the page is idle, which no figure of a table holds; its ' +
      'calendars and the list of types follow two frames after the first rows. The limit is the least that shows the same ' +
      'rows: typed columns, an index array, a window of plain elements.',
    '**Clock.** From the call to the end of the frame that paints the right record: in each frame the row under ' +
      'a point is looked up, and its number, amount and destination are compared with those of the expected ' +
      'record. A contestant that does not show it within 40 s has failed in that step; a step that fails twice running, in a fresh ' +
      'browser each, is not quoted at all.',
    '**Scroll.** 120 frames, 90 px each, from the middle; a frame is blank when no filled row is at the leading ' +
      'edge in the moment of scrolling, before a listener can mend it. Jump is the median of ten places; the ' +
      'peers jump by their own method; ours, which has none, and regular-table, whose method misses its row at a ' +
      'million, by their scroll bars. A row must show the record of the index that it states there.',
    '**Sort and filter.** By amount, largest first; then the text "norge". The peers search what they recommend: ' +
      'AG Grid its quick filter over four columns, the others a predicate of the page over the same four. ' +
      'Ours also adds up the exact total of what it found.',
    '**Peers.** The newest stable versions with their recommended settings, built by Vite for production: AG Grid ' +
      'and Tabulator with the modules in use only, AG Grid without animations, row ids and the cache of its filter, which make one sort or filter slower, Vaadin Grid on a data provider ' +
      'over a sorted array, regular-table and TanStack on an array that the page sorts. Bytes are of one file ' +
      'with everything in it; ours holds the API client, both elements and five languages as well.',
    '**Memory.** JavaScript heap and array buffers after two forced collections; "heap" is what mounting adds to ' +
      `the data, divided by the records. The stores are weighed at ${n.format(stored)} records.`,
    `**Data alone.** On a page under \`script-src 'self'; style-src 'none'\` with Trusted Types. ${n.format(read)} ` +
      'records in answers of 3,000 are read by `client.details()` from bytes in memory into a table each; the time is ' +
      'compared with JSON.parse of the same answers as texts, in the first pass (cold) and as the median of five more (warm). ' +
      'Ours parses, validates and appends in one pass, so a goal of 0.8 for the last two is 1.8 for all three. Grouping is ' +
      'by `groupRows()` over subscription and type, compared to the öre with nested maps of whole öre over objects. ' +
      `The long answer has ${n.format(answer)} records; \`<payex-usage>\` shows the list of one subscription, and the clock runs from the ` +
      'click that opens it to painted rows.',
    '**First paint.** The element stands in the page before its script does and waits for its first answer: from the ' +
      'start of the script to the painted header and skeleton, and from the first answer, which is held back until ' +
      'then, to the painted rows of twenty subscriptions.',
    '**Fairness.** A fresh browser for every sample, contestants shuffled within a round, a collection before ' +
      'each step, `--disable-frame-rate-limit` and a node that always changes, so that a frame takes what it costs. ' +
      'Long tasks are told by the browser from 50 ms on; 0 stands for none.',
  ];
}
