import { css } from 'lit';

/**
 * Every colour, size and face of the product, once. A host sets `--payex-usage-*`; the sheets of the
 * elements read only the private `--_*` names, so a public variable can be renamed in one place.
 *
 * `light-dark()` follows `color-scheme`, which is inherited from the page: with `theme="auto"` the
 * page's own word decides (a light page stays light under a dark operating system).
 */
export const tokens = css`
  :host {
    --_font: var(--payex-usage-font, system-ui, sans-serif);
    --_size: var(--payex-usage-font-size, 14px);
    --_surface: var(--payex-usage-surface, light-dark(#ffffff, #1a1f25));
    --_raised: var(--payex-usage-raised, light-dark(#f8f9fb, #1f252c));
    --_ink: var(--payex-usage-ink, light-dark(#17212d, #e7eaee));
    --_soft: var(--payex-usage-soft, light-dark(#556172, #a1acba));
    --_line: var(--payex-usage-line, light-dark(#e1e6ec, #303841));
    --_edge: var(--payex-usage-edge, light-dark(#848f9c, #6f7b89));
    --_tint: var(--payex-usage-tint, light-dark(#eff4fe, #202c40));
    --_accent: var(--payex-usage-accent, light-dark(#1457d2, #80abff));
    --_warning: var(--payex-usage-warning, light-dark(#864900, #ffb765));
    --_warning-tint: var(--payex-usage-warning-tint, light-dark(#fdf2e3, #382a17));
    --_call: var(--payex-usage-kind-call, light-dark(#5a9076, #7fb295));
    --_message: var(--payex-usage-kind-message, light-dark(#b07d2f, #cda562));
    --_data: var(--payex-usage-kind-data, light-dark(#4490b8, #68acd3));
    --_roaming: var(--_data);
    --_premium: var(--payex-usage-kind-premium, light-dark(#3c68cf, #7299f2));
    --_other: var(--payex-usage-kind-other, light-dark(#7c8795, #8d98a6));
    --_radius: var(--payex-usage-radius, 6px);
    --_gutter: var(--payex-usage-gutter, 16px);
    --_row: var(--payex-usage-row-height, 36px);
  }

  :host([density='compact']) {
    --_row: var(--payex-usage-row-height, 28px);
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
