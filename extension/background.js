import { isPage, suggestAddress } from "./address.js";

const menuId = "suggest";

chrome.runtime.onInstalled.addListener(({ reason }) => {
  chrome.contextMenus.create({
    id: menuId,
    title: "Suggest this page to colleagues",
    contexts: ["page", "selection", "link", "image"],
    documentUrlPatterns: ["http://*/*", "https://*/*"],
  });
  if (reason === "install") chrome.runtime.openOptionsPage();
});

chrome.action.onClicked.addListener((tab) => suggest(tab));
chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === menuId && tab) return suggest(tab, info);
});

/**
 * Opens Herald's suggest page for a tab, or asks for Herald's address first. A link that was pointed at is suggested in place of
 * the page it is on.
 * @param {{ id?: number, url?: string, title?: string, index?: number }} tab
 * @param {{ linkUrl?: string, selectionText?: string }} [pointed]
 */
async function suggest(tab, pointed = {}) {
  const { address } = await chrome.storage.sync.get("address");
  if (!address) return chrome.runtime.openOptionsPage();
  const read = await readTab(tab);
  const page = isPage(pointed.linkUrl)
    ? { url: pointed.linkUrl, title: "", selection: "" }
    : { ...read, selection: read.selection || (pointed.selectionText ?? "") };
  const url = isPage(page.url) ? suggestAddress(address, page) : `${address}/suggest`;
  await chrome.tabs.create({ url, ...(tab.index !== undefined && { index: tab.index + 1 }) });
}

/** What the page says of itself. A page that lets no extension in is known by its tab alone. */
async function readTab({ id, url = "", title = "" }) {
  const known = { url, title, selection: "" };
  if (id === undefined || !isPage(url)) return known;
  try {
    const [read] = await chrome.scripting.executeScript({ target: { tabId: id }, func: readPage });
    return read?.result ?? known;
  } catch {
    return known;
  }
}

/** Runs in the page, and so knows nothing of what stands around it here. */
function readPage() {
  const canonical = document.querySelector('link[rel="canonical"]');
  const isUsable = canonical instanceof HTMLLinkElement && /^https?:/i.test(canonical.href);
  return {
    url: isUsable ? canonical.href : location.href,
    title: document.title,
    selection: String(getSelection() ?? ""),
  };
}
