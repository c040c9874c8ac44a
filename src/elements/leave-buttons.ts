import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/index.js';
import type { Form } from './itemised.js';
import type { Itemising } from './itemising.js';

/**
 * What lets the data leave as a file or on paper. While it is under way, how far it is stands in place of
 * its words.
 *
 * @param disabled there is nothing to leave
 */
export function renderLeaveButtons(
  localizer: Localizer,
  itemising: Itemising,
  disabled: boolean,
): TemplateResult[] {
  const names: readonly (readonly [Form, string])[] = [
    ['export', 'CSV'],
    ['print', localizer.text('print')],
  ];
  const { progress } = itemising;
  return names.map(([form, name]) => {
    const share = progress?.form === form ? localizer.percent(progress.share) : null;
    return html`<button
      class="link"
      ?disabled=${disabled}
      aria-busy=${share !== null}
      @click=${() => itemising.want(form)}
    >
      ${share ?? name}
    </button>`;
  });
}
