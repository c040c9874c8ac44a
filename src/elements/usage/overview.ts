import { html, noChange, nothing, type TemplateResult } from 'lit';
import { flagsOf, type SubscriptionLine, type TypeLine } from '../../controllers/overview-model.js';
import type { Localizer } from '../../i18n/index.js';
import { marksIn } from '../records/flag-words.js';
import { safeText } from '../records/safe-text.js';
import {
  amountHeading,
  failureWords,
  gapWords,
  moneyList,
  subscriptionCount,
  typeWords,
} from '../words.js';
import { renderLeaveButtons } from '../leave-buttons.js';
import { FIRST_ROWS, type UsageFrame } from './frame.js';
import { renderInvoiceGaps } from './reconciliation.js';
import {
  bone,
  bones,
  renderBar,
  renderProgress,
  renderSums,
  renderTotal,
  renderTypes,
} from './totals.js';

/** Total, usage types and subscriptions of the unbilled usage or of an invoice. */
export function renderOverview(frame: UsageFrame): TemplateResult {
  const { localizer, session, overview, busy, places, host } = frame;
  const { count = 0, done = 0 } = overview ?? {};
  const growing = count - done;
  const caption = growing ? subscriptionCount(localizer, done, count) : localizer.text('total');
  // Nobody has asked for all of a long list yet.
  const more =
    growing && !busy
      ? html`<button class="link" @click=${() => session.fetchAll()}>
          ${localizer.text('loadAll')}
        </button>`
      : nothing;
  return html`
    <div class="summary" part="summary">
      <div class="sums">
        ${renderTotal(localizer, overview?.total ?? null, caption, growing, more)}
        ${renderInvoiceGaps(frame)}
        <div class="leave">
          <button
            class="link all"
            aria-keyshortcuts="A"
            @click=${() => frame.go({ ...places.place, all: true }, '.trail .heading')}
          >
            ${localizer.text('allRecords')} →
          </button>
          ${renderLeaveButtons(localizer, host.itemising, count === 0)}
        </div>
      </div>
      ${renderTypes(localizer, overview && (done > 0 || !growing) ? overview.types : null)}
      ${growing ? renderProgress(done / count) : nothing}
    </div>
    ${renderList(frame)}
  `;
}

function renderList(frame: UsageFrame): TemplateResult {
  const { localizer, session, byAmount, overview, rows } = frame;
  const items = session.subscriptions.value?.items ?? [];
  const sums = overview?.total.sums ?? [];
  const sorter = (text: string, amount: boolean): TemplateResult =>
    html`<button @click=${() => frame.look({ byAmount: amount, rows: FIRST_ROWS })}>
      ${text}${amount && byAmount ? ' ↓' : ''}
    </button>`;
  return html`
    <table
      class="list"
      part="subscriptions"
      aria-label=${localizer.text('subscriptions')}
      aria-rowcount=${overview ? overview.count + 1 : nothing}
      @focusin=${({ target }: Event) =>
        frame.look({ at: (target as Element).closest('tr')?.dataset['no'] })}
    >
      <thead>
        <tr>
          <th scope="col" class="who note">${sorter(localizer.text('subscriptions'), false)}</th>
          <th scope="col" class="spread note">${localizer.text('usageType')}</th>
          <th scope="col" class="marks note">${localizer.text('marks')}</th>
          <th scope="col" class="share figure note">${localizer.text('share')}</th>
          <th scope="col" class="amount figure note" aria-sort=${byAmount ? 'descending' : 'none'}>
            ${sorter(amountHeading(localizer, sums), true)}
          </th>
        </tr>
      </thead>
      <tbody>
        ${
          overview
            ? overview
                .order(byAmount)
                .slice(0, rows)
                .map((place, row) =>
                  row >= FIRST_ROWS && frame.isOutOfSight(row, items[place]?.subscriptionNo ?? '')
                    ? noChange
                    : renderLine(frame, overview.line(place), row + 2, sums.length > 1),
                )
            : bones(
                html`<tr class="choice">
                  ${renderCells(bone, bone, '', bone, bone)}
                </tr>`,
              )
        }
      </tbody>
    </table>
  `;
}

