/** A move in the DOM is a disconnect and a connect in one task: only who stays outside has left. */
export function onceLeft(host: Element, act: () => void): void {
  queueMicrotask(() => {
    if (!host.isConnected) act();
  });
}
