/** The same embedding where nothing but the page's own scripts is allowed: no style, no image, no inline. */
import { configure } from '/dist/payex-usage.js';

const given = new URLSearchParams(location.search);
const usage = document.getElementById('usage');

async function newToken() {
  const response = await fetch('/sandbox/token', { method: 'POST' });
  return (await response.json()).token;
}
let token = newToken();
usage.addEventListener('payexauth', (event) => event.waitUntil((token = newToken())));

// `?x-sandbox-fault=…` and its companions reach the sandbox with each call.
const orders = Object.fromEntries([...given].filter(([name]) => name.startsWith('x-')));
configure({
  fetcher: async (url, init) =>
    fetch(url, {
      ...init,
      headers: { ...init.headers, ...orders, Authorization: `Bearer ${await token}` },
    }),
});
for (const [name, value] of given) if (!name.startsWith('x-')) usage.setAttribute(name, value);
if (!given.has('customer-no')) usage.setAttribute('customer-no', '100045');