function renderLine(
  frame: UsageFrame,
  { subscriptionNo, total, error, share, parts, types }: SubscriptionLine,
  rowIndex: number,
  withCurrency: boolean,
): TemplateResult {
  const { localizer, settings, session } = frame;
  const who = html`<button class="open">
    <b><bdi>${subscriptionNo}</bdi></b>
    <bdi class="soft">${settings.labels[subscriptionNo]}</bdi>
  </button>`;
  const retry = (event: Event): void => {
    event.stopPropagation();
    session.retry(subscriptionNo);
  };
  return html`
    <tr
      class="choice"
      part="subscription"
      data-no=${subscriptionNo}
      aria-rowindex=${rowIndex}
      @click=${() => frame.open(subscriptionNo)}
    >
      ${
        total
          ? renderCells(
              who,
              renderBar(parts.map(({ type, length }) => ({ kind: type.kind, length }))),
              renderFlags(localizer, types),
              share === null ? html`&nbsp;` : localizer.percent(share),
              renderSums(localizer, total, withCurrency),
            )
          : error
            ? renderCells(
                who,
                html`<span class="note"
                  >${failureWords(localizer, error, settings.timeZone)}</span
                >`,
                '',
                '',
                html`<button class="link" @click=${retry}>${localizer.text('tryAgain')}</button>`,
              )
            : renderCells(who, bone, '', bone, bone)
      }
    </tr>
  `;
}

type FlagWords = readonly [shape: string, name: string, why: string];

/** What is odd about a subscription, each with the types that it follows from and what they cost. */
function flagWords(localizer: Localizer, types: readonly TypeLine[]): FlagWords[] {
  const set = types.reduce((before, line) => before | flagsOf(line), 0);
  return marksIn(set).map(([bit, shape, name]) => {
    const flag = localizer.text(name);
    const causes = types
      .filter((line) => flagsOf(line) & bit)
      .map(({ type, total }) => {
        const used = typeWords(localizer, type);
        // "Roaming: Data SEK 45.50", and nothing twice.
        const what = used === flag ? '' : used.replace(`${flag} – `, '');
        return `${what} ${moneyList(localizer, total.sums)}`.trim();
      });
    return [shape, flag, safeText(causes.join(', '))];
  });
}

function renderFlags(localizer: Localizer, types: readonly TypeLine[]): TemplateResult[] {
  return flagWords(localizer, types).map(
    ([shape, name, why]) =>
      html`<span class="flag note" title=${why}>
        <span aria-hidden="true">${shape}</span> ${name}<span class="ears-only">: ${why}</span>
      </span>`,
  );
}

/** Why the row that the keyboard is at is flagged; who listens hears it in the row. */
export function renderWhy({ localizer, session, overview, at }: UsageFrame): TemplateResult {
  const items = session.subscriptions.value?.items ?? [];
  const place = items.findIndex(({ subscriptionNo }) => subscriptionNo === at);
  const line = place < 0 ? undefined : overview?.line(place);
  const reasons = flagWords(localizer, line?.types ?? []).map(([, name, why]) => `${name}: ${why}`);
  const gaps = line?.total && gapWords(localizer, line.total.gaps);
  return html`<p class="why note" aria-hidden="true">
    ${[...reasons, gaps].filter(Boolean).join('. ')}
  </p>`;
}

function renderCells(
  who: TemplateResult,
  spread: unknown,
  marks: unknown,
  share: unknown,
  amount: unknown,
): TemplateResult {
  return html`
    <th scope="row" class="who">${who}</th>
    <td class="spread">${spread}</td>
    <td class="marks">${marks}</td>
    <td class="share figure">${share}</td>
    <td class="amount figure">${amount}</td>
  `;
}
