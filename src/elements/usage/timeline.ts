import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../api/index.js';
import { most } from '../../controllers/overview-model.js';
import type { Neighbour } from '../../controllers/seam.js';
import {
  type DayPart,
  type Stretch,
  type Timeline,
  timelineOf,
} from '../../controllers/timeline.js';
import { nameOf } from '../../controllers/wishes.js';
import type { Localizer } from '../../i18n/index.js';
import type { UsageKind } from '../../model/usage-type.js';
import { failureWords, moneyList, recordCount, scopeWords, typeWords } from '../words.js';
import type { UsageFrame } from './frame.js';
import { box, type Picture, renderPicture } from './picture.js';
import { renderSums } from './totals.js';

/** Kinds that have a colour of their own, or share one. */
const LAYERS: Partial<Record<UsageKind, string>> = {
  call: 'call',
  message: 'message',
  data: 'data',
  roaming: 'data',
  premium: 'premium',
};

/** Usage by day and type, over all that is at hand of a subscription, and its calls by the hour. */
export function renderTimeline(frame: UsageFrame): TemplateResult {
  const { localizer, settings, session } = frame;
  const { sections, older, newer } = session.seam;
  const timeline = timelineOf(sections, settings.usageTypes);
  const { stretches, late } = timeline;
  return html`
    <div class="days" part="days">
      ${renderPicture(frame, daysOf(localizer, session.scope, timeline))}
      <p class="ends note">
        ${stretches.map(
          (stretch) =>
            html`<span>
              ${stretches.length > 1 ? stretchWords(localizer, stretch) : daysWords(localizer, stretch)}
            </span>`,
        )}
      </p>
      <p class="next note">
        ${renderNeighbour(frame, older, (name) => `← ${name}`)}
        ${renderNeighbour(frame, newer, (name) => `${name} →`)}
      </p>
      ${
        late.count > 0
          ? html`<p class="warning note">
              ▼ ${localizer.text('late')}: ${recordCount(localizer, late.count, late.count)},
              ${moneyList(localizer, late.sums)}
            </p>`
          : nothing
      }
      ${renderFold(frame, 'byDay', () =>
        renderTable(
          localizer.text('byDay'),
          timeline.days.flatMap(({ day, parts }) =>
            parts.map((part) => [
              localizer.day(Date.parse(day)),
              partWords(localizer, part, stretches.length > 1),
              renderSums(localizer, part.total, true),
            ]),
          ),
        ),
      )}
      ${renderFold(frame, 'callsByHour', () => renderHours(frame, timeline))}
    </div>
  `;
}

function daysWords(localizer: Localizer, { from, to }: Stretch): string {
  return localizer.dayRange(Date.parse(from), Date.parse(to));
}

/** "Invoice 900123 1–31 Mar 2026" */
export function stretchWords(localizer: Localizer, stretch: Stretch): string {
  return `${scopeWords(localizer, stretch.scope)} ${daysWords(localizer, stretch)}`;
}

function renderHours(frame: UsageFrame, timeline: Timeline): TemplateResult {
  const { localizer } = frame;
  const picture = hoursOf(localizer, timeline);
  return html`
    <div class="hours">
      <p class="scale note" aria-hidden="true">
        <span>00</span><span>06</span><span>12</span><span>18</span><span>24</span>
      </p>
      ${renderPicture(frame, picture)}
    </div>
    ${renderTable(
      localizer.text(picture.name),
      picture.points.map(({ when, value }) => [when, '', value]),
    )}
  `;
}

/** Closed at first, and not drawn before it is opened: there may be thousands of hours. */
function renderFold(
  frame: UsageFrame,
  name: 'byDay' | 'callsByHour',
  content: () => TemplateResult,
): TemplateResult {
  return html`<details
    @toggle=${({ target }: Event) => frame.look({ [name]: (target as HTMLDetailsElement).open })}
  >
    <summary class="link">${frame.localizer.text(name)}</summary>
    ${frame[name] ? content() : nothing}
  </details>`;
}

