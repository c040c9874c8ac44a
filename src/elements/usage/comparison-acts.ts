import type { PlacesController } from '../../controllers/places.js';
import type { SessionController } from '../../controllers/session.js';
import { PayexActionEvent, PayexAuditEvent, type Place } from '../../events.js';
import type { FrameActs } from './frame.js';

/** What the agent can do with a comparison. */
export function comparisonActs(
  host: EventTarget,
  session: SessionController,
  places: PlacesController,
  acts: () => Omit<FrameActs, 'openBehind' | 'share'>,
): Pick<FrameActs, 'openBehind' | 'share'> {
  return {
    openBehind({ usageType, subscriptionNo }, side) {
      const { go, look } = acts();
      const from = places.place;
      const to: Place =
        side.kind === 'invoice'
          ? { view: 'billed', invoiceNo: side.invoiceNo, subscriptionNo }
          : { view: 'unbilled', subscriptionNo };
      if (!go(to, '.trail .heading')) return;
      if (usageType !== null) places.lookAt({ filter: { types: [usageType] } });
      look({ from });
    },
    share(explanation, action) {
      if (action === undefined) {
        const count = explanation.drivers.length;
        void acts()
          .copy(explanation.text)
          .then((isCopied) => {
            if (isCopied) host.dispatchEvent(new PayexAuditEvent({ action: 'copy', count }));
          });
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
