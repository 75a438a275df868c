/** Pure: no browser is asked here, so that the tests of the project read it too. */

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * What somebody entered as Herald's address, as it is kept: its origin. Anything but https is for trying out on one's own machine.
 * @param {string} text
 * @returns {{ address: string } | { problem: string }}
 */
export function readAddress(text) {
  const entered = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(entered) ? entered : `https://${entered}`;
  if (!entered || !URL.canParse(whole))
    return { problem: "Enter Herald’s address, such as https://herald.example.com." };
  const url = new URL(whole);
  if (url.username || url.password) return { problem: "Leave the name and password out of the address." };
  if (url.protocol === "http:" && !loopback.has(url.hostname))
    return { problem: "Herald’s address begins with https://. Only your own machine may do without." };
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: "Herald’s address begins with https://." };
  return { address: url.origin };
}

/**
 * The suggest page for what somebody reads. Nothing is sent: that page asks first.
 * @param {string} address
 * @param {{ url: string, title: string, selection: string }} page
 */
export function suggestAddress(address, { url, title, selection }) {
  const said = new URLSearchParams({
    url: url.slice(0, 2000),
    title: title.slice(0, 200),
    note: selection.trim().slice(0, 300),
  });
  return `${address}/suggest?${said}`;
}

/**
 * Whether it is a page that can be suggested.
 * @param {string | undefined} url
 */
export const isPage = (url) => /^https?:\/\//i.test(url ?? "");
