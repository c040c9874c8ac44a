/**
 * Gives the bundle's copy of Lit a Trusted Types policy of its own.
 *
 * A page may hold a second Lit; both would create the policy `lit-html`, and under
 * `trusted-types lit-html payex-usage` the browser refuses the second, which stops our script from
 * loading. The policy is named `payex-usage` instead. A script that is loaded twice would create that one
 * twice; since the second copy finds the element defined and renders nothing, it creates none.
 */
const ORIGINAL = '.createPolicy("lit-html",';
const CALL = /([\w$]+)\?\1\.createPolicy\("lit-html",/;

/** @param {string} code lit-html's published module @returns {string} */
export function renamePolicy(code) {
  if (code.split(ORIGINAL).length !== 2 || !CALL.test(code)) {
    throw new Error(
      'lit-html no longer creates its Trusted Types policy as expected: revise scripts/build/trusted-types-policy.mjs.',
    );
  }
  return code.replace(
    CALL,
    (_call, types) =>
      `${types}&&!customElements.get("payex-usage")?${types}.createPolicy("payex-usage",`,
  );
}

/** Vite plugin; the build fails if lit-html went by without being changed. */
export function trustedTypesPolicyPlugin() {
  let renamed = 0;
  return {
    name: 'trusted-types-policy',
    transform: {
      filter: { code: /createPolicy\s*\(/ },
      handler(code) {
        renamed += 1;
        return { code: renamePolicy(code), map: null };
      },
    },
    buildEnd(error) {
      if (!error && renamed !== 1) {
        throw new Error(`Expected one copy of lit-html in the bundle, found ${renamed}.`);
      }
    },
  };
}
