import type { ReactiveControllerHost } from 'lit';

/** What the page does around the element: its network comes and goes, it is put away and comes back. */
export function followPage(
  host: ReactiveControllerHost,
  page: {
    readonly cleared: boolean;
    /** It goes into the back/forward cache: personal data must not be there when it comes back. */
    clear(): void;
    /** It came back out of it; not asked for where the host had cleared it before. */
    reload(): void;
  },
): void {
  const update = (): void => host.requestUpdate();
  let stay: AbortController;
  host.addController({
    hostConnected() {
      stay = new AbortController();
      const { signal } = stay;
      // What a move cut short, a timer or the watch over rows, starts again with a render.
      update();
      // A fetcher is not waited for any more once the page's scripts have run.
      for (const type of ['online', 'offline', 'DOMContentLoaded', 'load']) {
        addEventListener(type, update, { signal });
      }
      const back = (): void => page.reload();
      const away = (): void => {
        if (page.cleared) return;
        page.clear();
        addEventListener('pageshow', back, { signal, once: true });
      };
      addEventListener('pagehide', away, { signal });
    },
    hostDisconnected: () => stay.abort(),
  });
}
