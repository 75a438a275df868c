import type { StorySeed } from "#db/seed/types.ts";

export const stories: StorySeed[] = [
  {
    key: "hill",
    title: "The steepest parcel in Lisbon",
    summary: "Calçada da Glória, seventeen percent, eighty kilos. Noor takes us up with her.",
    body: `The tram does it with a cable. Noor Haddad does it with a forty-eight-volt motor, a low gear and a good deal of talking to the bicycle.

There are eleven parcels for the Calçada da Glória on a normal day, and vans do not deliver them, because vans do not fit. They used to wait at the bottom with the engine running while somebody carried boxes up two hundred and sixty-five metres of polished stone.

"You do not look at the top," says Noor. "You look at the next lamp post. There are nine of them."

At the seventh lamp post a woman opens a window and lowers a basket on a rope. It is her arrangement with Noor, it is older than the motor, and it saves one lamp post each way.`,
    image: "hill-street",
    topics: ["On the road", "Cities"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 2, time: "09:30" },
    pull: 1.6,
    captions: [
      {
        network: "linkedin",
        text: "Seventeen percent, eighty kilos, nine lamp posts. Noor delivers where no van has ever turned around.",
      },
      { network: "x", text: "17 % uphill, 80 kg, 9 lamp posts. The steepest parcel in Lisbon." },
      { text: "“You do not look at the top. You look at the next lamp post.”" },
    ],
    voices: [
      "The basket on the rope is real. I have put a birthday cake in it.",
      {
        by: "mara",
        text: "I plan the routes, Noor rides them. I have learned to add ninety seconds for the Glória.",
      },
    ],
  },
  {
    key: "frames",
    title: "A frame comes home after 61,000 kilometres",
    summary:
      "We built number 14 in a garage. It came back for a new bearing and we could not stop looking at it.",
    url: "https://notes.globex.test/number-14",
    siteName: "Globex Notes",
    image: "bicycle",
    topics: ["Workshop"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 6, time: "10:15" },
    captions: [
      {
        network: "linkedin",
        text: "Frame number 14 has carried parcels for one and a half times the Earth's circumference. It needed one bearing.",
      },
      { network: "x", text: "61,000 km, one new bearing. Frame number 14 came home." },
    ],
    voices: [
      {
        by: "lena",
        text: "I brazed that head tube in a garage with one lamp. It is straighter than I remember.",
      },
    ],
  },
  {
    key: "rain",
    title: "We deliver in the rain. It is the only time the city thanks us",
    summary: "Four riders, one November, and the coat that took us three years to get right.",
    url: "https://notes.globex.test/rain",
    siteName: "Globex Notes",
    image: "rain-ride",
    topics: ["On the road"],
    author: "tove",
    reviewer: "isaac",
    suggestedBy: "noor",
    suggestionNote: "Somebody gave me a towel yesterday. At a traffic light. We should write about rain.",
    life: { is: "live", since: 11, time: "08:50" },
    pull: 1.3,
    captions: [
      {
        network: "linkedin",
        text: "On dry days we are in the way. On wet days people hold the door. A short text about rain, coats and doors.",
      },
      { network: "x", text: "On wet days people hold the door." },
      { text: "Three years for a coat. It was worth it." },
    ],
    voices: [
      { by: "noor", text: "The towel is on my hook in the depot now. Thank you, lady at the traffic light." },
      "The coat has a pocket for a sandwich. That took a year by itself.",
    ],
  },
  {
    key: "cells",
    title: "One tired cell out of two hundred and eight",
    summary: "Why we open every battery instead of sending it away.",
    url: "https://notes.globex.test/cells",
    siteName: "Globex Notes",
    image: "battery",
    topics: ["Workshop"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 18, time: "10:30" },
    captions: [
      {
        network: "linkedin",
        text: "The battery was declared dead. 207 of its 208 cells disagreed. We open every one, and this is what we find.",
      },
      { network: "x", text: "Declared dead. 207 of 208 cells disagreed." },
      { text: "It costs us two hours and saves eleven kilos of waste. Every time." },
    ],
    voices: [{ by: "piotr", text: "Two hours, eleven kilos. I would do it for one." }],
  },
  {
    key: "depot",
    title: "Six in the morning under the railway arch",
    summary: "Twelve pictures of the hour in which four hundred parcels find a bicycle.",
    image: "depot",
    topics: ["On the road", "Cities"],
    author: "tove",
    reviewer: "isaac",
    life: { is: "live", since: 27, time: "09:10" },
    captions: [
      { network: "linkedin", text: "Four hundred parcels, three bicycles, one hour, no shouting." },
      { text: "The quietest rush hour in Lisbon." },
    ],
    voices: [{ by: "samuel", text: "People ask how it works without shouting. Coffee first, then parcels." }],
  },
  {
    key: "kerb",
    title: "A kerb of eleven centimetres",
    summary: "We measured every loading bay in the old town. Here is the map, and a request.",
    url: "https://notes.globex.test/kerb",
    siteName: "Globex Notes",
    topics: ["Cities"],
    author: "mara",
    reviewer: "tove",
    suggestedBy: "mara",
    suggestionNote: "The map is done. Three people from the city have asked me for it already.",
    life: { is: "in_review", since: 1, time: "11:20" },
    captions: [{ text: "Eleven centimetres decide who can deliver. A map of every kerb in the old town." }],
  },
];
