import { html, nothing, type TemplateResult } from 'lit';
import { byValue, type Flag, type SubscriptionLine } from '../../controllers/overview-model.js';
import type { MoneySum } from '../../model/money.js';
import { amountHeading, countWords, failureWords } from '../words.js';
import { factsOf } from './facts.js';
import type { UsageFrame } from './frame.js';
import { bone, bones, renderBar, renderSums, renderTotal, renderTypes } from './totals.js';

const SHAPES: Readonly<Record<Flag, string>> = { premium: '▲', roaming: '◆', credit: '−' };

/** Total, usage types and subscriptions of the unbilled usage or of an invoice. */
export function renderOverview(frame: UsageFrame): TemplateResult {
  const { words, session } = frame;
  const { overview, busy } = factsOf(frame);
  const count = overview?.lines.length ?? 0;
  const done = overview?.done ?? 0;
  const growing = done < count;
  const caption = growing ? countWords(words, 'subscriptions', done, count) : words.text('total');
  // Nobody has asked for all of a long list yet.
  const more =
    growing && !busy
      ? html`<button class="link" @click=${() => session.fetchAll()}>
          ${words.text('loadAll')}
        </button>`
      : nothing;
  return html`
    <div class="summary" part="summary">
      ${renderTotal(words, overview?.total ?? null, caption, growing, more)}
      ${renderTypes(words, overview && (done > 0 || !growing) ? overview.types : null)}
      ${
        growing
          ? html`<progress
              max=${count}
              .value=${done}
              aria-label=${words.text('loading')}
            ></progress>`
          : nothing
      }
    </div>
    ${renderList(frame)}
  `;
}

function renderList(frame: UsageFrame): TemplateResult {
  const { words, byAmount } = frame;
  const { overview } = factsOf(frame);
  const sums = overview?.total.sums ?? [];
  const sorter = (text: string, amount: boolean): TemplateResult =>
    html`<button class="sort" @click=${() => frame.sortByAmount(amount)}>
      ${text}${amount && byAmount ? ' ↓' : ''}
    </button>`;
  return html`
    <table class="list" part="subscriptions">
      <caption class="ears-only">
        ${words.text('subscriptions')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${sorter(words.text('subscription'), false)}</th>
          <th scope="col" class="spread">${words.text('usageType')}</th>
          <th scope="col" class="marks">${words.text('marks')}</th>
          <th scope="col" class="share figure">${words.text('share')}</th>
          <th scope="col" class="amount figure" aria-sort=${byAmount ? 'descending' : 'none'}>
            ${sorter(amountHeading(words, sums), true)}
          </th>
        </tr>
      </thead>
      <tbody>
        ${
          overview
            ? (byAmount ? largestFirst(overview.lines, sums[0]) : overview.lines).map((line) =>
                renderLine(frame, line, sums.length > 1),
              )
            : bones(
                4,
                html`<tr>
                  <td class="who">${bone}</td>
                  <td class="spread">${bone}</td>
                  <td class="marks"></td>
                  <td class="share figure">${bone}</td>
                  <td class="amount figure">${bone}</td>
                </tr>`,
              )
        }
      </tbody>
    </table>
  `;
}

/** By the leading sum; subscriptions without it come last, in the order of the answer. */
function largestFirst(
  lines: readonly SubscriptionLine[],
  leading: MoneySum | undefined,
): readonly SubscriptionLine[] {
  return [...lines].sort((a, b) => byValue(a.total, b.total, leading));
}

function renderFlag({ words }: UsageFrame, flag: Flag): TemplateResult {
  return html`<span class="flag"
    ><span aria-hidden="true">${SHAPES[flag]}</span> ${words.text(flag)}</span
  >`;
}

function renderLine(
  frame: UsageFrame,
  line: SubscriptionLine,
  withCurrency: boolean,
): TemplateResult {
  const { words, settings } = frame;
  const { subscriptionNo, total, error, share } = line;
  const label = settings.labels[subscriptionNo];
  const waiting = error ? nothing : bone;
  return html`
    <tr
      class="choice"
      part="subscription"
      data-no=${subscriptionNo}
      @click=${() => frame.open(subscriptionNo)}
    >
      <th scope="row" class="who">
        <button class="open">
          <b><bdi>${subscriptionNo}</bdi></b>
          ${label ? html`<bdi class="soft">${label}</bdi>` : nothing}
        </button>
      </th>
      <td class="spread">
        ${
          total
            ? renderBar(line.parts.map(({ type, length }) => ({ kind: type.kind, length })))
            : error
              ? html`<span class="note">${failureWords(words, error, settings.timeZone)}</span>`
              : bone
        }
      </td>
      <td class="marks">${line.flags.map((flag) => renderFlag(frame, flag))}</td>
      <td class="share figure">
        ${total ? (share === null ? html`&nbsp;` : words.percent(share)) : waiting}
      </td>
      <td class="amount figure">
        ${
          total
            ? renderSums(words, total, withCurrency)
            : error
              ? html`<button
                  class="link"
                  @click=${(event: Event) => {
                    event.stopPropagation();
                    frame.session.retry(subscriptionNo);
                  }}
                >
                  ${words.text('tryAgain')}
                </button>`
              : bone
        }
      </td>
    </tr>
  `;
}
