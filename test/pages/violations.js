// First on every strict page: notes what the policy refuses, from the first script on.
window.violations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => {
  window.violations.push(`${effectiveDirective} ${sample}`.trim());
});
window.addEventListener('error', ({ message }) => window.violations.push(message));
