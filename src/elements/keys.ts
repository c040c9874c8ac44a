import { html, render, type TemplateResult } from 'lit';
import { keyedIn } from '../controllers/keys.js';
import type { Localizer } from '../i18n/index.js';

/** What single keys do, as a list above the page: a button opens it, Escape and a press elsewhere close it. */
export function renderKeys(localizer: Localizer): TemplateResult {
  const title = localizer.text('keys');
  return html`
    <button class="button soft ask" popovertarget="keys" aria-keyshortcuts="?" title=${title}>
      <span aria-hidden="true">?</span>
    </button>
    <div
      id="keys"
      popover
      tabindex="-1"
      role="dialog"
      aria-label=${title}
      @beforetoggle=${(event: ToggleEvent) => event.newState === 'open' && open(event, localizer)}
    ></div>
  `;
}

/** Lists the keys that do something now, in the words of their buttons, but its own. */
function open({ currentTarget }: Event, localizer: Localizer): void {
  const place = currentTarget as HTMLElement;
  const root = place.getRootNode() as ShadowRoot;
  let { activeElement } = root;
  while (activeElement?.shadowRoot) ({ activeElement } = activeElement.shadowRoot);
  // The focus goes to the list, so that it is read. A browser does not find its way back into a table.
  place.autofocus = true;
  const back = (): void => {
    if (place.matches(':focus')) (activeElement as HTMLElement | null)?.focus();
  };
  place.addEventListener('beforetoggle', back, { once: true });
  const others = keyedIn(root).filter((button) => button.ariaKeyShortcuts !== '?');
  const acts = others.map(({ ariaKeyShortcuts, ariaLabel, title, textContent }) => [
    ariaKeyShortcuts,
    ariaLabel ?? (title || textContent.replace(/[←→]/g, '')),
  ]);
  render(
    html`<p class="heading">${localizer.text('keys')}</p>
      <dl>
        ${[...acts, ['Esc', localizer.text('close')]].map(
          ([key, act]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${act}</dd>`,
        )}
      </dl>`,
    place,
  );
}
