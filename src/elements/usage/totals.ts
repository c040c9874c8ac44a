import { html, nothing, type TemplateResult } from 'lit';
import type { TypeLine } from '../../controllers/overview-model.js';
import { type Localizer, MISSING } from '../../i18n/index.js';
import type { MoneySum, Total } from '../../model/money.js';
import { gapWords, signedMoney, typeWords } from '../words.js';

/** A grey bar where a figure will stand. */
export const bone = html`<span class="bone"></span>`;

/** The rows of a skeleton. */
export function bones(row: TemplateResult): TemplateResult[] {
  return [row, row, row, row];
}

/**
 * The one thing that speaks: the leading sum large, others below it, and what is missing from them.
 * Null while nothing is known; `growing` for how many answers are on their way, which a caption says;
 * `signed` of a difference.
 */
export function renderTotal(
  localizer: Localizer,
  total: Total | null,
  caption: string,
  growing = 0,
  more: unknown = nothing,
  signed = false,
): TemplateResult {
  const [leading, ...further] = total?.sums ?? [];
  const missingAnswers = Number(total?.gaps.missingAnswers) - growing;
  const gaps = total && gapWords(localizer, { ...total.gaps, missingAnswers });
  return html`
    <p class="soft">${caption}</p>
    <p class="grand" part="total">
      ${leading ? renderGrand(localizer, leading, growing, signed) : total && !growing ? MISSING : bone}
    </p>
    <p class="note">${leading ? localizer.text(leading.vat) : '\u00a0'} ${more}</p>
    ${further.map(
      (sum) =>
        html`<p>
          <b>${signed ? signedMoney(localizer, sum) : localizer.money(sum.amount, sum.currency)}</b>
          <span class="note">${localizer.text(sum.vat)}</span>
        </p>`,
    )}
    <p class="warning note">${gaps}</p>
  `;
}

function renderGrand(
  localizer: Localizer,
  sum: MoneySum,
  growing: number,
  signed: boolean,
): TemplateResult {
  const { before, number, after } = localizer.moneyParts(sum.amount, sum.currency);
  const rest = growing ? `${after} ${localizer.text('soFar')}` : after;
  const plus = signed && sum.amount.units > 0n ? '+' : '';
  return html`${plus}<span class="unit">${before}</span>${number}<span class="unit">${rest}</span>`;
}

/** The sums of a line, one below the other; a mark with its reason where something is missing from them. */
export function renderSums(localizer: Localizer, total: Total, withCurrency: boolean): unknown {
  const gaps = gapWords(localizer, total.gaps);
  const texts = total.sums.map(({ amount, currency }, index) => {
    const text = withCurrency ? localizer.money(amount, currency) : localizer.amount(amount);
    return index > 0 ? html`<br />${text}` : text;
  });
  return html`${texts.length > 0 ? texts : MISSING}${
    gaps
      ? html` <span class="flag" title=${gaps}>…<span class="ears-only">${gaps}</span></span>`
      : nothing
  }`;
}

/** A type that can be chosen, to look at its records only. */
export interface TypeChoice {
  readonly chosen: readonly string[];
  choose(usageType: string, chosen: boolean): void;
}

/** Bars over a real table: name, length, figure. Null while the totals are on their way. */
export function renderTypes(
  localizer: Localizer,
  lines: readonly TypeLine[] | null,
  choice?: TypeChoice,
): TemplateResult {
  return html`<table class="types" part="types" aria-label=${localizer.text('usageType')}>
    <thead class="ears-only">
      <tr>
        <th scope="col">${localizer.text('usageType')}</th>
        <th scope="col">${localizer.text('share')}</th>
        <th scope="col">${localizer.text('amount')}</th>
      </tr>
    </thead>
    <tbody>
      ${
        lines
          ? lines.map((line) => renderType(localizer, line, choice))
          : bones(
              html`<tr>
                ${renderCells(bone, bone, bone)}
              </tr>`,
            )
      }
    </tbody>
  </table>`;
}

function renderType(
  localizer: Localizer,
  { type, description, total, share }: TypeLine,
  choice?: TypeChoice,
): TemplateResult {
  const name = html`<bdi>${typeWords(localizer, type, description)}</bdi>`;
  const bar = renderBar([{ kind: type.kind, length: share }]);
  const sums = renderSums(localizer, total, true);
  const chosen = choice?.chosen.includes(type.code) ?? false;
  return html`<tr
    class=${choice ? 'choice' : ''}
    aria-current=${chosen || nothing}
    @click=${choice && (() => choice.choose(type.code, !chosen))}
  >
    ${renderCells(
      choice ? html`<button class="open" aria-pressed=${chosen}>${name}</button>` : name,
      bar,
      sums,
    )}
  </tr>`;
}

function renderCells(name: TemplateResult, bar: TemplateResult, sums: unknown): TemplateResult {
  return html`<th scope="row">${name}</th>
    <td>${bar}</td>
    <td class="figure">${sums}</td>`;
}

/** How far it is, 0–1, along the lower edge of the part that it stands in. */
export function renderProgress(share: number): TemplateResult {
  return renderBar([{ kind: 'accent', length: share }], 'progress');
}

/**
 * For the eye only: the figures beside it say the same. Lengths are 0–1 of the whole width. A
 * `style="…"` in a template is refused under `style-src 'none'`; the property is not.
 */
export function renderBar(
  parts: readonly { readonly kind: string; readonly length: number }[],
  name = '',
): TemplateResult {
  return html`<div class="bar ${name}" aria-hidden="true">
    ${parts.map(
      ({ kind, length }) =>
        html`<i .style=${`--length:${length};--kind:var(--_${kind},var(--_other))`}></i>`,
    )}
  </div>`;
}
