import { html, type TemplateResult } from 'lit';
import type { HostAction } from '../../controllers/defaults.js';
import { safeText } from './safe-text.js';

/** A button for each action of the host that is one. */
export function renderHostActions(
  actions: readonly HostAction[],
  act: (id: string) => void,
): TemplateResult[] {
  return actions
    .filter(isAction)
    .map(
      ({ id, label }) =>
        html`<button class="button" part="action" @click=${() => act(id)}>
          ${safeText(label)}
        </button>`,
    );
}

function isAction(value: Partial<HostAction> | null): boolean {
  return typeof value?.id === 'string' && typeof value.label === 'string';
}
