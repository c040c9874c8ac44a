/**
 * Problems (`application/problem+json`): which of the few that we know it is, and which parameter it
 * is about. All else of a problem, `detail` and `title` above all, may quote the request and is
 * dropped here; `type` is compared and never dereferenced.
 */
import { PROBLEM_KINDS, usageError, type ProblemKind, type UsageError } from './errors.js';
import type { Findings } from './findings.js';
import type { JsonObject } from './list-reader.js';

/**
 * The first name of a parameter of ours in `problems`, which is `[{"request.CustomerNo": "message"}]` or
 * `[{name, description}]` [known in sibling APIs]: no text of the answer, only our own name is taken.
 */
const PARAMETER = /(owner|ledger|customer|invoice|subscription)_?(?:no|number)/i;

/** An instance is a URI: nothing that could reorder, break or hide text around it. */
const INSTANCE = /^[\x21-\x7e]{1,200}$/;

/**
 * The error of a refused request, made more exact by its problem body.
 *
 * The HTTP status has decided the code already and wins over what the body says: a kind is taken only
 * where it fits the status. A 404 that is no problem did not come from the API: E(protocol), for
 * "customer not found" would be a lie.
 *
 * @param error the error that the status stands for
 * @param body its members, whatever its type says; none where it is no object, or was too large
 */
export function explainRefusal(
  error: UsageError,
  body: JsonObject,
  findings: Findings,
): UsageError {
  const { status } = error;
  // Sibling APIs write the members in PascalCase or in lower case [known there].
  const members = Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]);
  const problem = Object.fromEntries(members) as JsonObject;
  if (!('type' in problem)) return usageError(status === 404 ? 'protocol' : error.code, error);
  const instance = asText(problem['instance']);
  const parameter = PARAMETER.exec(JSON.stringify(problem['problems']))?.[1]
    ?.toLowerCase()
    .replace('ledger', 'owner');
  if (typeof problem['status'] === 'number' && problem['status'] !== status) {
    findings.warn('problem-status');
  }
  return usageError(error.code, {
    ...error,
    problem: readKind(asText(problem['type']), status),
    ...(INSTANCE.test(instance) && { instance }),
    ...(parameter && { parameter: `${parameter}No` }),
  });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The last path segment: the documentation prints two prefixes, and one code with a blank [known].
 * It counts only with the status that it is documented with: "invoice has no usage" is calm as a 404.
 */
function readKind(type: string, status: number | undefined): ProblemKind {
  const code = type.trim().toLowerCase().replace(/\s+/g, '-').split('/').at(-1);
  const fits = status === 404 || code === 'validation';
  return (fits && PROBLEM_KINDS.find((kind) => kind === code)) || 'other';
}
