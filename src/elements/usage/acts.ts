import type { PlacesController } from '../../controllers/places.js';
import type { SessionController } from '../../controllers/session.js';
import { PayexAuditEvent, PayexSelectEvent } from '../../events.js';
import type { Localizer, TextKey } from '../../i18n/index.js';
import { selectEvent } from '../records/plain-record.js';
import { comparisonActs } from './comparison-acts.js';
import { FIRST_ROWS, type FrameActs, type Look, RECORDS } from './frame.js';

/** What the acts of an agent need of the element. */
export interface Stage {
  readonly host: EventTarget;
  readonly session: SessionController;
  readonly places: PlacesController;
  /** As they are by then. */
  look(): Look;
  localizer(): Localizer;
  /** Draws the frame so from now on; the focus goes to what the selector finds. */
  change(look: Partial<Look>, focus?: string | null): void;
}

/** What the agent can do in the frame. */
export function frameActs({ host, session, places, look, localizer, change }: Stage): FrameActs {
  const go: FrameActs['go'] = (place, focus) => {
    const gone = places.go(place);
    if (gone !== false) session.resume();
    change({ typing: null, said: '', rows: FIRST_ROWS, from: null }, (gone && focus) || null);
    return gone;
  };
  const copy: FrameActs['copy'] = async (text, count) => {
    let said: TextKey = 'copied';
    try {
      await navigator.clipboard.writeText(text);
      if (count !== undefined) {
        host.dispatchEvent(new PayexAuditEvent({ action: 'copy', count }));
      }
    } catch {
      // Refused; or a page without TLS, which has no clipboard.
      said = 'errorNotAvailable';
    }
    change({ said: localizer().text(said), copied: text });
  };
  return {
    ...comparisonActs({ host, session, places, go, copy, look: change }),
    go,
    copy,
    look: change,
    back() {
      const { view, invoiceNo, subscriptionNo = '' } = places.place;
      const { from } = look();
      const row = `tr[data-no="${CSS.escape(subscriptionNo)}"] button`;
      if (from) go(from.place, `.list tbody tr:nth-child(${from.row}) button`);
      else go({ view, invoiceNo }, subscriptionNo ? row : '.all');
    },
    open(subscriptionNo) {
      const { ids } = session;
      if (!go({ ...places.place, subscriptionNo }, '.trail .heading')) return;
      host.dispatchEvent(
        new PayexSelectEvent({ level: 'subscription', selected: true, ...ids, subscriptionNo }),
      );
    },
    openRecord(place, records, record, row) {
      const from = { place: places.place, row };
      if (!go(place, RECORDS)) return;
      places.lookAt(records);
      change({ from });
      host.dispatchEvent(selectEvent(session.ids, record, true));
    },
    chooseType(usageType, selected) {
      const { ids } = session;
      const { records } = places;
      const { types: _, ...others } = records.filter ?? {};
      const filter = selected ? { ...others, types: [usageType] } : others;
      places.lookAt({ ...records, filter });
      host.dispatchEvent(new PayexSelectEvent({ level: 'usageType', selected, ...ids, usageType }));
    },
  };
}
