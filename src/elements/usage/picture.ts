import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../api/index.js';
import { placeOf } from '../../controllers/places.js';
import { nameOf } from '../../controllers/wishes.js';
import type { TextKey } from '../../i18n/index.js';
import type { UsageFrame } from './frame.js';

/** What can be chosen in a picture: a day, or an hour of one. */
export interface Point {
  /** The cell of the picture in which it stands. */
  readonly x: number;
  readonly y: number;
  readonly day: string;
  readonly hour?: string;
  /** Whose usage it is. */
  readonly scope: Scope;
  /** In words: of which time it is, and what it comes to. */
  readonly when: string;
  readonly value: string;
  /** How much it is beside the others. */
  readonly weight: number;
}

export interface Picture {
  readonly name: TextKey;
  /** Cells. */
  readonly columns: number;
  readonly rows: number;
  /** In order of time. */
  readonly points: readonly Point[];
  /** Of its layers, by class. */
  readonly paths: Readonly<Record<string, string>>;
}

/**
 * A picture that can be read and used without seeing it: a slider along its points, each of which says what
 * it is. Choosing one filters the records; choosing it again, or Escape, shows all of them.
 */
export function renderPicture(frame: UsageFrame, picture: Picture): TemplateResult {
  const { localizer, places } = frame;
  const { name, columns, rows, points, paths } = picture;
  const { fromDay, toDay, hour } = places.records.filter ?? {};
  const chosen = points.findIndex(
    (point) => point.day === fromDay && point.day === toDay && point.hour === hour,
  );
  const choose = (index: number): void => {
    if (index !== chosen) filterBy(frame, points[index]);
  };
  const top = points.reduce<Point | null>(
    (best, point) => (best && best.weight >= point.weight ? best : point),
    null,
  );
  const { x = 0, y = 0, when, value } = points[chosen] ?? {};
  const text = when
    ? `${when}: ${value}`
    : top && `${localizer.text('peak', top.when)}: ${top.value}`;
  // An hour is where its day and its row meet.
  const cross = when ? box(x, 0, 1, rows) + (rows > 1 ? box(0, y, columns, 1) : '') : '';
  const path = (layer: string): string => paths[layer] ?? '';
  return html`
    <svg
      class="picture"
      viewBox="0 0 ${columns || 1} ${rows}"
      preserveAspectRatio="none"
      role="slider"
      aria-label=${localizer.text(name)}
      aria-hidden=${points.length === 0}
      tabindex=${points.length ? 0 : nothing}
      aria-valuemin="-1"
      aria-valuemax=${points.length - 1}
      aria-valuenow=${chosen}
      aria-valuetext=${text}
      @click=${(event: MouseEvent) => {
        const nearest = nearestOf(picture, event);
        choose(nearest === chosen ? -1 : nearest);
      }}
      @keydown=${(event: KeyboardEvent) => {
        const to = stepOf(event.key, chosen, points.length - 1);
        if (to === undefined) return;
        event.preventDefault();
        choose(to);
      }}
    >
      <path class="chosen" d=${cross}></path>
      <path class="call" d=${path('call')}></path>
      <path class="message" d=${path('message')}></path>
      <path class="data" d=${path('data')}></path>
      <path class="premium" d=${path('premium')}></path>
      <path class="other" d=${path('other')}></path>
      <path class="cut" d=${path('cut')}></path>
      <path class="late" d=${path('late')}></path>
    </svg>
    <p class="note">${text}&nbsp;</p>
  `;
}

/** The point that a key of a slider leads to; -1 is none of them. */
function stepOf(key: string, from: number, last: number): number | undefined {
  const to = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    Home: 0,
    End: last,
    Escape: -1,
  }[key];
  return to && Math.min(Math.max(-1, to), last);
}

/** The point next to a click: cells are small. */
function nearestOf(
  { points, columns, rows }: Picture,
  { currentTarget, clientX, clientY }: MouseEvent,
): number {
  const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
  const [x, y] = [((clientX - left) / width) * columns, ((clientY - top) / height) * rows];
  const distances = points.map((point) => Math.hypot(point.x + 0.5 - x, point.y + 0.5 - y));
  return distances.reduce(
    (best, distance, at) => (distance < (distances[best] ?? Infinity) ? at : best),
    -1,
  );
}

/** Goes to where the usage of a point is, if that is elsewhere, and shows its records; without one all. */
function filterBy({ places, session, go }: UsageFrame, point: Point | undefined): void {
  const { filter, ...look } = places.records;
  const { fromDay: _, toDay: __, hour: ___, ...others } = filter ?? {};
  if (!point) {
    places.lookAt({ ...look, filter: others });
    return;
  }
  const { scope, day, hour } = point;
  if (nameOf(scope) !== nameOf(session.scope)) {
    if (!go(placeOf(scope, places.place.subscriptionNo))) return;
  }
  const when = { fromDay: day, toDay: day, ...(hour && { hour }) };
  places.lookAt({ ...look, filter: { ...others, ...when } });
}

/** The path of a rectangle. */
export function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}
