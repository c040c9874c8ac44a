import { placeOf, type PlacesController } from '../../controllers/places.js';
import type { SessionController } from '../../controllers/session.js';
import { PayexActionEvent } from '../../events.js';
import { type FrameActs, RECORDS } from './frame.js';

/** What these acts need, other acts among it. */
interface Stage extends Pick<FrameActs, 'go' | 'copy' | 'look'> {
  readonly host: EventTarget;
  readonly session: SessionController;
  readonly places: PlacesController;
}

/** What the agent can do with a comparison. */
export function comparisonActs({
  host,
  session,
  places,
  go,
  copy,
  look,
}: Stage): Pick<FrameActs, 'openBehind' | 'share'> {
  return {
    openBehind({ usageType, subscriptionNo }, side, row) {
      const { place } = places;
      if (!go(placeOf(side, subscriptionNo), RECORDS)) return;
      if (usageType !== null) places.lookAt({ filter: { types: [usageType] } });
      look({ from: { place, row } });
    },
    share(explanation, action) {
      if (action === undefined) {
        void copy(explanation.text, explanation.drivers.length);
        return;
      }
      const asOf = session.comparing.current?.told?.asOf;
      host.dispatchEvent(
        new PayexActionEvent({
          ...session.ids,
          action,
          records: [],
          totals: [],
          asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
          explanation,
        }),
      );
    },
  };
}
