// First on every strict page: notes what the policy refuses, from the first script on.
window.violations = [];
document.addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, sample, blockedURI }) => {
    // A browser looks for an icon of the page by itself.
    if (blockedURI.endsWith('/favicon.ico')) return;
    window.violations.push(`${effectiveDirective} ${sample}`.trim());
  },
);
window.addEventListener('error', ({ message }) => window.violations.push(message));
