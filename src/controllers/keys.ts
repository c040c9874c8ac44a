/**
 * Single keys. What says `aria-keyshortcuts="R"` is pressed by that key, or gets the focus where it is a field:
 * a key works exactly where its button is there, and the button says so itself. An upper-case letter is that
 * key without Shift, `Shift+N` with it.
 *
 * They work while the focus is in the element, and nowhere else on the page (WCAG 2.1.4); not in a field, where
 * they are text, nor with Ctrl, Alt or Meta. A host that wants them off prevents the default of the key press.
 */
export function followKeys(host: HTMLElement): void {
  host.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, repeat, defaultPrevented } = event;
    const [origin] = event.composedPath() as Element[];
    if (ctrlKey || altKey || metaKey || repeat || defaultPrevented) return;
    if (origin?.matches(':read-write, select')) return;
    const capital = key.toUpperCase();
    // Shift is a part of how signs are typed, on each keyboard in another way.
    const name = shiftKey && /^[A-Z]$/.test(capital) ? `Shift+${capital}` : capital;
    const root = host.shadowRoot as ShadowRoot;
    const pressed = keyedIn(root).find(({ ariaKeyShortcuts }) => ariaKeyShortcuts === name);
    if (!pressed) return;
    event.preventDefault();
    // The page may have keys of its own.
    event.stopPropagation();
    const list = root.querySelector<HTMLElement>(':popover-open');
    if (pressed.matches(':read-write')) pressed.focus();
    else pressed.click();
    // Who has found the key needs the list no more.
    list?.hidePopover();
  });
  // On a Mac the click of a button gives it no focus in Safari and Firefox: no key would come here after it.
  host.addEventListener('click', (event) => {
    if (host.matches(':focus-within')) return;
    (event.composedPath()[0] as Element).closest('button')?.focus({ preventScroll: true });
  });
}

/** What is in view and has a key, in the order of the page, with what the table of records has. */
export function keyedIn(root: ParentNode): HTMLElement[] {
  const found = root.querySelectorAll<HTMLElement>('[aria-keyshortcuts], payex-usage-records');
  return [...found].flatMap((element) =>
    element.shadowRoot
      ? keyedIn(element.shadowRoot)
      : element.matches(':enabled') && element.checkVisibility()
        ? element
        : [],
  );
}
