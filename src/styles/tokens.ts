import { css } from 'lit';

/**
 * Every colour, size and face of the product, once. A host sets `--payex-usage-*`; the sheets of the
 * elements read only the private `--_*` names, so a public variable can be renamed in one place.
 *
 * Four colours have a light and a dark form, and what lies between them is mixed, so a host that sets only
 * these gets the rest to match. Kinds of usage are 3:1 against either surface, so one colour is enough.
 * `light-dark()` follows `color-scheme`, which is inherited from the page: with `theme="auto"` the
 * page's own word decides (a light page stays light under a dark operating system).
 */
export const tokens = css`
  :host {
    --_font: var(--payex-usage-font, system-ui, sans-serif);
    --_size: var(--payex-usage-font-size, 14px);
    --_surface: var(--payex-usage-surface, light-dark(#ffffff, #1a1f25));
    --_ink: var(--payex-usage-ink, light-dark(#17212d, #e7eaee));
    --_accent: var(--payex-usage-accent, light-dark(#1457d2, #80abff));
    --_warning: var(--payex-usage-warning, light-dark(#864900, #ffb765));
    --_raised: var(--payex-usage-raised, color-mix(in srgb, var(--_surface), var(--_ink) 3%));
    --_soft: var(--payex-usage-soft, color-mix(in srgb, var(--_surface), var(--_ink) 70%));
    --_line: var(--payex-usage-line, color-mix(in srgb, var(--_surface), var(--_ink) 12%));
    --_edge: var(--payex-usage-edge, color-mix(in srgb, var(--_surface), var(--_ink) 55%));
    --_tint: var(--payex-usage-tint, color-mix(in srgb, var(--_surface), var(--_accent) 8%));
    --_warning-tint: var(
      --payex-usage-warning-tint,
      color-mix(in srgb, var(--_surface), var(--_warning) 12%)
    );
    --_call: var(--payex-usage-kind-call, #5a9076);
    --_message: var(--payex-usage-kind-message, #b07d2f);
    --_data: var(--payex-usage-kind-data, #4490b8);
    --_roaming: var(--_data);
    --_premium: var(--payex-usage-kind-premium, var(--_accent));
    --_other: var(--payex-usage-kind-other, var(--_edge));
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
