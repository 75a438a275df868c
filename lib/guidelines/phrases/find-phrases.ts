import type { Place } from "../guideline.ts";
import { buildAutomaton } from "./automaton.ts";
import { lastPlaces } from "./last-places.ts";
import { readWords, sentenceEnd } from "./read-words.ts";
import { isInsideEmoji, standsBetween } from "./signs-around.ts";
import { wordEdges } from "./word-edges.ts";

/** Finds where a text says any of some phrases, in the text's order and at most so many times. */
export type PhraseFinder = (text: string, most?: number) => Place[];

/** A phrase as it is looked for. Signs at its edges (`#ad`, `100 %`) belong to it; signs between its words are like a space. */
type Phrase = { words: string[]; before: string[]; after: string[]; symbols: string[] };

const finders = new WeakMap<readonly string[], PhraseFinder>();

/** The same list is made ready once. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const finder = finders.get(phrases) ?? buildFinder(phrases);
  finders.set(phrases, finder);
  return finder;
}

/** Whether there is anything in a phrase that a text could say. */
export function isFindable(written: string): boolean {
  const { words, symbols } = readPhrase(written);
  return words.length > 0 || symbols.length > 0;
}

function buildFinder(written: readonly string[]): PhraseFinder {
  const phrases = written.map(readPhrase);
  const words = buildAutomaton(phrases.map((phrase) => phrase.words));
  const symbols = buildAutomaton(phrases.map((phrase) => (phrase.words.length > 0 ? [] : phrase.symbols)));
  const longestWord = Math.max(0, ...phrases.flatMap((phrase) => phrase.words.map((word) => word.length)));
  const longest = Math.max(
    1,
    ...phrases.map((phrase) => Math.max(phrase.words.length, phrase.symbols.length)),
  );

  return (text, most = 20) => {
    const found: Place[] = [];
    const isEdge = wordEdges(text);
    // Where the last words and signs stood: a phrase that ends now began with one of them.
    const wordPlaces = lastPlaces(longest);
    const symbolPlaces = lastPlaces(longest);
    let wordState = 0;
    let symbolState = 0;

    readWords(text, longestWord, {
      onWord: (word, start, end, isRun) => {
        symbolState = 0;
        wordPlaces.add(start, end, isRun);
        wordState = words.step(wordState, word);
        for (const index of words.endingIn(wordState)) {
          const phrase = phrases[index];
          if (!phrase || found.length >= most) continue;
          const place = wordPlaces.ofLast(phrase.words.length);
          const isWhole =
            (!place.beginsInRun || isEdge(place.start)) && (!place.endsInRun || isEdge(place.end));
          if (isWhole && standsBetween(text, place, phrase))
            found.push({ start: place.start, end: place.end });
        }
      },
      onSymbol: (symbol, start, end) => {
        symbolPlaces.add(start, end, false);
        symbolState = symbols.step(symbolState, symbol);
        for (const index of symbols.endingIn(symbolState)) {
          const phrase = phrases[index];
          if (!phrase || found.length >= most) continue;
          const { start: from, end: to } = symbolPlaces.ofLast(phrase.symbols.length);
          if (!isInsideEmoji(text, from, to)) found.push({ start: from, end: to });
        }
      },
      onSpace: () => {
        symbolState = 0;
      },
      goesOn: () => found.length < most,
    });
    return found;
  };
}

function readPhrase(written: string): Phrase {
  const phrase: Phrase = { words: [], before: [], after: [], symbols: [] };
  readWords(written.trim(), Number.POSITIVE_INFINITY, {
    onWord: (word) => {
      if (word !== sentenceEnd || phrase.words.length > 0) phrase.words.push(word);
      phrase.after = [];
    },
    onSymbol: (symbol) => {
      phrase.symbols.push(symbol);
      (phrase.words.length > 0 ? phrase.after : phrase.before).push(symbol);
    },
    onSpace: () => undefined,
    goesOn: () => true,
  });
  return phrase;
}
