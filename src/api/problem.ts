/**
 * Problems (`application/problem+json`): which of the few that we know it is, and which parameter it
 * is about. All else of a problem, `detail` and `title` above all, may quote the request and is
 * dropped here; `type` is compared and never dereferenced.
 */
import {
  PROBLEM_KINDS,
  usageError,
  type ProblemKind,
  type UsageError,
  type UsageWarning,
} from './errors.js';

/** A body with none of these is no problem. */
const PROBLEM_MEMBERS = ['type', 'title', 'status', 'instance'];

/** The end of a path that names a parameter of ours, `$.request.CustomerNo` or so [assumed]. */
const PARAMETER =
  /(?:^|[^a-z])(owner|ledger|customer|invoice|subscription)_?(?:no|number)?[^a-z\d]*$/i;

/** An instance is a URI: nothing that could reorder, break or hide text around it. */
const INSTANCE = /^[\x21-\x7e]{1,200}$/;

/** What a refusal turned out to be. */
export interface Refusal {
  readonly error: UsageError;
  readonly warnings: readonly UsageWarning[];
}

/**
 * The error of a refused request, made more exact by its problem body.
 *
 * The HTTP status has decided the code already and wins over what the body says: a kind is taken only
 * where it fits the status. A 404 that is no problem did not come from the API: E(protocol), for
 * "customer not found" would be a lie.
 *
 * @param error the error that the status stands for
 * @param body the parsed body; undefined where it was no JSON
 */
export function explainRefusal(error: UsageError, body: unknown): Refusal {
  const { status } = error;
  // Sibling APIs write the members in PascalCase or in lower case [known there].
  const problem: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(Object(body) as object).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (!PROBLEM_MEMBERS.some((name) => name in problem)) {
    const code = status === 404 ? 'protocol' : error.code;
    return { error: usageError(code, error), warnings: [] };
  }
  const instance = asText(problem['instance']);
  const parameter = readParameter(problem['problems']);
  const explained = usageError(error.code, {
    ...error,
    problem: readKind(asText(problem['type']), status),
    ...(INSTANCE.test(instance) && { instance }),
    ...(parameter && { parameter }),
  });
  const contradicts = typeof problem['status'] === 'number' && problem['status'] !== status;
  return { error: explained, warnings: contradicts ? [{ code: 'problem-status', count: 1 }] : [] };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The last path segment: the documentation prints two prefixes, and one code with a blank [known].
 * It counts only with the status that it is documented with: "invoice has no usage" is calm as a 404.
 */
function readKind(type: string, status: number | undefined): ProblemKind {
  const code = type
    .trim()
    .toLowerCase()
    .replace(/[?#].*/s, '')
    .replace(/(?:\s|%20)+/g, '-')
    .replace(/[-/]+$/, '')
    .split('/')
    .at(-1);
  const fits = code === 'validation' ? status === 400 || status === 422 : status === 404;
  return (fits && PROBLEM_KINDS.find((kind) => kind === code)) || 'other';
}

/** The first parameter of ours that `[{"field.path": "message"}]` or `[{name, description}]` names. */
function readParameter(problems: unknown): string | null {
  for (const entry of Array.isArray(problems) ? (problems as unknown[]) : []) {
    for (const [member, value] of Object.entries(Object(entry) as object)) {
      const path = member.toLowerCase() === 'name' ? asText(value) : member;
      const name = PARAMETER.exec(path)?.[1]?.toLowerCase();
      if (name) return `${name === 'ledger' ? 'owner' : name}No`;
    }
  }
  return null;
}
