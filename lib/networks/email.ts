import type { Network } from "./network.ts";
import { wordsOverLink } from "./words.ts";

/** Mail programs and browsers cut or refuse longer `mailto:` addresses; 2,000 is what all of them take. */
const longestAddress = 2000;

export const email: Network = {
  id: "email",
  name: "E-mail",
  maxLength: 1600,
  lengthUnit: "characters as a mail program is handed them",
  foldsAfter: null,
  takesText: true,
  showsCard: false,
  handOverLabel: "Write the e-mail",
  guidance: {
    before: "Your mail program opens with your words and the link.",
    after: "Your mail program has your words and the link. Send it from there.",
  },
  asksServer: null,
  shareAddress: ({ text, url, title }) => {
    const body = `body=${encodeMailText(wordsOverLink(text, url))}`;
    const room = longestAddress - "mailto:?subject=&".length - body.length;
    return `mailto:?subject=${shortenEncoded(title, room)}&${body}`;
  },
  isPostAddress: null,
  postAddressExample: "",
  connecting: null,
};

/** RFC 6068: a space is %20, never `+`, and a line ends with %0D%0A. */
export const encodeMailText = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replace(/\r\n|\r|\n/g, "\r\n"));

/** The longest beginning of a text that encodes to `room` characters; the person's own words are never cut, a title may be. */
function shortenEncoded(text: string, room: number): string {
  const whole = encodeMailText(text);
  if (whole.length <= room) return whole;
  const ellipsis = encodeMailText("…");
  let shortened = "";
  for (const letter of text) {
    const encoded = encodeMailText(letter);
    if (shortened.length + encoded.length + ellipsis.length > room) break;
    shortened += encoded;
  }
  return shortened + ellipsis;
}