/** What a picture shows, for everyone. */
function renderTable(
  name: string,
  rows: readonly (readonly [head: string, about: string, value: unknown])[],
): TemplateResult {
  return html`<table aria-label=${name}>
    <tbody>
      ${rows.map(
        ([head, about, value]) =>
          html`<tr>
            <th scope="row">${head}</th>
            ${about && html`<td>${about}</td>`}
            <td class="figure">${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Nothing is fetched before it is asked for. */
function renderNeighbour(
  frame: UsageFrame,
  next: Neighbour | null,
  label: (name: string) => string,
): unknown {
  const { localizer, settings, session, look } = frame;
  if (!next) return nothing;
  const { scope, load } = next;
  if (load.pending) return html`<span>${localizer.text('loading')}</span>`;
  return html`<span>
    ${load.error ? failureWords(localizer, load.error, settings.timeZone) : nothing}
    <button
      class="link"
      @click=${() => {
        session.reach(scope);
        // The button that was pressed goes.
        look({}, '.picture');
      }}
    >
      ${label(scopeWords(localizer, scope))}
    </button>
  </span>`;
}

/** Columns of stacked kinds, the cut-offs between them, and marks over what came late. */
function daysOf(localizer: Localizer, current: Scope | null, timeline: Timeline): Picture {
  const { days, stretches } = timeline;
  const paths: Record<string, string> = {};
  const draw = (layer: string, path: string): void => {
    paths[layer] = (paths[layer] ?? '') + path;
  };
  // Where nothing costs anything, records are what there is to see.
  const isFree = days.every(({ parts }) => parts.every(({ length }) => length === 0));
  const sizeOf = ({ length, total }: DayPart): number => (isFree ? total.count : length);
  const heights = days.map(({ parts }) => parts.reduce((sum, part) => sum + sizeOf(part), 0));
  // Above the highest there is room for a mark.
  const highest = most(heights) / 0.85 || 1;
  const points = days.flatMap(({ day, total, parts }, x) => {
    const own = parts.find(({ scope }) => nameOf(scope) === nameOf(current)) ?? parts[0];
    if (!own) return [];
    let y = 1;
    for (const part of parts) {
      const height = sizeOf(part) / highest;
      y -= height;
      draw(LAYERS[part.type.kind] ?? 'other', box(x + 0.1, y, 0.8, height));
    }
    const isLate = parts.some((part) => part.isLate);
    if (isLate) draw('late', `M${x} 0h1l-.5 .15z`);
    return {
      x,
      y: 0,
      day,
      scope: own.scope,
      when: localizer.day(Date.parse(day)),
      value:
        ((!isFree && moneyList(localizer, total.sums)) ||
          recordCount(localizer, total.count, total.count)) +
        (isLate ? `, ${localizer.text('late')}` : ''),
      weight: 1 - y,
    };
  });
  for (const { to } of stretches.slice(0, -1)) {
    draw('cut', `M${days.findIndex(({ day }) => day === to) + 1} 0v1`);
  }
  return { name: 'byDay', columns: days.length, rows: 1, points, paths };
}

/** A column a day, a row an hour; the more calls, the larger. */
function hoursOf(localizer: Localizer, { days, hours }: Timeline): Picture {
  const columns = new Map(days.map(({ day }, x) => [day, x]));
  const highest = most(hours.map(({ count }) => count));
  const points = hours.map(({ day, hour, count, scope }) => ({
    x: columns.get(day) ?? 0,
    y: Number(hour),
    day,
    hour,
    scope,
    when: localizer.dateTime(Date.parse(`${day}T${hour}:00Z`), 'minute'),
    value: recordCount(localizer, count, count),
    weight: count,
  }));
  const cells = points.map(({ x, y, weight }) => {
    const size = 0.4 + (0.5 * weight) / highest;
    return box(x + 0.5 - size / 2, y + 0.5 - size / 2, size, size);
  });
  const paths = { call: cells.join('') };
  return { name: 'callsByHour', columns: columns.size, rows: 24, points, paths };
}

/** 'Samtal', 'Samtal, Faktura 900123, Kom i efterhand' */
function partWords(
  localizer: Localizer,
  { type, scope, isLate }: DayPart,
  withScope: boolean,
): string {
  return [
    typeWords(localizer, type),
    withScope && scopeWords(localizer, scope),
    isLate && localizer.text('late'),
  ]
    .filter(Boolean)
    .join(', ');
}
