import { figuresOf } from '../../controllers/overview-model.js';
import type { CsvCell } from '../../model/csv.js';
import { headed, type Itemised, moneyCells } from '../itemised.js';
import { gapWords, subscriptionCount, typeWords } from '../words.js';
import type { UsageFrame } from './frame.js';

/** The subscriptions of the overview in their order, a line for each usage type, currency and VAT basis. */
export function itemisedOverview(frame: UsageFrame): Itemised | null {
  const { localizer, settings, session, overview, period, asOf, busy } = frame;
  if (!overview) return null;
  const { totals, subscriptions, ids } = session;
  const lines = overview.order(frame.byAmount).flatMap((place): CsvCell[][] => {
    const { subscriptionNo = '' } = subscriptions.value?.items[place] ?? {};
    // A host may hand over what is no text.
    const who = [subscriptionNo, [settings.labels[subscriptionNo]].join()];
    const answer = totals[place]?.value ?? null;
    if (!answer) return [[...who, null, null, null, null, localizer.text('gapAnswers')]];
    const { types } = figuresOf(answer, settings.usageTypes);
    if (types.length === 0) return [who];
    return types.flatMap(({ type, description, total }) => {
      const name = typeWords(localizer, type, description);
      const gaps = gapWords(localizer, total.gaps);
      return total.sums.length > 0
        ? total.sums.map((sum) => [...who, name, ...moneyCells(localizer, sum), gaps])
        : [[...who, name, null, null, null, gaps]];
    });
  });
  const amount = localizer.text('amount');
  return {
    ...headed(localizer, {
      title: localizer.text('title'),
      ids,
      asOf: asOf ?? NaN,
      timeZone: settings.timeZone,
      total: overview.total,
      isPart: busy,
      facts: [
        ...(period ? [[period]] : []),
        [subscriptionCount(localizer, overview.done, overview.count)],
      ],
    }),
    columns: [
      ['', localizer.text('subscriptions')],
      ['', localizer.text('description')],
      ['', localizer.text('usageType')],
      ['amount', amount],
      ['', localizer.text('currency')],
      ['', `${amount}, ${localizer.text('vatAmount')}`],
      // Over nothing at all it would read as if something was.
      ['', overview.total.complete ? '' : localizer.text('incomplete')],
    ],
    count: lines.length,
    line: (index) => lines[index] ?? [],
  };
}
